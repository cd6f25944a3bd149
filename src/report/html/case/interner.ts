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
  // By one of the texts: nearly all that have it have the same other, and a key made of both would be a new and long text each time.
  const numbers = new Map<string, number[]>();
  const intern = ({ ja, en }: Bilingual) => {
    const alike = numbers.get(ja);
    const known = alike?.find((number) => texts[number]![1] === en);
    if (known !== undefined) return known;
    const number = texts.push([ja, en]) - 1;
    if (alike) alike.push(number);
    else numbers.set(ja, [number]);
    return number;
  };
  return { intern, texts };
}
