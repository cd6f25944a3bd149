import { toKatakana, toRomaji } from 'wanakana';
import { kanaKey } from './kana.js';
import { latinKey } from './latin-key.js';

/** Spellings of one sound, brought to one: kunrei and nihon-shiki to Hepburn. Order matters. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/SY/g, 'SH'],
  [/(TY|CY)/g, 'CH'],
  [/(ZY|DY|JY)/g, 'J'],
  [/SI/g, 'SHI'],
  [/TI/g, 'CHI'],
  [/TU/g, 'TSU'],
  [/HU/g, 'FU'],
  [/[ZD]I/g, 'JI'],
  [/(DZ?U|DZ)/g, 'ZU'],
  [/L/g, 'R'],
  [/V/g, 'B'],
  [/TCH/g, 'CCH'],
  [/M(?=[BMP])/g, 'N'],
  [/WO/g, 'O'],
];

/** Vowels drawn out, as passports write them or not: OH, OU, OO, UU and O are one. */
function shortened(romaji: string): string {
  return romaji
    .replace(/([OU])H(?![AIUEOY])/g, '$1')
    .replace(/O[OU]+/g, 'O')
    .replace(/([AIUE])\1+/g, '$1');
}

function inHepburn(romaji: string): string {
  let key = romaji;
  for (const [spelling, hepburn] of SPELLINGS) key = key.replace(spelling, hepburn);
  return key;
}

/** Latin text with every spelling of a sound brought to one, long vowels as short ones. */
export function romajiKey(latin: string): string {
  return shortened(inHepburn(latinKey(latin)));
}

/** Kana of the i row before which ヤユヨ may have been small, and ツ that may have been ッ. */
const UNSURE = /([キギシジチヂニヒビピミリ])([ヤユヨ])|ツ(?=[カ-チツ-トパ-ポバ-ボ])/u;
const SMALL: Readonly<Record<string, string>> = { ヤ: 'ャ', ユ: 'ュ', ヨ: 'ョ' };
/** A name has few places that are left open; beyond this many spellings the rest is taken as it stands. */
const MOST_SPELLINGS = 32;

/** A kana key writes small kana large: every text it may stand for (シヨウジ: シヨウジ, ショウジ). */
export function unfolded(key: string): string[] {
  let texts = [''];
  let rest = key;
  for (let found = UNSURE.exec(rest); found; found = UNSURE.exec(rest)) {
    const before = rest.slice(0, found.index);
    const small = found[2] ? found[1]! + SMALL[found[2]]! : 'ッ';
    const choices = texts.length < MOST_SPELLINGS ? [found[0], small] : [found[0]];
    texts = texts.flatMap((text) => choices.map((choice) => text + before + choice));
    rest = rest.slice(found.index + found[0].length);
  }
  return texts.map((text) => text + rest);
}

/** Romaji of a kana text, in the one spelling of `romajiKey`. ー is a long vowel; ヴ is as B, which romaji writes for it. */
export function romajiOf(kana: string): string {
  return romajiKey(toRomaji(kana.replace(/ー/g, '').replace(/ヴ/g, 'ブ')));
}

/** Where romaji leaves open how long a vowel is (O, OH, U after a consonant), or whether N is ン or begins ナ or ニャ. */
const OPEN = /([OU])H(?![AIUEOY])|(?<![AIUEO])([OU])(?![OU])|N(?=[AIUEOY])/g;

function choicesOf([text, , vowel]: RegExpExecArray): readonly string[] {
  if (text.endsWith('H')) return text === 'OH' ? ['OU', 'OO'] : ['UU'];
  if (vowel === undefined) return ['N', "N'"];
  return vowel === 'O' ? ['O', 'OU', 'OO'] : ['U', 'UU'];
}

/**
 * Keys of every kana that Latin text may be the romaji of, the plainest first: SATO is サト, サトウ, サトオ; JUNICHI
 * is ジユニチ, ジユンイチ. None where it is no romaji (SMITH).
 */
export function kanaOfRomaji(latin: string): readonly string[] {
  const romaji = inHepburn(latinKey(latin));
  let texts = [''];
  let end = 0;
  for (const found of romaji.matchAll(OPEN)) {
    const plain = romaji.slice(end, found.index);
    const choices = texts.length * 3 <= MOST_SPELLINGS ? choicesOf(found) : [found[0]];
    texts = choices.flatMap((choice) => texts.map((text) => text + plain + choice));
    end = found.index + found[0].length;
  }
  return texts
    .map((text) => kanaKey(toKatakana((text + romaji.slice(end)).toLowerCase())))
    .filter((kana) => /^(?!ン)[ァ-ヴー]+$/.test(kana));
}
