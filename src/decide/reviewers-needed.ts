import type { Case } from '../audit/case.js';

/**
 * How many reviewers must have decided a case alike before it closes: two where its kind of finding is severe (`severity` in
 * `findings/kinds/`), one otherwise. Until then it is `second-needed`; where they differ nobody closes it (`case-status.ts`).
 */
export function reviewersNeeded(severity: Case['severity']): 1 | 2 {
  return severity === 'high' ? 2 : 1;
}
