import { expect, test } from 'vitest';
import { reviewersNeeded } from '../../src/decide/reviewers-needed.js';
import { CLEAN_SAMPLE } from '../../src/findings/blind-sample.js';

test.each<[string, 1 | 2]>([
  ['wrong-resident', 2],
  ['swapped-links', 2],
  ['nobody-fits', 2],
  ['unknown-number', 2],
  ['invalid-number', 2],
  ['shared-record', 1],
  ['duplicate-link', 1],
  ['defunct-resident', 1],
  ['stale-binding', 1],
  ['duplicate-resident', 1],
  [CLEAN_SAMPLE, 1],
])('%s needs %i', (kind, needed) => {
  expect(reviewersNeeded(kind)).toBe(needed);
  expect(reviewersNeeded(kind, { oneIsEnough: true })).toBe(1);
});
