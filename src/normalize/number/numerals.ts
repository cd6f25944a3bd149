/** A place in a text that is being read; the only mutable thing in the scanners, and never shared. */
export interface Cursor {
  readonly text: string;
  at: number;
}

const NOT_A_NUMERAL = 255;
/** What a character is worth: 0-9 a digit, else a kanji of that value. */
const WORTH = new Uint16Array(65_536).fill(NOT_A_NUMERAL);
for (let d = 0; d <= 9; d++) {
  WORTH[0x30 + d] = d;
  WORTH[0xff10 + d] = d;
}
// ○ and ◯ (circles) are written for 〇.
for (const [characters, worth] of [
  ['〇零○◯', 0],
  ['一壱壹', 1],
  ['二弐貳', 2],
  ['三参參', 3],
  ['四', 4],
  ['五伍', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['十拾', 10],
  ['廿', 20],
  ['卅', 30],
  ['百', 100],
  ['千', 1000],
] as const) {
  for (const character of characters) WORTH[character.charCodeAt(0)] = worth;
}

/** Is this UTF-16 unit an ASCII or full-width digit? */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Is this UTF-16 unit a digit of any kind, or a kanji numeral? NaN, the end of a text, is none. */
export function isNumeral(code: number): boolean {
  return (WORTH[code] ?? NOT_A_NUMERAL) !== NOT_A_NUMERAL;
}

/**
 * Reads a whole number at the cursor and moves past it: ASCII or full-width digits, or kanji as digits (五〇)
 * or with units (五十, 二百三). Returns -1, without moving, where no number stands.
 * More than 15 digits cannot be told apart as a number and also give -1.
 */
export function readNumber(cursor: Cursor): number {
  const { text } = cursor;
  const start = cursor.at;
  let at = start;
  let value = 0;
  while (at < text.length && isDigit(text.charCodeAt(at))) {
    value = value * 10 + (WORTH[text.charCodeAt(at)] as number);
    at++;
  }
  if (at > start) {
    if (at - start > 15) return -1;
    cursor.at = at;
    return value;
  }
  return readKanjiNumber(cursor);
}

function readKanjiNumber(cursor: Cursor): number {
  const { text } = cursor;
  const start = cursor.at;
  let at = start;
  let total = 0;
  let digits = -1;
  for (; at < text.length && at - start <= 15; at++) {
    const worth = WORTH[text.charCodeAt(at)] as number;
    // 十余二8丁目: digits after kanji are a number of their own.
    if (worth === NOT_A_NUMERAL || isDigit(text.charCodeAt(at))) break;
    if (worth <= 9) {
      digits = Math.max(digits, 0) * 10 + worth;
    } else {
      const isUnit = worth !== 20 && worth !== 30;
      total += isUnit ? (digits < 0 ? 1 : digits) * worth : worth;
      digits = -1;
    }
  }
  if (at === start) return -1;
  cursor.at = at;
  return total + Math.max(digits, 0);
}

const DIGITS = '〇一二三四五六七八九';
const UNITS = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
] as const;

/** A whole number below 10,000 as it stands in names, with units: 20 is 二十, 1508 千五百八. Larger ones stay digits. */
export function kanjiNumber(value: number): string {
  if (value >= 10_000) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, unit] of UNITS) {
    const count = Math.trunc(rest / worth);
    if (count > 0) text += (count > 1 ? DIGITS[count] : '') + unit;
    rest %= worth;
  }
  return rest > 0 || text === '' ? text + DIGITS[rest] : text;
}
