import { COMPARISONS, speaksFor } from '../verify/comparisons/index.js';
import { contradictions, isUnexplainedForSure, UNEXPLAINED } from './explanations.js';
import { mixtureRate } from './hypotheses.js';
import type { LevelParameters } from './model.js';
import { levelCounts, type Pattern } from './patterns.js';

/** What the expectation-maximisation over agreement patterns learns for one source. */
export interface Learned {
  readonly wrongRate: number;
  readonly levels: Readonly<Record<string, Readonly<Record<string, LevelParameters>>>>;
  /** Estimated wrong rate after each round: how it converged. */
  readonly convergence: readonly number[];
}

/** Chances that two random residents share each item, counted over the register, by comparison. */
export type Collisions = Readonly<Record<string, number>>;

/** Links' worth of belief in the first estimates: they decide in a small file and vanish in a large one. */
const PRIOR_LINKS = 400;
const PRIOR_WRONG_RATE = 2e-4;
const PRIOR_WRONG_LINKS = 2000;
const ROUNDS = 30;
/** Share of wrong links that go to a relative of the owner: family name and address agree all the same. */
const RELATIVE_SHARE = 0.3;
const UNSETTLED = { wrong: 0, right: 0 } as const;
/** No level is ever certain. */
const FLOOR = 1e-7;

/**
 * Learns m for every level and the wrong rate of a source by expectation-maximisation over counted agreement
 * patterns (Fellegi-Sunter with conditional independence; Winkler 1988), with u held fixed from random pairs.
 * A link is the resident's own, a random other person's, or a relative's; without the last, two members of
 * one household would teach the model that a resident's own given name may differ. What people have settled counts
 * as they said.
 */
export function learn(
  patterns: readonly Pattern[],
  random: readonly Pattern[],
  collisions: Collisions,
): Learned {
  const u = chance(random, patterns, collisions);
  let m = COMPARISONS.map(({ levels }) => normalised(levels.map((level) => level.m)));
  let wrongRate = PRIOR_WRONG_RATE;
  const links = patterns.reduce((sum, { count }) => sum + count, 0);
  const convergence: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const right = COMPARISONS.map(({ levels }) => levels.map((level) => PRIOR_LINKS * level.m));
    let wrong = PRIOR_WRONG_LINKS * PRIOR_WRONG_RATE;
    for (const { codes, count, settled = UNSETTLED } of patterns) {
      const p = wrongProbability(codes, m, u, wrongRate);
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
  return { wrongRate, levels: parameters(m, u, levelCounts(patterns)), convergence };
}

/** Probability that a link with these levels is wrong, before anyone looked for rivals. */
export function wrongProbability(
  codes: readonly number[],
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
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
    if (!foreign.has(c)) rest *= m[c]![code]!;
  });
  const mixture = foreign.size > 0 ? mixtureRate(wrongRate) * rest : 0;
  const other = wrongRate * ((1 - RELATIVE_SHARE) * stranger + RELATIVE_SHARE * relative) + mixture;
  if (foreign.size > 0) own = Math.min(own, UNEXPLAINED * rest);
  return other / (other + (1 - wrongRate) * own);
}

/**
 * u from random pairs with a little of the first estimate mixed in. A level of agreement is never rarer by chance
 * than its share of the links times the chance that two residents have that name, date or address: a sample
 * of some thousand pairs cannot show such a rate, the register's own counts can.
 */
function chance(random: readonly Pattern[], links: readonly Pattern[], collisions: Collisions): number[][] {
  const counts = levelCounts(random);
  const observed = levelCounts(links);
  return COMPARISONS.map(({ id, levels }, c) => {
    const [compared, comparedLinks] = [total(counts[c]!), total(observed[c]!)];
    const rates = levels.map((level, code) => {
      const rate = (counts[c]![code]! + (level.guess ?? LEAST_GUESS)) / (compared + 1);
      if (!speaksFor(level)) return rate;
      const share = (observed[c]![code]! + level.m) / (comparedLinks + 1);
      const counted = share * Math.max(collisions[id]!, level.u ?? 0);
      return level.counted && counted > 0 ? counted : Math.max(rate, counted);
    });
    return normalised(rates);
  });
}

/** First guess of how often a stranger reaches a level of agreement. */
const LEAST_GUESS = 0.001;

/** Pairs that could be compared: all but the level `missing`. */
function total(counts: readonly number[]): number {
  return counts.slice(1).reduce((sum, n) => sum + n, 0);
}

/** Scales level probabilities (index 0, missing, left out) to sum to 1, none below the floor. */
function normalised(values: readonly number[]): number[] {
  const sum = values.slice(1).reduce((a, b) => a + Math.max(b, FLOOR), 0);
  return values.map((value, code) => (code === 0 ? 0 : Math.max(value, FLOOR) / sum));
}

/** Of every comparison; of an optional one where the source carries the item, and the register does. */
function parameters(m: number[][], u: number[][], counts: number[][]): Learned['levels'] {
  return Object.fromEntries(
    COMPARISONS.flatMap(({ id, levels, optional }, c) =>
      optional && total(counts[c]!) === 0
        ? []
        : [
            [
              id,
              Object.fromEntries(
                levels
                  .slice(1)
                  .map((level, i) => [
                    level.id,
                    { m: m[c]![i + 1]!, u: u[c]![i + 1]!, count: counts[c]![i + 1]! },
                  ]),
              ),
            ],
          ],
    ),
  );
}
