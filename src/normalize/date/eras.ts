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
