import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMyNumber } from '../../src/audit/my-number.js';
import { numberSlips } from '../../src/prepare/number-slips.js';

describe('numberSlips', () => {
  it('corrects an invalid number back to the one that was meant', () => {
    // 983205673214 is the published example of a valid number; one digit, then two neighbours, are off.
    expect(numberSlips('983205673224')).toContain('983205673214');
    expect(numberSlips('983205763214')).toContain('983205673214');
  });

  it('gives only valid numbers that differ in one digit or one swap', () => {
    const digits = fc.stringMatching(/^[0-9]{12}$/);
    fc.assert(
      fc.property(digits, (number) => {
        for (const slip of numberSlips(number)) {
          expect(isMyNumber(slip)).toBe(true);
          const places = [...slip].flatMap((digit, i) => (digit === number[i] ? [] : [i]));
          expect(places.length === 1 || (places.length === 2 && places[1] === places[0]! + 1)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
