import { splitBuilding, splitCareOf } from './address-building.js';
import { foldAddress, UNKNOWN_CHARACTER } from './address-fold.js';
import { splitNumbers } from './address-number.js';
import { splitPlace } from './address-place.js';

/** An address in parts, all in folded form (katakana, ASCII digits); '' for a part that is not written. */
export interface Address {
  /** As it was given. */
  readonly text: string;
  readonly prefecture: string;
  /** Municipality without its 郡, with the ward of a designated city. */
  readonly city: string;
  /** Without 大字, 字 and, in Kyoto, the street directions. */
  readonly town: string;
  /** The 大字, where a 小字 is marked as such after it (大字馬場字上原): the 小字 is often left out. */
  readonly oaza: string;
  /** House numbers joined by hyphens: 2-1-2; the letter of a lot is one of them: 6612-イ. */
  readonly number: string;
  readonly building: string;
  readonly room: string;
  /** The householder of 田中方. */
  readonly careOf: string;
  /** Kyoto only: 寺町通御池上ル. */
  readonly streets: string;
  /** Town and number: what two notations of one place share. Empty when the text says no place. */
  readonly key: string;
}

const NO_PLACE = /^(?:不明|不詳|未詳|不定|住所不定|住所不明|ナシ|無シ|-)$/u;
const POSTAL_CODE = /^(?:〒[0-9]{3}-?[0-9]{4}|[0-9]{3}-[0-9]{4}(?![-0-9]))[ ]?/u;
/** Kyoto: everything up to the last of these is a way to get there, not the town. */
const STREETS = /^(.*(?:上ル|上ガル|下ル|下ガル|サガル|アガル|[東西]入ル?(?![船野間江])))(.+)$/u;
const NOTHING: Address = {
  text: '',
  prefecture: '',
  city: '',
  town: '',
  oaza: '',
  number: '',
  building: '',
  room: '',
  careOf: '',
  streets: '',
  key: '',
};

/**
 * Reads an address into its parts, without a gazetteer or the network. What two notations of one place differ in
 * is folded away: width, kanji numerals before 丁目/番/号/条, 番地/番/号/の/-, ヶケが, 大字/字, old kanji, street
 * directions, a prefecture left out (`key` has none). It never throws.
 */
export function canonicalAddress(text: string): Address {
  let folded = foldAddress(text);
  if (folded === '' || (folded.length < 8 && NO_PLACE.test(folded))) return { ...NOTHING, text };
  const first = folded.charCodeAt(0);
  if (first === 0x3012 || (first >= 0x30 && first <= 0x39))
    folded = foldAddress(folded.replace(POSTAL_CODE, ''));
  const [place, careOf] = splitCareOf(folded);
  const { prefecture, city, end: start } = splitPlace(place);
  const { town: written, numbers, lot, end } = splitNumbers(place, start);
  const { building, room } = splitBuilding(place.slice(end));
  const [streets, named] = splitStreets(prefecture, city, written);
  const [town, oaza] = splitTown(named);
  const number = numbers.slice(0, lot).join('-');
  const rest = numbers.slice(lot).join('-');
  return {
    text,
    prefecture,
    city,
    town,
    oaza,
    number,
    building,
    room: rest === '' ? room : rest + room,
    careOf,
    streets,
    key: isUnknown(town) && number === '' ? '' : town + number,
  };
}

function isUnknown(town: string): boolean {
  for (const character of town) if (character !== UNKNOWN_CHARACTER) return false;
  return true;
}

function splitStreets(prefecture: string, city: string, town: string): readonly [string, string] {
  const elsewhere = city !== '' ? !(city.startsWith('京都市') || prefecture === '京都府') : prefecture !== '';
  if (elsewhere) return ['', town];
  const match = STREETS.exec(town);
  return match ? [match[1] as string, match[2] as string] : ['', town];
}

/** Takes 大字, 字 and 小字 out (文字 and 十字 are names): the town, and what came before the 小字. */
function splitTown(written: string): readonly [string, string] {
  if (!written.includes('字')) return [written, ''];
  const parts = written.replace(/大字/gu, '').split(/(?<![文十])小?字/u);
  return [parts.join(''), parts.length > 1 ? (parts[0] as string) : ''];
}
