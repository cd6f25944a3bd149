import { describe, expect, it } from 'vitest';
import { heardParts } from '../../src/verify/heard-names.js';
import { personNames } from '../../src/verify/person-name.js';
import { firstSounds } from '../../src/verify/reading/first-sounds.js';
import { createReadings } from '../../src/verify/reading/reading.js';

const READINGS = createReadings([
  ['佐藤', 'サトウ', 98],
  ['幸子', 'サチコ', 60],
  ['幸子', 'ユキコ', 40],
]);

const named = (name: string | null, kana: string | null) =>
  personNames({ name, kana, formerName: null, alias: null }).main;

/** Kana of the record, kanji and furigana of the resident, P(kana | kanji) of family and given name (null: compared otherwise). */
const CASES: readonly (readonly [string, string, string | null, number | null, number | null])[] = [
  // (98 + 2 · 0.3) / 100 and (60 + 2 · 0.3) / 102
  ['サトウ サチコ', '佐藤　幸子', null, 0.986, 0.594],
  ['サトウ ユキコ', '佐藤　幸子', null, 0.986, 0.398],
  // Nobody reads it so: 2 · 0.02 · 0.5 / 1198 over 102
  ['サトウ ミチル', '佐藤　幸子', null, 0.986, 0],
  // A kana off: 2 · 0.01 over 102
  ['サトウ サチオ', '佐藤　幸子', null, 0.986, 0],
  // Never seen: what the aligner holds of any plain reading.
  ['モリ ミオ', '森　澪', null, 0.3, 0.3],
  ['サトウサチコ', '佐藤　幸子', null, 0.986, 0.594],
  ['ｻﾄｳ ｻﾁｺ', '佐藤幸子', null, 0.986, 0.594],
  ['サトウ サチコ', '佐藤　幸子', 'サトウ　サチコ', null, null],
  ['サトウ サチコ', '佐藤　幸子', 'サトウ　ユキコ', null, null],
  ['グエン ヴァン', 'NGUYEN VAN', null, null, null],
];

describe('heardParts', () => {
  it.each(CASES)('%s on %s (%s)', (kana, name, furigana, family, given) => {
    const parts = heardParts(named(null, kana), named(name, furigana), READINGS);
    const chances = parts.map((part) => (part ? Number(part.chance.toFixed(3)) : null));
    expect(chances).toEqual([family, given]);
    // Whichever side has the kana.
    const reversed = heardParts(named(name, furigana), named(null, kana), READINGS);
    expect(reversed.map((part) => (part ? Number(part.chance.toFixed(3)) : null))).toEqual(chances);
  });
});

describe('firstSounds', () => {
  it.each([
    ['佐', 'サ', 'カ'],
    ['幸', 'サ', 'ロ'],
    ['幸', 'ユ', 'ロ'],
    ['幸', 'コ', 'セ'],
    ['小', 'タ', 'ハ'], // 小鳥遊
    ['五', 'イ', 'ヤ'], // 五十嵐
    ['渡', 'ワ', 'サ'],
    ['長', 'ナ', 'ム'],
    ['東', 'ヒ', 'ソ'],
    ['みつ'[0]!, 'ミ', 'ビ'],
  ])('a name that begins with %s may begin with %s, and not with %s', (letter, kana, other) => {
    expect(firstSounds(letter)).toContain(kana);
    expect(firstSounds(letter)).not.toContain(other);
  });

  it.each(['A', '●', ''])('knows nothing of %s', (letter) => expect(firstSounds(letter)).toBe(''));
});
