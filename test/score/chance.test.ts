import { describe, expect, it } from 'vitest';
import { binomialTail, standingOut } from '../../src/score/chance.js';

describe('binomialTail', () => {
  it.each([
    // By hand: 1 - (1/2)^3; 3 heads of 3; P(X >= 2), X ~ B(4, 1/4) = 67/256.
    [1, 3, 0.5, 7 / 8],
    [3, 3, 0.5, 1 / 8],
    [2, 4, 0.25, 67 / 256],
    [0, 10, 0.1, 1],
  ])('P(at least %d of %d at rate %d)', (k, n, rate, expected) => {
    expect(binomialTail(k, n, rate)).toBeCloseTo(expected, 12);
  });

  it('does not underflow for large files', () => {
    expect(binomialTail(40, 1_000_000, 1e-6)).toBeGreaterThan(0);
    expect(binomialTail(40, 1_000_000, 1e-6)).toBeLessThan(1e-30);
  });
});

describe('standingOut', () => {
  it.each([
    // 0.01 i / tests for i = 1, 2, 3: the third passes, and so do the two before it, though the second alone would not.
    [[0.02, 0.0003, 0.00025, 0.00009], 100, [0.00009, 0.00025, 0.0003]],
    [[0.02, 0.0003, 0.00025, 0.00009], 10, [0.00009, 0.00025, 0.0003]],
    [[0.02, 0.0003], 1000, []],
    [[], 0, []],
  ])('of %j in %d tests: %j', (ps, tests, expected) => {
    expect(
      standingOut(
        ps.map((p) => ({ p })),
        tests,
      ).map(({ p }) => p),
    ).toEqual(expected);
  });
});
