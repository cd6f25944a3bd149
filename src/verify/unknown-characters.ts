import { hasUnknownCharacter, kanjiKey } from '../normalize/name/kanji.js';

/**
 * Whether two names may be the same when each unknown character stands for exactly one character: equal keys
 * elsewhere, and at least one known character equal. Symmetric. Unknown characters alone never match, and a
 * private-use character does not even match itself.
 */
export function matchesWithUnknown(a: string, b: string): boolean {
  const left = [...kanjiKey(a)];
  const right = [...kanjiKey(b)];
  if (left.length !== right.length) return false;
  let known = 0;
  for (let i = 0; i < left.length; i++) {
    if (hasUnknownCharacter(left[i]!) || hasUnknownCharacter(right[i]!)) continue;
    if (left[i] !== right[i]) return false;
    known++;
  }
  return known > 0;
}
