import type { CandidateView, LevelView } from '../audit/case.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS, isTold } from '../verify/comparisons/index.js';

/** Every level as it is shown: cases by the thousand tell the same few. */
const VIEWS = COMPARISONS.map(({ levels }) =>
  levels.map(({ id, kind, title }): LevelView => ({ level: id, kind, text: title })),
);

/** What each comparison says, keyed by comparison; `codes` in the order of COMPARISONS. */
export function levelViews(codes: readonly number[]): CandidateView['levels'] {
  const told: Record<string, LevelView> = {};
  for (const [c, comparison] of COMPARISONS.entries()) {
    const code = codes[c]!;
    if (isTold(comparison, code)) told[comparison.id] = VIEWS[c]![code]!;
  }
  return told;
}

/** What a level is called where nothing is to be told of what it may mean. */
export function plainTitle(comparison: string, level: string): Bilingual | undefined {
  const found = COMPARISONS.find(({ id }) => id === comparison)?.levels.find(({ id }) => id === level);
  return found && (found.plain ?? found.title);
}
