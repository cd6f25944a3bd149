import { once } from '../once.js';
import { type Forms, formsOf } from './reading-forms.js';
import { wordReadings } from './reading-table.js';

/** A word of several kanji that is read as one (五十嵐). */
export interface Word {
  readonly length: number;
  readonly forms: Forms;
}

interface Entry extends Word {
  readonly chars: readonly string[];
}

const NO_WORDS: readonly Word[] = [];
const byFirst = once(() => {
  const groups = new Map<string, Entry[]>();
  for (const [key, kana] of wordReadings()) {
    const chars = [...key];
    const forms = formsOf(new Map(kana.map((reading) => [reading, 0])));
    const entry = { chars, length: chars.length, forms };
    const group = groups.get(chars[0]!);
    if (group) group.push(entry);
    else groups.set(chars[0]!, [entry]);
  }
  return groups;
});

/** The forms of every word that begins with a character. */
export function wordsFrom(char: string): readonly Forms[] {
  return (byFirst().get(char) ?? []).map(({ forms }) => forms);
}

/** The words that begin at `at` in a name. */
export function wordForms(chars: readonly string[], at: number): readonly Word[] {
  const group = byFirst().get(chars[at]!);
  if (!group) return NO_WORDS;
  return group.filter((word) => word.chars.every((char, n) => chars[at + n] === char));
}
