import { type Cursor, isDigit, readNumber } from '../number/numerals.js';
import { gregorianYear, isSpace, scanDate } from './date-scan.js';

const PARTS = /^[T\s\u3000]*(午前|午後|[AP]M)?\s*([0-9:：時分秒.\s]*)(Z|[+-]\d{2}:?\d{2})?\s*([AP]M)?$/iu;
/** Japan has one offset all year. */
const JAPAN_SECONDS = 9 * 3600;

/**
 * Reads a date with a time of day (20230401123015, 2023-04-01T12:30, 令和5年4月1日 12時30分) as seconds since
 * 1970-01-01 00:00 of the clock on the wall, without time zone; a date alone is its midnight. An offset or Z is
 * brought to Japanese time. Fractions of a second are dropped. Null: unreadable, or the day is not known.
 */
export function parseTimestamp(text: string): number | null {
  const cursor: Cursor = { text, at: 0 };
  const digits = digitsOnly(text);
  const date = scanDate(digits ? { text: digits.slice(0, 8), at: 0 } : cursor);
  if (!date) return null;
  const year = gregorianYear(date.era, date.year);
  if (year <= 0 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null;
  const time = digits ? digitTime(digits) : timeOfDay(text.slice(cursor.at));
  return time === null ? null : Date.UTC(year, date.month - 1, date.day) / 1000 + time;
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

function timeOfDay(rest: string): number | null {
  if (rest === '') return 0;
  const match = PARTS.exec(rest.normalize('NFKC'));
  if (!match) return null;
  const [, before, numbers, offset, after] = match;
  const parts = readNumbers(numbers ?? '');
  const time = clock(parts);
  if (time === null) return null;
  const half = (before ?? after ?? '').toUpperCase();
  const hour = parts[0] ?? 0;
  const noon = (half === '午後' || half === 'PM') && hour < 12 ? 43_200 : 0;
  const midnight = half === 'AM' && hour === 12 ? -43_200 : 0;
  return time + noon + midnight + toJapaneseTime(offset);
}

function readNumbers(text: string): number[] {
  const parts: number[] = [];
  const cursor = { text, at: 0 };
  while (cursor.at < text.length && parts.length < 3) {
    const number = readNumber(cursor);
    if (number < 0) cursor.at++;
    else parts.push(number);
  }
  return parts;
}

function clock([hour = 0, minute = 0, second = 0]: readonly number[]): number | null {
  return hour <= 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + second : null;
}

function toJapaneseTime(offset: string | undefined): number {
  if (!offset) return 0;
  if (offset.toUpperCase() === 'Z') return JAPAN_SECONDS;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return JAPAN_SECONDS - (offset.startsWith('-') ? -minutes : minutes) * 60;
}
