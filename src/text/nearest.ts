import { distance } from 'fastest-levenshtein';

/** The allowed word nearest to a misspelt one, or null when none is near (over a third of its letters differ). */
export function nearest(found: string, allowed: readonly string[]): string | null {
  const wanted = found.toLowerCase();
  const ranked = allowed
    .map((word) => ({ word, far: apart(wanted, word.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  const best = ranked[0];
  if (!best) return null;
  const letters = Math.max(wanted.length, best.word.length);
  const limit = letters < 3 ? 0 : Math.floor(letters / 3);
  return best.far <= limit ? best.word : null;
}

// Letters merely out of order count as one slip: "cvs" for "csv".
function apart(a: string, b: string): number {
  const letters = (word: string) => [...word].toSorted().join('');
  const far = distance(a, b);
  return far > 1 && letters(a) === letters(b) ? 1 : far;
}
