import type { Level } from '../../audit/level.js';
import { kanaKey } from '../../normalize/name/kana.js';
import type { Aspect, Comparer } from '../../verify/comparison.js';
import { COMPARERS, COMPARISONS, placeOf } from '../../verify/comparisons/index.js';
import { type KanaDifference, kanaDifference } from '../../verify/kana-difference.js';
import type { Readings } from '../../verify/reading/reading.js';

/** A register row as two of them are compared: columns of `residents` as text. */
export type RegisterRow = Readonly<Record<string, string | null>>;

/** Columns that decide whether two rows are one person: what is compared, and what else ties them together. */
export const ROW_COLUMNS: readonly string[] = [
  ...new Set([
    ...COMPARERS.flatMap(({ reads, residentReads = [] }) => [...reads, ...residentReads]),
    ...['kg', 'ng', 'household_id', 'number'],
  ]),
];

/** Levels in the order of COMPARISONS. */
export type PairLevels = readonly Level[];

/** Compares two register rows, item by item, by the levels that links are compared by. */
export function comparePair(a: RegisterRow, b: RegisterRow, readings: Readings): PairLevels {
  const codes = new Map(COMPARERS.map((by) => [by, codesOf(by, a, b, readings)]));
  return COMPARISONS.map(({ levels, by, part }) => levels[codes.get(by)![part]!]!);
}

/** Where more is read of one side (where it lived before), the better of both directions. */
function codesOf(by: Comparer, a: RegisterRow, b: RegisterRow, readings: Readings): readonly number[] {
  const texts = (row: RegisterRow, columns: readonly string[]) =>
    columns.map((column) => row[column] ?? null);
  const { reads, residentReads } = by;
  const codes = (record: RegisterRow, resident: RegisterRow) =>
    by.compare(texts(record, reads), texts(resident, [...reads, ...(residentReads ?? [])]), readings);
  if (!residentReads) return codes(a, b);
  const [there, back] = [codes(a, b), codes(b, a)];
  return there.map((code, i) => (code === 0 || back[i] === 0 ? Math.max : Math.min)(code, back[i]!));
}

function levelOf(levels: PairLevels, about: Aspect): Level {
  return levels[placeOf(about)]!;
}

const isMissing = ({ kind }: Level) => kind === 'missing';

/**
 * Whether two rows are one person. Twins share all but the given name, and may even share its kanji, so a given name
 * whose kana differs counts against, however much else agrees. One kanji of which a row states no kana is one name.
 * Where everything else agrees as it stands, either of two items may differ: a family name changes with marriage, and
 * a date of birth may have slipped.
 */
export function isOnePerson(a: RegisterRow, b: RegisterRow, levels: PairLevels): boolean {
  const [family, given, birth] = (['family', 'given', 'birth'] as const).map((about) =>
    levelOf(levels, about),
  ) as [Level, Level, Level];
  const { home } = levelOf(levels, 'home');
  const shared = (key: string) => a[key] != null && a[key] === b[key];
  const together = shared('number') || shared('household_id') || home === 'here';
  const named = family.agrees && given.agrees;
  if (levelOf(levels, 'sex').contradicts || !givenFits(a, b, given)) return false;
  if (isMissing(family) || isAnother(family)) return isRenamed(levels) && (together || home === 'before');
  if (birth.agrees) return together || home === 'before' || (named === true && home === 'nearly');
  return together && named === true && isSlip(birth, a.dob ?? null, b.dob ?? null);
}

/** Everything but the family name agrees as it stands: two people of one home do not share given name and birthday. */
function isRenamed(levels: PairLevels): boolean {
  const asItStands = (about: Aspect) => levelOf(levels, about).kind === 'equal';
  return (
    !isMissing(levelOf(levels, 'family')) &&
    asItStands('birth') &&
    asItStands('sex') &&
    levelOf(levels, 'given').agrees === true
  );
}

/** A name that differs, or may well be another one. */
function isAnother({ contradicts, doubtful }: Level): boolean {
  return contradicts === true || doubtful === 'other';
}

function isSlip({ slip }: Level, a: string | null, b: string | null): boolean {
  return slip !== undefined && (slip === Number.POSITIVE_INFINITY || daysApart(a, b) <= slip);
}

/** Days between two dates (yyyymmdd); infinite where a part is unknown. */
function daysApart(a: string | null, b: string | null): number {
  const day = (text: string | null) => {
    const key = Number(text);
    return key % 100 === 0
      ? Number.NaN
      : Date.UTC(Math.trunc(key / 10_000), (Math.trunc(key / 100) % 100) - 1, key % 100) / 86_400_000;
  };
  const days = Math.abs(day(a) - day(b));
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}

const LATIN = /^[A-Z]+$/;

/**
 * Two given names of one kanji are one name unless their kana are known to differ; of other kanji only where both rows
 * state the same kana (翔生 may be read ショウマ, but 翔馬 ショウマ can be its twin) and stand in two households: in one,
 * the kana of a twin may have been copied. What may be a slip is one between two Latin names.
 */
function givenFits(a: RegisterRow, b: RegisterRow, level: Level): boolean {
  if (isMissing(level) || isAnother(level)) return false;
  const kana = givenKanaDifference(a, b);
  if (level.alike === 'writing') return kana !== 'different';
  if (level.alike === 'sound') return kana === 'equal' && !isOneHousehold(a, b);
  return level.doubtful === undefined || (LATIN.test(a.ng ?? '') && LATIN.test(b.ng ?? ''));
}

function isOneHousehold(a: RegisterRow, b: RegisterRow): boolean {
  return a.household_id != null && a.household_id === b.household_id;
}

/** How the kana of two given names differ, or of the whole names where one has no separator; null where one is unknown. */
function givenKanaDifference(a: RegisterRow, b: RegisterRow): KanaDifference | null {
  const [x, y] = a.kg && b.kg ? [a.kg, b.kg] : [a, b].map(({ kana }) => (kana == null ? '' : kanaKey(kana)));
  return x && y ? kanaDifference(x, y, kanaLength(a, b)) : null;
}

/** Twins stand in one household; elsewhere one kana of a short given name is a slip by the length of the whole name. */
function kanaLength(a: RegisterRow, b: RegisterRow): number | undefined {
  if (isOneHousehold(a, b)) return undefined;
  return Math.min(...[a, b].map(({ kana }) => [...(kana ?? '')].length));
}
