import { isDigit, readNumber } from '../number/numerals.js';
import type { DateFormat, WrittenDate } from './written-date.js';

/**
 * The one place where the Japanese calendar becomes a key: which era a mark (`eraAt`) or a code (`readEraCode`) names, which
 * Gregorian year its year is (`gregorianYear`; 元年 is its first, `FIRST_YEAR`), and the key of the day (`keyOf`). Which characters
 * of a text are its year, month and day, in any calendar, `date-scan.ts` reads.
 */

/** 元年, the first year of an era. */
export const FIRST_YEAR = { mark: '元', year: 1 } as const;

/** A Japanese era; `first` and `last` are yyyymmdd and both belong to it (as written: no change of calendar). */
export interface Era {
  readonly letter: string;
  /** Gregorian year of year 0, so that year of era + base = Gregorian year. */
  readonly base: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Meiji to Reiwa. 明治45年7月30日 and 大正元年7月30日 are both legal, as are 大正15年12月25日 and
 * 昭和元年12月25日: those days belong to two eras.
 */
export const ERAS: readonly Era[] = [
  { letter: 'M', base: 1867, first: 18680125, last: 19120730 },
  { letter: 'T', base: 1911, first: 19120730, last: 19261225 },
  { letter: 'S', base: 1925, first: 19261225, last: 19890107 },
  { letter: 'H', base: 1988, first: 19890108, last: 20190430 },
  { letter: 'R', base: 2018, first: 20190501, last: 99991231 },
];

/** Every way to write an era's name that takes one character; the second kanji is optional. */
const MARKS: readonly (readonly [string, number])[] = [
  ['MmＭｍ明\u{337e}', 0],
  ['TtＴｔ大\u{337d}', 1],
  ['SsＳｓ昭\u{337c}', 2],
  ['HhＨｈ平\u{337b}', 3],
  ['RrＲｒ令\u{32ff}', 4],
];
const BY_MARK = new Int8Array(65_536).fill(-1);
for (const [characters, index] of MARKS) {
  for (const character of characters) BY_MARK[character.charCodeAt(0)] = index;
}
const SECOND_KANJI = '治正和成和';

/** The era that a mark (S, 昭, 昭和, ㍼ …) at this place names, as index into ERAS, or -1. */
export function eraAt(text: string, at: number): number {
  return at < text.length ? (BY_MARK[text.charCodeAt(at)] as number) : -1;
}

/** How many UTF-16 units the era's name takes at this place. */
export function eraLength(text: string, at: number, era: number): number {
  return text[at + 1] === SECOND_KANJI[era] ? 2 : 1;
}

/**
 * Does a date (yyyymmdd; 00 where unknown) lie outside the era for certain? Years, months and days that are
 * not known give the benefit of the doubt.
 */
export function isOutside(era: Era, key: number): boolean {
  const monthKnown = Math.trunc(key / 100) % 100 !== 0;
  const earliest = monthKnown ? key : key - (key % 10_000);
  const span = monthKnown ? (key % 100 === 0 ? 99 : 0) : 9_999;
  return earliest + span < era.first || earliest > era.last;
}

/**
 * The Gregorian year of a written year: 0 when unknown, -1 when it cannot be told (two digits and no era,
 * three digits).
 */
export function gregorianYear(era: number, year: number): number {
  if (year <= 0) return 0;
  if (year >= 1000 && year <= 9999) return year;
  return era >= 0 && year < 100 ? (ERAS[era]?.base ?? 0) + year : -1;
}

/** A day as far as it is known, with what is odd about it. */
export interface PartialDate {
  /** yyyymmdd as written; 00 for an unknown month or day, 0000 for an unknown year, 0 when nothing is known. */
  readonly key: number;
  /** The era does not have that day: 昭和65年, 平成1年1月7日. The key is what the arithmetic gives. */
  readonly outOfEra: boolean;
  /** No such day in the calendar (29 February of another year): legal in the register. */
  readonly impossible: boolean;
  /** 頃, 推定, or a range: what is known is known roughly. */
  readonly approximate: boolean;
}

const DAYS = [31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The key of a date as it was written, of any calendar; null where there is no such month or day, or no telling which year. */
export function keyOf(written: WrittenDate): PartialDate | null {
  const year = gregorianYear(written.era, written.year);
  const month = Math.max(written.month, 0);
  const day = Math.max(written.day, 0);
  if (year < 0 || month > 12 || day > 31) return null;
  const key = year * 10_000 + month * 100 + day;
  const era = ERAS[written.era];
  return {
    key,
    outOfEra: era !== undefined && year > 0 && isOutside(era, key),
    impossible: isImpossible(year, month, day),
    approximate: written.approximate,
  };
}

function isImpossible(year: number, month: number, day: number): boolean {
  // The lunisolar months before 1873 had up to 30 days.
  if (year > 0 && year < 1873) return day > 30;
  if (day > (DAYS[month] as number)) return true;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && day === 29 && !leap;
}

/**
 * Era codes: E + yymmdd in seven digits, or with separators (5-07-03-02), or E + yyyymmdd in nine digits.
 * The digit is 1-5 (明大昭平令), or 1, 3, 5, 7, 9 under era-code-13579; 0 stands for no era (Gregorian).
 */
export function readEraCode(text: string, format: DateFormat): WrittenDate | null {
  const cursor = { text, at: 0 };
  const number = readNumber(cursor);
  if (cursor.at === text.length && cursor.at === 7) return sevenDigits(format, number);
  const groups = digitGroups(text);
  const [whole = ''] = groups;
  if (groups.length === 1 && whole.length === 7) return sevenDigits(format, Number(whole));
  const isLong = groups.length === 1 && whole.length === 9;
  if (!isLong && !(groups.length === 4 && whole.length === 1)) return null;
  const parts = isLong ? [whole[0], whole.slice(1, 5), whole.slice(5, 7), whole.slice(7)] : groups;
  const [code, year, month, day] = parts.map(Number) as [number, number, number, number];
  return coded(format, code, year, month, day);
}

function sevenDigits(format: DateFormat, number: number): WrittenDate | null {
  const code = Math.trunc(number / 1_000_000);
  return coded(format, code, Math.trunc(number / 10_000) % 100, Math.trunc(number / 100) % 100, number % 100);
}

function coded(
  format: DateFormat,
  code: number,
  year: number,
  month: number,
  day: number,
): WrittenDate | null {
  const index = format === 'era-code-13579' ? (code % 2 === 1 ? (code - 1) / 2 : -1) : code - 1;
  const era = index < ERAS.length ? index : -1;
  const nothing = year === 0 && month === 0 && day === 0;
  if (era < 0 && year < 1000 && !nothing) return null;
  return { era, year, month, day, approximate: false };
}

/** The runs of digits of a text made of digits, spaces, dots, hyphens and slashes only; otherwise none. */
function digitGroups(text: string): readonly string[] {
  const groups: string[] = [];
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      const digit = String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code);
      if (open) groups[groups.length - 1] += digit;
      else groups.push(digit);
      open = true;
    } else if (' .-/\u3000．－／'.includes(text[i] as string)) open = false;
    else return [];
  }
  return groups;
}
