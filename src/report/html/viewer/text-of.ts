import type { Bilingual } from '../../../text/bilingual.js';
import type { CaseShard, TextIndex } from '../viewer-data.js';

/** The text behind a number of a shard. */
export type TextOf = (number: TextIndex) => Bilingual;

export function textsOf({ texts }: CaseShard): TextOf {
  return (number) => {
    const [ja, en] = texts[number]!;
    return { ja, en };
  };
}
