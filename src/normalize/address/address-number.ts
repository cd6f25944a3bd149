import { type Cursor, isDigit, isNumeral, readNumber } from '../number/numerals.js';
import { isKanji } from './address-fold.js';

/** The town and the numbers after it in the rest of a folded address. */
export interface Numbered {
  /** Text before the numbers; the numbers of 条 and 線 belong to it, as digits. */
  readonly town: string;
  /** 丁目, 番地, 番, 号 … in order, without leading zeros. */
  readonly numbers: readonly string[];
  /** Where the building begins. */
  readonly end: number;
}

/** After these a number belongs to the name of the town: 北1条, 東3線, 一番町, 七番丁, 第二区画. */
const TOWN_MARKS = marks(
  '条',
  '線',
  '番町',
  '番丁',
  '番耕地',
  '番割',
  '丁町',
  '号地',
  '号線',
  '町',
  '区',
  '軒',
  '日',
);
/** Of these, the ones whose kanji numeral is a name that nobody writes in digits: 五日市, 三軒茶屋. */
const NAME_MARKS = ['町', '区', '軒', '日'];
/** These end a number of the chain; longest first. */
const CHAIN_MARKS = marks('丁目', '番地ノ', '番地', '番ノ', '番', '地割', '号ノ', '号', '丁', 'ノ', '-', '.');
/** After these a number belongs to a building: 2号館, 305号室, 3階, B1F. */
const BUILDING_MARKS = marks('号館', '号棟', '号室', '番館', '番街', '階', '棟', 'F', '室');
const DIRECTIONS = '東西南北';

/** The first of the marks that stands at this place, or ''. */
function markAt(text: string, at: number, marks: Marks): string {
  if (at >= text.length || marks.first[text.charCodeAt(at)] === 0) return '';
  for (const mark of marks.all) if (text.startsWith(mark, at)) return mark;
  return '';
}

/** Marks with a table of the characters they begin with, which settles most places at once. */
interface Marks {
  readonly all: readonly string[];
  readonly first: Uint8Array;
}

function marks(...all: readonly string[]): Marks {
  const first = new Uint8Array(65_536);
  for (const mark of all) first[mark.charCodeAt(0)] = 1;
  return { all, first };
}

/** Finds the chain of house numbers in `text` from `start` on. */
export function splitNumbers(text: string, start: number): Numbered {
  const cursor: Cursor = { text, at: start };
  let town = '';
  while (cursor.at < text.length) {
    town += textBeforeNumeral(cursor);
    if (cursor.at === text.length) break;
    const from = cursor.at;
    const number = readNumber(cursor);
    if (number < 0) return { town: town + text.slice(from), numbers: [], end: text.length };
    const written = text.slice(from, cursor.at);
    const part = partOfTown(cursor, number, written);
    if (part !== null) {
      town += part;
      continue;
    }
    const mark = cursor.at;
    const numbers = readChain(cursor, number);
    if (numbers) return { town: withoutOrdinal(town), numbers, end: cursor.at };
    // 1丁目 before more of the town (1丁目字山田12番地)
    cursor.at = mark;
    town += String(number);
  }
  return { town, numbers: [], end: text.length };
}

/** Moves to the next numeral; the text before it without blanks. */
function textBeforeNumeral(cursor: Cursor): string {
  const { text, at: from } = cursor;
  let blank = false;
  while (cursor.at < text.length && !isNumeral(text.charCodeAt(cursor.at))) {
    if (text[cursor.at] === ' ') blank = true;
    cursor.at++;
  }
  const before = text.slice(from, cursor.at);
  return blank ? before.replaceAll(' ', '') : before;
}

/** What a number adds to the town's name, moving past its mark; null where it opens the chain of numbers. */
function partOfTown(cursor: Cursor, number: number, written: string): string | null {
  const { text, at } = cursor;
  const mark = markAt(text, at, TOWN_MARKS);
  if (mark !== '') {
    if (NAME_MARKS.includes(mark) && !isDigit(written.charCodeAt(0))) return written;
    // 北1条西2丁目 is also written 北1西2.
    const short =
      mark === '条' && DIRECTIONS.includes(text[at + 1] ?? '-') && isNumeral(text.charCodeAt(at + 2));
    cursor.at += mark.length;
    return short ? String(number) : number + mark;
  }
  if (!isDigit(written.charCodeAt(0))) {
    // 麻布十番4-19 and 二番4-1: a kanji 番 before digits is the end of a name.
    if (text[at] === '番' && isDigit(text.charCodeAt(at + 1))) return String(number);
    return opensChain(text, at) ? null : written;
  }
  return DIRECTIONS.includes(text[at] ?? '-') && isDigit(text.charCodeAt(at + 1)) ? String(number) : null;
}

