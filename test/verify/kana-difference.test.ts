import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanaDifference } from '../../src/verify/kana-difference.js';
import { text } from '../normalize/any-text.js';

describe('kanaDifference', () => {
  it.each([
    ['equal', 'サトウ', 'サトウ'],
    ['equal', '', ''],
    ['dakuten', 'ナカジマ', 'ナカシマ'],
    ['dakuten', 'ヤマザキ', 'ヤマサキ'],
    ['dakuten', 'ハハ', 'パバ'],
    ['dakuten', 'ミヅキ', 'ミズキ'],
    ['dakuten', 'チヂミ', 'チジミ'],
    ['dakuten', 'ヴイ', 'ウイ'],
    ['long-vowel', 'ユウコ', 'ユコ'],
    ['long-vowel', 'ユウコ', 'ユーコ'],
    ['long-vowel', 'オオノ', 'オノ'],
    ['long-vowel', 'オオノ', 'オウノ'],
    ['long-vowel', 'ヨウコ', 'ヨコ'],
    ['long-vowel', 'ケイコ', 'ケーコ'],
    ['one-kana', 'タカハシ', 'タカラハシ'],
    ['one-kana', 'サイトウ', 'サイトワ'],
    ['one-kana', 'ハセガワ', 'ハセワ'],
    ['one-kana', 'サトシ', 'サシト'],
    ['different', 'サトウ', 'カトウ'],
    ['different', 'ユミ', 'ユキ'],
    ['different', 'ユミ', 'ミユ'],
    ['different', 'ヤマダ', 'タナカ'],
    ['different', 'サイトウ', ''],
  ] as const)('%s: %s %s', (level, a, b) => expect(kanaDifference(a, b)).toBe(level));

  it('is symmetric, and equal only for the same text', () => {
    const kana = fc
      .array(fc.constantFrom(...'アイウオカガコゴーヂジシンユ'), { maxLength: 6 })
      .map((k) => k.join(''));
    fc.assert(
      fc.property(fc.oneof(kana, text), fc.oneof(kana, text), (a, b) => {
        expect(kanaDifference(a, b)).toBe(kanaDifference(b, a));
        expect(kanaDifference(a, b) === 'equal').toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds one changed kana in any text of four or more', () => {
    const kana = fc.array(fc.constantFrom(...'カキクケコマミムメモ'), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(kana, fc.nat(), (letters, at) => {
        const changed = [...letters];
        changed[at % letters.length] = 'ン';
        expect(kanaDifference(letters.join(''), changed.join(''))).toBe('one-kana');
      }),
    );
  });
});
