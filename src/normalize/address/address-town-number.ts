import { type Cursor, isDigit, isNumeral, kanjiNumber } from '../number/numerals.js';
import { isKanji } from './address-fold.js';
import { isLotLetter } from './address-lot-letter.js';
import { BUILDING_MARKS, CHAIN_MARKS, isDirection, markAt, NAME_MARKS, TOWN_MARKS } from './address-marks.js';

/** A number that has just been read in an address, before any house number. */
export interface WrittenNumber {
  readonly value: number;
  /** As it stands in the text. */
  readonly written: string;
  readonly start: number;
  /** Nothing but the municipality stands before it. */
  readonly first: boolean;
}

/**
 * What a number adds to the town's name, moving past its mark; null where it opens the chain of house numbers. The answer
 * depends on what stands around the number, not on its digits: 7番江 and 七番江, 20世紀が丘 and 二十世紀が丘 come out alike.
 */
export function partOfTown(cursor: Cursor, number: WrittenNumber): string | null {
  const { text, at } = cursor;
  const { value, written } = number;
  const mark = markAt(text, at, TOWN_MARKS);
  if (mark !== '') {
    // 北1条西2丁目 is also written 北1西2.
    const short = mark === '条' && isDirection(text, at + 1) && isNumeral(text.charCodeAt(at + 2));
    cursor.at += mark.length;
    return short ? String(value) : value + mark;
  }
  if (markAt(text, at, NAME_MARKS) !== '') return nameNumber(number);
  // 東3号南12番地, 19号南2番地
  if (text[at] === '号' && isDirection(text, at + 1) && isNumeral(text.charCodeAt(at + 2))) {
    cursor.at++;
    return `${value}号`;
  }
  const before = isDirection(text, number.start - 1);
  const inDigits = isDigit(written.charCodeAt(0));
  if (isDirection(text, at) && (before || inDigits) && isNumeral(text.charCodeAt(at + 1)))
    return String(value);
  if (inDigits) return goesOnAsName(text, at, number.first) ? nameNumber(number) : null;
  // 麻布十番4-19 and 二番4-1: a kanji 番 before digits is the end of a name, but 二番4号 is a house.
  if (text[at] === '番' && isDigit(text.charCodeAt(at + 1)) && !isHouse(text, at + 1)) return String(value);
  return opensChain(text, at) || isLotAlone(cursor, number) ? null : nameNumber(number);
}

/** The numeral of a name in one notation of kanji; 参 and 壱 are no numerals there (参宮 is not 三宮), 弐拾 is one. */
function nameNumber({ value, written }: WrittenNumber): string {
  return FORMAL.test(written) && !FORMAL_TENS.test(written) ? written : kanjiNumber(value);
}

const FORMAL = /[壱弐参伍拾零○◯]/u;
const FORMAL_TENS = /^[壱弐参伍一二三四五六七八九]?拾[壱弐参伍一二三四五六七八九]?$/u;

/** Digits up to 号, a blank or the end. */
function isHouse(text: string, start: number): boolean {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  return at >= text.length || text[at] === ' ' || text[at] === '号';
}

/** 利島村二百四十八, 緑町千五百八: kanji alone are a lot right after the municipality, or where they are long. */
function isLotAlone({ text, at }: Cursor, { written, first }: WrittenNumber): boolean {
  return (at >= text.length || text[at] === ' ') && (first || written.length > 2);
}

/** Words of what stands between a lot and a room: 12田中ビル305 and 12松風荘3 are no towns, 3宅 and 1000倉町平館 are. */
const BUILDING =
  /ビル|[ア-ンー]{3}|^[^町]+(?:荘|館|寮|棟|邸|宅|室|団地|会館|住宅|社宅|宿舎|官舎|校舎|病院|ホーム|コーポ|方)$/u;

/** Lots are named after these, and so are towns (二子): right after a number they are a name. */
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** Does a name go on after digits: 6本木, 5ノ通リ, 7番江, 3ツ沢? A building may stand there too, but not before more numbers. */
function goesOnAsName(text: string, at: number, first: boolean): boolean {
  if (at >= text.length || (isLotLetter(text, at) && !BRANCHES.includes(text[at] as string))) return false;
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const isPlain = isKanji(next) && !isNumeral(next);
  // 1ノ町, 3ツ沢, 3ケ日, 2タ宮; but 12ノ甲 is a lot
  if (text[at] === 'ノ') return isPlain && !isLotLetter(text, at + 1);
  if (text[at] === 'ツ' || text[at] === 'ケ' || text[at] === 'タ') return isPlain;
  if (!isKanji(code)) return false;
  if (text[at] === '番') return isName(text, at + 1) && hasNumberAfterName(text, at + 1, false);
  if (text[at] === '丁') return isNameOfDistrict(text, at) && hasNumberAfterName(text, at + 1, first);
  if (markAt(text, at, CHAIN_MARKS) !== '') return false;
  return hasNumberAfterName(text, at, first);
}

/** Is the text up to the next numeral no building, and is there a numeral at all, unless the name is the whole town? */
function hasNumberAfterName(text: string, start: number, first: boolean): boolean {
  let at = start;
  while (at < text.length && text[at] !== ' ' && !isNumeral(text.charCodeAt(at))) at++;
  if (!first && (at >= text.length || text[at] === ' ')) return false;
  return !BUILDING.test(text.slice(start, at));
}

/** Kanji are a house number only before 丁目, 番, 号 … or between dashes: 八千代台 and 六本木 stay. */
export function opensChain(text: string, at: number): boolean {
  if (text[at] === '-') return isNumeral(text.charCodeAt(at + 1)) || isLotLetter(text, at + 1);
  if (text[at] === 'ノ') return isNumberToEnd(text, at + 1) || isLotLetter(text, at + 1);
  if (markAt(text, at, BUILDING_MARKS) !== '') return false;
  // 五番領 and 一番堀通町 are names.
  if (text[at] === '番' && isName(text, at + 1)) return false;
  if (text[at] === '丁') return !isNameOfDistrict(text, at);
  return markAt(text, at, CHAIN_MARKS) !== '';
}

/** 八丁堀 and 六丁の目 are names; 八丁目, 5丁1番 and 5丁 are not. */
function isNameOfDistrict(text: string, at: number): boolean {
  const next = text[at + 1] === 'ノ' ? text.charCodeAt(at + 2) : text.charCodeAt(at + 1);
  return text[at + 1] !== '目' && isKanji(next) && !isNumeral(next);
}

/** 二十五の三 is a number, 五之三町 a name. */
function isNumberToEnd(text: string, start: number): boolean {
  let at = start;
  while (isNumeral(text.charCodeAt(at))) at++;
  return at > start && (!isKanji(text.charCodeAt(at)) || markAt(text, at, CHAIN_MARKS) !== '');
}

function isName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isKanji(code) && !isNumeral(code) && text[at] !== '地' && !isLotLetter(text, at);
}
