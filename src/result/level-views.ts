import type { CandidateView } from '../audit/case.js';
import { COMPARISONS, isTold } from '../verify/comparisons/index.js';

/** What each comparison says, keyed by comparison; `codes` in the order of COMPARISONS. */
export function levelViews(codes: readonly number[]): CandidateView['levels'] {
  const told = COMPARISONS.flatMap((comparison, c) => {
    const code = codes[c]!;
    if (!isTold(comparison, code)) return [];
    const { id, kind, title } = comparison.levels[code]!;
    return [[comparison.id, { level: id, kind, text: title }] as const];
  });
  return Object.fromEntries(told);
}
