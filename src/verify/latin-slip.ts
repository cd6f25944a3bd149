import { distance } from 'fastest-levenshtein';

/** Letters from which on a word with one slip is still that word. */
const FEWEST_LETTERS = 3;

/**
 * Whether two words in Latin letters are one slip of the pen apart: a letter more, less or other, or two neighbouring
 * letters exchanged (the four single slips of Damerau, CACM 7(3), 1964; optimal string alignment distance 1).
 */
export function isLatinSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < FEWEST_LETTERS) return false;
  return distance(a, b) === 1 || areNeighboursExchanged(a, b);
}

function areNeighboursExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}
