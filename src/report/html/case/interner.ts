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
  // Most are the very objects of a list of words: these need no key.
  const numbered = new Map<Bilingual, number>();
  const intern = (text: Bilingual) => {
    const seen = numbered.get(text);
    if (seen !== undefined) return seen;
    const key = `${text.ja}\u0000${text.en}`;
    const number = numbers.get(key) ?? texts.push([text.ja, text.en]) - 1;
    numbers.set(key, number);
    numbered.set(text, number);
    return number;
  };
  return { intern, texts };
}
