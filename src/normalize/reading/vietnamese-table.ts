import { readFileSync } from 'node:fs';
import { kanaKey } from '../name/kana.js';
import { once } from '../once.js';

/** Common words of Vietnamese names in Latin keys, with their kana; and every kana that some of them have. */
export interface VietnameseNames {
  readonly kana: ReadonlyMap<string, ReadonlySet<string>>;
  readonly borne: ReadonlySet<string>;
}

const V_AS_B: Readonly<Record<string, string>> = { ヴア: 'バ', ヴイ: 'ビ', ヴエ: 'ベ', ヴオ: 'ボ', ヴ: 'ブ' };

/** Kana without what is written or left out at will: the mark of a long vowel, and V as B. */
export function looseKana(kana: string): string {
  return kanaKey(kana)
    .replace(/ー/g, '')
    .replace(/ヴ[アイエオ]?/g, (text) => V_AS_B[text]!);
}

export const vietnameseNames = once((): VietnameseNames => {
  const kana = new Map<string, ReadonlySet<string>>();
  const file = new URL('../data/vietnamese-names.tsv', import.meta.url);
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word = '', sounds = ''] = line.split('\t');
    if (word !== '' && !word.startsWith('#')) kana.set(word, new Set(sounds.split(' ').map(looseKana)));
  }
  return { kana, borne: new Set([...kana.values()].flatMap((sounds) => [...sounds])) };
});
