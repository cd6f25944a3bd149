import { describe, expect, it } from 'vitest';
import { absurdIssues, absurdNotes, absurdWeights } from '../../src/score/absurd-weights.js';
import { smallModel } from './small-model.js';

/** A model of one source in which a level of a comparison has these parameters, and its exact level 10 bits. */
function model(comparison: string, level: string, bits: number, count: number) {
  const source = smallModel();
  const learned = Object.fromEntries(
    Object.entries(source.levels).map(([id, levels]) => {
      const exact = Object.keys(levels)[0]!;
      const changed = Object.entries(levels).map(([name, own]) => [
        name,
        id !== comparison
          ? { ...own, m: 0.01, u: 0.01 }
          : name === level
            ? { m: 2 ** bits * 1e-6, u: 1e-6, count }
            : name === exact
              ? { m: 2 ** 10 * 1e-4, u: 1e-4, count: 1000 }
              : { m: 0.01, u: 0.01, count: 1000 },
      ]);
      return [id, Object.fromEntries(changed)];
    }),
  );
  return { version: 1 as const, sources: { members: { ...source, links: 5000, levels: learned } } };
}

describe('weights that cannot be right', () => {
  it.each([
    ['a house number that differs', 'address', 'same_town', 12, 500, true],
    ['a birth date that differs', 'birth_date', 'two_parts', 11, 20, true],
    ['a name that is one character off', 'given', 'near', 14, 60, true],
    ['half a name', 'given', 'half_written', 12, 20, true],
    ['initials alone', 'given', 'initials', 13, 25, true],
    ['half a name, too rarely', 'given', 'half_written', 14, 19, false],
    ['a name in other letters is equal all the same', 'given', 'variant', 14, 60, false],
    ['the same address written differently', 'address', 'equivalent', 14, 60, false],
    ['by less than a bit', 'address', 'same_town', 10.9, 500, false],
    ['below the exact one', 'address', 'same_town', 6, 500, false],
    ['seen too rarely to have been learned', 'birth_date', 'two_parts', 14, 19, false],
  ] as const)('%s: %s %s of %d bits in %d links: %s', (_, comparison, level, bits, count, absurd) => {
    const found = absurdWeights(model(comparison, level, bits, count));
    expect(found.map((one) => one.comparison.id)).toEqual(absurd ? [comparison] : []);
  });

  it('are an alarm with both weights, and a note on the frozen model', () => {
    const one = model('address', 'same_town', 12, 500);
    expect(absurdIssues(one)).toMatchObject([
      { check: 'weight-absurd', severity: 'error', source: 'members', item: 'address', count: 500, of: 5000 },
    ]);
    const [note] = absurdNotes(one, 'model.json');
    expect(note!.en).toBe(
      'Model model.json, members: A weight that cannot be: "Same town, other house number" (12.0 bits) outweighs an equal address (10.0 bits).',
    );
    expect(note!.ja).toContain('12.0');
  });
});
