import type { Bilingual } from '../text/bilingual.js';
import { kanaDifference } from '../verify/kana-difference.js';

/** Of a record beside another one: a name that another hand wrote down as well, or that only one of them states. */
export const SAME = {
  name: { ja: '氏名＝A', en: 'name = A' },
  kana: { ja: 'カナ＝A', en: 'kana = A' },
  unknown: { ja: '氏名は比較不可', en: 'names cannot be compared' },
} as const;

/** The same, where both state a name, or both its kana, and these are other ones, in whole or in one part. */
const UNLIKE = {
  'name-differs': { ja: '氏名≠A', en: 'name ≠ A' },
  'family-differs': { ja: '氏のみ≠A', en: 'family name alone ≠ A' },
  'given-differs': { ja: '名のみ≠A', en: 'given name alone ≠ A' },
  'kana-differs': { ja: 'カナ≠A', en: 'kana ≠ A' },
  'family-kana-differs': { ja: '氏のカナのみ≠A', en: 'kana of the family name alone ≠ A' },
  'given-kana-differs': { ja: '名のカナのみ≠A', en: 'kana of the given name alone ≠ A' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Kana that are written otherwise, as the comparison of names judges, with its sign: neither the same nor another name. */
const NOTATION = { 'kana-notation': { ja: 'カナ≈A', en: 'kana ≈ A' } } as const;

export const NAMES = { ...SAME, ...UNLIKE, ...NOTATION } as const;
export type SameName = keyof typeof NAMES;

/** By what names differ that differ in that; null of others. */
export function differsIn(same: SameName | null): 'name' | 'kana' | null {
  if (same === null || !(same in UNLIKE)) return null;
  return same.includes('kana') ? 'kana' : 'name';
}

const NOTATIONS: ReadonlySet<string> = new Set(['equal', 'sound', 'dakuten', 'long-vowel']);

/**
 * What `case_records` has of two names, more closely: which part is another one, and whether kana are but written in another way. `parts`
 * are the keys of family name, given name and whole of A and then of the other, a bar between; null where they are not unlike.
 */
export function sameName(same: string | null, parts: string | null): SameName | null {
  if (parts === null) return same as SameName | null;
  const [family, given, whole, otherFamily, otherGiven, otherWhole] = parts.split('|') as Parts;
  const isKana = same === 'kana-differs';
  const isLike = (one: string, other: string) =>
    one === other || (isKana && NOTATIONS.has(kanaDifference(one, other)));
  if (![family, given, otherFamily, otherGiven].includes('')) {
    const [isFamily, isGiven] = [isLike(family, otherFamily), isLike(given, otherGiven)];
    if (isFamily !== isGiven) return `${isFamily ? 'given' : 'family'}${isKana ? '-kana' : ''}-differs`;
    return isFamily && isKana ? 'kana-notation' : (same as SameName);
  }
  return isKana && isLike(whole, otherWhole) ? 'kana-notation' : (same as SameName);
}

type Parts = [string, string, string, string, string, string];
