import { latinKey } from './latin-key.js';

/**
 * Family names that are always written as two letters, as passports of Nepal have them: K C (Khatri Chhetri), G C (Gharti
 * Chhetri), B K (Bishwakarma) and their like. Any other pair of letters is the initials of given names.
 */
const FAMILIES: ReadonlySet<string> = new Set('KC GC BK DC BC RC TC'.split(' '));

/**
 * Latin words as [family, given] where the family name is such a pair, in front (K C ANIL PRASAD, K.C. ANIL) or behind
 * (Anil K C); null where it is not.
 */
export function cutInitialFamily(words: readonly string[]): readonly [string, string] | null {
  const [first = '', second = ''] = words;
  const [last = '', beforeLast = ''] = words.toReversed();
  const isWhole = (word: string | undefined) => word !== undefined && latinKey(word).length > 1;
  if (isPair(first) && isWhole(words[1])) return [first, words.slice(1).join(' ')];
  if (isPair(first + second) && isSingle(first) && words.slice(2).some(isWhole))
    return [`${first} ${second}`, words.slice(2).join(' ')];
  if (words.length < 2 || !isWhole(first)) return null;
  if (isDotted(last) && isPair(last)) return [last, words.slice(0, -1).join(' ')];
  return isPair(beforeLast + last) && isSingle(last) && words.length > 2
    ? [`${beforeLast} ${last}`, words.slice(0, -2).join(' ')]
    : null;
}

const isPair = (text: string) => FAMILIES.has(latinKey(text));
const isSingle = (word: string) => latinKey(word).length === 1;
const isDotted = (word: string) => word.includes('.');
