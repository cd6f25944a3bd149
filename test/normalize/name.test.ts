import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanaKey } from '../../src/normalize/name/kana.js';
import { kanjiKey } from '../../src/normalize/name/kanji.js';
import { latinKey } from '../../src/normalize/name/latin-key.js';
import { parseName } from '../../src/normalize/name/name.js';
import { text } from './any-text.js';

const main = (field: string) => {
  const { family, given, whole, separated, script } = parseName(field);
  return [family, given, whole, separated, script];
};

describe('parseName: the main name', () => {
  it.each([
    ['ideographic space', '田中　花子', ['田中', '花子', '田中花子', true, 'kanji']],
    ['ASCII space', '田中 花子', ['田中', '花子', '田中花子', true, 'kanji']],
    ['extra spaces', '　田中 　 花子 ', ['田中', '花子', '田中花子', true, 'kanji']],
    ['no separator', '田中花子', ['', '', '田中花子', false, 'kanji']],
    ['variants folded', '\u{9ad9}\u{6a4b}　\u{771e}', ['高橋', '真', '高橋真', true, 'kanji']],
    ['spaced-out letters', '田 中　花 子', ['田中', '花子', '田中花子', true, 'kanji']],
    ['hiragana given name', '田中　さくら', ['田中', 'さくら', '田中さくら', true, 'kanji']],
    ['half-width kana', 'ﾔﾏﾀﾞ ﾀﾛｳ', ['ヤマダ', 'タロウ', 'ヤマダタロウ', true, 'kana']],
    ['hiragana', 'やまだ　たろう', ['ヤマダ', 'タロウ', 'ヤマダタロウ', true, 'kana']],
    [
      'kana with a dot',
      'マイケル・ジャクソン',
      ['マイケル', 'ジヤクソン', 'マイケルジヤクソン', true, 'kana'],
    ],
    ['dash in kana', 'オーノ　ケイコ', ['オーノ', 'ケイコ', 'オーノケイコ', true, 'kana']],
    ['comma in Japanese', '田中，花子', ['田中', '花子', '田中花子', true, 'kanji']],
    ['title', '田中　花子　様', ['田中', '花子', '田中花子', true, 'kanji']],
    ['title without space', '田中　花子様', ['田中', '花子', '田中花子', true, 'kanji']],
    ['殿', '田中　花子殿', ['田中', '花子', '田中花子', true, 'kanji']],
    ['a family name that ends in 殿', '鵜殿', ['', '', '鵜殿', false, 'kanji']],
    ['capitals: family first', 'SMITH JOHN', ['SMITH', 'JOHN', 'SMITHJOHN', true, 'latin']],
    ['Western order', 'John Smith', ['SMITH', 'JOHN', 'SMITHJOHN', true, 'latin']],
    ['comma', 'McFly, Marty', ['MCFLY', 'MARTY', 'MCFLYMARTY', true, 'latin']],
    ['one word in capitals', 'John SMITH', ['SMITH', 'JOHN', 'SMITHJOHN', true, 'latin']],
    ['capitals first', 'SMITH John', ['SMITH', 'JOHN', 'SMITHJOHN', true, 'latin']],
    ['middle name', 'SMITH JOHN MICHAEL', ['SMITH', 'JOHNMICHAEL', 'SMITHJOHNMICHAEL', true, 'latin']],
    [
      'Western middle name',
      'John Michael Smith',
      ['SMITH', 'JOHNMICHAEL', 'SMITHJOHNMICHAEL', true, 'latin'],
    ],
    ['particle', 'Vincent van Gogh', ['VANGOGH', 'VINCENT', 'VANGOGHVINCENT', true, 'latin']],
    ['particle in capitals', 'DE LA CRUZ MARIA', ['DELACRUZ', 'MARIA', 'DELACRUZMARIA', true, 'latin']],
    ['Mr', 'Mr. John Smith', ['SMITH', 'JOHN', 'SMITHJOHN', true, 'latin']],
    ['full-width Latin', 'ＳＭＩＴＨ　ＪＯＨＮ', ['SMITH', 'JOHN', 'SMITHJOHN', true, 'latin']],
    ['diacritics', 'GARCÍA JOSÉ', ['GARCIA', 'JOSE', 'GARCIAJOSE', true, 'latin']],
    ['hyphens and apostrophes', "O'NEIL ANNE-MARIE", ['ONEIL', 'ANNEMARIE', 'ONEILANNEMARIE', true, 'latin']],
    ['mononym', 'SUKARNO', ['', '', 'SUKARNO', false, 'latin']],
    ['kanji mononym', '愛', ['', '', '愛', false, 'kanji']],
    ['two scripts in one name', 'SMITH　花子', ['SMITH', '花子', 'SMITH花子', true, 'mixed']],
    ['company in a kana account', 'ｶ)ﾃｽﾄ', ['', '', 'カ)テスト', false, 'kana']],
    ['company in the middle', 'ﾃｽﾄ(ｶ)ﾄｳｷﾖｳ', ['', '', 'テスト(カ)トウキヨウ', false, 'kana']],
    ['empty', '', ['', '', '', false, 'kanji']],
    ['only spaces', '　 ', ['', '', '', false, 'kanji']],
  ])('%s', (_, field, expected) => expect(main(field)).toEqual(expected));
});

