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
  // By both texts in turn: a key made of the two would be a new and long text each time.
  const numbers = new Map<string, Map<string, number>>();
  const intern = ({ ja, en }: Bilingual) => {
    const known = numbers.get(ja)?.get(en);
    if (known !== undefined) return known;
    const number = texts.push([ja, en]) - 1;
    numbers.set(ja, (numbers.get(ja) ?? new Map<string, number>()).set(en, number));
    return number;
  };
  return { intern, texts };
}
