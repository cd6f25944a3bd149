import { distance } from 'fastest-levenshtein';
import { isLatinSlip } from './latin-slip.js';
import type { NameLevelId } from './name-levels.js';
import type { PersonName } from './person-name.js';

/** Letters from which on a word in common is no coincidence of initials. */
const FEWEST_LETTERS = 3;
/** Letters from which on a third of them may be misspelt. */
const FEWEST_MISSPELT = 4;

type Pair = readonly [NameLevelId, NameLevelId];

/**
 * Two Latin names of which nobody can tell which word is the family name: one word is the same but for a slip, wherever it
 * stands, and what is left of both is nearly the same, run together or cut apart (whitue joshau, joshua white; meeking rach zel).
 * Levels as the parts of the shorter name have them. Null where they are not: MOORE SUSAN is no JAMES MOORE.
 */
export function turnedLatin(one: PersonName, other: PersonName): Pair | null {
  const [a, b] = [one, other].toSorted(byLength) as [PersonName, PersonName];
  if (a.latinWords.length === 0 || b.latinWords.length + a.latinWords.length < 3) return null;
  const slip = oneSlip(a, b);
  if (slip || a.latinWords.length < 2 || b.latinWords.length < 2) return slip;
  const pairs = a.latinWords.flatMap((word, i) =>
    b.latinWords.flatMap((other, j) => {
      const level = commonLevel(word, other);
      if (level === null) return [];
      const rest = restLevel(without(a.latinWords, i), without(b.latinWords, j));
      if (rest === null) return [];
      return [a.family.written.includes(word) ? ([level, rest] as const) : ([rest, level] as const)];
    }),
  );
  return pairs.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

/** Letters from which on a name without a blank is still that name with one slip of the pen. */
const FEWEST_WITHOUT_BLANK = 8;

/** All words the same but for a slip in one of them, in whatever order; or all letters of a name whose blanks are lost. */
function oneSlip(a: PersonName, b: PersonName): Pair | null {
  if (a.latinWords.length === 1 || b.latinWords.length === 1) {
    const [one, other] = [a.writtenWhole, b.writtenWhole];
    if (Math.min(one.length, other.length) < FEWEST_WITHOUT_BLANK || !isLatinSlip(one, other)) return null;
    const named = a.latinWords.length === 1 ? b : a;
    const family = named.family.written;
    return family !== '' && [one, other].every((whole) => whole.startsWith(family))
      ? ['exact', 'near']
      : ['near', 'order'];
  }
  if (a.latinWords.length !== b.latinWords.length) return null;
  const left = [...b.latinWords];
  const odd = a.latinWords.filter((word) => {
    const place = left.indexOf(word);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  if (odd.length !== 1 || !isLatinSlip(odd[0]!, left[0]!)) return null;
  const isFamily = a.family.written.includes(odd[0]!) || b.family.written.includes(left[0]!);
  return isFamily ? ['near', 'order'] : ['order', 'near'];
}

/** Whichever side is which: in the order of their words where they have as many. */
const byLength = (a: PersonName, b: PersonName) =>
  a.latinWords.length - b.latinWords.length || (a.words < b.words ? -1 : 1);

const without = (words: readonly string[], place: number) => words.toSpliced(place, 1).join('');

function commonLevel(a: string, b: string): NameLevelId | null {
  if (Math.min(a.length, b.length) < FEWEST_LETTERS) return null;
  if (a === b) return 'order';
  return isLatinSlip(a, b) ? 'near' : null;
}

const RANKS: readonly NameLevelId[] = ['order', 'near', 'misspelt'];
const rank = (pair: Pair) => pair.reduce((sum, level) => sum + 4 ** RANKS.indexOf(level), 0);

function restLevel(a: string, b: string): NameLevelId | null {
  if (a === b) return 'order';
  if (isLatinSlip(a, b)) return 'near';
  const shorter = Math.min(a.length, b.length);
  return shorter >= FEWEST_MISSPELT && distance(a, b) <= shorter / 3 ? 'misspelt' : null;
}
