import { initialShares, type SourceModel } from '../../src/score/model.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';

/** Bits that an item adds when it agrees outright and takes when it differs, in the order of COMPARISONS; 0 for the rest. */
const BITS = [2, 4, 8, 1, 16] as const;
const AGREE: ReadonlySet<string> = new Set(['exact', 'identical']);

/** A model whose weights can be added up by hand: ±2, ±4, ±8, ±1, ±16 bits; every other level weighs nothing. */
export function smallModel(
  overrides: Partial<SourceModel> = {},
  bits: readonly number[] = BITS,
): SourceModel {
  const levels = COMPARISONS.map(({ id, levels: all }, c) => [
    id,
    Object.fromEntries(
      all.slice(1).map((level) => {
        const bit = bits[c] ?? 0;
        const weight = AGREE.has(level.id) ? bit : level.id === 'different' ? -bit : 0;
        return [level.id, { m: 0.5, u: 0.5 / 2 ** weight, count: 1 }];
      }),
    ),
  ]);
  return {
    links: 1000,
    wrongRate: 0.001,
    convergence: [],
    relationShares: initialShares(),
    opportunities: {
      namesake: 0.001,
      'same-name': 20,
      household: 1,
      'number-slip': 0.00002,
      'number-near': 0.1,
      'adjacent-row': 4,
      terminal: 4,
      'neighbour-record': 2,
      'same-record': 0.01,
      crosswise: 0.0001,
      resembles: 1000,
    },
    levels: Object.fromEntries(levels),
    besideRate: 0.01,
    besideShare: 0.15,
    coverage: 0.5,
    repeats: 0.5,
    ...overrides,
  };
}
