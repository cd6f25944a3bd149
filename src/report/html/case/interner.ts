import type { Bilingual } from '../../../text/bilingual.js';
import type { TextIndex, Texts } from '../viewer-data.js';

/** Gives each distinct text one number. */
export type Interner = (text: Bilingual) => TextIndex;

/** Texts of a shard, each stored once: most sentences repeat from case to case. */
export interface TextTable {
  readonly intern: Interner;
  readonly texts: Texts;
}

export function textTable(): TextTable {
  const texts: (readonly [string, string])[] = [];
  const numbers = new Map<string, number>();
  const intern = (text: Bilingual) => {
    const key = `${text.ja}\u0000${text.en}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, texts.length);
    return texts.push([text.ja, text.en]) - 1;
  };
  return { intern, texts };
}
