import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWithUnknown } from '../../src/verify/unknown-characters.js';
import { text } from '../normalize/any-text.js';

describe('matchesWithUnknown', () => {
  it.each(['●', '〓', '?', '？', '\ufffd', '\ue000', '\uf8ff', '\u{f0000}', '□', '\ud842'])(
    'takes %j for any one character, and never for itself alone',
    (char) => {
      expect(matchesWithUnknown(`山${char}`, '山田')).toBe(true);
      expect(matchesWithUnknown(char, char)).toBe(false);
    },
  );

  it.each([
    ['one for one', '山●', '山田', true],
    ['on both sides', '●田', '山●', false],
    ['on both sides with something known', '山●子', '●口子', true],
    ['never one for two', '山●', '山田川', false],
    ['nothing known', '●●', '山田', false],
    ['another known character', '●川', '山田', false],
    ['a variant elsewhere', '\u{9ad9}●', '\u{9ad8}橋', true],
    ['for a supplementary character', '●野', '\u{20000}野', true],
    ['repetition of an unknown', '●々木', '佐々木', true],
    ['no unknown at all', '山田', '山田', true],
    ['private use of two municipalities', '\ue000', '\ue000', false],
    ['empty', '', '', false],
  ])('%s', (_, a, b, matches) => expect(matchesWithUnknown(a, b)).toBe(matches));

  it('matches symmetrically, never by unknown characters alone', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 8 }), (a, b, n) => {
        expect(matchesWithUnknown(a, b)).toBe(matchesWithUnknown(b, a));
        expect(matchesWithUnknown('●'.repeat(n), b)).toBe(false);
      }),
    );
  });
});
