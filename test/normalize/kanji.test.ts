import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnknownCharacter, kanjiKey, kanjiKeyWithRules } from '../../src/normalize/name/kanji.js';
import { text } from './any-text.js';

/** Groups of variants that are one name to the family register, as code points since editors may normalise them. */
const GROUPS = [
  '\u{9ad8}\u{9ad9}', // 高
  '\u{5d0e}\u{fa11}\u{5d5c}', // 崎
  '\u{8fba}\u{908a}\u{9089}', // 辺
  '\u{6589}\u{9f4a}', // 斉
  '\u{658e}\u{9f4b}', // 斎
  '\u{6d5c}\u{6ff1}\u{6ff5}', // 浜
  '\u{5409}\u{20bb7}', // 吉
  '\u{6ca2}\u{6fa4}', // 沢
  '\u{5e83}\u{5ee3}', // 広
  '\u{5cf6}\u{5d8b}\u{5d8c}', // 島
  '\u{685c}\u{6afb}', // 桜
  '\u{771f}\u{771e}', // 真
  '\u{6075}\u{60e0}', // 恵
  '\u{56fd}\u{570b}\u{5700}', // 国
  '\u{6761}\u{689d}', // 条
  '\u{702c}\u{7028}', // 瀬
  '\u{9ed2}\u{9ed1}', // 黒
  '\u{6607}\u{66fb}', // 昇
  '\u{6851}\u{6852}', // 桑
  '\u{67f3}\u{6801}\u{687a}', // 柳
  '\u{5fb3}\u{5fb7}', // 徳
  '\u{7adc}\u{9f8d}', // 竜
  '\u{6edd}\u{7027}', // 滝
  '\u{9928}\u{8218}', // 館
  '\u{8239}\u{8229}', // 船
  '\u{5bcc}\u{51a8}', // 富
  '\u{5cf0}\u{5cef}', // 峰
  '\u{5cb3}\u{5dbd}', // 岳
  '\u{66fd}\u{66fe}', // 曽
  '\u{6df5}\u{6e15}', // 淵
  '\u{6804}\u{69ae}', // 栄
  '\u{6a4b}\u{69d7}', // 橋
  '\u{6749}\u{6766}', // 杉
  '\u{5f25}\u{5f4c}', // 弥
  '\u{4e07}\u{842c}', // 万
  '\u{85ea}\u{85ae}', // 藪
  '\u{585a}\u{fa10}', // 塚
  '\u{795e}\u{fa19}', // 神
];

/** Pairs that are not equivalent by themselves. */
const APART = [
  ['\u{6589}', '\u{658e}'], // 斉斎
  ['\u{5d0e}', '\u{57fc}'], // 崎埼
  ['\u{5d0e}', '\u{7895}'], // 崎碕
  ['\u{57fc}', '\u{7895}'], // 埼碕
  ['\u{85ea}', '\u{7c54}'], // 藪籔
  ['\u{6749}', '\u{6919}'], // 杉椙
  ['\u{7551}', '\u{7560}'], // 畑畠
  ['\u{592a}', '\u{5927}'], // 太大
  ['\u{5df1}', '\u{5df2}'], // 己已
  ['\u{5df2}', '\u{5df3}'], // 已巳
  ['\u{5df1}', '\u{5df3}'], // 己巳
  ['ヶ', 'ケ'],
  ['ヶ', 'が'],
  ['\u{5742}', '\u{962a}'], // 坂 阪
  ['\u{5085}', '\u{4f1d}'], // 傅 伝
  ['\u{8000}', '\u{71ff}'], // 耀 燿
] as const;

