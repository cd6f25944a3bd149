import { describe, expect, it } from 'vitest';
import { byThreshold } from '../../src/score/threshold.js';

describe('byThreshold', () => {
  it.each([
    [0, 1 / 2],
    [3, 8 / 9],
    [-3, 1 / 9],
    [null, 0],
  ])('weight %s: right with %d', (own, right) => {
    expect(byThreshold(own === null ? null : { weight: own, kinship: 0, mixture: null }, []).own).toBeCloseTo(
      right,
      12,
    );
  });

  it('ranks rivals by weight, beside nobody with none', () => {
    const rival = (rid: number, weight: number) => ({ rid, weight, relations: 1 });
    const { own, rivals, nobody } = byThreshold({ weight: 0, kinship: 0, mixture: null }, [
      rival(1, 1),
      rival(2, 0),
    ]);
    // Odds 2 : 1 : 1 for half of the probability.
    expect(rivals[0]).toBeCloseTo(0.25, 12);
    expect(rivals[1]).toBeCloseTo(0.125, 12);
    expect(own + nobody + rivals[0]! + rivals[1]!).toBeCloseTo(1, 12);
  });
});
