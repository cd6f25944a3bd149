import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { addressSql } from '../../src/synth/address-sql.js';
import { makePlaces } from '../../src/synth/addresses.js';
import { DATE_MACROS } from '../../src/synth/dates-sql.js';
import { makeMunicipalities } from '../../src/synth/municipalities.js';
import { bankKanaSql, halfKanaSql } from '../../src/synth/names/kana-sql.js';
import { installRandom } from '../../src/synth/random.js';
import { windowName } from '../../src/synth/records.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await installRandom(engine, 1);
  await engine.run(`${DATE_MACROS}; CREATE TABLE households AS SELECT range AS hid FROM range(50)`);
  const world = { residents: 100, people: 108, seed: 1, wrongRate: 0, nations: 7 };
  await makeMunicipalities(engine, world);
  await makePlaces(engine, world);
});
afterAll(() => engine.close());

describe('random numbers in SQL', () => {
  test('are even, and independent between streams and neighbours', async () => {
    const [row] = await engine.rows<Record<'mean' | 'spread' | 'streams' | 'rows', number>>(`
      SELECT avg(rnd('a', i)) AS mean, var_pop(rnd('a', i)) * 12 AS spread, corr(rnd('a', i), rnd('b', i)) AS streams,
        corr(rnd('a', i), rnd('a', i + 1)) AS "rows" FROM range(200000) t(i)`);
    expect(row!.mean).toBeCloseTo(0.5, 2);
    expect(row!.spread).toBeCloseTo(1, 1);
    expect(Math.abs(row!.streams)).toBeLessThan(0.01);
    expect(Math.abs(row!.rows)).toBeLessThan(0.01);
  });
});

// The first and last days of the eras.
test.each([
  ['1912-07-29', '明治45年7月29日', 'M45.7.29', '1450729'],
  ['1912-07-30', '大正元年7月30日', 'T1.7.30', '2010730'],
  ['1926-12-24', '大正15年12月24日', 'T15.12.24', '2151224'],
  ['1926-12-25', '昭和元年12月25日', 'S1.12.25', '3011225'],
  ['1975-03-02', '昭和50年3月2日', 'S50.3.2', '3500302'],
  ['1989-01-07', '昭和64年1月7日', 'S64.1.7', '3640107'],
  ['1989-01-08', '平成元年1月8日', 'H1.1.8', '4010108'],
  ['2019-04-30', '平成31年4月30日', 'H31.4.30', '4310430'],
  ['2019-05-01', '令和元年5月1日', 'R1.5.1', '5010501'],
])('%s in Japanese notations', async (date, long, short, code) => {
  const d = `DATE '${date}'`;
  const [row] = await engine.rows(
    `SELECT wareki(${d}, false) AS long, wareki_short(${d}, false) AS short, era_code(${d}, false) AS code, iso(${d}, false) AS iso`,
  );
  expect(row).toEqual({ long, short, code, iso: date });
});

test('an unknown day is written 00', async () => {
  const d = `DATE '1975-03-02', true`;
  const [row] = await engine.rows(`SELECT wareki(${d}) AS a, era_code(${d}) AS b, iso(${d}) AS c`);
  expect(row).toEqual({ a: '昭和50年3月00日', b: '3500300', c: '1975-03-00' });
});

describe('addresses', () => {
  const flat = `SELECT '東京都' AS pref, '町田市' AS city, true AS kanji_chome, '緑町' AS town, 2 AS chome, 12 AS ban,
    3 AS go, 'サンハイツ桜' AS building, 105 AS room`;
  const house = `SELECT '東京都' AS pref, '町田市' AS city, false AS kanji_chome, '大字下山田' AS town, 0 AS chome,
    123 AS ban, 4 AS go, NULL AS building, NULL AS room`;
  test.each([
    [flat, 0, true, 1, '東京都町田市緑町二丁目１２番３号　サンハイツ桜１０５号'],
    [flat, 1, true, 1, '東京都町田市緑町2-12-3 サンハイツ桜105'],
    [flat, 1, false, 2, '町田市緑町2-12-3-105'],
    [flat, 2, true, 2, '東京都町田市緑町２－１２－３－１０５'],
    [flat, 3, true, 0, '東京都町田市緑町2丁目12番3号'],
    [flat, 4, false, 0, '町田市緑町二丁目十二番三号'],
    [flat, 5, true, 1, '東京都町田市緑町2丁目12-3 サンハイツ桜105号室'],
    [house, 0, true, 1, '東京都町田市大字下山田１２３番地４'],
    [house, 1, true, 1, '東京都町田市大字下山田123-4'],
    [house, 3, false, 1, '町田市大字下山田123番地の4'],
  ])('%# in style %i', async (place, style, prefecture, building, text) => {
    const sql = addressSql('p', String(style), String(prefecture), String(building));
    expect(await engine.value(`SELECT ${sql} FROM (${place}) p`)).toBe(text);
  });

  test('kanji numbers', async () => {
    const numbers = await engine.rows<{ n: string }>(
      'SELECT kanji(i) AS n FROM (VALUES (1), (10), (11), (20), (38)) v(i)',
    );
    expect(numbers.map(({ n }) => n)).toEqual(['一', '十', '十一', '二十', '三十八']);
  });
});

test('kana are converted in SQL', async () => {
  const [row] = await engine.rows(
    `SELECT ${halfKanaSql('k')} AS half, ${bankKanaSql('k')} AS bank FROM (SELECT 'ジョージ　パク' AS k)`,
  );
  expect(row).toEqual({ half: 'ｼﾞｮｰｼﾞ ﾊﾟｸ', bank: 'ｼﾞﾖ-ｼﾞ ﾊﾟｸ' });
});

test('a city with more than a hundred windows has as many terminals, the first of which are named as ever', async () => {
  const rows = await engine.rows<{ name: string }>(
    `SELECT ${windowName("'112089'", 'w')} AS name FROM range(1200) t(w) ORDER BY w`,
  );
  const names = rows.map(({ name }) => name);
  expect(new Set(names).size).toBe(1200);
  expect([0, 8, 9, 98, 99, 1199].map((w) => names[w])).toEqual([
    'T1120801',
    'T1120809',
    'T1120810',
    'T1120899',
    'T11208100',
    'T112081200',
  ]);
});
