import { describe, expect, it } from 'vitest';
import { onePersonProbability } from '../../src/findings/duplicate-residents.js';

describe('onePersonProbability', () => {
  it('weighs what agrees against the number of others it could have been', () => {
    const evidence = [10, 5, -5].map((weight) => ({
      item: 'x',
      level: 'y',
      weight,
      text: { ja: '', en: '' },
    }));
    // 2^10 for one person, against 1,024 or 3,072 residents.
    expect(onePersonProbability(evidence, 1024)).toBe(0.5);
    expect(onePersonProbability(evidence, 3072)).toBe(0.25);
  });
});
