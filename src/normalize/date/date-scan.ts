import { type Cursor, isDigit, isNumeral, readNumber } from '../number/numerals.js';
import { eraAt, eraLength, FIRST_YEAR, gregorianYear } from './wareki.js';
import type { WrittenDate } from './written-date.js';

const SPACE = 1;
const SEPARATOR = 2;
const YEAR = 3;
const MONTH = 4;
const DAY = 5;
const BLANK = 6;
const SKIPPED = 7;
const FIRST = 8;
const BRACKET = 9;

const KIND = new Uint8Array(65_536);
for (const [characters, kind] of [
  [' \u3000\t\u00a0', SPACE],
  ['./-．／－‐‑‒–—−ー・,、，', SEPARATOR],
  ['年', YEAR],
  ['月', MONTH],
  ['日', DAY],
  ['*＊XxＸｘ?？●■□_＿', BLANK],
  ['閏閠生', SKIPPED],
  [FIRST_YEAR.mark, FIRST],
  ['(（[［〔【', BRACKET],
] as const) {
  for (const character of characters) KIND[character.charCodeAt(0)] = kind;
}
const DASHES = '-－‐‑‒–—−ー';
const ABOUT = /推定|頃|ごろ|ころ/u;
const UNKNOWN_WORDS = ['不詳', '不明', '不祥', '未詳'];

/**
 * Reads a date in any notation that names its own order (year first) at the cursor and moves past its day.
 * Returns null where no date stands or where its order would have to be guessed (3/2/1975).
 */
export function scanDate(cursor: Cursor): WrittenDate | null {
  const written: WrittenDate = { era: -1, year: -1, month: -1, day: -1, approximate: false };
  readPrefix(cursor, written);
  const start = cursor.at;
  const number = readNumber(cursor);
  const length = cursor.at - start;
  if (number >= 0 && length >= 6 && isDigit(cursor.text.charCodeAt(start))) {
    return splitDigits(written, number, length);
  }
  cursor.at = start;
  return scanParts(cursor, written) ? written : null;
}

/** Moves past UNKNOWN_WORDS; tells whether there was one. */
export function skipUnknownWord(cursor: Cursor): boolean {
  const found = UNKNOWN_WORDS.some((word) => cursor.text.startsWith(word, cursor.at));
  if (found) cursor.at += 2;
  return found;
}

function readPrefix(cursor: Cursor, written: WrittenDate): void {
  const { text } = cursor;
  for (;;) {
    if (KIND[text.charCodeAt(cursor.at)] === SPACE) cursor.at++;
    else if (text.startsWith('推定', cursor.at)) {
      written.approximate = true;
      cursor.at += 2;
    } else if (text.startsWith('西暦', cursor.at)) cursor.at += 2;
    else break;
  }
  written.era = eraAt(text, cursor.at);
  if (written.era < 0) return;
  cursor.at += eraLength(text, cursor.at, written.era);
  // A dot or a blank may stand after the era: S.50.3.2
  while (KIND[text.charCodeAt(cursor.at)] === SPACE || text[cursor.at] === '.') cursor.at++;
}

/** 19750302, S500302, S19750302, 19750302123015. */
function splitDigits(written: WrittenDate, number: number, length: number): WrittenDate | null {
  const date = length === 14 ? Math.trunc(number / 1_000_000) : number;
  const fits = length === 8 || length === 14 || (length === 6 && written.era >= 0);
  if (!fits) return null;
  written.year = Math.trunc(date / 10_000);
  written.month = Math.trunc(date / 100) % 100;
  written.day = date % 100;
  return written;
}

/** The parts read so far (-1 not written, 0 unknown) and which one comes next. */
interface Progress {
  readonly parts: [number, number, number];
  slot: number;
  done: boolean;
}

/** Reads up to three parts in the order year, month, day; 年月日 put a part in its place, other marks move on. */
function scanParts(cursor: Cursor, written: WrittenDate): boolean {
  const { text } = cursor;
  const progress: Progress = { parts: [-1, -1, -1], slot: 0, done: false };
  const { parts } = progress;
  while (!progress.done && cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (isNumeral(code)) {
      if ((parts[progress.slot] as number) >= 0) return false;
      const start = cursor.at;
      const number = readNumber(cursor);
      if (number < 0 || isTooLong(cursor, start, progress.slot)) return false;
      parts[progress.slot] = number;
    } else {
      const at = cursor.at;
      if (!readMark(cursor, written, progress)) return false;
      if (cursor.at === at) break;
    }
    const dayRead = progress.slot === 2 && parts[2] >= 0;
    if (dayRead && !dayMarkFollows(cursor)) progress.done = true;
  }
  [written.year, written.month, written.day] = parts;
  return progress.slot > 0 || parts[0] >= 0;
}

