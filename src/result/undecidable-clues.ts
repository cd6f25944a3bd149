import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS, tellsPlace } from '../verify/comparisons/index.js';
import { daysBetween } from './circumstances.js';
import { listedLabels } from './compared.js';
import type { Everybody } from './facts.js';
import { isAnother, isBesideFamily, type OtherRecord, sameNameIn } from './other-records.js';
import type { PersonRow } from './people.js';

/** What is asked of an undecidable record: how it compares with its resident, its source, and the day on which it was registered. */
interface Asked {
  readonly codes: readonly number[];
  readonly src: number;
  readonly day: string | null;
}

/** What else says of whose an undecidable record is, where it points to one: whose life had ended, who has such a record, other records. */
export function undecidableClues(
  { linked, candidates }: Pick<Everybody, 'linked' | 'candidates'>,
  { codes, src, day }: Asked,
  heldBy: (rid: number) => readonly OtherRecord[],
): readonly Bilingual[] {
  if (linked === null) return [];
  const people = [linked, ...candidates];
  const held = people.map(({ key }) => heldBy(key));
  return [ofEnd(people, day), ofFamily(held) ?? ofName(codes, held[0]!), ofSource(held, src)].filter(
    (clue) => clue !== undefined,
  );
}

export const labelOf = (place: number) => (place === 0 ? 'B' : `C${place}`);

const labelsOf = (holds: readonly boolean[]) => holds.flatMap((one, place) => (one ? [labelOf(place)] : []));

const ENDED = {
  dead: { ja: '死亡', en: 'had died' },
  departed: { ja: '転出', en: 'had moved away' },
} as const;

/** Whoever had died or left before the record was registered, where others of those whom it may fit had not. */
function ofEnd(people: readonly Pick<PersonRow, 'ended'>[], day: string | null): Bilingual | undefined {
  const before = people.map(({ ended }) => (daysBetween(ended?.on ?? null, day) ?? 0) > 0);
  const labels = labelsOf(before);
  if (labels.length === 0 || labels.length === people.length) return undefined;
  const { ja, en } = ENDED[people[before.indexOf(true)]!.ended!.how];
  return {
    ja: `手がかり: ${labels.join('・')}はAの登録より前に${ja}しています`,
    en: `A clue: ${listedLabels(labels)} ${en} before A was registered`,
  };
}

/** Who has another record of the source already, where not all have: one person has one of most. One that is to be checked counts for nobody. */
function ofSource(held: readonly (readonly OtherRecord[])[], src: number): Bilingual | undefined {
  const ofSource = held.map((records) => records.filter((one) => isAnother(one) && one.src === src));
  const labels = labelsOf(ofSource.map((records) => records.length > 0));
  const isDoubted = ofSource.flat().some((one) => one.doubtedBy !== null);
  if (isDoubted || labels.length === 0 || labels.length === held.length) return undefined;
  const has = labels.length === 1 ? 'has' : 'have';
  return {
    ja: `手がかり: ${labels.join('・')}には同じ事務の記録が既にあり、ほかにはありません（他の記録）`,
    en: `A clue: ${listedLabels(labels)} ${has} another record of this source already, and nobody else has (other records)`,
  };
}

function ofFamily(held: readonly (readonly OtherRecord[])[]): Bilingual | undefined {
  const labels = held.flatMap((records, place) => (isBesideFamily(records) ? [labelOf(place)] : []));
  if (labels.length !== 1) return undefined;
  const [label] = labels;
  return {
    ja: `手がかり: すぐ前後の行に、${label}と同じ世帯の方の記録があります（他の記録）`,
    en: `A clue: records of the household of ${label} stand in the rows beside (other records)`,
  };
}

/** Where the name, the birth date or the sex differs, another office knows the linked resident by the name of the record. */
function ofName(codes: readonly number[], records: readonly OtherRecord[]): Bilingual | undefined {
  const isContradicted = COMPARISONS.some(
    ({ id, levels }, place) =>
      !tellsPlace(id) && id !== 'phone' && levels[codes[place]!]?.kind === 'different',
  );
  const same = isContradicted ? sameNameIn(records) : null;
  if (same === null) return undefined;
  return same === 'name'
    ? {
        ja: '手がかり: Bの他の記録に、氏名がAと同じものがあります',
        en: 'A clue: another record of B has the name of A',
      }
    : {
        ja: '手がかり: Bの他の記録に、カナがAと同じものがあります',
        en: 'A clue: another record of B has the kana of A',
      };
}
