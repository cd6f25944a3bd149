import type { Hypothesis, Own, Posterior } from './hypotheses.js';

/**
 * Judges one link by its own match weight alone: it is wrong when the weight is below 0 (Fellegi and Sunter 1969, one
 * threshold), whoever else there may be. Of the rest each rival gets a part by its weight, so that the best one ranks
 * first. What `weigh` is measured against.
 */
export function byThreshold(own: Own | null, rivals: readonly Hypothesis[]): Posterior {
  const right = own === null ? 0 : 1 / (1 + 2 ** -own.weight);
  const most = Math.max(0, ...rivals.map(({ weight }) => weight));
  const odds = rivals.map(({ weight }) => 2 ** (weight - most));
  const total = odds.reduce((a, b) => a + b, 2 ** -most);
  return {
    own: right,
    rivals: odds.map((odd) => ((1 - right) * odd) / total),
    nobody: ((1 - right) * 2 ** -most) / total,
    byRelation: {},
    householdHolds: 0,
  };
}
