import { type CanonicalItem, TIES } from '../audit/items.js';
import { LIKELY } from './candidate.js';
import { spokenFor } from './expected-content.js';
import type { InspectedColumn, ProposedItem, Question } from './inspection.js';

/** Items that a comparison lives on; without them links cannot be judged. */
const COMPARED: readonly CanonicalItem[] = ['name', 'kana', 'birth_date', 'sex', 'address'];
const KEYS: readonly CanonicalItem[] = ['record_id', 'resident_id'];
/** Share of distinct values below which a column is not asked for as a key. */
const KEY_DISTINCT = 0.5;
/** Up to this confidence a person is asked. */
const DOUBTFUL = 0.6;
/** From this share of repeated keys on, the column is hardly the key. */
const REPEATED = 0.05;
/** Columns that a question names. */
const NAMED = 6;

/** What could not be placed for sure, the dearest first. */
export function questionsOf(
  kind: 'register' | 'link',
  columns: readonly InspectedColumn[],
  mapping: readonly ProposedItem[],
  repeatedKeys: number,
  isPersonOpen: boolean,
): readonly Question[] {
  const has = (item: CanonicalItem) => mapping.some((one) => one.item === item);
  const used = new Set(mapping.flatMap(({ columns: from }) => from));
  const free = columns.filter(({ name, profile }) => !used.has(name) && profile.type !== 'empty');
  // A key or a tie may look like anything; what is compared looks like itself.
  const couldBe = (item: CanonicalItem) => {
    const like = free.filter((column) => spokenFor(column, columns).some((one) => one.item === item));
    const any = like.length === 0 && !COMPARED.includes(item);
    const keyLike = KEYS.includes(item)
      ? free.filter(({ profile }) => profile.distinct >= KEY_DISTINCT)
      : free;
    return (any ? keyLike : like).map(({ name }) => name).slice(0, NAMED);
  };
  const missing = (item: CanonicalItem): Question => ({ item, kind: 'missing', columns: couldBe(item) });
  const key = kind === 'register' ? 'resident_id' : 'record_id';
  // In the register it names people, and ties nothing that carries numbers.
  const ties = kind === 'register' ? TIES.filter((tie) => tie !== 'resident_id') : TIES;
  const wanted = [
    ...(has(key) ? [] : [key as CanonicalItem]),
    ...(ties.some(has) ? [] : ['my_number' as const]),
    ...COMPARED.filter(
      (item) => !has(item) && !(item === 'kana' && has('name')) && !(item === 'name' && has('kana')),
    ),
  ];
  const keyColumns = mapping.find(({ item }) => item === key)?.columns ?? [];
  const isUnprotected =
    kind === 'register' && !has('protected') && (has('address') || has('previous_address'));
  return [
    ...(isUnprotected
      ? [{ item: 'protected' as const, kind: 'unprotected' as const, columns: flagsOf(free) }]
      : []),
    ...wanted.map(missing),
    ...(isPersonOpen
      ? [{ item: 'my_number' as const, kind: 'person' as const, columns: numbers(columns) }]
      : []),
    ...(keyColumns.length > 0 && repeatedKeys > REPEATED
      ? [{ item: key as CanonicalItem, kind: 'repeated' as const, columns: keyColumns }]
      : []),
    ...mapping
      .filter(({ confidence }) => confidence <= DOUBTFUL)
      .map(({ item, columns: from, confidence }) => ({
        item,
        kind: confidence < LIKELY ? ('guess' as const) : ('doubtful' as const),
        columns: from,
      })),
    ...mapping
      .filter((one) => isEraOpen(one, columns))
      .map(({ item, columns: from }) => ({ item, kind: 'era' as const, columns: from })),
  ];
}

const FLAG = /区分|フラグ|制限|抑止|措置|注意|警告|留意|fla?g|kbn|kb$|attention|caution|warning/i;

/** Flags about an item, not about a person. */
const OF_ITEMS = /不詳|不明|確認|最新|削除|届出|性別|生年|住所|氏名|fusyo|fusho|saishin|del/i;

/** Columns not used that hold a sign for some people and another, or nothing, for all others, and are called after that. */
function flagsOf(free: readonly InspectedColumn[]): readonly string[] {
  return free
    .filter(({ name }) => FLAG.test(name) && !OF_ITEMS.test(name))
    .filter(({ profile }) => profile.shapes.every((shape) => shape.length <= 2))
    .map(({ name }) => name)
    .slice(0, NAMED);
}

function numbers(columns: readonly InspectedColumn[]): readonly string[] {
  return columns
    .filter(({ profile }) => profile.type === 'my-number')
    .map(({ name }) => name)
    .slice(0, NAMED);
}

/** Codes that both lists of eras have, and years that both allow. */
function isEraOpen({ format, columns: from }: ProposedItem, columns: readonly InspectedColumn[]): boolean {
  if (format !== 'era-code-12345') return false;
  return columns.find(({ name }) => name === from[0])?.profile.eraOpen ?? false;
}
