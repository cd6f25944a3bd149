import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReadings, reads } from '../../src/verify/reading/reading.js';
import { text } from './any-text.js';
import { namePairs, strangePairs } from './name-pairs.js';

describe('reads', () => {
  it.each([
    ['plain kun', '山田', 'ヤマダ'],
    ['plain on', '佐藤', 'サトウ'],
    ['rendaku', '山口', 'ヤマグチ'],
    ['no rendaku', '中島', 'ナカシマ'],
    ['rendaku of the same name', '中島', 'ナカジマ'],
    ['っ', '吉川', 'キッカワ'],
    ['っ in an on reading', '一色', 'イッシキ'],
    ['ん for リ', '神田', 'カンダ'],
    ['liaison', '天王', 'テンノウ'],
    ['apophony', '酒井', 'サカイ'],
    ['apophony of シロ', '白石', 'シライシ'],
    ['a vowel run into another', '河合', 'カワイ'],
    ['ハ as ワ', '藤原', 'フジワラ'],
    ['unwritten の', '井上', 'イノウエ'],
    ['unwritten の and a dropped vowel', '尾上', 'オノエ'],
    ['unwritten が', '市谷', 'イチガヤ'],
    ['ヶ', '茅ヶ崎', 'チガサキ'],
    ['ケ', '茅ケ崎', 'チガサキ'],
    ['kana among kanji', '一の瀬', 'イチノセ'],
    ['kana and rendaku', 'まど香', 'マドカ'],
    ['々', '佐々木', 'ササキ'],
    ['a variant', '\u{9ad9}\u{6a4b}', 'タカハシ'],
    ['a supplementary variant', '\u{20bb7}野', 'ヨシノ'],
    ['inflected', '勤', 'ツトム'],
    ['adjective', '清', 'キヨシ'],
    ['nanori', '和彦', 'カズヒコ'],
    ['another nanori', '大翔', 'ヒロト'],
    ['one kanji', '一', 'ハジメ'],
    ['word', '五十嵐', 'イガラシ'],
    ['word', '小鳥遊', 'タカナシ'],
    ['word', '服部', 'ハットリ'],
    ['word', '長谷川', 'ハセガワ'],
    ['word within a name', '東海林', 'ショウジ'],
    ['hiragana name', 'さくら', 'サクラ'],
    ['half-width kana', '田中', 'ﾀﾅｶ'],
    ['key with small kana large', '涼子', 'リヨウコ'],
    ['ヂ for ジ', '千々石', 'チヂワ'],
  ])('%s: %s %s', (_, kanji, kana) => expect(reads(kanji, kana).verdict).toBe('reads'));

  it.each([
    ['dakuten at the start', '田中', 'ダナカ'],
    ['ー for a long vowel', '陽子', 'ヨーコ'],
    ['long vowel left out', '遼子', 'リョコ'],
    ['long vowel left out of the first kanji', '陽子', 'ヨコ'],
    ['long vowel left out of the last kanji', '佐藤', 'サト'],
    ['one kana changed', '長谷川', 'ハセガマ'],
    ['one kana missing', '高橋', 'タカハ'],
    ['one kana too many', '高橋', 'タカハシイ'],
    ['neighbours swapped across kanji', '高橋', 'タハカシ'],
    ['unknown character', '山●', 'ヤマダ'],
    ['private-use character', '山\ue000', 'ヤマダ'],
  ])('near, %s: %s %s', (_, kanji, kana) => expect(reads(kanji, kana).verdict).toBe('near'));

  it.each([
    ['another name', '田中', 'ヤマダ'],
    ['one kana of a short name', '佐藤', 'カトウ'],
    ['half of it', '山田', 'ヤマ'],
    ['more than it', '山田', 'ヤマダタロウ'],
    ['empty kana', '山田', ''],
    ['empty kanji', '', 'ヤマダ'],
    ['nothing', '', ''],
    ['another unknown', '●川', 'ヤマダ'],
    ['Latin letters, one for each kana', 'LEI', 'ツバサ'],
    ['Latin letters of full width', '\u{ff3a}\u{ff28}\u{ff21}\u{ff2f}', 'アイイケ'],
  ])('differs, %s: %s %s', (_, kanji, kana) => {
    expect(reads(kanji, kana)).toEqual({ verdict: 'differs', cost: Number.POSITIVE_INFINITY });
  });

  it('costs more where it sounds less plain', () => {
    expect(reads('山田', 'ヤマタ').cost).toBe(0);
    expect(reads('山田', 'ヤマダ').cost).toBeGreaterThan(0);
    expect(reads('松下', 'マツシタ').cost).toBeLessThan(reads('松下', 'マツノシタ').cost);
  });

  it('never throws and never takes unknown characters for a reading', () => {
    fc.assert(
      fc.property(text, text, (kanji, kana) => {
        reads(kanji, kana);
        expect(reads('●'.repeat(1 + (kanji.length % 3)), kana).verdict).not.toBe('reads');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reads, on names from a dictionary that no table was built from', () => {
  const pairs = namePairs();
  const share = (list: readonly { kanji: string; kana: string }[], verdict: string) =>
    list.filter(({ kanji, kana }) => reads(kanji, kana).verdict === verdict).length / list.length;

  it('accepts at least 98 % of true pairs', () => {
    expect(pairs.length).toBe(1600);
    expect(share(pairs, 'reads')).toBeGreaterThanOrEqual(0.98);
  });

  it('accepts at most 1 % of other readings of the same length', () => {
    const strange = strangePairs(pairs);
    expect(strange.length).toBeGreaterThan(1500);
    expect(share(strange, 'reads')).toBeLessThanOrEqual(0.01);
    expect(share(strange, 'near')).toBeLessThanOrEqual(0.03);
  });

  it('reports one changed kana as near, not as a reading', () => {
    const changed = pairs
      .filter(({ kanji, kana }) => kana.length >= 4 && reads(kanji, kana).verdict === 'reads')
      .map(({ kanji, kana }, i) => {
        const at = i % kana.length;
        return { kanji, kana: `${kana.slice(0, at)}ペ${kana.slice(at + 1)}` };
      });
    expect(share(changed, 'reads')).toBeLessThanOrEqual(0.005);
    expect(share(changed, 'near')).toBeGreaterThanOrEqual(0.97);
  });

  it('reports a long vowel left out as near', () => {
    const short = pairs
      .filter(
        ({ kanji, kana }) => /[オコソトノホモヨロョ]ウ/.test(kana) && reads(kanji, kana).verdict === 'reads',
      )
      .map(({ kanji, kana }) => ({ kanji, kana: kana.replace(/([オコソトノホモヨロョ])ウ/, '$1') }));
    expect(short.length).toBeGreaterThan(100);
    expect(share(short, 'near')).toBeGreaterThanOrEqual(0.85);
  });

  it('reports a dakuten at the start as near', () => {
    const voiced = pairs
      .filter(
        ({ kanji, kana }) =>
          /^[カキクケコサスセソタテトハヒフヘホ]/.test(kana) && reads(kanji, kana).verdict === 'reads',
      )
      .map(({ kanji, kana }) => ({
        kanji,
        kana: String.fromCharCode(kana.charCodeAt(0) + 1) + kana.slice(1),
      }));
    expect(share(voiced, 'near')).toBeGreaterThanOrEqual(0.9);
    expect(share(voiced, 'differs')).toBe(0);
  });
});

describe('createReadings', () => {
  const learned = createReadings([
    ['心愛', 'ココア', 3],
    ['心愛', 'ミア', 1],
    ['翔', 'ショウ', 60],
    ['翔', 'カケル', 39],
    ['翔', 'ツバサ', 1],
    ['月', 'ライト', 1],
  ]);

  it('reads what the registers hold twice, and doubts what they hold once', () => {
    expect(learned.reads('心愛', 'ココア')).toEqual({ verdict: 'reads', cost: 0 });
    expect(learned.reads('月', 'ライト').verdict).toBe('near');
    expect(createReadings([]).reads('月', 'ライト').verdict).toBe('differs');
    expect(learned.reads('田中', 'タナカ').verdict).toBe('reads');
  });

  it('gives the shares counted, shrunk a little to what the aligner expects', () => {
    expect(learned.probability('ショウ', '翔')).toBeCloseTo(0.59, 1);
    expect(learned.probability('カケル', '翔')).toBeCloseTo(0.39, 1);
    expect(learned.probability('ショウ', '翔')).toBeGreaterThan(learned.probability('カケル', '翔'));
    expect(learned.probability('カケル', '翔')).toBeGreaterThan(learned.probability('ツバサ', '翔'));
    expect(learned.probability('ツバサ', '翔')).toBeGreaterThan(learned.probability('タロウ', '翔'));
  });

  it('falls back on the aligner for names it has not met', () => {
    expect(learned.probability('タナカ', '田中')).toBeGreaterThan(0.1);
    expect(learned.probability('タナガ', '田中')).toBeLessThanOrEqual(learned.probability('タナカ', '田中'));
    expect(learned.probability('ヤマダ', '田中')).toBeLessThan(0.001);
  });

  it('takes keys and written forms alike, in any order and in parts', () => {
    const parts = createReadings([
      ['\u{658e}\u{85e4}', 'ｻｲﾄｳ', 1],
      ['\u{9f4b}\u{85e4}', 'サイトウ', 1],
    ]);
    expect(parts.probability('サイトウ', '\u{658e}\u{85e4}')).toBeCloseTo(
      createReadings([['\u{658e}\u{85e4}', 'サイトウ', 2]]).probability('さいとう', '\u{9f4b}\u{85e4}'),
      12,
    );
  });

  it('stays within 0 and 1 on any pair', () => {
    fc.assert(
      fc.property(text, text, fc.nat({ max: 5 }), (kanji, kana, count) => {
        const p = createReadings(count === 0 ? [] : [[kanji, kana, count]]).probability(kana, kanji);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThan(1);
      }),
      { numRuns: 500 },
    );
  });
});
