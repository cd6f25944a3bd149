import { describe, expect, test } from 'vitest';
import { bankKana, dakutenSlip, halfKana, kanaTypo, longVowel } from '../../src/synth/names/kana-forms.js';

describe('kana forms', () => {
  test.each([
    ['ガッコウ', 'ｶﾞｯｺｳ'],
    ['パク　ドンヒョン', 'ﾊﾟｸ ﾄﾞﾝﾋｮﾝ'],
    ['メアリー', 'ﾒｱﾘｰ'],
    ['ヴー', 'ｳﾞｰ'],
  ])('half width of %s', (kana, half) => expect(halfKana(kana)).toBe(half));

  test.each([
    ['ショウタ', 'ｼﾖｳﾀ'],
    ['メアリー', 'ﾒｱﾘ-'],
    ['キッカワ', 'ｷﾂｶﾜ'],
    ['ヲガワ', 'ｵｶﾞﾜ'],
  ])('bank form of %s', (kana, bank) => expect(bankKana(kana)).toBe(bank));

  test.each([
    ['ナカジマ', 'ナカシマ'],
    ['ヤマサキ', 'ヤマサギ'],
    ['ガモウ', null],
    ['アオイ', null],
  ])('dakuten slip of %s', (kana, slip) => expect(dakutenSlip(kana)).toBe(slip));

  test.each([
    ['サトウ', 'サトー'],
    ['オオノ', 'オーノ'],
    ['ユウコ', 'ユーコ'],
    ['メアリー', 'メアリ'],
    ['タナカ', null],
  ])('long vowel of %s', (kana, other) => expect(longVowel(kana)).toBe(other));

  test.each(['アイ', 'ハナコ', 'ケン', 'リョウ'])('typo of %s changes one kana', (kana) => {
    const typo = [...kanaTypo(kana)];
    expect(typo).toHaveLength(kana.length);
    expect(typo.filter((char, at) => char !== kana[at])).toHaveLength(1);
  });
});
