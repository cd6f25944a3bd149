import type { Bilingual } from './bilingual.js';
import { nearest } from './nearest.js';

/** One thing wrong in a file that people write. `path` leads to the node concerned: keys and list positions. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  /** Point at the key itself instead of its value. */
  readonly atKey?: boolean;
  readonly text: Bilingual;
}

/** "Did you mean …?", or the list of what is allowed when nothing is near. */
export function suggestion(found: string, allowed: readonly string[]): Bilingual {
  const near = nearest(found, allowed);
  if (near !== null) return { ja: `「${near}」ではありませんか。`, en: `Did you mean "${near}"?` };
  const list = allowed.join(', ');
  return { ja: `使えるのは ${list} です。`, en: `Allowed: ${list}.` };
}
