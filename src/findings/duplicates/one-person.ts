import { type Address, canonicalAddress } from '../../normalize/address/address.js';
import { kanaKey } from '../../normalize/name/kana.js';
import { compareAddresses } from '../../verify/compare-address.js';
import { compareDates } from '../../verify/compare-date.js';
import { compareNames } from '../../verify/compare-name.js';
import { COMPARISONS } from '../../verify/comparisons.js';
import { type KanaDifference, kanaDifference } from '../../verify/kana-difference.js';
import { NAME_AGREEMENT } from '../../verify/name-levels.js';
import { type NameTexts, personNames } from '../../verify/person-name.js';
import type { Readings } from '../../verify/reading/reading.js';

/** A register row as two of them are compared. `dob` is yyyymmdd, `givenKana` and `givenName` are keys. */
export interface RegisterRow extends NameTexts {
  readonly givenKana: string | null;
  readonly givenName: string | null;
  readonly dob: number | null;
  readonly sex: number;
  readonly address: string | null;
  readonly previousAddress: string | null;
  readonly household: string | null;
  readonly number: string | null;
}

/** Level ids in the order of COMPARISONS: family, given, birth_date, sex, address. */
export type PairLevels = readonly [string, string, string, string, string];

/** Compares two register rows, item by item, by the levels that links are compared by. */
export function comparePair(a: RegisterRow, b: RegisterRow, readings: Readings): PairLevels {
  const { family, given } = compareNames(personNames(a), personNames(b), readings);
  const date = a.dob === null || b.dob === null ? 0 : compareDates(a.dob, b.dob);
  const sex = a.sex === 0 || b.sex === 0 ? 0 : a.sex === b.sex ? 1 : 2;
  const codes = [family, given, date, sex, comparePlaces(a, b)];
  return COMPARISONS.map(({ levels }, c) => levels[codes[c]!]!.id) as unknown as PairLevels;
}

/** Where either lives, or where one lives and the other lived before: the better of both directions. */
function comparePlaces(a: RegisterRow, b: RegisterRow): number {
  const place = (text: string | null): Address => canonicalAddress(text ?? '');
  const before = ({ previousAddress }: RegisterRow) => (previousAddress ? place(previousAddress) : null);
  const [here, there] = [place(a.address), place(b.address)];
  const one = compareAddresses(here, there, before(b));
  const other = compareAddresses(there, here, before(a));
  return one === 0 || other === 0 ? Math.max(one, other) : Math.min(one, other);
}

/**
 * Whether two rows are one person. Twins share all but the given name, and may even share its kanji, so a given name
 * whose kana differs counts against, however much else agrees. One kanji of which a row states no kana is one name.
 * Where everything else agrees as it stands, either of two items may differ: a family name changes with marriage, and
 * a date of birth may have slipped.
 */
export function isOnePerson(a: RegisterRow, b: RegisterRow, levels: PairLevels): boolean {
  const [family, given, date, sex, address] = levels;
  const shared = (key: 'number' | 'household') => a[key] !== null && a[key] === b[key];
  const together = shared('number') || shared('household') || HERE.has(address);
  const named = NAME_AGREEMENT.has(family) && NAME_AGREEMENT.has(given);
  if (sex === 'different' || !givenFits(a, b, given)) return false;
  if (CONTRADICTING.has(family)) return isRenamed(levels) && (together || address === 'previous_address');
  if (SAME_DATE.has(date))
    return together || address === 'previous_address' || (named && NEARLY_HERE.has(address));
  return together && named && isSlip(date, a.dob, b.dob);
}

/** Everything but the family name agrees as it stands: two people of one home do not share given name and birthday. */
function isRenamed([family, given, date, sex]: PairLevels): boolean {
  return family !== 'missing' && date === 'exact' && sex === 'exact' && NAME_AGREEMENT.has(given);
}

const HERE: ReadonlySet<string> = new Set(['identical', 'equivalent', 'building_differs']);
const SAME_DATE: ReadonlySet<string> = new Set(['exact', 'same_parts', 'compatible']);
const NEARLY_HERE: ReadonlySet<string> = new Set(['town_shortened', 'number_missing']);
const CONTRADICTING: ReadonlySet<string> = new Set([
  'missing',
  'near_short',
  'different',
  'reading_differs',
  'latin_differs',
]);
const SLIPS: ReadonlySet<string> = new Set([
  'missing',
  'default_day',
  'day_month_swapped',
  'era_slip',
  'one_digit',
]);
/** Days by which a date may be off, whose parts otherwise agree: fewer than lie between the birth of parent and child. */
const MOST_DAYS: Readonly<Record<string, number>> = { two_parts: 12 * 365, different: 3 };

function isSlip(date: string, a: number | null, b: number | null): boolean {
  return SLIPS.has(date) || daysApart(a, b) <= (MOST_DAYS[date] ?? 0);
}

/** Days between two dates (yyyymmdd); infinite where a part is unknown. */
function daysApart(a: number | null, b: number | null): number {
  const day = (key: number | null) =>
    key === null || key % 100 === 0
      ? Number.NaN
      : Date.UTC(Math.trunc(key / 10_000), (Math.trunc(key / 100) % 100) - 1, key % 100) / 86_400_000;
  const days = Math.abs(day(a) - day(b));
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}

const LATIN = /^[A-Z]+$/;

/**
 * Two given names of one kanji are one name unless their kana are known to differ; of other kanji only where both rows
 * state the same kana (翔生 may be read ショウマ, but 翔馬 ショウマ can be its twin) and stand in two households: in one,
 * the kana of a twin may have been copied.
 */
function givenFits(a: RegisterRow, b: RegisterRow, level: string): boolean {
  const kana = givenKanaDifference(a, b);
  switch (level) {
    case 'kanji_only':
      return kana !== 'different';
    case 'kana_only':
      return kana === 'equal' && (a.household === null || a.household !== b.household);
    case 'near':
    case 'other_reading':
      return LATIN.test(a.givenName ?? '') && LATIN.test(b.givenName ?? '');
    default:
      return !CONTRADICTING.has(level);
  }
}

/** How the kana of two given names differ, or of the whole names where one has no separator; null where one is unknown. */
function givenKanaDifference(a: RegisterRow, b: RegisterRow): KanaDifference | null {
  const [x, y] =
    a.givenKana && b.givenKana
      ? [a.givenKana, b.givenKana]
      : [a, b].map(({ kana }) => (kana === null ? '' : kanaKey(kana)));
  return x && y ? kanaDifference(x, y, kanaLength(a, b)) : null;
}

/** Twins stand in one household; elsewhere one kana of a short given name is a slip by the length of the whole name. */
function kanaLength(a: RegisterRow, b: RegisterRow): number | undefined {
  if (a.household !== null && a.household === b.household) return undefined;
  return Math.min(...[a, b].map(({ kana }) => [...(kana ?? '')].length));
}