/** More digits than a year, or a month or day, has: 2021-0001 is the first of a year's numbers. */
function isTooLong({ text, at }: Cursor, start: number, slot: number): boolean {
  return isDigit(text.charCodeAt(start)) && at - start > (slot === 0 ? 4 : 2);
}

/** Reads what stands between numbers; does not move where the date has ended, false where it is no date. */
function readMark(cursor: Cursor, written: WrittenDate, progress: Progress): boolean {
  const { text } = cursor;
  const { parts, slot } = progress;
  const kind = KIND[text.charCodeAt(cursor.at)] as number;
  const filled = (parts[slot] as number) >= 0;
  if (kind === YEAR || kind === MONTH || kind === DAY) return readUnit(cursor, progress, kind - YEAR);
  if (kind === SEPARATOR) return readSeparator(cursor, progress, filled);
  if (kind === SPACE) {
    cursor.at++;
    if (filled && slot < 2 && isDigit(text.charCodeAt(cursor.at))) progress.slot++;
  } else if (kind === BLANK) {
    parts[slot] = 0;
    while (KIND[text.charCodeAt(cursor.at)] === BLANK) cursor.at++;
  } else if (kind === FIRST && slot === 0 && written.era >= 0 && !filled) {
    parts[0] = FIRST_YEAR.year;
    cursor.at++;
  } else if (kind === SKIPPED && !filled) cursor.at++;
  else if (kind === BRACKET && (slot === 0 ? filled : !filled))
    return skipBrackets(cursor, asFarAs(written, parts));
  else if (skipUnknownWord(cursor)) parts[slot] = 0;
  return true;
}

function readUnit(cursor: Cursor, progress: Progress, unit: number): boolean {
  if (progress.slot > unit) return false;
  moveTo(progress.parts, progress.slot, unit);
  progress.done = unit === 2;
  progress.slot = unit + 1;
  cursor.at++;
  return true;
}

/** One separator moves on to the next part; dashes where a part should stand say that it is unknown. */
function readSeparator(cursor: Cursor, progress: Progress, filled: boolean): boolean {
  const { text } = cursor;
  if (filled) {
    progress.slot++;
    cursor.at++;
    return progress.slot < 3;
  }
  if (progress.slot === 0 || !DASHES.includes(text[cursor.at] as string)) return false;
  progress.parts[progress.slot] = 0;
  while (cursor.at < text.length && DASHES.includes(text[cursor.at] as string)) cursor.at++;
  return true;
}

/** The date as it stands while its parts are read; what a bracket says of it is kept in `written`. */
function asFarAs(written: WrittenDate, parts: readonly number[]): WrittenDate {
  [written.year, written.month, written.day] = parts as [number, number, number];
  return written;
}

/**
 * Moves past a bracket, such as （昭和50年） after 1975年; （推定） says the date is approximate. False where it holds a date
 * that contradicts: one calendar says 1975, the other 1976.
 */
export function skipBrackets(cursor: Cursor, written: WrittenDate): boolean {
  const rest = cursor.text.slice(cursor.at);
  const close = rest.search(/[)）\]］〕】]/u);
  const inside = close < 0 ? rest.slice(1) : rest.slice(1, close);
  if (ABOUT.test(inside)) written.approximate = true;
  cursor.at += close < 0 ? rest.length : close + 1;
  return inside === '' || !contradicts(written, inside);
}

/** Does a text beside a date, a date itself, name another day? What only one of both tells does not count. */
export function contradicts(written: WrittenDate, text: string): boolean {
  const cursor: Cursor = { text, at: 0 };
  const other =
    eraAt(text, 0) >= 0 || isDigit(text.charCodeAt(0)) || text.startsWith('西') ? scanDate(cursor) : null;
  const year = other ? gregorianYear(other.era, other.year) : -1;
  if (!other || year <= 0 || cursor.at < text.length) return false;
  const differs = (a: number, b: number) => a > 0 && b > 0 && a !== b;
  return (
    differs(gregorianYear(written.era, written.year), year) ||
    differs(written.month, other.month) ||
    differs(written.day, other.day)
  );
}

/** A part that turned out to be the month or the day (3月2日, 2日) goes to its place. */
function moveTo(parts: number[], slot: number, unit: number): void {
  if (slot !== unit) {
    parts[unit] = parts[slot] as number;
    parts[slot] = -1;
  }
  if ((parts[unit] as number) < 0) parts[unit] = 0;
}

function dayMarkFollows(cursor: Cursor): boolean {
  let at = cursor.at;
  while (KIND[cursor.text.charCodeAt(at)] === SPACE || KIND[cursor.text.charCodeAt(at)] === BLANK) at++;
  return KIND[cursor.text.charCodeAt(at)] === DAY;
}

/** Is this UTF-16 unit a blank between parts of a date? */
export function isSpace(code: number): boolean {
  return KIND[code] === SPACE;
}

/** Does a bracket open with this UTF-16 unit? */
export function isBracket(code: number): boolean {
  return KIND[code] === BRACKET;
}
