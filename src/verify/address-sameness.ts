import type { Address } from '../normalize/address/address.js';
import { UNKNOWN_CHARACTER } from '../normalize/address/address-fold.js';
import { splitLotLetter } from '../normalize/address/address-lot-letter.js';
import { isDigit, isNumeral } from '../normalize/number/numerals.js';
import { areLatin, sameLatinPlace } from './latin-address.js';

/** How far two addresses name one place, down to the house number. */
export type Sameness =
  | 'same'
  | 'town-shortened'
  | 'number-missing'
  | 'room-in-number'
  | 'town'
  | 'city'
  | 'none';

/** Compares town and number; prefecture, municipality, 小字 and an old municipality may be left out on one side. */
export function samePlace(a: Address, b: Address): Sameness {
  if (areLatin(a.text, b.text)) return sameLatinPlace(a.text, b.text);
  if (a.prefecture !== '' && b.prefecture !== '' && a.prefecture !== b.prefecture) return 'none';
  const numbers = sameNumber(a, b);
  if (sameTown(a, b) || sectionLeftOut(a, b) || sectionLeftOut(b, a)) {
    return numbers === 'town' && a.town === '' && b.town === '' ? 'city' : numbers;
  }
  if (otherLotLetter(a, b)) return 'town';
  if (numbers === 'same' && a.number !== '' && shortenedTown(a, b)) return 'town-shortened';
  return a.city !== '' && b.city !== '' && sameCity(a.city, b.city) ? 'city' : 'none';
}

function sameTown(a: Address, b: Address): boolean {
  if (sameText(a.town, b.town)) {
    // 本庄市876-1 has no town: numbers run through the municipality, which must be known then.
    return a.town === ''
      ? a.city !== '' && b.city !== '' && sameCity(a.city, b.city)
      : cityFits(a.city, b.city);
  }
  return endsWithTown(a, b) || endsWithTown(b, a) || sameLotLetter(a, b) || sameDistrict(a, b);
}

/** A district of a merged municipality (地域自治区), which has left its 区 behind since: 盛岡市玉山区馬場 and 盛岡市玉山馬場. 第一区 is none. */
function sameDistrict(a: Address, b: Address): boolean {
  const [one, other] = [a, b].map(({ town }) => town.match(/^(\p{Script=Han}{2,}?)区(.*)$/u));
  const [named, bare] = one ? [one, b.town] : [other, a.town];
  if (!named || (one && other) || !cityFits(a.city, b.city)) return false;
  const [, district = '', rest = ''] = named;
  return !isNumeral(district.charCodeAt(district.length - 1)) && district + rest === bare;
}

/** Where the municipality was left out of `short`, or could not be told from the town (余市町朝日町, 利島村). */
function endsWithTown(long: Address, short: Address): boolean {
  const rest = short.city + short.town;
  const whole = long.city + long.town;
  if (rest.length < 2 || whole === rest) return whole === rest && rest !== '';
  return long.town.length >= 2 && rest.length >= long.town.length && endsWithName(whole, rest);
}

/** 大字馬場字上原123 is 馬場123: house numbers run through the whole 大字. */
function sectionLeftOut(full: Address, short: Address): boolean {
  if (full.oaza === '') return false;
  return full.oaza === short.town
    ? cityFits(full.city, short.city)
    : short.city === '' && full.city + full.oaza === short.town;
}

/** リ部12番地 is リ12. */
function sameLotLetter(a: Address, b: Address): boolean {
  if (a.town.endsWith('部') === b.town.endsWith('部') || !cityFits(a.city, b.city)) return false;
  const [stem, letter] = splitLotLetter(a.town);
  const [otherStem, otherLetter] = splitLotLetter(b.town);
  return letter !== '' && letter === otherLetter && sameText(stem, otherStem);
}

/** 内子甲123 and 内子乙123, 内子甲123 and 内子123: lots of one town that a letter tells apart. */
function otherLotLetter(a: Address, b: Address): boolean {
  if (a.number === '' || b.number === '' || !cityFits(a.city, b.city)) return false;
  const [stem, letter] = splitLotLetter(a.town);
  const [otherStem, otherLetter] = splitLotLetter(b.town);
  return letter !== otherLetter && sameText(stem, otherStem);
}

