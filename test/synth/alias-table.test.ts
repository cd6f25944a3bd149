import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aliasTable } from '../../src/synth/names/alias-table.js';

test('drawing a slot evenly gives every value its share', () => {
  const weight = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 60 }), (weights) => {
      const total = weights.reduce((sum, w) => sum + w, 0);
      fc.pre(total > 1e-6);
      const { keep, other } = aliasTable(weights);
      const drawn = weights.map(() => 0);
      keep.forEach((p, slot) => {
        drawn[slot]! += p / weights.length;
        drawn[other[slot]!]! += (1 - p) / weights.length;
      });
      drawn.forEach((share, value) => {
        expect(share).toBeCloseTo(weights[value]! / total, 9);
      });
    }),
  );
});
