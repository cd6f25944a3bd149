import { describe, expect, it } from 'vitest';
import { compareNames } from '../../src/verify/compare-name.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';
import { personNames } from '../../src/verify/person-name.js';
import { createReadings } from '../../src/verify/reading/reading.js';

// As a run learns them: the record's own pair was seen once, in the record.
const readings = createReadings([
  ['橋本', 'キムラ', 1],
  ['純', 'サブロウ', 1],
]);
const person = (name: string, kana: string | null) =>
  personNames({ name, kana, formerName: null, alias: null });
const levelOf = (code: number) => Object.entries(NAME_CODES).find(([, other]) => other === code)![0];
function levels(name: string, kana: string | null, furigana: string | null, registered = name) {
  const { family, given } = compareNames(person(name, kana), person(registered, furigana), readings);
  return `${levelOf(family)} ${levelOf(given)}`;
}

describe('a record that names its resident in kanji and another in kana contradicts itself', () => {
  it.each([
    ['橋本　純', 'ｷﾑﾗ ｻﾌﾞﾛｳ', 'ハシモト　ジュン'],
    ['橋本 純', 'キムラ サブロウ', 'ハシモト ジュン'],
    ['佐藤　花子', 'ｽｽﾞｷ ｲﾁﾛｳ', 'サトウ　ハナコ'],
    ['高橋　健太', 'ﾀﾅｶ ﾖｼｺ', 'タカハシ　ケンタ'],
    ['山田　太郎', 'ﾜﾀﾅﾍﾞ ﾐﾕｷ', 'ヤマダ　タロウ'],
    ['小林　美咲', 'ｲﾄｳ ﾋﾛｼ', 'コバヤシ　ミサキ'],
    ['中村　翔', 'ﾔﾏﾓﾄ ｶｽﾞｺ', 'ナカムラ　ショウ'],
    ['加藤　一郎', 'ﾓﾘ ｼｽﾞｶ', 'カトウ　イチロウ'],
    // Turned round it is another's, too; so is it where one half alone would be theirs.
    ['橋本　純', 'ｻﾌﾞﾛｳ ｷﾑﾗ', 'ハシモト　ジュン'],
    ['林　容成', 'ｻﾌﾞﾛｳ ｲﾑ', 'ハヤシ　ヨウセイ'],
    ['王　玲', 'ﾚｲ ｽｽﾞｷ', 'オウ　レイ'],
  ])('%s, %s beside %s', (name, kana, furigana) => {
    expect(levels(name, kana, furigana)).toBe('reading_differs reading_differs');
  });

  it('whatever variant the kanji are written in', () => {
    expect(levels('髙橋　健太', 'ﾀﾅｶ ﾖｼｺ', 'タカハシ　ケンタ', '高橋　健太')).toBe(
      'reading_differs reading_differs',
    );
  });
});

describe('kana that have the family name last are the resident’s own', () => {
  it.each([
    ['林　容成', 'ヨンソン　イム', 'イム　ヨンソン', 'order order'],
    ['胡　一', 'ｲﾁ ｺ', 'コ　イチ', 'order order'],
    ['郭　雪婷', 'ｾﾂﾃｲ ｶｸ', 'カク　セツテイ', 'order order'],
    ['橋本　純', 'ｼﾞｭﾝ ﾊｼﾓﾄ', 'ハシモト　ジュン', 'order order'],
    // As they are heard in their own language, where the register has the Japanese reading.
    ['梁　勇一', 'ﾖﾝｲｰ ﾘｬﾝ', 'リョウ　ユウイチ', 'kanji_only kanji_only'],
    ['周　玲', 'ﾘﾝ ｼﾞｮｳ', 'シュウ　レイ', 'kanji_only kanji_only'],
  ])('%s, %s beside %s', (name, kana, furigana, expected) => {
    expect(levels(name, kana, furigana)).toBe(expected);
  });
});

describe('what is no other person is as it was', () => {
  it.each([
    ['one part alone is read otherwise', '橋本　純', 'ﾊｼﾓﾄ ｻﾌﾞﾛｳ', 'ハシモト　ジュン'],
    ['the family name alone is', '橋本　純', 'ｷﾑﾗ ｼﾞｭﾝ', 'ハシモト　ジュン'],
    ['one is another reading, one near', '中田　裕子', 'ﾅｶﾀﾞ ﾋﾛｺ', 'ナカタ　ユウコ'],
    ['both are other readings of the kanji', '東　純', 'ﾋｶﾞｼ ｼﾞｭﾝ', 'アズマ　アツシ'],
    ['the furigana is the one that is wrong', '橋本　健太', 'ﾊｼﾓﾄ ｹﾝﾀ', 'キムラ　サブロウ'],
    ['nobody can read either', '小鳥遊　月', 'ﾃｽﾄ ﾃｽﾄ', 'フメイ　フメイ'],
    ['heard in their own language', '王　玲', 'ﾜﾝ ﾘﾝ', 'オウ　レイ'],
    ['the same kana', '橋本　純', 'ﾊｼﾓﾄ ｼﾞｭﾝ', 'ハシモト　ジュン'],
    ['no kana in the record', '橋本　純', null, 'ハシモト　ジュン'],
    ['none in the register', '橋本　純', 'ｷﾑﾗ ｻﾌﾞﾛｳ', null],
  ])('%s: %s, %s beside %s', (_, name, kana, furigana) => {
    expect(levels(name, kana, furigana)).not.toContain('reading_differs');
  });

  it('other kanji are another name, whatever the kana', () => {
    expect(levels('橋本　純', 'ｷﾑﾗ ｻﾌﾞﾛｳ', 'サトウ　ハナコ', '佐藤　花子')).toBe('different different');
  });
});
