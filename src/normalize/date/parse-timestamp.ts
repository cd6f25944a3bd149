import { plainCell } from '../number/cell-marks.js';
import { type Cursor, isDigit } from '../number/numerals.js';
import { isSpace, scanDate } from './date-scan.js';
import { excelSeconds } from './excel-serial.js';
import { ofParts } from './parted-date.js';
import { clock, timeOfDay } from './time-of-day.js';
import { unixTime } from './unix-time.js';
import { gregorianYear, readEraCode } from './wareki.js';
import type { DateFormat, WrittenDate } from './written-date.js';

/**
 * Reads a date with a time of day (20230401123015, 2023-04-01T12:30, 令和5年4月1日 12時30分) as seconds since
 * 1970-01-01 00:00 of the clock on the wall, without time zone; a date alone is its midnight. An offset or Z is
 * brought to Japanese time. Fractions of a second are dropped, and so are the quotes and marks of a spreadsheet, whose
 * serial numbers (45017.5) are read, as are moments counted from 1970 (`unixTime`). An era in a code (5071001, and a time behind a blank) is read where the format says so. Null:
 * unreadable, or the day is not known.
 */
export function parseTimestamp(text: string, format: DateFormat | null = null): number | null {
  const coded = isCoded(format) ? readCoded(plainCell(text), format) : unixTime(text);
  if (coded !== null) return coded;
  const read = readTimestamp(text);
  if (read !== null || text === '') return read;
  const plain = plainCell(text);
  const parts = text.includes('-') ? ofParts(text) : null;
  return (
    excelSeconds(plain) ??
    (plain === text ? null : (unixTime(plain) ?? readTimestamp(plain))) ??
    (parts === null ? null : readTimestamp(parts))
  );
}

function readTimestamp(text: string): number | null {
  const cursor: Cursor = { text, at: 0 };
  const digits = digitsOnly(text);
  const date = scanDate(digits ? { text: digits.slice(0, 8), at: 0 } : cursor);
  if (!date) return null;
  const day = ofDate(date);
  if (day === null) return null;
  const time = digits ? digitTime(digits) : (timeOfDay(text.slice(cursor.at))?.seconds ?? null);
  return time === null ? null : day + time;
}

/** Formats without which a date is not known. */
function isCoded(format: DateFormat | null): format is DateFormat {
  return format === 'era-code-12345' || format === 'era-code-13579' || format === 'jpki';
}

/** A day in a code, and the time that stands behind it. */
function readCoded(text: string, format: DateFormat): number | null {
  const whole = ofDate(readEraCode(text, format));
  const at = text.search(/[\s\u3000]\S+$/u);
  if (whole !== null || at < 0) return whole;
  const day = ofDate(readEraCode(text.slice(0, at), format));
  const time = timeOfDay(text.slice(at))?.seconds ?? null;
  return day === null || time === null ? null : day + time;
}

/** The midnight of a day that is known whole. */
function ofDate(date: WrittenDate | null): number | null {
  if (date === null) return null;
  const year = gregorianYear(date.era, date.year);
  if (year <= 0 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null;
  return Date.UTC(year, date.month - 1, date.day) / 1000;
}

/** The text as ASCII digits when it is 12 or more digits (yyyymmddhhmm…) with or without blanks. */
function digitsOnly(text: string): string | null {
  let digits = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits += String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code);
    else if (!isSpace(code)) return null;
  }
  return digits.length >= 12 && digits.length <= 20 && digits.length !== 13 ? digits : null;
}

function digitTime(digits: string): number | null {
  return clock([Number(digits.slice(8, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))]);
}
