import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kanjiKey } from '../../src/normalize/name/kanji.js';
import { holdsSimplified } from '../../src/normalize/name/simplified.js';
import { compareNames } from '../../src/verify/compare-name.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';
import { personNames } from '../../src/verify/person-name.js';
import { createReadings } from '../../src/verify/reading/reading.js';

const readings = createReadings([]);
const person = (name: string) => personNames({ name, kana: null, formerName: null, alias: null });
const levels = (a: string, b: string) => {
  const { family, given } = compareNames(person(a), person(b), readings);
  const ids = Object.keys(NAME_CODES);
  return `${ids[family]} ${ids[given]}`;
};

describe('characters that are nothing else', () => {
  test.each([
    ['张　伟', '張　偉', 'variant variant'],
    ['陈　丽华', '陳　麗華', 'variant variant'],
    ['刘　军', '劉　軍', 'variant variant'],
    ['杨　国强', '楊　国強', 'variant variant'],
    ['赵　静', '趙　静', 'variant exact'],
    ['郑　晓东', '鄭　暁東', 'variant variant'],
    ['冯　建', '馮　建', 'variant exact'],
    ['孙　红梅', '孫　紅梅', 'variant variant'],
    ['马　骏', '馬　駿', 'variant variant'],
    ['黄　凤', '黃　鳳', 'variant variant'],
    ['滨崎　歩', '浜崎　歩', 'variant exact'],
    ['滨崎　歩', '濱崎　歩', 'variant exact'],
    ['长谷川　庆', '長谷川　慶', 'variant variant'],
    ['张晓丽', '張　暁麗', 'variant variant'],
    ['张晓丽', '張暁麗', 'variant variant'],
    ['张　伟', '張　維', 'variant different'],
    ['张　伟', '章　偉', 'different variant'],
    ['陈　伟', '陸　偉', 'different variant'],
    ['刘　军', '柳　軍', 'different variant'],
    ['杨　静', '揚　静', 'different exact'],
    // in tables of rare Japanese variants they stand for others: 洁 for 浩, 关 for 笑, 业 for 北, 备 for 留
    ['张　洁', '張　潔', 'variant variant'],
    ['张　洁', '張　浩', 'variant different'],
    ['关　晓彤', '関　暁彤', 'variant variant'],
    ['关　玲', '關　玲', 'variant exact'],
    ['关　玲', '笑　玲', 'different exact'],
    ['陈　建业', '陳　建業', 'variant variant'],
    ['陈　业', '陳　北', 'variant different'],
    ['刘　备', '劉　備', 'variant variant'],
    // of JIS X 0213 alone, which no Japanese name is written in
    ['王　宁', '王　寧', 'exact variant'],
    ['李　丰', '李　豊', 'exact variant'],
    ['陈　圣', '陳　聖', 'variant variant'],
    ['种　离', '種　離', 'variant variant'],
    ['王　宁', '王　庁', 'exact different'],
    ['李　丰', '李　三', 'exact different'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(levels(a, b)).toBe(expected);
    expect(levels(b, a)).toBe(expected);
  });
});

describe('one form of several characters', () => {
  test.each([
    // 发 stands for 発 and 髪, 钟 for 鐘 and 鍾, 历 for 暦 and 歴: for each, which stay apart
    ['钟　建', '鐘　建', 'variant exact'],
    ['钟　建', '鍾　建', 'variant exact'],
    ['鐘　建', '鍾　建', 'different exact'],
    ['王　发', '王　発', 'exact variant'],
    ['王　发', '王　髪', 'exact variant'],
    ['王　発', '王　髪', 'exact different'],
    ['王　历', '王　暦', 'exact variant'],
    ['王　暦', '王　歴', 'exact different'],
    ['苏　梅', '蘇　梅', 'variant exact'],
    ['王　钟', '王　中', 'exact different'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(levels(a, b)).toBe(expected);
    expect(levels(b, a)).toBe(expected);
  });
});

describe('forms that are Japanese characters of their own', () => {
  test.each([
    // in a name that is written in simplified Chinese
    ['叶　丽', '葉　麗', 'variant variant'],
    ['范　伟', '範　偉', 'variant variant'],
    ['沈　飞', '瀋　飛', 'variant variant'],
    ['张　云', '張　雲', 'variant variant'],
    ['谷　东', '穀　東', 'variant variant'],
    ['姜　晓里', '姜　暁裏', 'exact variant'],
    ['叶丽', '葉　麗', 'variant variant'],
    // in any other name they are what they are
    ['叶　太郎', '葉　太郎', 'different exact'],
    ['里見　明', '裏見　明', 'different exact'],
    ['沈　静', '瀋　静', 'different exact'],
    ['谷　明', '穀　明', 'different exact'],
    ['后藤　明', '後藤　明', 'different exact'],
    ['干場　明', '乾場　明', 'different exact'],
    ['幹　明', '乾　明', 'different exact'],
    ['松　明', '鬆　明', 'different exact'],
    ['出雲　明', '出云　明', 'different exact'],
    ['余　静', '予　静', 'different exact'],
    ['升　明', '昇　明', 'different exact'],
    ['斗　明', '闘　明', 'different exact'],
    ['范　明', '範　明', 'different exact'],
    ['秋　明', '鞦　明', 'different exact'],
    ['筿原　明', '篠原　明', 'different exact'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(levels(a, b)).toBe(expected);
    expect(levels(b, a)).toBe(expected);
  });
});

describe('forms that are Japanese characters, where the other name stands beside Latin letters', () => {
  test.each([
    // Of the characters that would tell that it is Chinese the file holds none.
    ['叶文●', 'YE WENHONG＿葉　文紅', 'other_name other_name'],
    ['叶　文●', 'YE WENHONG＿葉　文紅', 'other_name other_name'],
    ['范国●', 'FAN GUOHUI＿範　国輝', 'other_name other_name'],
    ['叶●', 'YE WENHONG＿葉　文紅', 'missing missing'],
    ['里文●', 'YE WENHONG＿葉　文紅', 'missing missing'],
    // No letters say that it is.
    ['叶　美●', '葉　美紅', 'different unknown_char'],
    ['里見　美●', '裏見　美紅', 'different unknown_char'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(levels(a, b)).toBe(expected);
    expect(levels(b, a)).toBe(expected);
  });
});

describe('keys', () => {
  test.each(['佐藤花子', '髙橋', '国広', '沈', '叶', '里見', '浜﨑', '長谷川', '関', 'ソウル'])(
    '%s is not Chinese',
    (name) => expect(holdsSimplified(name)).toBe(false),
  );

  test('no two characters of Japanese texts become one by a simplified form', () => {
    // JIS X 0208, level 1 and 2, by way of EUC-JP: rows 16 to 84
    const decoder = new TextDecoder('euc-jp');
    const kanji: string[] = [];
    for (let row = 0xb0; row <= 0xf4; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) {
        const char = decoder.decode(new Uint8Array([row, cell]));
        if (char !== '\ufffd') kanji.push(char);
      }
    }
    expect(kanji.length).toBeGreaterThan(6300);
    expect(kanji.filter(holdsSimplified)).toEqual([]);
  });

  test('idempotent on texts of simplified characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'张陈伟丽发钟叶沈里东马⻢艺国滨') }), (text) => {
        expect(kanjiKey(kanjiKey(text))).toBe(kanjiKey(text));
      }),
    );
  });
});
