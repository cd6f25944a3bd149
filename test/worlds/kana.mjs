/** Kana as the sources write them, and the fold by which the planted truth tells two kana names apart. */

const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';
const HALF = new Map();
for (let code = 0xff66; code <= 0xff9d; code++) {
  const half = String.fromCharCode(code);
  const full = half.normalize('NFKC');
  HALF.set(full, half);
}

/** Full-width katakana to half-width, ダ as two characters; the space becomes ASCII. */
export function halfWidth(kana) {
  const parts = kana
    .normalize('NFD')
    .replace(/\u3099/g, 'ﾞ')
    .replace(/\u309a/g, 'ﾟ');
  return Array.from(parts, (char) => (char === '　' ? ' ' : (HALF.get(char) ?? char))).join('');
}

/** A bank's holder name: no small kana, no ヲ, ー as -, cut at `bytes` after dakuten have become bytes of their own. */
export function zengin(text, bytes = 30) {
  const plain = large(text)
    .replace(/ヲ/g, 'オ')
    .replace(/[ー・]/g, (c) => (c === 'ー' ? '-' : ' '));
  return halfWidth(plain)
    .toUpperCase()
    .replace(/[^ -Z｡-ﾟ]/g, '')
    .slice(0, bytes)
    .trim();
}

/** Small kana to large ones. */
export function large(kana) {
  return Array.from(kana, (char) => LARGE[SMALL.indexOf(char)] ?? char).join('');
}

/** What is left of a kana name when width, small kana, dashes, ヂヅヲ and separators are no difference. */
export function foldKana(text) {
  const full = text.normalize('NFKC').replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
  return large(full)
    .toUpperCase()
    .replace(/[\s　・ー\-.,]/g, '')
    .replace(/ヂ/g, 'ジ')
    .replace(/ヅ/g, 'ズ')
    .replace(/ヲ/g, 'オ');
}

/** foldKana without dakuten: ナカジマ and ナカシマ are a warning, no contradiction. */
export function looseKana(text) {
  return foldKana(text)
    .normalize('NFD')
    .replace(/[\u3099\u309a]/g, '');
}

export const toKatakana = (text) =>
  text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));
export const toHiragana = (text) =>
  text.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));

/** Levenshtein distance in UTF-16 units, which is enough for kana and Latin letters. */
export function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

/**
 * The same function, which remembers what it has said of a text.
 * @template T
 * @param {(text: string) => T} of
 * @returns {(text: string) => T}
 */
export function remembered(of) {
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, of(text));
    return known.get(text);
  };
}
