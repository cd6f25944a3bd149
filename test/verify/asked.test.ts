import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareNames } from '../../src/verify/compare-name.js';
import { personNames } from '../../src/verify/person-name.js';
import { answersAlike, asking } from '../../src/verify/reading/asked.js';
import { createReadings } from '../../src/verify/reading/reading.js';

const FAMILIES = [
  ['佐藤', 'サトウ'],
  ['東', 'ヒガシ'],
  ['東', 'アズマ'],
  ['高家', 'タカイエ'],
  ['高家', 'コウケ'],
  ['WANG', 'ワン'],
] as const;
const GIVENS = [
  ['花子', 'ハナコ'],
  ['幸子', 'サチコ'],
  ['幸子', 'ユキコ'],
  ['愛美', 'マナミ'],
  ['愛美', 'ママミ'],
  ['翔', 'カケル'],
  ['翔', 'ショオン'],
  ['稔', 'ミノル'],
  ['実', 'ミノル'],
  ['穂', 'ミノル'],
] as const;

/** What a run may have learned: some of the pairs, seen some times. */
const learned = fc
  .array(fc.tuple(fc.constantFrom(...FAMILIES, ...GIVENS), fc.integer({ min: 1, max: 5 })), { maxLength: 14 })
  .map((pairs) => createReadings(pairs.map(([[kanji, kana], n]) => [kanji, kana, n] as const)));

const part = (names: readonly (readonly [string, string])[]) => fc.constantFrom(...names);
const person = fc
  .record({
    family: part(FAMILIES),
    given: part(GIVENS),
    alias: part(FAMILIES),
    has: fc.constantFrom('both', 'kanji', 'kana', 'alias'),
  })
  .map(({ family, given, alias, has }) => ({
    name: has === 'kana' ? null : `${family[0]}　${given[0]}`,
    kana: has === 'kanji' ? null : `${family[1]} ${given[1]}`,
    formerName: null,
    alias: has === 'alias' ? `${alias[0]}　${given[0]}` : null,
  }))
  .map(personNames);

// A comparison that is taken over must be the one that would be made: what it asked tells whether it is.
it('where a run has the same to say to what a comparison asked in another, the comparison gives the same', () => {
  let [alike, other] = [0, 0];
  fc.assert(
    fc.property(person, person, learned, learned, (a, b, monday, tuesday) => {
      const traced = asking(monday);
      const before = compareNames(a, b, traced.readings);
      expect(before).toEqual(compareNames(a, b, monday));
      const asked = traced.taken();
      expect(traced.taken()).toBeNull();
      const now = compareNames(a, b, tuesday);
      if (asked === null || answersAlike(asked, tuesday)) expect(now).toEqual(before);
      else other++;
      if (asked !== null && answersAlike(asked, tuesday)) alike++;
      if (asked !== null) expect(answersAlike(asked, monday)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  // Both happened, so that neither was shown for nothing.
  expect(Math.min(alike, other)).toBeGreaterThan(30);
});