describe('kanjiKey', () => {
  it.each(GROUPS)('folds the group %s together', (group) => {
    expect(new Set([...group].map(kanjiKey)).size).toBe(1);
  });

  it.each(APART)('keeps %s and %s apart', (a, b) => expect(kanjiKey(a)).not.toBe(kanjiKey(b)));

  it.each([
    ['a name in variants', '\u{9ad9}\u{6a4b}', '\u{9ad8}\u{6a4b}'],
    ['a variation sequence', '\u{6e21}\u{8fba}\u{e0100}', '\u{6e21}\u{8fba}'],
    ['a variation sequence on a variant', '\u{9089}\u{e0101}', '\u{8fba}'],
    ['a standardised variation', '\u{8fba}\ufe00', '\u{8fba}'],
    ['a compatibility ideograph', '\u{f9dc}', '\u{9686}'],
    ['one that NFC leaves', '\u{fa11}', '\u{5d0e}'],
    ['a supplementary compatibility ideograph', '\u{2f804}', '\u{4f60}'],
    ['a Kangxi radical', '\u{2f2d}', '\u{5c71}'],
    ['a CJK radical', '\u{2ed1}', '\u{9577}'],
    ['々', '佐々木', '佐佐木'],
    ['々 twice', '奈々々', '奈奈奈'],
    ['々 after a supplementary character', '\u{20b9f}々', '\u{20b9f}\u{20b9f}'],
    ['々 alone', '々', '々'],
    ['〻', '佐〻木', '佐佐木'],
    ['ゞ', 'みすゞ', 'みすず'],
    ['full-width Latin', 'Ｊｏｈｎ　Ｓｍｉｔｈ', 'JOHNSMITH'],
    ['half-width kana', 'ﾏｻﾐｶﾞ', 'マサミガ'],
    ['separate dakuten', 'か\u3099', 'が'],
    ['dashes', 'マリ－', 'マリー'],
    ['spaces and separators', '田中　\u00a0花・子', '田中花子'],
    ['kana scripts stay apart', 'はな', 'はな'],
    ['private use stays', '\ue000田', '\ue000田'],
    ['a lone surrogate stays', '\ud842田', '\ud842田'],
  ])('%s', (_, given, key) => expect(kanjiKey(given)).toBe(key));

  it('is idempotent on any string', () => {
    fc.assert(
      fc.property(text, (value) => {
        const key = kanjiKey(value);
        expect(kanjiKey(key)).toBe(key);
      }),
      { numRuns: 3000 },
    );
  });

  it('is idempotent on every character', () => {
    for (let code = 0; code < 0x110000; code++) {
      const key = kanjiKey(String.fromCodePoint(code));
      if (kanjiKey(key) !== key) expect.fail(code.toString(16));
    }
  });

  it('folds every variant of the table to the form the table names', () => {
    const path = new URL('../../src/normalize/data/kanji-variants.tsv', import.meta.url);
    const rows = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /^[0-9a-f]/.test(line));
    expect(rows.length).toBeGreaterThan(11_000);
    const char = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16));
    for (const row of rows) {
      const [from, to] = row.split('\t') as [string, string];
      // Radicals in their Chinese form lead to a simplified kanji (⻢ 马), which is another one in Japan (馬).
      if (kanjiKey(char(from)) !== kanjiKey(char(to))) expect.fail(row);
    }
  });
});

describe('kanjiKeyWithRules', () => {
  it.each([
    ['\u{9ad9}\u{6a4b}', ['koseki']],
    ['佐々木', ['repeat']],
    ['田中　花子', ['space']],
    ['\u{85ae}', ['extended']],
    ['\u{8fba}\u{e0100}', ['selector']],
    ['Ａ', ['width']],
    ['田中', []],
  ])('%s', (given, rules) => expect(kanjiKeyWithRules(given).rules).toEqual(rules));

  it('gives the key, and a rule whenever the key is another text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { key, rules } = kanjiKeyWithRules(value);
        expect(key).toBe(kanjiKey(value));
        if (key !== value) expect(rules.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('unknown characters', () => {
  it.each(['●', '〓', '?', '？', '\ufffd', '\ue000', '\uf8ff', '\u{f0000}', '□', '\ud842'])(
    'knows %j',
    (char) => {
      expect(hasUnknownCharacter(`山${char}`)).toBe(true);
    },
  );

  it('finds none in ordinary names', () => {
    for (const name of ['田中 花子', '\u{20bb7}野', 'John', 'ー', '〇', '々']) {
      expect(hasUnknownCharacter(name)).toBe(false);
    }
  });
});
