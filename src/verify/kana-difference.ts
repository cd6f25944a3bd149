import { vowelOf } from '../normalize/name/kana-rows.js';
import { unvoiced } from '../normalize/name/kana-table.js';
import { remembered } from '../normalize/remembered.js';

/** How far two readings are apart, nearest first. */
export type KanaDifference = 'equal' | 'sound' | 'dakuten' | 'long-vowel' | 'one-kana' | 'different';

/** What lengthens a kana that ends in a vowel, ー aside. */
const LENGTHENING: Readonly<Record<string, string>> = {
  ア: 'ア',
  イ: 'イ',
  ウ: 'ウ',
  エ: 'エイ',
  オ: 'オウ',
};

/** Codes of kana without their dakuten. ヂ and ヅ, which sound as ジ and ズ, are at home in two columns. */
const PLAIN = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++) PLAIN[code] = code;
for (let code = 0x30a1; code <= 0x30f4; code++)
  PLAIN[code] = unvoiced(String.fromCharCode(code)).charCodeAt(0);
const ALIKE: Readonly<Record<string, string>> = { ヂ: 'シ', ヅ: 'ス' };

function alike(a: string, b: string, i: number, j: number): boolean {
  if (PLAIN[a.charCodeAt(i)] === PLAIN[b.charCodeAt(j)]) return true;
  const [x, y] = [a[i]!, b[j]!];
  return (
    (ALIKE[x] !== undefined && ALIKE[x] === unvoiced(y)) ||
    (ALIKE[y] !== undefined && ALIKE[y] === unvoiced(x))
  );
}

function sameButForDakuten(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!alike(a, b, i, i)) return false;
  return true;
}

/** Kana that sound as others, in one column more. */
const SOUND: Readonly<Record<string, string>> = { ヂ: 'ジ', ヅ: 'ズ', ヲ: 'オ' };

/** As it sounds: ヅ is ズ, and ー or a vowel that only lengthens the kana before it is `long` (ユウコ and ユーコ are one text). */
function soundedWith(key: string, long: 'ー' | ''): string {
  let text = '';
  let last = '';
  for (const kana of key) {
    const vowels = last === '' ? '' : (LENGTHENING[vowelOf(last)] ?? '');
    if (kana === 'ー' || vowels.includes(kana)) text += long;
    else {
      last = SOUND[kana] ?? kana;
      text += last;
    }
  }
  return text;
}

/** A reading of a kanji, or a name, meets many others. */
const TEXTS = 50_000;

/** As long as the key. */
const sounded = remembered((key: string) => soundedWith(key, 'ー'), TEXTS);

/** Without what only lengthens: ユウコ, ユーコ and ユコ are ユコ. */
const shortened = remembered((key: string) => soundedWith(key, ''), TEXTS);

/** The one slip between two texts, in one of which a kana may also be written in another way that sounds the same. */
function slipOf(a: string, b: string): ReturnType<typeof oneKana> {
  if (Math.abs(a.length - b.length) > 1) return undefined;
  return oneKana(a, b) ?? oneKana(sounded(a), sounded(b));
}

/** What became of one kana: another one, one too many or missing, or swapped with its neighbour. */
function oneKana(a: string, b: string): 'changed' | 'missing' | 'swapped' | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const shortRest = short.length - start - end;
  const longRest = long.length - start - end;
  if (longRest === 1) return shortRest === 1 ? 'changed' : 'missing';
  const crosswise = short[start] === long[start + 1] && short[start + 1] === long[start];
  return shortRest === 2 && longRest === 2 && crosswise ? 'swapped' : undefined;
}

/**
 * Shortest text in which a slip means something: a changed kana needs the rest to say enough (サトウ and カトウ are
 * two names), one too many or missing, or two swapped, is rarely another name even in a short one.
 */
const SHORTEST = { changed: 4, missing: 3, swapped: 3 } as const;

/**
 * How two strict kana keys differ. `sound`: only in how one sound is written (リョウタ, リョータ; ミズキ, ミヅキ). `dakuten`: only in dakuten or handakuten (ナカジマ, ナカシマ).
 * `long-vowel`: only in a vowel that lengthens, written or not (ユウコ, ユコ). `one-kana`: one kana changed (4 kana
 * or more), too many or missing, or two neighbours swapped (3 or more), whatever sounds alike beside it (ミヅエコ, ミズエユ). Symmetric. `length` is that of the shorter
 * whole, where a and b are parts of it. Unknown characters get no favour: they are compared as they stand.
 */
export function kanaDifference(a: string, b: string, length = Math.min(a.length, b.length)): KanaDifference {
  if (a === b) return 'equal';
  if (a.length === b.length && sounded(a) === sounded(b)) return 'sound';
  if (sameButForDakuten(a, b)) return 'dakuten';
  if (a[0] === b[0] && shortened(a) === shortened(b)) return 'long-vowel';
  const slip = slipOf(a, b);
  return slip !== undefined && length >= SHORTEST[slip] ? 'one-kana' : 'different';
}

/**
 * One kana changed in a text of two or three: too short to be a slip for certain (ツヨシ and ツヨマ, but also ユミ and
 * ユキ). One too many or missing makes another name of a short one (ユミ, ユミコ).
 */
export function isShortSlip(a: string, b: string): boolean {
  const { length } = a;
  return length > 1 && length < SHORTEST.changed && length === b.length && slipOf(a, b) === 'changed';
}
