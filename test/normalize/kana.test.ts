import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanaKey } from '../../src/normalize/name/kana.js';
import { text } from './any-text.js';

describe('kanaKey', () => {
  it.each([
    ['half width', 'ﾔﾏﾀﾞ', 'ヤマダ'],
    ['half-width handakuten', 'ﾊﾟｸ', 'パク'],
    ['combining dakuten', 'カ\u3099', 'ガ'],
    ['combining handakuten', 'ハ\u309a', 'パ'],
    ['separate dakuten', 'カ゛', 'ガ'],
    ['separate handakuten', 'ホ゜', 'ポ'],
    ['ウ with dakuten', 'ｳﾞ', 'ヴ'],
    ['ヴ kept', 'ヴィ', 'ヴイ'],
    ['small kana', 'キョウコッ', 'キヨウコツ'],
    ['half-width small kana', 'ｼｮｳｼﾞ', 'シヨウジ'],
    ['small ヶ', 'ヵヶ', 'カケ'],
    ['old kana', 'ヲヰヱ', 'オイエ'],
    ['old kana of v', 'ヷヸヹヺ', 'ヴアヴイヴエヴオ'],
    ['ワ with dakuten is ヷ', 'ﾜﾞ', 'ヴア'],
    ['hiragana', 'やまだ たろう', 'ヤマダタロウ'],
    ['old hiragana', 'ゐゑを', 'イエオ'],
    ['hiragana ゔ', 'ゔ', 'ヴ'],
    ['iteration', 'いすゝ', 'イスス'],
    ['voiced iteration', 'みすゞ', 'ミスズ'],
    ['iteration after a voiced kana', 'づゝ', 'ヅツ'],
    ['katakana iteration', 'バナヽ', 'バナナ'],
    ['voiced katakana iteration', 'イスヾ', 'イスズ'],
    ['spaces of every kind', 'ア \u3000\u00a0\u2003\u200b\t\nイ', 'アイ'],
    ['separators', 'マイケル・ジャクソン', 'マイケルジヤクソン'],
    ['half-width separator', 'ﾏｲｹﾙ･ｼﾞｬｸｿﾝ', 'マイケルジヤクソン'],
    ['full-width Latin', 'Ｊｏｈｎ', 'JOHN'],
    ['company brackets stay', 'ｶ)ﾃｽﾄ', 'カ)テスト'],
    ['unknown characters stay', 'ヤ●タ〓', 'ヤ●タ〓'],
    ['kanji stay', '山ダ', '山ダ'],
    ['mark with nothing before it', '゛ア', 'ア'],
    ['mark that nothing takes', 'ア゛', 'ア'],
    ['iteration with nothing before it', 'ヽア', 'ア'],
    ['ヂ stays apart from ジ', 'ヂヅ', 'ヂヅ'],
    ['empty', '', ''],
  ])('%s', (_, given, key) => expect(kanaKey(given)).toBe(key));

  it.each([...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\uff0d\uff70\u301c\uff5e\ufe63~'])(
    'reads the dash %j as a long vowel mark',
    (dash) => expect(kanaKey(`サ${dash}ト`)).toBe('サート'),
  );

  it('keeps apart what differs', () => {
    const different = [
      'ナカジマ',
      'ナカシマ',
      'ユウコ',
      'ユーコ',
      'ユコ',
      'オオノ',
      'オウノ',
      'ヴア',
      'バ',
      'パ',
      'ハ',
    ];
    expect(new Set(different.map(kanaKey)).size).toBe(different.length);
  });

  it('is idempotent on any string', () => {
    fc.assert(
      fc.property(text, (value) => {
        const key = kanaKey(value);
        expect(kanaKey(key)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives width, dakuten notation and script of kana no say', () => {
    const kana = fc
      .array(fc.constantFrom(...'アカガハバパサザツヅンヤユヨー'), { maxLength: 8 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(kana, (value) => {
        const key = kanaKey(value);
        expect(kanaKey(value.normalize('NFD'))).toBe(key);
        expect(kanaKey(value.replace(/[ァ-ヶ]/g, (k) => String.fromCharCode(k.charCodeAt(0) - 0x60)))).toBe(
          key,
        );
        expect(kanaKey([...value].join('\u3000'))).toBe(key);
      }),
    );
  });
});
