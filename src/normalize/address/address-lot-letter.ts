import { isNumeral } from '../number/numerals.js';
import { isKanji } from './address-fold.js';
import { BUILDING_MARKS, markAt } from './address-marks.js';

/** 十干 and 十二支: 甲123番地 and 乙123番地 are two lots. */
const STEMS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥';
const NO = 'ノ'.charCodeAt(0);

/** Is this a character that tells lots of one number apart: イロハ…, 甲乙丙丁…, 子丑寅卯…? */
function isLetter(code: number): boolean {
  return (code >= 0x30a2 && code <= 0x30f3 && code !== NO) || STEMS.includes(String.fromCharCode(code));
}

/**
 * Does a letter of a lot stand by itself at this place, after a number (6612番地イ, 12-甲, 7ロ3)? イ of a building's name
 * (イズミ荘) and 甲 of a place (甲南) do not.
 */
export function isLotLetter(text: string, at: number): boolean {
  if (at >= text.length || !isLetter(text.charCodeAt(at))) return false;
  const next = text.charCodeAt(at + 1);
  if (at + 1 === text.length || isNumeral(next)) return true;
  if (text[at + 1] === 'ノ' || text[at + 1] === '-') return isNumeral(text.charCodeAt(at + 2));
  return text[at + 1] === ' ' || (text[at + 1] === '号' && markAt(text, at + 1, BUILDING_MARKS) === '');
}

/** Words that end in a katakana letter of their own. */
const WORD_END = /(?:通リ|向イ|入リ|曲リ|廻リ)$/u;

/** A town with the letter of a lot at its end (内子甲 of 内子甲123番地, リ部, ト字) as the rest and the letter; else [town, '']. */
export function splitLotLetter(town: string): readonly [string, string] {
  const end = town.endsWith('部') ? town.length - 2 : town.length - 1;
  if (end < 0 || !isLetter(town.charCodeAt(end)) || WORD_END.test(town)) return [town, ''];
  const alone = isKanji(town.charCodeAt(end)) || end === 0 || isKanji(town.charCodeAt(end - 1));
  return alone ? [town.slice(0, end), town[end] as string] : [town, ''];
}
