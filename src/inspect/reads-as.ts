import { reads } from '../verify/reading/reading.js';

/** Rows of two columns that are held against each other. */
const LOOKED = 150;
const FEWEST = 10;

/**
 * Share of rows in which the kana of one column can be read from the name in another: of a person's own name nearly all,
 * of somebody else's (the head of a household) far fewer. Null when too few rows hold both.
 */
export function shareRead(names: readonly string[], kana: readonly string[]): number | null {
  let seen = 0;
  let read = 0;
  for (let i = 0; i < names.length && seen < LOOKED; i++) {
    const name = compact(names[i] ?? '');
    const sound = compact(kana[i] ?? '');
    if (!/^[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(name) || sound === '')
      continue;
    seen += 1;
    if (reads(name, sound).verdict !== 'differs') read += 1;
  }
  return seen < FEWEST ? null : read / seen;
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s・]/g, '');
}
