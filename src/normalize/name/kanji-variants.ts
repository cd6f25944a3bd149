import { readFileSync } from 'node:fs';
import { once } from '../once.js';

/** Where it is written that one kanji is a variant of another. */
export type VariantRule = 'koseki' | 'jis' | 'jinmei' | 'joyo' | 'hyogai' | 'radical' | 'extended';

/** The form that all variants of a kanji share, and the table that says so. */
export interface Variant {
  readonly to: string;
  readonly rule: VariantRule;
}

/**
 * The variants by character, from data/kanji-variants.tsv (MJ縮退マップ; sources and licence in its head). `to` is
 * the end of the chain: it is never itself a key.
 */
export const kanjiVariants = once((): ReadonlyMap<string, Variant> => {
  const variants = new Map<string, Variant>();
  const text = readFileSync(new URL('../data/kanji-variants.tsv', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    const [from, to, rule] = line.split('\t');
    if (to === undefined) continue;
    variants.set(fromHex(from!), { to: fromHex(to), rule: rule as VariantRule });
  }
  return variants;
});

function fromHex(hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}
