import type { Cursor } from '../number/numerals.js';
import { bringToJapan } from './calendar-day.js';
import { isBracket, isSpace, scanDate, skipBrackets, skipUnknownWord } from './date-scan.js';
import { timeOfDay } from './time-of-day.js';
import { gregorianYear } from './wareki.js';
import type { WrittenDate } from './written-date.js';

const ABOUT = ['頃', 'ごろ', 'ころ', '推定', '上旬', '中旬', '下旬', '初旬', '末', '春', '夏', '秋', '冬'];
const RANGE = ['から', '～', '〜', '~', '乃至', 'ないし', 'または', '又は'];
const HARMLESS = ['生まれ', '生れ', '生', 'まで', '迄', 'の間'];
const TIME =
  /^[T\s\u3000]*(?:午前|午後|[AaPp][Mm])?[\s\u3000]*[0-9０-９][0-9０-９:：時分秒.+\-\s]*(?:[AaPp][Mm])?\s*(?:Z|UTC|GMT|JST)?[+-]?[0-9:\s]*(?:[[(（].*)?$/u;
const END = /^(?:[.．。,、/]|[日月火水木金土]曜日?|満?[0-9０-９]{1,3}[歳才])[\s\u3000]*$/u;

/**
 * Reads what may follow a date: 頃 and 推定, brackets, the other end of a range, a time (ignored). Changes
 * `written` accordingly and tells whether all of the rest was understood.
 */
export function readTail(cursor: Cursor, written: WrittenDate): boolean {
  const { text } = cursor;
  while (cursor.at < text.length) {
    if (isSpace(text.charCodeAt(cursor.at))) cursor.at++;
    else if (skipWord(cursor, ABOUT)) written.approximate = true;
    else if (skipWord(cursor, HARMLESS) || skipUnknownWord(cursor)) continue;
    else if (skipWord(cursor, RANGE)) return readOtherEnd(cursor, written);
    else if (isBracket(text.charCodeAt(cursor.at))) {
      if (!skipBrackets(cursor, written)) return false;
    } else return readRest(text.slice(cursor.at), written);
  }
  return true;
}

/** The end of a text: a full stop, a time (of which only a zone matters), a weekday, an age, the same day in the other calendar. */
function readRest(rest: string, written: WrittenDate): boolean {
  if (END.test(rest)) return true;
  if (!TIME.test(rest)) return isSameDay(rest, written);
  const time = timeOfDay(rest);
  if (time) bringToJapan(written, time);
  return true;
}

/** 昭和50年3月2日/1975-03-02 */
function isSameDay(rest: string, written: WrittenDate): boolean {
  const text = rest.replace(/^[/／=＝|｜・,、:：\s-]+/u, '');
  const cursor = { text, at: 0 };
  const other = scanDate(cursor);
  if (!other || other.day < 1 || (cursor.at < text.length && !readTail(cursor, other))) return false;
  return (
    gregorianYear(other.era, other.year) === gregorianYear(written.era, written.year) &&
    other.month === written.month &&
    other.day === written.day
  );
}

function skipWord(cursor: Cursor, words: readonly string[]): boolean {
  for (const word of words) {
    if (cursor.text.startsWith(word, cursor.at)) {
      cursor.at += word.length;
      return true;
    }
  }
  return false;
}

/** Of a range, only what both ends share is known: 5月1日から10日まで is May, day unknown. */
function readOtherEnd(cursor: Cursor, written: WrittenDate): boolean {
  const end = scanDate(cursor);
  if (!end || !readTail(cursor, end)) return false;
  written.approximate = true;
  const sameEra = end.era < 0 || end.era === written.era;
  if (end.year >= 0 && !(sameEra && end.year === written.year))
    written.year = written.month = written.day = 0;
  else if (end.month >= 0 && end.month !== written.month) written.month = written.day = 0;
  else if (end.day >= 0 && end.day !== written.day) written.day = 0;
  return true;
}
