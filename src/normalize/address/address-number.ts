import { type Cursor, isDigit, isNumeral, readNumber } from '../number/numerals.js';
import { isKanji } from './address-fold.js';
import { isLotLetter, splitLotLetter } from './address-lot-letter.js';
import { BUILDING_MARKS, CHAIN_MARKS, markAt, NAME_MARKS, TOWN_MARKS } from './address-marks.js';
import { opensChain, partOfTown } from './address-town-number.js';

/** The town and the numbers after it in the rest of a folded address. */
export interface Numbered {
  /** Text before the numbers; the numbers of 条 and 線 belong to it, as digits. */
  readonly town: string;
  /** 丁目, 番地, 番, 号 … in order, without leading zeros; the letter of a lot (イ, 甲) is one of them. */
  readonly numbers: readonly string[];
  /** Of these, how many name the lot; a further one is a room (2-1-2-305). */
  readonly lot: number;
  /** Where the building begins. */
  readonly end: number;
}

/** 2-1-2: a town has at most this many numbers, unless its notation shows more. */
const USUAL_LOT = 3;

/** Finds the chain of house numbers in `text` from `start` on. */
export function splitNumbers(text: string, start: number): Numbered {
  const cursor: Cursor = { text, at: start };
  let town = '';
  while (cursor.at < text.length) {
    town += textBeforeNumeral(cursor);
    if (cursor.at === text.length) break;
    const from = cursor.at;
    const value = readNumber(cursor);
    if (value < 0) return { town: town + text.slice(from), numbers: [], lot: 0, end: text.length };
    const first = start > 0 && town === '';
    const part = partOfTown(cursor, { value, written: text.slice(from, cursor.at), start: from, first });
    if (part !== null) {
      const marked = isDigit(part.charCodeAt(0)) || markAt(text, cursor.at, NAME_MARKS) !== '';
      town = (marked ? withoutOrdinal(town) : town) + part;
      continue;
    }
    const mark = cursor.at;
    const chain = readChain(cursor, value);
    if (chain) return { town: withoutJoint(withoutOrdinal(town)), ...chain, end: cursor.at };
    // 1丁目 before more of the town (1丁目字山田12番地)
    cursor.at = mark;
    town += String(value);
  }
  return { town, numbers: [], lot: 0, end: text.length };
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

/** A chain of numbers while it is read. */
interface Chain {
  readonly numbers: string[];
  lot: number;
}

/** Reads 3丁目1番2号, 3-1-2, 3丁目1-2, 12番地イ … from after its first number; null when it was a part of the town after all. */
function readChain(cursor: Cursor, first: number): Chain | null {
  const { text } = cursor;
  const chain: Chain = { numbers: [String(first)], lot: USUAL_LOT };
  const { numbers } = chain;
  const opening = markAt(text, cursor.at, CHAIN_MARKS);
  for (;;) {
    const before = cursor.at;
    const mark = readMark(cursor);
    widen(chain, mark);
    const letter = readLotLetter(cursor, chain);
    if (mark === '' && text[before] !== ' ' && !letter) return chain;
    const at = cursor.at;
    if (mark === '丁目' && numbers.length === 1 && townGoesOn(text, at)) return null;
    // 北1西2 3-4: a blank stands for 丁目 where the next number goes on by itself.
    const joined =
      mark !== '' || letter || (numbers.length === 1 && /^\d+[-番]/u.test(text.slice(at, at + 6)));
    const next = joined && isNumeral(text.charCodeAt(at)) ? readNumber(cursor) : -1;
    const inBuilding = markAt(text, cursor.at, BUILDING_MARKS) !== '';
    const closed = mark === '号' && text[at - 1] === ' ';
    if (next < 0 || inBuilding || closed || (!isDigit(text.charCodeAt(at)) && !endsPart(text, cursor.at))) {
      cursor.at = at;
      return chain;
    }
    // 八丁目2丁目, 中1番9丁目: what came before a 丁目 was a name.
    if (numbers.length === 1 && text.startsWith('丁目', cursor.at)) return null;
    numbers.push(String(next));
    if (opening === '番' && endsName(chain, text, cursor.at)) return null;
  }
}

/** 麻布10番4-19-19 and 麻布10番19番地: one number after 番 is a house; three, or another 番, say that 10番 ends a name. */
function endsName({ numbers, lot }: Chain, text: string, at: number): boolean {
  if (lot !== USUAL_LOT) return false;
  return (
    numbers.length === 4 || (numbers.length === 2 && text[at] === '番' && markAt(text, at, TOWN_MARKS) === '')
  );
}

/** 番地 and 番 are followed by one number of the lot (1番2号, 12番地3), 地割 by two. */
function widen(chain: Chain, mark: string): void {
  const more = mark === '地割' ? 2 : mark === '番' || mark === '番地' ? 1 : 0;
  if (more > 0) chain.lot = Math.max(chain.lot, chain.numbers.length + more);
}

/** Moves past イ of 12番地イ, 12-イ-3; tells whether there was one. */
function readLotLetter(cursor: Cursor, chain: Chain): boolean {
  const { text } = cursor;
  if (!isLotLetter(text, cursor.at)) return false;
  chain.numbers.push(text[cursor.at] as string);
  chain.lot++;
  cursor.at++;
  const joint = text[cursor.at];
  if (joint === '-' || joint === 'ノ' || joint === '号') cursor.at++;
  return true;
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
  if (text[cursor.at] === '第') skipOrdinal(cursor);
  return mark.length > 2 || (mark.length === 2 && mark.endsWith('ノ')) ? mark.slice(0, -1) : mark;
}

/** 12丁目第19地割 is 12丁目19地割; 第2ビル is a building. */
function skipOrdinal(cursor: Cursor): void {
  const ahead: Cursor = { text: cursor.text, at: cursor.at + 1 };
  if (readNumber(ahead) >= 0 && cursor.text.startsWith('地割', ahead.at)) cursor.at++;
}

function townGoesOn(text: string, at: number): boolean {
  if (!isKanji(text.charCodeAt(at)) || isLotLetter(text, at)) return false;
  const ahead: Cursor = { text, at };
  // 3丁目五番地 is a number, 3丁目千代田5 a name.
  if (readNumber(ahead) >= 0 && endsPart(text, ahead.at)) return false;
  return /[0-9]|[一-十]番/u.test(text.slice(at));
}

function endsPart(text: string, at: number): boolean {
  return at >= text.length || text[at] === ' ' || isLotLetter(text, at) || opensChain(text, at);
}

/** 第3地割 is 3地割. */
function withoutOrdinal(town: string): string {
  return town.endsWith('第') ? town.slice(0, -1) : town;
}

/** 甲の123 is 甲123. */
function withoutJoint(town: string): string {
  if (!(town.endsWith('ノ') || town.endsWith('-'))) return town;
  const bare = town.slice(0, -1);
  return splitLotLetter(bare)[1] === '' ? town : bare;
}