/** Kanji are a house number only before 丁目, 番, 号 … or between dashes: 八千代台 and 六本木 stay. */
function opensChain(text: string, at: number): boolean {
  if (text[at] === '-') return isNumeral(text.charCodeAt(at + 1));
  if (text[at] === 'ノ') return isNumberToEnd(text, at + 1);
  if (markAt(text, at, BUILDING_MARKS) !== '') return false;
  // 五番領 and 一番堀通町 are names.
  if (text[at] === '番' && isName(text, at + 1)) return false;
  if (text.startsWith('丁', at)) return text[at + 1] === '目' || !isKanji(text.charCodeAt(at + 1));
  return markAt(text, at, CHAIN_MARKS) !== '';
}

/** 二十五の三 is a number, 五之三町 a name. */
function isNumberToEnd(text: string, start: number): boolean {
  let at = start;
  while (isNumeral(text.charCodeAt(at))) at++;
  return at > start && (!isKanji(text.charCodeAt(at)) || markAt(text, at, CHAIN_MARKS) !== '');
}

function isName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isKanji(code) && !isNumeral(code) && text[at] !== '地';
}

/** Reads 3丁目1番2号, 3-1-2, 3丁目1-2 … from after its first number; null when it was a part of the town after all. */
function readChain(cursor: Cursor, first: number): string[] | null {
  const { text } = cursor;
  const numbers = [String(first)];
  for (;;) {
    const before = cursor.at;
    const mark = readMark(cursor);
    if (mark === '' && text[before] !== ' ') return numbers;
    const at = cursor.at;
    if (mark === '丁目' && numbers.length === 1 && townGoesOn(text, at)) return null;
    // 北1西2 3-4: a blank stands for 丁目 where the next number goes on by itself.
    const joined = mark !== '' || (numbers.length === 1 && /^\d+[-番]/u.test(text.slice(at, at + 6)));
    const next = joined && isNumeral(text.charCodeAt(at)) ? readNumber(cursor) : -1;
    const inBuilding = markAt(text, cursor.at, BUILDING_MARKS) !== '';
    const closed = mark === '号' && text[at - 1] === ' ';
    if (next < 0 || inBuilding || closed || (!isDigit(text.charCodeAt(at)) && !endsPart(text, cursor.at))) {
      cursor.at = at;
      return numbers;
    }
    // 八丁目2丁目, 中1番9丁目: what came before a 丁目 was a name.
    if (numbers.length === 1 && text.startsWith('丁目', cursor.at)) return null;
    numbers.push(String(next));
  }
}

/** Moves past one mark, blanks around it and a further dash; gives the mark or ''. */
function readMark(cursor: Cursor): string {
  const { text } = cursor;
  if (text[cursor.at] === ' ') cursor.at++;
  const mark = markAt(text, cursor.at, BUILDING_MARKS) !== '' ? '' : markAt(text, cursor.at, CHAIN_MARKS);
  if (mark === '') return '';
  cursor.at += mark.length;
  if (mark !== '-' && (text[cursor.at] === '-' || text[cursor.at] === 'ノ')) cursor.at++;
  if (text[cursor.at] === ' ' && isNumeral(text.charCodeAt(cursor.at + 1))) cursor.at++;
  return mark.length > 2 || (mark.length === 2 && mark.endsWith('ノ')) ? mark.slice(0, -1) : mark;
}

function townGoesOn(text: string, at: number): boolean {
  return (
    isKanji(text.charCodeAt(at)) && !isNumeral(text.charCodeAt(at)) && /[0-9]|[一-十]番/u.test(text.slice(at))
  );
}

function endsPart(text: string, at: number): boolean {
  return at >= text.length || text[at] === ' ' || opensChain(text, at);
}

/** 第3地割 is 3地割. */
function withoutOrdinal(town: string): string {
  return town.endsWith('第') ? town.slice(0, -1) : town;
}
