import type { Bilingual } from '../text/bilingual.js';

/**
 * How another resident can stand to a link: the ways by which wrong links come about. A relation
 * is a bit in `rivals.relations`. `share` is the first guess of its part in all wrong links.
 */
export interface Relation {
  readonly id: RelationId;
  readonly bit: number;
  readonly share: number;
  readonly title: Bilingual;
}

export type RelationId =
  | 'namesake'
  | 'same-name'
  | 'household'
  | 'number-slip'
  | 'number-near'
  | 'adjacent-row'
  | 'terminal'
  | 'neighbour-record'
  | 'same-record'
  | 'crosswise'
  | 'resembles';

const relation = (id: RelationId, place: number, share: number, ja: string, en: string): Relation => ({
  id,
  bit: 2 ** place,
  share,
  title: { ja, en },
});

export const RELATIONS: readonly Relation[] = [
  relation('namesake', 0, 0.2, '同姓同名・同じ生年月日', 'same name and date of birth'),
  relation('same-name', 1, 0.05, '同姓同名', 'same name'),
  relation('household', 2, 0.25, '同一世帯', 'same household'),
  relation('number-slip', 3, 0.1, '番号が1桁違い・隣の桁の入れ替わり', 'number one slip away'),
  relation('number-near', 10, 0.02, '番号の2～3桁だけが異なる', 'number two or three digits off'),
  relation('adjacent-row', 4, 0.1, '隣の行の住民', 'resident of an adjacent row'),
  relation('terminal', 5, 0.1, '同じ端末で前後に登録', 'registered just before or after at the terminal'),
  relation('neighbour-record', 6, 0.05, '記録番号が隣', 'neighbouring record number'),
  relation('same-record', 7, 0.05, '同じ記録が紐付く別の住民', 'another resident on the same record'),
  relation(
    'crosswise',
    9,
    0.03,
    '互いに合致する記録の紐付け先',
    'linked from a record that fits the linked resident',
  ),
  relation('resembles', 8, 0.05, '記録の内容が近い住民', 'resembles the record'),
];

export function relationBit(id: RelationId): number {
  return RELATIONS.find((r) => r.id === id)!.bit;
}

export function relationsOf(bits: number): readonly Relation[] {
  return RELATIONS.filter((r) => (bits & r.bit) !== 0);
}
