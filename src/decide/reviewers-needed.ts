import { kindTexts } from '../findings/titles.js';

/**
 * How many reviewers must have decided a case alike before it closes: two where its kind of finding is severe, since a link
 * goes to the wrong person (`wrong-resident`, `swapped-links`, `nobody-fits`, `unknown-number`, `invalid-number`: `severity`
 * is high in `findings/kinds/`), one for all other kinds and for the blind sample. Until then the case is
 * `second-needed`; where they differ nobody closes it (`case-status.ts`). `oneIsEnough` is for `totsugo
 * evaluate` on files of decisions that one reviewer handed in.
 */
export function reviewersNeeded(kind: string, { oneIsEnough = false } = {}): 1 | 2 {
  return kindTexts(kind).severity === 'high' && !oneIsEnough ? 2 : 1;
}
