import { describe, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import type { Chances } from '../../src/score/level-chances.js';
import { slipOnAName } from '../../src/score/slip-on-a-name.js';
import { COMPARISONS, placeOf } from '../../src/verify/comparisons/index.js';
import { personCodes } from '../verify/level-codes.js';

/** One in a thousand given names has a slip, four in five agree in kana. */
const m = COMPARISONS.map(({ levels }) => levels.map(({ id }) => (id === 'kana' ? 0.8 : 0.001)));
const CHANCES = { m, u: m, unexplained: 1e-7 } as unknown as Chances;
const GIVEN = placeOf('given');

const weighed = (levels: readonly string[], given: number, relations = 0) => ({
  codes: personCodes(...levels),
  weights: COMPARISONS.map((_, c) => (c === GIVEN ? given : 0)),
  relations,
});
const own = (given = 'near') => weighed(['kana', given, 'exact', 'exact', 'identical'], -2);
const HOUSEHOLD = relationBit('household');
const twin = (levels: Partial<Record<'family' | 'given' | 'birth' | 'home', string>>, relations: number) =>
  weighed(
    [
      levels.family ?? 'kana',
      levels.given ?? 'kana',
      levels.birth ?? 'exact',
      'exact',
      levels.home ?? 'identical',
    ],
    7,
    relations,
  );

describe('slipOnAName', () => {
  it('leaves the linked resident a slip in a thousand, and of those one in 64, where somebody of the household is called so', () => {
    // log2(0.8 / 0.001) + 6 = 15.64 bits below the other's 7; it was -2.
    expect(slipOnAName(own(), [twin({}, HOUSEHOLD)], CHANCES)).toBeCloseTo(-2 - (7 - 15.64), 2);
  });

  it('counts a slip that is a known name, or another reading, by how few there are of those', () => {
    for (const given of ['near_known', 'other_reading'])
      expect(slipOnAName(own(given), [twin({}, HOUSEHOLD)], CHANCES)).toBeCloseTo(-2 - (7 - 11.64), 2);
  });

  it('knows a twin where the register tells of no household', () => {
    expect(slipOnAName(own(), [twin({}, relationBit('resembles'))], CHANCES)).toBeGreaterThan(6);
  });

  it.each([
    ['nobody else', []],
    ['a namesake of the slip elsewhere', [twin({ home: 'different' }, relationBit('same-name'))]],
    ['a neighbour of another birth date', [twin({ birth: 'different' }, relationBit('resembles'))]],
    ['a brother of yet another name', [twin({ given: 'near' }, HOUSEHOLD)]],
    ['a lodger of that given name', [twin({ family: 'different' }, HOUSEHOLD)]],
  ])('takes nothing off for %s', (_, rivals) => {
    expect(slipOnAName(own(), rivals, CHANCES)).toBe(0);
  });

  it.each(['kana', 'exact', 'different', 'shortened', 'kana_only', 'missing'])(
    'nor where the given name is %s',
    (given) => expect(slipOnAName(own(given), [twin({}, HOUSEHOLD)], CHANCES)).toBe(0),
  );
});
