import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShortSlip, kanaDifference } from '../../src/verify/kana-difference.js';
import { text } from '../normalize/any-text.js';

describe('kanaDifference', () => {
  it.each([
    ['equal', 'サトウ', 'サトウ'],
    ['equal', '', ''],
    ['dakuten', 'ナカジマ', 'ナカシマ'],
    ['dakuten', 'ヤマザキ', 'ヤマサキ'],
    ['dakuten', 'ハハ', 'パバ'],
    ['sound', 'ミヅキ', 'ミズキ'],
    ['sound', 'チヂミ', 'チジミ'],
    ['sound', 'リヨウタ', 'リヨータ'],
    ['sound', 'カヲル', 'カオル'],
    ['sound', 'ユウヅ', 'ユーズ'],
    ['dakuten', 'ミヅキ', 'ミスキ'],
    ['dakuten', 'ヴイ', 'ウイ'],
    ['long-vowel', 'ユウコ', 'ユコ'],
    ['sound', 'ユウコ', 'ユーコ'],
    ['long-vowel', 'オオノ', 'オノ'],
    ['sound', 'オオノ', 'オウノ'],
    ['long-vowel', 'ヨウコ', 'ヨコ'],
    ['sound', 'ケイコ', 'ケーコ'],
    ['one-kana', 'タカハシ', 'タカラハシ'],
    ['one-kana', 'サイトウ', 'サイトワ'],
    ['one-kana', 'ハセガワ', 'ハセワ'],
    ['one-kana', 'サトシ', 'サシト'],
    // A slip beside a notation that sounds the same.
    ['one-kana', 'カヅユキ', 'カズヨキ'],
    ['one-kana', 'チヅエコ', 'チズエ'],
    ['one-kana', 'ユウスケ', 'ヨースケ'],
    ['one-kana', 'シヅカワ', 'シズカタ'],
    ['sound', 'ミヅウラ', 'ミズーラ'],
    ['long-vowel', 'ミヅウラ', 'ミズラ'],
    ['different', 'カヅユキ', 'カズヨシ'],
    ['different', 'ユウスケ', 'ヨーヘイ'],
    ['different', 'サトウ', 'カトウ'],
    ['different', 'ユミ', 'ユキ'],
    ['different', 'ユミ', 'ミユ'],
    ['different', 'ヤマダ', 'タナカ'],
    ['different', 'サイトウ', ''],
  ] as const)('%s: %s %s', (level, a, b) => expect(kanaDifference(a, b)).toBe(level));

  it('reads texts of any length', () => {
    const long = 'カサタナハマラ'.repeat(200);
    expect(kanaDifference(`${long}ユウコ`, `${long}ユーコ`)).toBe('sound');
    expect(kanaDifference(`${long}ユウコ`, `${long}${long}ユコ`)).toBe('different');
    expect(kanaDifference(`${long}ユウコ`, `${long}ユウ`)).toBe('one-kana');
    expect(kanaDifference('ユウコ', 'ユコ')).toBe('long-vowel');
  });

  it.each([
    [true, 'ユミ', 'ユキ'],
    [true, 'ヨズキ', 'ユヅキ'],
    [true, 'カヲリ', 'カオル'],
    [true, 'ユー', 'ヨウ'],
    [false, 'ユー', 'リウ'],
    [false, 'ヨズミ', 'ユヅキ'],
    [false, 'ユミ', 'ユミコ'],
    [false, 'ユキ', 'マサ'],
    [false, 'ヅ', 'ヌ'],
  ])('one kana of a short name: %s %s %s', (is, a, b) => {
    expect(isShortSlip(a, b)).toBe(is);
    expect(isShortSlip(b, a)).toBe(is);
  });

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
