import { COMPARISONS } from '../verify/comparisons/index.js';
import type { SourceWeights } from './model.js';
import { UNEXPLAINED } from './ordinary-explanations.js';

/**
 * m and u of a source by comparison (order of COMPARISONS) and level code; code 0 (missing) holds 1, and so does a
 * comparison that the model does not know, so that it weighs nothing.
 */
export interface Chances {
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** How often a record contradicts its own resident without an ordinary explanation. */
  readonly unexplained: number;
}

export function chances({ levels, unexplained = UNEXPLAINED }: SourceWeights): Chances {
  const table = (pick: 'm' | 'u') =>
    COMPARISONS.map((comparison) => {
      const known = levels[comparison.id];
      return comparison.levels.map((level, code) => (code === 0 || !known ? 1 : known[level.id]![pick]));
    });
  return { m: table('m'), u: table('u'), unexplained };
}

/** No level is ever certain. */
const FLOOR = 1e-7;

/** Scales level probabilities (index 0, missing, left out) to sum to 1, none below the floor. */
export function normalised(values: readonly number[]): number[] {
  const sum = values.slice(1).reduce((a, b) => a + Math.max(b, FLOOR), 0);
  return values.map((value, code) => (code === 0 ? 0 : Math.max(value, FLOOR) / sum));
}
