import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../../../src/findings/duplicates/components.js';

describe('components', () => {
  it('joins what hangs together under its smallest member', () => {
    const found = components([
      [5, 3],
      [8, 9],
      [3, 7],
      [1, 7],
    ]);
    expect([...found].sort(([a], [b]) => a - b)).toEqual([
      [1, 1],
      [3, 1],
      [5, 1],
      [7, 1],
      [8, 8],
      [9, 8],
    ]);
  });

  it('does not depend on the order of the pairs', () => {
    const pair = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        const sorted = (found: Map<number, number>) => [...found].sort(([a], [b]) => a - b);
        expect(sorted(components([...pairs].reverse()))).toEqual(sorted(components(pairs)));
        for (const [a, b] of pairs) expect(components(pairs).get(a)).toBe(components(pairs).get(b));
      }),
    );
  });
});
