import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gazetteerNotes } from '../../../src/verify/gazetteer/gazetteer-notes.js';
import type { Place, PlaceChange } from '../../../src/verify/gazetteer/place-change.js';
import { readGazetteers } from '../../../src/verify/gazetteer/read-gazetteers.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-gazetteer-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function read(text: string | Buffer, within = '') {
  writeFileSync(join(dir, 'a.csv'), text);
  return readGazetteers(dir, [{ file: 'a.csv', within }]);
}

const name = ({ prefecture, city, town, number }: Place) =>
  [prefecture + city, town, number].filter((part) => part !== '').join(' ');
const told = (changes: readonly PlaceChange[]) =>
  changes.map(({ before, after, lot }) => `${name(before)} > ${name(after)}${lot ? ' *' : ''}`);

describe('a table of old and new places', () => {
  it.each([
    ['with a header', '旧住所,新住所\n愛知県緑市北浜町,愛知県緑市光ケ丘\n'],
    ['without one', '愛知県緑市北浜町,愛知県緑市光ケ丘\n'],
    ['in English', 'old_place,new_place\r\n愛知県緑市北浜町,愛知県緑市光ケ丘\r\n'],
    [
      'with what is around in columns of both',
      '都道府県名,市区町村名,旧町名,新町名\n愛知県,緑市,北浜町,光ケ丘\n',
    ],
    [
      'with columns that say nothing of places',
      'No.,旧町名,旧町名カナ,新町名,新町名カナ,実施日\n1,愛知県緑市北浜町,キタハマ,愛知県緑市光ケ丘,ヒカリ,2001-02-03\n',
    ],
    ['the words behind', '町名（旧）,町名（新）\n愛知県緑市北浜町,愛知県緑市光ケ丘\n'],
    ['before and after', '変更前,変更後\n愛知県緑市北浜町,愛知県緑市光ケ丘\n'],
  ])('is read %s', async (_, text) => {
    expect(told((await read(text)).changes)).toEqual(['愛知県緑市 北浜町 > 愛知県緑市 光ケ丘']);
  });

  it.each(['cp932', 'utf-16le', 'utf-8'])('is read in %s', async (encoding) => {
    const bytes = iconv.encode('旧町名,新町名\n愛知県緑市北浜町,愛知県緑市光ケ丘\n', encoding, {
      addBOM: true,
    });
    expect(told((await read(bytes)).changes)).toEqual(['愛知県緑市 北浜町 > 愛知県緑市 光ケ丘']);
  });

  it('has codes in place of names', async () => {
    // 静岡県: 浜松市中区 and 西区 of before 2024, 中央区 of today; 999995 is nobody's.
    const { changes, files } = await read('旧コード,新コード\n221317,221384\n22133,22138\n999995,221384\n');
    expect(told(changes)).toEqual([
      '静岡県浜松市中区 > 静岡県浜松市中央区',
      '静岡県浜松市西区 > 静岡県浜松市中央区',
    ]);
    expect(files[0]!.bad).toEqual([{ line: 4, why: 'unknown-code' }]);
  });

  it('has codes beside names, which win', async () => {
    const { changes } = await read(
      '旧団体コード,旧市区町村名,新団体コード,新市区町村名\n239999,愛知県旧野町,239998,愛知県新原市\n',
    );
    expect(told(changes)).toEqual(['愛知県旧野町 > 愛知県新原市']);
  });

  it('is one of 住居表示, with lots in columns of their own', async () => {
    const text = `旧町名,旧地番,旧枝番,新町名,新街区符号,新住居番号
北浜町,123,1,光が丘二丁目,3,4
北浜町,200番地,,光が丘二丁目,3,5
北浜町,"301、302",,光が丘二丁目,4,1
大字原,17の一部,,光が丘三丁目,1,2
`;
    expect(told((await read(text, '愛知県緑市')).changes)).toEqual([
      '愛知県緑市 北浜町 123-1 > 愛知県緑市 光ケ丘 2-3-4 *',
      '愛知県緑市 北浜町 200 > 愛知県緑市 光ケ丘 2-3-5 *',
      '愛知県緑市 北浜町 301 > 愛知県緑市 光ケ丘 2-4-1 *',
      '愛知県緑市 北浜町 302 > 愛知県緑市 光ケ丘 2-4-1 *',
      '愛知県緑市 原 17 > 愛知県緑市 光ケ丘 3-1-2 *',
    ]);
  });

  it('puts the municipality before what is written without, and before nothing else', async () => {
    const text = '旧住所,新住所\n下市場,上市場\n緑市北浜町,光が丘\n岐阜県谷市本町,東町\n';
    expect(told((await read(text, '愛知県緑市')).changes)).toEqual([
      '愛知県緑市 下市場 > 愛知県緑市 上市場',
      '緑市 北浜町 > 愛知県緑市 光ケ丘',
      '岐阜県谷市 本町 > 愛知県緑市 東町',
    ]);
  });

  it('tells of rows that cannot be used, by their lines', async () => {
    const { files } = await read(`旧住所,新住所
愛知県緑市北浜町,愛知県緑市光が丘

愛知県緑市東町,
,愛知県緑市西町
愛知県緑市東町5番地,愛知県緑市西町
愛知県緑市東町,愛知県緑市東町
`);
    expect(files[0]).toMatchObject({ rows: 5, changes: 1 });
    expect(gazetteerNotes(files).map(({ en }) => en)).toEqual([
      'gazetteer: a.csv: rows that cannot be used (no old place): line 5',
      'gazetteer: a.csv: rows that cannot be used (no new place): line 4',
      'gazetteer: a.csv: rows that cannot be used (old and new are one): line 7',
      'gazetteer: a.csv: rows that cannot be used (a lot on one side only): line 6',
    ]);
  });

  it('names ten lines at most', async () => {
    const { files } = await read(`旧,新\n緑市東町,緑市西町\n${'緑市南町,\n'.repeat(13)}`);
    expect(gazetteerNotes(files)[0]!.ja).toMatch(/行 3, 4, .*, 12、ほか 3 行$/);
  });

  it.each([
    ['people', '氏名,住所\n架空　太郎,緑市東町1\n'],
    ['three columns without a header', '1,緑市東町,緑市西町\n'],
    ['nothing', ''],
    ['a header alone', '旧住所,新住所\n'],
    ['towns without a municipality', '旧町名,新町名\n北浜,光が丘\n'],
    ['a quote that is never closed', `旧住所,新住所\n"緑市東町,緑市西町\n`],
  ])('is refused where it holds %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'gazetteer-file', exitCode: 2 });
  });

  it('is refused where there is no file', async () => {
    await expect(readGazetteers(dir, [{ file: 'none.csv', within: '' }])).rejects.toMatchObject({
      code: 'gazetteer-file',
      exitCode: 2,
    });
  });
});

