import { plainCell } from '../number/cell-marks.js';
import { isDigit, readNumber } from '../number/numerals.js';
import { dayOf } from './calendar-day.js';
import { gregorianYear, scanDate, type WrittenDate } from './date-scan.js';
import { readTail } from './date-tail.js';
import { readEnglishDate } from './english-date.js';
import { ERAS, isOutside } from './eras.js';
import { excelSeconds } from './excel-serial.js';

export { parseTimestamp } from './timestamp.js';

/** How a column writes its dates, as a pipeline file names it. */
export type DateFormat =
  | 'iso'
  | 'slash'
  | 'yyyymmdd'
  | 'wareki'
  | 'era-code-12345'
  | 'era-code-13579'
  | 'jpki';

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

/**
 * Reads a date. Year-first notations (1975-03-02, 1975/3/2, 19750302, 昭和50年3月2日, S50.3.2 …) are read
 * whatever the format says, because columns mix wareki with Gregorian dates of foreigners; era codes only when
 * the format says so, since 3500302 means another day under another code. A time after the date is ignored, unless it
 * names a zone: then the day is the one in Japan. What programs put round a value (quotes, .0, marks without width) and the
 * serial numbers of Excel are read too.
 * Dates before 1873 are kept as written, in the calendar of their day.
 * Gives null for what is unreadable: month 13, day 32, two-digit years without era, day- or month-first order in
 * digits, two calendars that disagree.
 */
export function parseDate(text: string, format: DateFormat | null): PartialDate | null {
  const read = readDate(text, format);
  if (read !== null || text === '') return read;
  const plain = plainCell(text);
  const seconds = excelSeconds(plain);
  if (seconds !== null)
    return { key: dayOf(seconds), outOfEra: false, impossible: false, approximate: false };
  return (plain === text ? null : readDate(plain, format)) ?? readPadded(plain, format) ?? readNamed(plain);
}

function readDate(text: string, format: DateFormat | null): PartialDate | null {
  if (format === 'era-code-12345' || format === 'era-code-13579' || format === 'jpki') {
    const written = readCoded(text, format);
    if (written) return judge(written);
  }
  const cursor = { text, at: 0 };
  const written = scanDate(cursor);
  if (!written || (cursor.at < text.length && !readTail(cursor, written))) return null;
  return judge(written);
}

/** Blanks in place of the zeros of months and days: 350 3 2 for 3500302, `1975 302` for 19750302. */
function readPadded(text: string, format: DateFormat | null): PartialDate | null {
  if (!/^[\d ]{7,9}$/u.test(text)) return null;
  const filled = text.replace(/ (?=\d(?:[\d ]{2})*$)/gu, '0');
  return filled.includes(' ') || filled === text ? null : readDate(filled, format);
}

function readNamed(text: string): PartialDate | null {
  const found = readEnglishDate(text);
  if (!found) return null;
  const cursor = { text, at: found.end };
  return cursor.at === text.length || readTail(cursor, found.written) ? judge(found.written) : null;
}

const DAYS = [31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function judge(written: WrittenDate): PartialDate | null {
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
function readCoded(text: string, format: DateFormat): WrittenDate | null {
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
