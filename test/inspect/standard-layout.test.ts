import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inspectFile } from '../../src/inspect/index.js';
import { PEOPLE } from './odd-exports.js';

type Person = (typeof PEOPLE)[number];
type Column = readonly [name: string, value: (person: Person) => string | number];

const two = (n: number) => String(n).padStart(2, '0');
const none = () => '';
const HEAD: readonly Column[] = [
  ['宛名番号', ({ i }) => i + 1],
  ['世帯番号', ({ i }) => 500 + Math.trunc(i / 2)],
  ['住民種別', () => 1],
  ['住民状態', () => 1],
  ['個人番号', ({ number }) => number],
  ['性別', ({ sex }) => sex],
  ['生年月日', ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`],
];
const PLACE: readonly Column[] = [
  ['住所_町字', ({ town }) => town],
  ['住所_番地号表記', ({ house }) => house],
  ['住所_方書', ({ building }) => building],
  ['住所_郵便番号', () => '210-0001'],
];
const FOUND = {
  resident_id: '宛名番号',
  my_number: '個人番号',
  household_id: '世帯番号',
  birth_date: '生年月日',
  sex: '性別',
  status: '住民状態',
};
const PLACED = { ...FOUND, address: '住所_町字+住所_番地号表記+住所_方書' };

/** Columns as municipal systems made after 基本データリスト have them: names in parts, in kana and for foreigners. */
const LAYOUTS: readonly (readonly [string, readonly Column[], Readonly<Record<string, string>>])[] = [
  [
    'names whole and in parts, an address before the move in parts',
    [
      ...HEAD,
      ['履歴番号', () => 1],
      ['異動年月日', ({ i }) => `2022-0${1 + (i % 9)}-11`],
      ['異動届出年月日', ({ i }) => `2022-0${1 + (i % 9)}-12`],
      ['異動事由', () => '01'],
      ['氏名', ({ family, given }) => `${family[0]}　${given[0]}`],
      ['氏_日本人', ({ family }) => family[0]],
      ['名_日本人', ({ given }) => given[0]],
      ['氏名_外国人ローマ字', none],
      ['氏名_外国人漢字', none],
      ['氏名_フリガナ', ({ family, given }) => `${family[1]}　${given[1]}`],
      ['氏名_フリガナ_清音化', ({ family, given }) => `${family[1]}${given[1]}`],
      ['氏_日本人_フリガナ', ({ family }) => family[1]],
      ['名_日本人_フリガナ', ({ given }) => given[1]],
      ['通称', none],
      ['通称_フリガナ', none],
      ['旧氏', ({ i }) => (i % 9 ? '' : '鈴木')],
      ['旧氏_フリガナ', ({ i }) => (i % 9 ? '' : 'スズキ')],
      ['性別表記', ({ sex }) => (sex === 1 ? '男' : '女')],
      ['生年月日_不詳フラグ', () => 0],
      ['住所_市区町村コード', () => '142018'],
      ['住所_町字コード', () => '0001000'],
      ['住所_都道府県', () => '神奈川県'],
      ['住所_市区郡町村名', () => 'ひばり野市'],
      ...PLACE,
      ['転入前住所_町字', ({ i }) => (i % 5 ? '' : '旭町')],
      ['転入前住所_番地号表記', ({ i }) => (i % 5 ? '' : '1-2')],
      ['登録日時', () => '2023-04-01 10:00:00'],
      ['更新日時', () => '2023-04-02 10:00:00'],
    ],
    {
      ...FOUND,
      name: '氏名',
      kana: '氏名_フリガナ',
      former_name: '旧氏',
      alias: '通称',
      moved_on: '異動年月日',
      municipality: '住所_市区町村コード',
      address: '住所_都道府県+住所_市区郡町村名+住所_町字+住所_番地号表記+住所_方書',
      previous_address: '転入前住所_町字+転入前住所_番地号表記',
    },
  ],
  [
    'with 振り仮名',
    [
      ...HEAD,
      ['氏名', ({ family, given }) => `${family[0]}　${given[0]}`],
      ['氏名_振り仮名（フリガナ）', ({ family, given }) => `${family[1]}　${given[1]}`],
      ['氏_日本人_振り仮名', ({ family }) => family[1]],
      ['名_日本人_振り仮名', ({ given }) => given[1]],
      ['氏名_氏名のカタカナ表記', none],
      ['生年月日_元号', () => 3],
      ['続柄コード1', () => '02'],
      ['世帯主氏名', ({ family }) => `${family[0]}　太郎`],
      ...PLACE,
      ['住所を定めた年月日', ({ i }) => `2012-0${1 + (i % 9)}-11`],
      ['本籍', ({ town }) => `東京都千代田区${town}`],
      ['戸籍_筆頭者', ({ family }) => `${family[0]}　一`],
      ['基礎年金番号', ({ i }) => 1_000_000_000 + i],
    ],
    { ...PLACED, name: '氏名', kana: '氏名_振り仮名（フリガナ）' },
  ],
  [
    'names in parts alone',
    [
      ...HEAD,
      ['氏_日本人', ({ family }) => family[0]],
      ['名_日本人', ({ given }) => given[0]],
      ['氏_日本人_振り仮名', ({ family }) => family[1]],
      ['名_日本人_振り仮名', ({ given }) => given[1]],
      ...PLACE,
    ],
    { ...PLACED, name: '氏_日本人+名_日本人', kana: '氏_日本人_振り仮名+名_日本人_振り仮名' },
  ],
];

it.each(LAYOUTS)('the national data list: %s', async (_, columns, items) => {
  const path = join(mkdtempSync(join(tmpdir(), 'standard-')), 'juki.csv');
  const rows = [
    columns.map(([name]) => name),
    ...PEOPLE.map((person) => columns.map(([, value]) => value(person))),
  ];
  writeFileSync(path, rows.map((row) => `${row.join(',')}\n`).join(''));
  const { kind, mapping, questions } = await inspectFile(path);
  expect(kind).toBe('register');
  expect(Object.fromEntries(mapping.map(({ item, columns: from }) => [item, from.join('+')]))).toEqual(items);
  // None of these layouts says who is protected, and none what its codes mean: that is asked.
  const isCoded = mapping.some(({ item }) => item === 'status');
  expect(questions).toMatchObject([
    { item: 'protected', kind: 'unprotected', columns: [] },
    ...(isCoded ? [{ item: 'status', kind: 'codes', codes: [{ code: '1' }] }] : []),
  ]);
});