describe('parseName: further names', () => {
  const name = (family: string, given: string, kind: string) => ({
    family,
    given,
    whole: family + given,
    kind,
  });

  it.each([
    ['former family name', '田中［山田］　花子', [name('山田', '花子', 'former')]],
    ['half-width brackets', '田中[山田] 花子', [name('山田', '花子', 'former')]],
    ['bracket as the only separator', '田中［山田］花子', [name('山田', '花子', 'former')]],
    ['round bracket after the family name', '田中（山田）　花子', [name('山田', '花子', 'former')]],
    ['label', '田中　花子（旧姓　山田）', [name('山田', '花子', 'former')]],
    ['former whole name', '田中　花子［山田　花子］', [name('山田', '花子', 'former')]],
    ['alias', '王　小明（田中　太郎）', [name('田中', '太郎', 'alias')]],
    ['labelled alias', '王　小明（通称：田中　太郎）', [name('田中', '太郎', 'alias')]],
    ['real name', '田中　太郎（本名　王　小明）', [name('王', '小明', 'other')]],
    ['furigana', '田中　花子（たなか　はなこ）', [name('タナカ', 'ハナコ', 'other')]],
    [
      'Latin, kanji and alias',
      'Marty McFly＿回到　未来（田中　五郎）',
      [name('回到', '未来', 'kanji'), name('田中', '五郎', 'alias')],
    ],
    ['kanji before Latin', '張　偉＿ZHANG WEI', [name('ZHANG', 'WEI', 'latin')]],
    ['half-width low line', 'ZHANG WEI_張　偉', [name('張', '偉', 'kanji')]],
    ['an empty bracket', '田中（）　花子', []],
    ['a bracket without a partner', '田中　花子（', []],
    ['none', '田中　花子', []],
  ])('%s', (_, field, further) => expect(parseName(field).further).toEqual(further));

  it('leaves a former family name without given name where the main one has none', () => {
    const [former] = parseName('田中花子［山田］').further;
    expect(former).toEqual({ family: '山田', given: '', whole: '山田', kind: 'former' });
  });

  it('parses the main name past the brackets', () => {
    expect(main('田中［山田］花子')).toEqual(['田中', '花子', '田中花子', true, 'kanji']);
    expect(main('Marty McFly＿回到　未来（田中　五郎）').slice(0, 2)).toEqual(['MCFLY', 'MARTY']);
  });
});

describe('parseName: any string', () => {
  it('gives keys that are keys, and a whole made of its parts', () => {
    fc.assert(
      fc.property(text, (field) => {
        const { family, given, whole, separated, script } = parseName(field);
        const key = { kanji: kanjiKey, mixed: kanjiKey, kana: kanaKey, latin: latinKey }[script];
        for (const part of [family, given]) expect(key(part)).toBe(part);
        expect(separated).toBe(family !== '' && given !== '');
        expect(whole).toBe(separated ? family + given : key(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('says where a character is unknown', () => {
    expect(parseName('山●　太郎').unknown).toBe(true);
    expect(parseName('山田　太郎（山●　太郎）').unknown).toBe(false);
  });
});

describe('latinKey', () => {
  it.each([
    ['Đỗ Thị-Ân', 'DOTHIAN'],
    ['Müller', 'MULLER'],
    ['Straße', 'STRASSE'],
    ['Łukasz Øre Æsir', 'LUKASZOREAESIR'],
    ['ｓｍｉｔｈ', 'SMITH'],
    ['張', ''],
  ])('%s', (given, key) => expect(latinKey(given)).toBe(key));
});

it('reads no more of a field than any name is long', () => {
  const { whole } = parseName('山'.repeat(300_000));
  expect(whole).toHaveLength(1000);
});
