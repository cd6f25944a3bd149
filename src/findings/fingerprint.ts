import { OPTIONAL_ITEMS } from '../verify/comparisons/index.js';
import { grouped, questionOf } from './finding-id.js';
import type { Marker } from './marks.js';

/** Items whose texts go in, of record and resident alike: all that are compared (`verify/comparisons/`; a test holds them together). */
export const PERSON_TEXTS = [
  'name',
  'kana',
  'former_name',
  'alias',
  'birth_date',
  'sex',
  'address',
  'status',
  ...OPTIONAL_ITEMS,
] as const;

/** What goes into the fingerprint of a finding about a link: texts of the record, and of the linked resident. */
export const RECORD_TEXTS: readonly string[] = ['record_id', ...PERSON_TEXTS];
export const LINKED_TEXTS: readonly string[] = ['resident_id', ...PERSON_TEXTS];
/** And into one about two register rows: texts of each. */
export const ROW_TEXTS: readonly string[] = [
  'resident_id',
  'name',
  'kana',
  'former_name',
  'alias',
  'birth_date',
  'address',
  'previous_address',
  'household_id',
  ...OPTIONAL_ITEMS,
];

type Texts = readonly (string | null)[];

/**
 * Digest of the inputs behind a finding, by which a decision holds or a case reopens. It changes when, and only when, one of
 * these does: what is asked (`questionOf` the kind), the texts of both sides (above), and, where the link itself is said to be
 * wrong, the ids of the residents whom the record `fits`: its given name and birth date do not contradict theirs, or both
 * names where it has no date (`fitting.ts`; none for other kinds). What is weighed or inferred (cause, probability,
 * order of candidates) has no place among them: decisions teach the next model, and a case must not reopen because others
 * were decided. An HMAC where there is a key: names, dates and addresses are few enough to be tried out.
 */
export function fingerprint(
  marker: Marker,
  kind: string,
  one: Texts,
  other: Texts,
  fits: readonly string[] = [],
): string {
  const inputs = [questionOf(kind), ...sideTexts(one, other), ...fits];
  return grouped(marker.whole(JSON.stringify(inputs)), 8);
}

/**
 * The texts of both sides. Those of optional items, the last of either side, come with their names and only where a side
 * states one, so that an item that nobody carries changes no fingerprint.
 */
function sideTexts(one: Texts, other: Texts): Texts {
  const always = [one, other].flatMap((texts) => texts.slice(0, texts.length - OPTIONAL_ITEMS.length));
  const stated = OPTIONAL_ITEMS.flatMap((item, i) => {
    const [a = null, b = null] = [one, other].map((texts) => texts.at(i - OPTIONAL_ITEMS.length));
    return a === null && b === null ? [] : [item, a, b];
  });
  return [...always, ...stated];
}
