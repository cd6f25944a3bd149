import { describe, expect, it } from 'vitest';
import { counted } from '../../src/score/relearn-from-rivals.js';

describe('counted', () => {
  const posterior = {
    own: 0.25,
    rivals: [0.5],
    nobody: 0.25,
    byRelation: { household: 0.5 },
    householdHolds: 0.25,
  };

  it('adds what a link is worth to the wrong ones of its source', () => {
    const before = { wrong: 2, beside: 1, byRelation: { household: 1, namesake: 0.5 }, householdHolds: 0.5 };
    expect(
      counted(
        before,
        { own: { weight: -8, kinship: 0, mixture: null }, circumstances: { beside: true } },
        posterior,
      ),
    ).toEqual({
      wrong: 2.75,
      beside: 1.75,
      byRelation: { household: 1.5, namesake: 0.5 },
      householdHolds: 0.75,
    });
  });

  it('learns nothing from a number that nobody has', () => {
    const before = { wrong: 2, beside: 0, byRelation: {}, householdHolds: 0 };
    expect(counted(before, { own: null, circumstances: {} }, posterior)).toEqual(before);
  });
});