/** What makes another town of a name (大曲緑町, 新堀新田, 旭1条) rather than a part of it. */
const OTHER_TOWN = /(?:町|条|ケ丘|台|団地|新田|中央)$/u;
/** What stood before the name of a town that was a municipality's (高岡町内山). */
const OLD_MUNICIPALITY = /[市町村区]$/u;

/**
 * 馬場 for 馬場上原, 内山 for 高岡町内山. One character more or less (阿品 and 阿品台, 本町 and 東本町) is another town; so is
 * one numeral more (二番町 and 十二番町), or a second 町 (東町 and 海田東町).
 */
function shortenedTown(a: Address, b: Address): boolean {
  const [long, short] = a.town.length >= b.town.length ? [a.town, b.town] : [b.town, a.town];
  if (short.length < 2 || long.length < short.length + 2 || a.city === '' || !sameCity(a.city, b.city))
    return false;
  if (startsWithName(long, short)) return !OTHER_TOWN.test(long.slice(short.length));
  if (!endsWithName(long, short)) return false;
  return !short.endsWith('町') || OLD_MUNICIPALITY.test(long.slice(0, -short.length));
}

function startsWithName(long: string, short: string): boolean {
  return long.startsWith(short) && !splitsNumber(long, short.length);
}

function endsWithName(long: string, short: string): boolean {
  return long.endsWith(short) && !splitsNumber(long, long.length - short.length);
}

/** Would a cut at this place go through a number? */
function splitsNumber(text: string, at: number): boolean {
  return at > 0 && isNumeral(text.charCodeAt(at - 1)) && isNumeral(text.charCodeAt(at));
}

function cityFits(a: string, b: string): boolean {
  return a === '' || b === '' || sameCity(a, b);
}

/** A designated city with its ward (横浜市中区) may stand without the ward, or as the ward alone; 東村山市 is not 村山市. */
function sameCity(a: string, b: string): boolean {
  if (sameText(a, b)) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length < 2) return false;
  return short.endsWith('市')
    ? long.startsWith(short)
    : long.endsWith(short) && long[long.length - short.length - 1] === '市';
}

function sameNumber(a: Address, b: Address): Sameness {
  if (a.number === b.number) return 'same';
  const [long, short] = a.number.length >= b.number.length ? [a, b] : [b, a];
  if (short.number === '') return 'number-missing';
  if (!long.number.startsWith(`${short.number}-`)) return 'town';
  const rest = long.number.slice(short.number.length + 1);
  // 12番地イ is another lot than 12番地; 12番地イ2 may be written 12番地イ.
  if (!isDigit(rest.charCodeAt(0))) return 'town';
  // 12-3-205 beside 12-3 コーポ田中205: the last number was a room.
  if (rest === short.room) return 'same';
  if (short.room !== '' && short.building === '' && rest.length < 3) return 'town';
  return /^\d{3,}$/.test(rest) && short.number.includes('-') ? 'room-in-number' : 'number-missing';
}

/** Same building and room, as far as both sides tell: one of them may write the room alone. */
export function sameBuilding(a: Address, b: Address): boolean {
  // Of two addresses in Latin letters all words have been compared.
  if (areLatin(a.text, b.text) || a.number !== b.number) return true;
  if (a.room !== b.room) return false;
  return a.room !== '' || a.building === b.building;
}

/** Equal, taking unknown characters for any one character; at least half of the characters must be known. */
function sameText(a: string, b: string): boolean {
  if (!(a.includes(UNKNOWN_CHARACTER) || b.includes(UNKNOWN_CHARACTER))) return a === b;
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length) return false;
  let known = 0;
  for (let i = 0; i < left.length; i++) {
    if (left[i] === UNKNOWN_CHARACTER || right[i] === UNKNOWN_CHARACTER) continue;
    if (left[i] !== right[i]) return false;
    known++;
  }
  return known * 2 >= left.length;
}