const TOWNS =
  'lg_code,machiaza_id,machiaza_type,pref,pref_kana,county,city,ward,oaza_cho,oaza_cho_kana,chome,koaza,efct_date,ablt_date,remarks';
const town = (id: string, oaza: string, chome: string, since: string, until = '') =>
  `239992,${id},2,愛知県,アイチケン,,緑市,,${oaza},カナ,${chome},,${since},${until},`;

describe('towns of the Address Base Registry', () => {
  it('are renamed where one id has two names', async () => {
    const { changes, files } = await read(
      [
        TOWNS,
        town('0001000', '光が丘', '', '2003-04-01'),
        town('0001000', '北浜町', '', '1947-04-17', '2003-03-31'),
        town('0002001', '東町', '一丁目', '1947-04-17'),
        town('0002002', '東町', '二丁目', '1947-04-17'),
      ].join('\n'),
    );
    expect(told(changes)).toEqual(['愛知県緑市 北浜町 > 愛知県緑市 光ケ丘']);
    expect(files).toMatchObject([{ rows: 4, changes: 1, bad: [] }]);
    expect(gazetteerNotes(files)).toEqual([]);
  });

  it('are held against an earlier edition', async () => {
    writeFileSync(join(dir, 'old.csv'), [TOWNS, town('0001000', '北浜町', '', '1947-04-17')].join('\n'));
    writeFileSync(join(dir, 'new.csv'), [TOWNS, town('0001000', '光が丘', '', '1947-04-17')].join('\n'));
    const { changes } = await readGazetteers(dir, [
      { file: 'old.csv', within: '' },
      { file: 'new.csv', within: '' },
    ]);
    expect(told(changes)).toEqual(['愛知県緑市 北浜町 > 愛知県緑市 光ケ丘']);
  });

  it('tell nothing in one edition without rows that ended, and that is said', async () => {
    const { changes, files } = await read([TOWNS, town('0001000', '光が丘', '', '1947-04-17')].join('\n'));
    expect(changes).toEqual([]);
    expect(gazetteerNotes(files).map(({ en }) => en)).toEqual([
      expect.stringContaining('Name an earlier edition before it'),
    ]);
  });

  it('are read with the Japanese names of columns, too', async () => {
    const head = '全国地方公共団体コード,町字id,都道府県名,市区町村名,大字・町名,丁目名,効力発生日,廃止日';
    const { changes } = await read(
      `${head}\n239992,0001000,愛知県,緑市,北浜町,四丁目,1947-04-17,2003-03-31\n239992,0001000,愛知県,緑市,光が丘,二丁目,2003-04-01,\n`,
    );
    expect(told(changes)).toEqual(['愛知県緑市 北浜町 4 > 愛知県緑市 光ケ丘 2']);
  });
});
