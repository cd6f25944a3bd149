import { unvoiced } from './kana-table.js';

/** How far two readings are apart, nearest first. */
export type KanaDifference = 'equal' | 'dakuten' | 'long-vowel' | 'one-kana' | 'different';

/** A changed kana means something only where the rest says enough: サトウ and カトウ are two names. */
const SHORTEST_CHANGED = 4;
/** A kana too many or too few, or two swapped, is rarely another name even in a short one. */
const SHORTEST_MISSING = 3;

/** Each kana with the row (vowel) that it ends in. */
const ROWS: readonly (readonly [string, string])[] = [
  ['アカサタナハマヤラワガザダバパ', 'ア'],
  ['イキシチニヒミリギジヂビピ', 'イ'],
  ['ウクスツヌフムユルグズヅブプヴ', 'ウ'],
  ['エケセテネヘメレゲゼデベペ', 'エイ'],
  ['オコソトノホモヨロゴゾドボポ', 'オウ'],
];
const LENGTHENED_BY = new Map<string, string>();
for (const [row, vowels] of ROWS) for (const kana of row) LENGTHENED_BY.set(kana, vowels);

/** Key of a kana for the dakuten comparison: ヂ and ヅ sound as ジ and ズ and fall to シ and ス with them. */
function plain(kana: string): string {
  if (kana === 'ヂ') return 'シ';
  if (kana === 'ヅ') return 'ス';
  return unvoiced(kana);
}

function sameButForDakuten(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && plain(a[i]!) !== plain(b[i]!) && unvoiced(a[i]!) !== unvoiced(b[i]!)) return false;
  }
  return true;
}

/** Without ー and the vowels that only lengthen the kana before them: ユウコ, ユーコ and ユコ are ユコ. */
function shortened(key: string): string {
  let short = '';
  for (const kana of key) {
    const vowels = short === '' ? undefined : LENGTHENED_BY.get(short[short.length - 1]!);
    if (kana === 'ー' || vowels?.includes(kana)) continue;
    short += kana;
  }
  return short;
}

/** One kana changed, too many, missing, or two neighbours swapped. */
function oneKanaApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const shortRest = short.length - start - end;
  const longRest = long.length - start - end;
  if (longRest === 1) return short.length >= (shortRest === 0 ? SHORTEST_MISSING : SHORTEST_CHANGED);
  if (shortRest !== 2 || longRest !== 2 || short.length < SHORTEST_MISSING) return false;
  return short[start] === long[start + 1] && short[start + 1] === long[start];
}

/**
 * How two strict kana keys differ. `dakuten`: only in dakuten or handakuten (ナカジマ, ナカシマ; ヂ and ジ).
 * `long-vowel`: only in ー or a vowel that lengthens (ユウコ, ユーコ, ユコ). `one-kana`: one kana changed (both of
 * 4 kana or more), too many or missing, or two neighbours swapped (3 or more). Symmetric. Unknown characters get
 * no favour: two texts with one are compared as they stand.
 */
export function kanaDifference(a: string, b: string): KanaDifference {
  if (a === b) return 'equal';
  if (sameButForDakuten(a, b)) return 'dakuten';
  if (shortened(a) === shortened(b)) return 'long-vowel';
  return oneKanaApart(a, b) ? 'one-kana' : 'different';
}
