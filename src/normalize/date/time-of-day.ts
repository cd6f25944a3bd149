import { isDigit, readNumber } from '../number/numerals.js';

const PARTS =
  /^[T\s\u3000]*(午前|午後|[AP]M)?\s*([0-9:：時分秒.\s]*)([AP]M)?\s*(Z|UTC|GMT|JST)?([+-]\d{2}(?::?\d{2})?)?\s*([AP]M)?(?:\s*[[(（].*)?$/iu;
/** Japan has one offset all year; in the summers of 1948 to 1951 it had another (`summerTime`). */
const JAPAN_SECONDS = 9 * 3600;

/** A time of day: seconds after midnight, and whether it was said where on earth; then they are of Japan, below 0 or above a day too. */
export interface TimeOfDay {
  readonly seconds: number;
  readonly zoned: boolean;
}

/** Reads what follows a date: 12:30, 午後3時5分, T15:00:00.000Z, 00:00:00 GMT+0900 (JST). Fractions of a second are dropped. Null: unreadable. */
export function timeOfDay(rest: string): TimeOfDay | null {
  if (rest === '') return { seconds: 0, zoned: false };
  const match = PARTS.exec(rest.normalize('NFKC'));
  if (!match) return null;
  const [, before, numbers = '', between, zone, offset, after] = match;
  const parts = readNumbers(numbers);
  const time = clock(parts);
  if (time === null) return null;
  const half = (before ?? between ?? after ?? '').toUpperCase();
  const hour = parts[0] ?? 0;
  const noon = (half === '午後' || half === 'PM') && hour < 12 ? 43_200 : 0;
  const midnight = half === 'AM' && hour === 12 ? -43_200 : 0;
  const zoned = zone !== undefined || offset !== undefined;
  return { seconds: time + noon + midnight + (zoned ? toJapaneseTime(zone, offset) : 0), zoned };
}

/** Hour, minute and second; 150000 is all three, and 95958 what a number left of 095958. */
function readNumbers(text: string): number[] {
  const compact = /^\s*(\d{1,2})(\d{2})(\d{2})?(?:\.\d*)?\s*$/u.exec(text);
  if (compact) return compact.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const parts: number[] = [];
  const cursor = { text, at: 0 };
  while (cursor.at < text.length && parts.length < 3) {
    const number = isDigit(text.charCodeAt(cursor.at)) ? readNumber(cursor) : -1;
    if (number < 0) cursor.at++;
    else parts.push(number);
  }
  return parts;
}

/** Seconds of hour, minute and second; null where there is no such time. */
export function clock([hour = 0, minute = 0, second = 0]: readonly number[]): number | null {
  return hour <= 24 && minute < 60 && second <= 60 ? hour * 3600 + minute * 60 + second : null;
}

function toJapaneseTime(zone: string | undefined, offset: string | undefined): number {
  if (offset === undefined) return zone?.toUpperCase() === 'JST' ? 0 : JAPAN_SECONDS;
  const minutes = Number(offset.slice(1, 3)) * 60 + (offset.length > 3 ? Number(offset.slice(-2)) : 0);
  return JAPAN_SECONDS - (offset.startsWith('-') ? -minutes : minutes) * 60;
}

/** 夏時刻法: first and last day of the summers in which Japan's clocks were an hour ahead, as yyyymmdd. */
const SUMMERS = [
  [19480502, 19480911],
  [19490403, 19490910],
  [19500507, 19500909],
  [19510506, 19510908],
] as const;

/** Was Japan's clock an hour ahead on this day (yyyymmdd)? */
export function isSummerTime(day: number): boolean {
  return SUMMERS.some(([first, last]) => day >= first && day <= last);
}
