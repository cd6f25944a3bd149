import { expect, test } from 'vitest';
import { expectedError } from '../../src/evaluate/calibration.js';

test.each([
  ['nothing', [], 0],
  ['a perfect scale', [{ links: 10, meanProbability: 0.3, wrongShare: 0.3 }], 0],
  // (90 × |0.1 − 0.2| + 10 × |0.8 − 0.5|) / 100
  [
    'two bins',
    [
      { links: 90, meanProbability: 0.1, wrongShare: 0.2 },
      { links: 10, meanProbability: 0.8, wrongShare: 0.5 },
    ],
    0.12,
  ],
])('expected calibration error of %s', (_name, bins, error) => {
  expect(expectedError(bins)).toBeCloseTo(error, 12);
});
