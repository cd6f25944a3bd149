import { vowelOf } from '../normalize/name/kana-rows.js';
import { unvoiced } from '../normalize/name/kana-table.js';

/** How far two readings are apart, nearest first. */
export type KanaDifference = 'equal' | 'sound' | 'dakuten' | 'long-vowel' | 'one-kana' | 'different';

/** Codes of kana without their dakuten. ヂ and ヅ, which sound as ジ and ズ, are at home in two columns. */
const PLAIN = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++) PLAIN[code] = code;
for (let code = 0x30a1; code <= 0x30f4; code++)
  PLAIN[code] = unvoiced(String.fromCharCode(code)).charCodeAt(0);
export const ALIKE: Readonly<Record<string, string>> = { ヂ: 'シ', ヅ: 'ス' };

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

const codeOf = (kana: string) => kana.charCodeAt(0);
export const LONG_MARK = 'ー';
const LONG = codeOf(LONG_MARK);

/** Codes of kana as they sound: those that sound as others are in one column more. */
const SOUNDS = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
for (const [kana, other] of ['ヂジ', 'ヅズ', 'ヲオ']) SOUNDS[codeOf(kana!)] = codeOf(other!);

/** What lengthens a kana that ends in a vowel, ー aside. */
export const LENGTHENING = { ア: 'ア', イ: 'イ', ウ: 'ウ', エ: 'エイ', オ: 'オウ' } as const;
/** The vowel in which a kana ends and that another one may lengthen; null for ン, ー and what is no kana. */
export function lengthens(kana: string): keyof typeof LENGTHENING | null {
  const vowel = vowelOf(kana);
  return vowel in LENGTHENING ? (vowel as keyof typeof LENGTHENING) : null;
}

/** The vowel that a kana ends in and those that it lengthens, as bits. */
const ENDS_IN = new Uint8Array(0x10000);
const LENGTHENS = new Uint8Array(0x10000);
for (const [place, [vowel, longer]] of Object.entries(LENGTHENING).entries()) {
  for (const kana of longer) LENGTHENS[codeOf(kana)]! |= 1 << place;
  for (let code = 0x30a1; code <= 0x30fa; code++)
    if (vowelOf(String.fromCharCode(code)) === vowel) ENDS_IN[code] = 1 << place;
}

/** The codes of a text, and of how it sounds; used again for every pair, and may be longer than it. */
interface Codes {
  written: Uint16Array;
  sounded: Uint16Array;
}
const [LEFT, RIGHT] = [codes(256), codes(256)];

function codes(length: number): Codes {
  return { written: new Uint16Array(length), sounded: new Uint16Array(length) };
}

/** Reads a text as it sounds: ヅ is ズ, and ー or a vowel that only lengthens the kana before it is ー (ユウコ and ユーコ are one text). */
function read(key: string, into: Codes): void {
  if (key.length > into.written.length) Object.assign(into, codes(2 * key.length));
  let last = 0;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    into.written[i] = code;
    if (code === LONG || (LENGTHENS[code]! & ENDS_IN[last]!) > 0) into.sounded[i] = LONG;
    else {
      last = SOUNDS[code]!;
      into.sounded[i] = last;
    }
  }
}

function isEqual(a: Uint16Array, b: Uint16Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Equal without what only lengthens: ユウコ, ユーコ and ユコ are ユコ. */
function isEqualShortened(a: Uint16Array, b: Uint16Array, aLength: number, bLength: number): boolean {
  let [i, j] = [0, 0];
  for (;;) {
    while (i < aLength && a[i] === LONG) i++;
    while (j < bLength && b[j] === LONG) j++;
    if (i === aLength || j === bLength) return i === aLength && j === bLength;
    if (a[i++] !== b[j++]) return false;
  }
}

/** The one slip between two texts that have been read, in one of which a kana may also be written in another way that sounds the same. */
function slipOf(a: string, b: string): ReturnType<typeof oneKana> {
  if (Math.abs(a.length - b.length) > 1) return undefined;
  return (
    oneKana(LEFT.written, RIGHT.written, a.length, b.length) ??
    oneKana(LEFT.sounded, RIGHT.sounded, a.length, b.length)
  );
}

/** What became of one kana: another one, one too many or missing, or swapped with its neighbour. */
function oneKana(
  a: Uint16Array,
  b: Uint16Array,
  aLength: number,
  bLength: number,
): 'changed' | 'missing' | 'swapped' | undefined {
  const shorter = Math.min(aLength, bLength);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[aLength - 1 - end] === b[bLength - 1 - end]) end++;
  const [aRest, bRest] = [aLength - start - end, bLength - start - end];
  if (Math.max(aRest, bRest) === 1) return aRest === bRest ? 'changed' : 'missing';
  const crosswise = a[start] === b[start + 1] && a[start + 1] === b[start];
  return aRest === 2 && bRest === 2 && crosswise ? 'swapped' : undefined;
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
  const startsAlike = a[0] === b[0];
  if (!startsAlike && Math.abs(a.length - b.length) > 1) return 'different';
  read(a, LEFT);
  read(b, RIGHT);
  if (a.length === b.length && isEqual(LEFT.sounded, RIGHT.sounded, a.length)) return 'sound';
  if (sameButForDakuten(a, b)) return 'dakuten';
  if (startsAlike && isEqualShortened(LEFT.sounded, RIGHT.sounded, a.length, b.length)) return 'long-vowel';
  const slip = slipOf(a, b);
  return slip !== undefined && length >= SHORTEST[slip] ? 'one-kana' : 'different';
}

/**
 * One kana changed in a text of two or three: too short to be a slip for certain (ツヨシ and ツヨマ, but also ユミ and
 * ユキ). One too many or missing makes another name of a short one (ユミ, ユミコ).
 */
export function isShortSlip(a: string, b: string): boolean {
  const { length } = a;
  if (length <= 1 || length >= SHORTEST.changed || length !== b.length) return false;
  read(a, LEFT);
  read(b, RIGHT);
  return slipOf(a, b) === 'changed';
}
