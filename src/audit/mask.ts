import { splitAtCases } from './case-ids.js';
import { type DigitGroup, type DigitRun, digitRuns, isDigitAt, LONGEST_GAP, UNSEEN } from './digit-runs.js';
import { isMyNumber } from './my-number.js';

/**
 * What in a text is a number, and how it is masked, is decided in this file alone, over the digits that `digit-runs.ts` reads out
 * of any script and grouping, days and times left out. `result/redact.ts` asks it for what is shown of a case
 * (`maskNumbers`), `commands/command.ts` for all that is printed (`maskPrinted`). Keys of records are another matter: there is one
 * in every link and no two are alike, so `prepare/mask-keys.ts` masks them in SQL, where they hold their own row's number or one
 * of the register, in the shape (`CARD_GROUPS`) and with the mask (`KEY_MASK`) of this file. The number itself is no text: `result/people.ts` takes
 * its last `TAIL` digits and leaves the rest. Which twelve digits without check digit are a number, too, a report learns from the run
 * (`result/secrets.ts`).
 */

/** Says of twelve digits, written in ASCII, whether they are somebody's number. */
export type IsNumber = (digits: string) => boolean;

/** Digits of a number, and those of them that staff compare with the number on paper. */
export const LENGTH = 12;
export const TAIL = 4;
/** In the place of the digits hidden, in what people read. */
const TEXT_MASK = '＊'.repeat(LENGTH - TAIL);
/** And in keys, which other systems read back. */
export const KEY_MASK = '*'.repeat(LENGTH - TAIL);
/** Three groups of four as on a card, in ASCII digits, for SQL; the last group is what is shown. */
export const CARD_GROUPS = `${`[0-9]{${TAIL}}[^0-9]{0,${LONGEST_GAP}}`.repeat(2)}([0-9]{${TAIL}})`;
/** Digits of a mantissa from which a number with an exponent is told whole; with fewer it must be a number. */
const TOLD = 10;
const LEAST_TOLD = 7;

/**
 * Hides My Numbers in a text, in whatever digits and groups they are written: all but the last four become ＊. Twelve
 * digits in the shape of a number are hidden whether or not they are one (in a row, parted by blanks or hyphens, or in
 * three groups of four); in other groups only what `isNumber` says is one, so that dates, houses and codes stay. Times
 * of 12 and 14 digits stay unless `isNumber` says otherwise.
 */
export function maskNumbers(text: string, isNumber: IsNumber = isMyNumber): string {
  return masked(text, [(part) => hasShape(part, isNumber), (part) => isOne(part, isNumber)]);
}

/**
 * The last look at text of the program's own, in which keys, counts and times stand beside each other: only what has the
 * check digit, in a row or in three groups of four. A key of another shape must be read as the office has it.
 */
export function maskPrinted(text: string): string {
  const part = (one: string) => masked(one, [(run) => isCard(run) && isOne(run, isMyNumber)]);
  return splitAtCases(text)
    .map((one, i) => (i % 2 === 1 ? one : part(one)))
    .join('');
}

type Accepts = (part: DigitRun) => boolean;

function masked(text: string, rules: readonly Accepts[]): string {
  if (text.length < LENGTH || !hasDigits(text)) return text;
  const spans = digitRuns(text).flatMap((run) => numbersIn(run, rules));
  let shown = '';
  let done = 0;
  for (const { start, end, tail } of spans) {
    shown += `${text.slice(done, start)}${TEXT_MASK}${tail}`;
    done = end;
  }
  return spans.length === 0 ? text : shown + text.slice(done);
}

/** Digits in any script and kanji units, as many as the shortest notation of a number has: 7.503347629E11. */
const LEAST_DIGITS = 9;

function hasDigits(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < LEAST_DIGITS; at++) {
    if (isDigitAt(text, at)) count++;
  }
  return count >= LEAST_DIGITS;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly tail: string;
}

/** Numbers of a run in their order: what the first rule takes, then what the next takes among the rest. */
function numbersIn({ groups, gaps }: DigitRun, rules: readonly Accepts[]): Span[] {
  const spans: Span[] = [];
  const taken = groups.map(() => false);
  for (const accepts of rules) {
    for (let from = 0; from < groups.length; from++) {
      const to = endOf(groups, taken, from);
      if (to === null) continue;
      const part = { groups: groups.slice(from, to), gaps: gaps.slice(from, to - 1) };
      if (!accepts(part)) continue;
      taken.fill(true, from, to);
      spans.push(spanOf(part.groups));
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Where the groups from a place on have the digits of a number together; null where they have not. */
function endOf(groups: readonly DigitGroup[], taken: readonly boolean[], from: number): number | null {
  let digits = 0;
  for (let at = from; at < groups.length && digits < LENGTH && !taken[at]; at++) {
    digits += groups[at]!.digits.length;
    if (digits === LENGTH || (at === from && digits > LENGTH)) return at + 1;
  }
  return null;
}

const PLAIN_GAP = /^[\s\-－]$/u;

/** Twelve digits and more in a row (a digit beside a number must not show it), or grouped as on a card. */
function hasShape({ groups, gaps }: DigitRun, isNumber: IsNumber): boolean {
  const [first] = groups;
  if (groups.length === 1) return (first!.stated ?? LENGTH) >= TOLD && !isTime(first!.digits, isNumber);
  if (groups.some(({ spelled }) => spelled !== undefined)) return false;
  const seen = gaps.map((gap) => (UNSEEN.test(gap) ? '' : gap));
  return seen.every((gap) => gap === '' || PLAIN_GAP.test(gap)) || isCard({ groups, gaps });
}

/** In a row, or in three groups of four as on a card. */
function isCard({ groups }: DigitRun): boolean {
  return (
    groups.length === 1 ||
    (groups.length === LENGTH / TAIL && groups.every(({ digits }) => digits.length === TAIL))
  );
}

/** A number by `isNumber`. Kanji with units are groups only where most of them reach four digits: else they are houses. */
function isOne({ groups }: DigitRun, isNumber: IsNumber): boolean {
  const [first] = groups;
  if (groups.length === 1 && (first!.stated ?? LENGTH) < LEAST_TOLD) return false;
  if (groups.filter(({ spelled }) => spelled === 'less').length > 1) return false;
  return isNumber(groups.map(({ digits }) => digits).join(''));
}

function spanOf(groups: readonly DigitGroup[]): Span {
  const written = groups.map((group) => group.written).join('');
  return { start: groups[0]!.start, end: groups.at(-1)!.end, tail: [...written].slice(-TAIL).join('') };
}

const TIMESTAMP = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/;
/** Years of the times that records carry; another is no time but a number in the wrong column. */
const YEARS = { first: 1860, last: 2199 } as const;

/** Puts the separators into a time of 12 or 14 digits, so that it reads as a time and not as a number. */
export function spacedTime(text: string): string {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return text;
  const [, year = '', month = '', day = '', hour = '', minute = '', second] = parts;
  const exists =
    isWithin(year, YEARS.first, YEARS.last) &&
    isWithin(month, 0, 12) &&
    isWithin(day, 0, 31) &&
    isWithin(hour, 0, 24) &&
    isWithin(minute, 0, 59) &&
    isWithin(second ?? '0', 0, 60);
  if (!exists) return text;
  return `${year}-${month}-${day} ${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
}

function isWithin(text: string, least: number, most: number): boolean {
  return Number(text) >= least && Number(text) <= most;
}

/** A time in a row of digits that nobody has as a number. */
function isTime(digits: string, isNumber: IsNumber): boolean {
  return spacedTime(digits) !== digits && !(digits.length === LENGTH && isNumber(digits));
}
