/** Full-width kana and marks to JIS X 0201: a dakuten is a character (and a byte) of its own. */
const HALF = halfWidthTable();
const SMALL = 'ァィゥェォッャュョヮ';
const LARGE = 'アイウエオツヤユヨワ';
const PLAIN = 'カキクケコサシスセソタチツテトハヒフヘホ';
const VOICED = 'ガギグゲゴザジズゼゾダヂヅデドバビブベボ';
const SOUNDS = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ';

function halfWidthTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>([['　', ' ']]);
  for (let code = 0xff61; code <= 0xff9d; code++) {
    const half = String.fromCharCode(code);
    for (const mark of ['', '\u{ff9e}', '\u{ff9f}']) {
      const full = (half + mark).normalize('NFKC');
      if ([...full].length === 1) table.set(full, half + mark);
    }
  }
  return table;
}

/** `ガッコウ` to `ｶﾞｯｺｳ`; what has no half-width form stays. */
export function halfKana(kana: string): string {
  return [...kana].map((char) => HALF.get(char) ?? char).join('');
}

/** As a bank writes a holder: small kana large, ー as '-', ヲ as オ, half width. */
export function bankKana(kana: string): string {
  const large = [...kana].map((char) => {
    const at = SMALL.indexOf(char);
    return at >= 0 ? LARGE[at]! : char;
  });
  return halfKana(large.join('').replaceAll('ヲ', 'オ').replaceAll('ー', '-'));
}

/** The same name with one dakuten more or less after the first sound (ナカジマ, ナカシマ), or null. */
export function dakutenSlip(kana: string): string | null {
  const chars = [...kana];
  const at = chars.findIndex((char, index) => index > 0 && VOICED.includes(char));
  if (at > 0) chars[at] = PLAIN[VOICED.indexOf(chars[at]!)]!;
  else {
    const plain = chars.findLastIndex((char, index) => index > 0 && PLAIN.includes(char));
    if (plain <= 0) return null;
    chars[plain] = VOICED[PLAIN.indexOf(chars[plain]!)]!;
  }
  return chars.join('');
}

/** Another spelling of a long vowel (サトウ, サトー; オオノ, オーノ; メアリー, メアリ), or null. */
export function longVowel(kana: string): string | null {
  const changed = kana
    .replace(/([オコソトノホモヨロゴゾドボポョウクスツヌフムユルグズュ])ウ/, '$1ー')
    .replace(/オオ/, 'オー');
  if (changed !== kana) return changed;
  return /.ー/.test(kana) ? kana.replace('ー', '') : null;
}

/** One kana mistyped: the second-last sound becomes its neighbour of the syllabary. */
export function kanaTypo(kana: string): string {
  const chars = [...kana];
  const at = chars.findLastIndex((char, index) => index < chars.length - 1 && SOUNDS.includes(char));
  const place = Math.max(at, 0);
  const sound = SOUNDS.indexOf(chars[place]!);
  chars[place] = SOUNDS[(sound + 5) % SOUNDS.length]!;
  return chars.join('');
}
