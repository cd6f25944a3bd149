/** Kana that a dakuten turns into the kana one code point further on. */
const VOICEABLE = 'カキクケコサシスセソタチツテトハヒフヘホ';

const SMALL = 'ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ';
const LARGE = 'アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ';

/** Kana of one sound with another: the old ones and the four that stand for v. */
const SAME_SOUND: Readonly<Record<string, string>> = {
  ヲ: 'オ',
  ヰ: 'イ',
  ヱ: 'エ',
  ヷ: 'ヴア',
  ヸ: 'ヴイ',
  ヹ: 'ヴエ',
  ヺ: 'ヴオ',
  ヿ: 'コト',
};

/** Hyphens, dashes, minus signs, rules and wave dashes: whatever a keyboard or a font offers in place of ー. */
export const DASHES =
  '-\u00af\u02d7\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u208b\u2212\u23af\u23e4\u2500\u2501\u2e3a\u2e3b\u301c\u3030\u30fc\u3161\ufe58\ufe63\uff0d\uff5e\uff70~';

export const SEPARATORS =
  '\u30fb\uff65\u00b7\u2022\u2027\u2219\u22c5\u30a0.,\u3001\u3002_/\'\u2018\u2019`\u00b4"\u201c\u201d=;:';

/** Marks that have no width or only width: spaces, controls, joiners, direction marks, variation selectors. */
const BLANK = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** True for spaces and invisible characters of the basic plane. */
export function isBlank(char: string): boolean {
  return BLANK.test(char);
}

/** True for kanji, Hangul syllables, surrogates and private use of the basic plane: no rule but a table entry knows them. */
export function isPlainBlock(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xf8ff);
}

/** The kana with a dakuten or handakuten joined; undefined when it takes none. */
export function withMark(kana: string, mark: string): string | undefined {
  if (mark === '\u3099') {
    if (kana === 'ウ') return 'ヴ';
    if (kana === 'ワ') return 'ヴア';
    return VOICEABLE.includes(kana) ? shift(kana, 1) : undefined;
  }
  return 'ハヒフヘホ'.includes(kana) ? shift(kana, 2) : undefined;
}

/** Dakuten and handakuten taken off: ガ to カ, パ to ハ, ヴ to ウ; everything else as it is. */
export function unvoiced(kana: string): string {
  if (kana === 'ヴ') return 'ウ';
  for (const step of [1, 2]) {
    const base = shift(kana, -step);
    if (kana !== base && VOICEABLE.includes(base) && (step === 1 || 'ハヒフヘホ'.includes(base))) return base;
  }
  return kana;
}

function shift(kana: string, by: number): string {
  return String.fromCharCode(kana.charCodeAt(0) + by);
}

/** Half-width forms, squared words (㌔) and circled kana, as katakana and ASCII. */
function unfolded(char: string): string {
  const code = char.charCodeAt(0);
  const compatible =
    (code >= 0xff01 && code <= 0xffef) ||
    (code >= 0x32d0 && code <= 0x32fe) ||
    (code >= 0x3300 && code <= 0x3357);
  return compatible ? char.normalize('NFKC') : char;
}

function foldUnit(char: string): string {
  const code = char.charCodeAt(0);
  if (DASHES.includes(char)) return 'ー';
  if (SEPARATORS.includes(char) || isBlank(char)) return '';
  if (char === '\u309f') return 'ヨリ';
  const kana = code >= 0x3041 && code <= 0x3096 ? shift(char, 0x60) : char;
  const small = SMALL.indexOf(kana);
  if (small >= 0) return LARGE[small]!;
  if (kana >= 'a' && kana <= 'z') return kana.toUpperCase();
  return SAME_SOUND[kana] ?? kana;
}

/**
 * What becomes of one UTF-16 unit in a strict kana key, on its own: text of any length, '' for what is dropped.
 * Dakuten, handakuten and iteration marks, which need the kana before them, are not its business.
 */
export function foldChar(char: string): string {
  if (isPlainBlock(char.charCodeAt(0))) return char;
  let folded = '';
  for (const unit of unfolded(char)) folded += foldUnit(unit);
  return folded;
}
