import { COMPARISONS } from '../verify/comparisons/index.js';
import type { SourceWeights } from './model.js';

/** m and u of a source by comparison (order of COMPARISONS) and level code; code 0 (missing) holds 1. */
export interface Chances {
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
}

export function chances({ levels }: SourceWeights): Chances {
  const table = (pick: 'm' | 'u') =>
    COMPARISONS.map((comparison) =>
      comparison.levels.map((level, code) => (code === 0 ? 1 : levels[comparison.id]![level.id]![pick])),
    );
  return { m: table('m'), u: table('u') };
}
