import { expect, test } from 'vitest';
import { exactInterval } from '../../src/decide/exact-interval.js';
import { reliabilityOf } from '../../src/decide/reliability.js';

// Limits of Clopper and Pearson from R's binom.test.
test.each([
  [8, 10, 0.8, 0.4439, 0.9748],
  [0, 10, 0, 0, 0.3085],
  [10, 10, 1, 0.6915, 1],
  [1, 300, 1 / 300, 0.0000844, 0.01844],
])('%i of %i', (part, whole, share, low, high) => {
  const interval = exactInterval(part, whole);
  expect(interval.share).toBeCloseTo(share, 12);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('of nothing, anything', () => {
  expect(exactInterval(0, 0)).toEqual({ share: null, low: 0, high: 1 });
});

test('links are binned by probability, from the lower end of a bin on', () => {
  const bins = reliabilityOf([
    { probability: 0.5, wrong: true },
    { probability: 0.58, wrong: false },
    { probability: 0.6, wrong: true },
    { probability: 1, wrong: true },
  ]);
  expect(
    bins.map(({ from, to, links, meanProbability, wrongShare }) => [
      from,
      to,
      links,
      meanProbability,
      wrongShare,
    ]),
  ).toEqual([
    [0.5, 0.6, 2, expect.closeTo(0.54, 12), 0.5],
    [0.6, 0.7, 1, 0.6, 1],
    [0.99, 1, 1, 1, 1],
  ]);
});
