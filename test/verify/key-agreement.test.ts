import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/verify/agreement.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';
import { mustBeKeys } from '../../src/verify/key-agreement.js';

type Counts = Readonly<Record<string, readonly [agrees: number, compared: number]>>;

const agreement = (name: string, counts: Counts) =>
  COMPARISONS.map(({ id }, comparison): Agreement => {
    const [agrees, compared] = counts[id] ?? [0, 0];
    return { source: name, comparison, agrees, compared };
  });
const judged = (counts: Counts) => mustBeKeys(agreement('welfare', counts), new Set(['welfare']));

describe('keys of residents', () => {
  it.each<[string, Counts]>([
    ['of another system', { family: [21, 1000], given: [9, 1000], birth_date: [0, 1000], sex: [510, 1000] }],
    [
      'of households, of whom one in three lives alone',
      { family: [960, 1000], given: [380, 1000], birth_date: [370, 1000] },
    ],
    ['of records that hold kana alone', { given: [3, 200] }],
  ])('that are numbers %s are refused', (_, counts) => {
    expect(() => judged(counts)).toThrow(
      expect.objectContaining({ code: 'key-agrees-nowhere', exitCode: 2 }),
    );
  });

  it.each<[string, Counts]>([
    ['of a sound source', { family: [980, 1000], given: [990, 1000], birth_date: [995, 1000] }],
    [
      'of one whose names are another’s, which is a fault of that column',
      { given: [5, 1000], birth_date: [990, 1000] },
    ],
    ['of so few that nothing is proved', { given: [0, 19], birth_date: [0, 19] }],
    ['of one that states neither', { family: [2, 1000], sex: [480, 1000] }],
    ['of one in which two of five links are wrong', { given: [610, 1000], birth_date: [600, 1000] }],
  ])('%s stand', (_, counts) => {
    expect(() => judged(counts)).not.toThrow();
  });

  it('are asked of sources alone that are tied by them', () => {
    expect(() => mustBeKeys(agreement('cards', { given: [0, 1000] }), new Set(['welfare']))).not.toThrow();
  });
});
