import { COMPARISONS } from '../verify/comparisons/index.js';
import { mixtureRate } from './hypotheses.js';
import { type Chances, normalised } from './level-chances.js';
import {
  contradictions,
  isClearlyTheirs,
  isUnexplainedForSure,
  UNEXPLAINED,
} from './ordinary-explanations.js';
import type { Pattern } from './patterns.js';

/** What the expectation-maximisation over agreement patterns learns for one source. */
export interface LearnedByEm {
  /** m by comparison (order of COMPARISONS) and level code. */
  readonly m: readonly (readonly number[])[];
  readonly wrongRate: number;
  /** Estimated wrong rate after each round: how it converged. */
  readonly convergence: readonly number[];
}

/** Links' worth of belief in the first estimates: they decide in a small file and vanish in a large one. */
const PRIOR_LINKS = 400;
const PRIOR_WRONG_RATE = 2e-4;
const PRIOR_WRONG_LINKS = 2000;
const ROUNDS = 30;
/** Share of wrong links that go to a relative of the owner: family name and address agree all the same. */
const RELATIVE_SHARE = 0.3;
const UNSETTLED = { wrong: 0, right: 0 } as const;

/**
 * The EM of the program: learns m for every level and the wrong rate of a source by expectation-maximisation over
 * counted agreement patterns (Fellegi-Sunter with conditional independence; Winkler 1988), with u held fixed.
 * A link is the resident's own, a random other person's, or a relative's; without the last, two members of
 * one household would teach the model that a resident's own given name may differ. What people have settled counts
 * as they said. Once rivals are known the wrong rate is learned again (`relearn-from-rivals.ts`).
 */
export function learnByEm(
  patterns: readonly Pattern[],
  u: readonly (readonly number[])[],
  unexplained = UNEXPLAINED,
): LearnedByEm {
  let m = COMPARISONS.map(({ levels }) => normalised(levels.map((level) => level.m)));
  let wrongRate = PRIOR_WRONG_RATE;
  const links = patterns.reduce((sum, { count }) => sum + count, 0);
  const convergence: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const right = COMPARISONS.map(({ levels }) => levels.map((level) => PRIOR_LINKS * level.m));
    let wrong = PRIOR_WRONG_LINKS * PRIOR_WRONG_RATE;
    for (const { codes, count, settled = UNSETTLED } of patterns) {
      const p = wrongProbability(codes, { m, u, unexplained }, wrongRate);
      const open = count - settled.wrong - settled.right;
      wrong += settled.wrong + open * p;
      codes.forEach((code, c) => {
        if (code > 0) right[c]![code]! += settled.right + open * (1 - p);
      });
    }
    m = right.map(normalised);
    wrongRate = wrong / (links + PRIOR_WRONG_LINKS);
    convergence.push(wrongRate);
  }
  return { m, wrongRate, convergence };
}

/** Probability that a link with these levels is wrong, before anyone looked for rivals. */
export function wrongProbability(
  codes: readonly number[],
  { m, u, unexplained }: Chances,
  wrongRate: number,
): number {
  const foreign = new Set(isUnexplainedForSure(codes) ? contradictions(codes) : []);
  let own = 1;
  let stranger = 1;
  let relative = 1;
  let rest = 1;
  codes.forEach((code, c) => {
    if (code === 0) return;
    own *= m[c]![code]!;
    stranger *= u[c]![code]!;
    relative *= COMPARISONS[c]!.levels[code]!.kin ? m[c]![code]! : u[c]![code]!;
    if (foreign.has(c)) return;
    rest *= m[c]![code]!;
  });
  const mixture = foreign.size > 0 ? mixtureRate(wrongRate) * rest : 0;
  const other = wrongRate * ((1 - RELATIVE_SHARE) * stranger + RELATIVE_SHARE * relative) + mixture;
  if (foreign.size > 0) {
    const isClear = unexplained > UNEXPLAINED && isClearlyTheirs(codes, bitsOf(codes, m, u));
    own = Math.min(own, rest * (isClear ? unexplained : UNEXPLAINED));
  }
  return other / (other + (1 - wrongRate) * own);
}

/** Match weights in bits, in the order of COMPARISONS; 0 where nothing was compared. */
export function bitsOf(
  codes: readonly number[],
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
): readonly number[] {
  return codes.map((code, c) => (code === 0 ? 0 : Math.log2(m[c]![code]! / u[c]![code]!)));
}
