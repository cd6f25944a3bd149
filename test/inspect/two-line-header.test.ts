import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectSettled, renderInspection } from '../../src/inspect/index.js';
import { columnSpecs } from '../../src/inspect/sample-values.js';
import { twoLineHeader } from '../../src/inspect/two-line-header.js';
import { inlineRow, makeXlsx } from '../ingest/make-xlsx.js';
import { ingested, linkSpec } from '../ingest/support.js';
import { address, iso, kana, name, PEOPLE } from './odd-exports.js';

const GROUPS = ['', '申請者', '', '', '', '配偶者', '', '', '', ''];
const NAMES = [
  '受付番号',
  '氏名',
  'フリガナ',
  '生年月日',
  '個人番号',
  '氏名',
  'フリガナ',
  '生年月日',
  '個人番号',
  '備考',
];
const BODY = PEOPLE.map((person) => {
  const other = PEOPLE[(person.i + 7) % PEOPLE.length]!;
  const of = (one: typeof person) => [name(one), kana(one), iso(one), one.number];
  return [`U${1000 + person.i}`, ...of(person), ...of(other), ''];
});
const MERGED = [
  ['受付番号', '対象者', '', '', '', '住所'],
  ['', '氏名', 'フリガナ', '生年月日', '個人番号', ''],
];

const SPACED = [
  ['', 'No.', '手帳', '', '本人', '', '', '', '', '', '保護者', '', '備考', ''],
  ['', '', '番号', '交付日', '氏名', 'フリガナ', '', '生年月日', '個人番号', '', '氏名', '住所', '', ''],
];

function file(rows: readonly (readonly string[])[], format: 'csv' | 'xlsx') {
  const path = join(mkdtempSync(join(tmpdir(), 'two-lines-')), `file.${format}`);
  writeFileSync(
    path,
    format === 'csv'
      ? rows.map((row) => `${row.join(',')}\r\n`).join('')
      : makeXlsx([{ name: 'A', rows: rows.map((row) => inlineRow(row)).join('') }]),
  );
  return path;
}

describe.each(['csv', 'xlsx'] as const)('a header in two lines: %s', (format) => {
  it('says what each column is, and whose, and the file can be read as proposed', async () => {
    const path = file([GROUPS, NAMES, ...BODY], format);
    const inspection = await inspectFile(path);
    expect(inspection.reading).toMatchObject({ header: false, skipRows: 2 });
    const items = Object.fromEntries(
      inspection.mapping.map(({ item, columns }) => [item, columns.join('+')]),
    );
    expect(items).toEqual({ record_id: '1', my_number: '5', name: '2', kana: '3', birth_date: '4' });
    expect(inspection.others).toEqual([
      { person: '配偶者', columns: expect.arrayContaining(['6', '7', '8', '9']) },
    ]);
    const block = renderInspection(inspection, 'x', 'file', 'ja');
    expect(block).toContain('見出しが 2 行です');
    expect(block).toMatch(/my_number: "5" # 申請者個人番号/);
    expect(inspection.columns[4]).toMatchObject({ name: '5', label: '申請者個人番号' });
    const spec = linkSpec({
      format,
      reading: inspection.reading,
      columns: columnSpecs(inspection.mapping),
      files: [path],
    });
    const { rows, rejects } = await ingested({}, spec);
    expect(rejects).toEqual([]);
    expect(rows).toHaveLength(PEOPLE.length);
    expect(rows[0]).toMatchObject({ my_number: PEOPLE[0]!.number, name: name(PEOPLE[0]!) });
  });

  it('somebody says it is the other person', async () => {
    const inspection = await inspectFile(file([GROUPS, NAMES, ...BODY], format));
    const { mapping } = await inspectSettled(inspection, new Map([['my_number', ['9']]]));
    const items = Object.fromEntries(mapping.map(({ item, columns }) => [item, columns.join('+')]));
    expect(items).toMatchObject({ my_number: '9', name: '6', kana: '7', birth_date: '8' });
  });

  it('cells merged over both lines', async () => {
    const rows = BODY.map((row, i) => [...row.slice(0, 5), address(PEOPLE[i]!)]);
    const { mapping } = await inspectFile(file([...MERGED, ...rows], format));
    expect(Object.fromEntries(mapping.map(({ item, columns }) => [item, columns.join('+')]))).toEqual({
      record_id: '1',
      my_number: '5',
      name: '2',
      kana: '3',
      birth_date: '4',
      address: '6',
    });
  });

  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['at the top', []],
    [
      'below titles',
      [
        ['', '手帳交付者一覧表', ...Array<string>(12).fill('')],
        ['', '福祉課　作成日：令和8年11月1日', ...Array<string>(12).fill('')],
        Array<string>(14).fill(''),
      ],
    ],
  ])('blank columns at the margins, between groups and within one, %s', async (_, titles) => {
    const rows = PEOPLE.map((person, i) => {
      const other = PEOPLE[(i + 7) % PEOPLE.length]!;
      const own = [name(person), kana(person), '', iso(person), person.number];
      return ['', `${i + 1}`, `U${1000 + i}`, '2020-04-01', ...own, '', name(other), address(other), '', ''];
    });
    const inspection = await inspectFile(file([...titles, ...SPACED, ...rows], format));
    expect(inspection.reading).toMatchObject({ header: false, skipRows: titles.length + 2 });
    const items = Object.fromEntries(
      inspection.mapping.map(({ item, columns }) => [item, columns.join('+')]),
    );
    expect(items).toMatchObject({ record_id: '3', my_number: '9', name: '5', kana: '6', birth_date: '8' });
    expect(inspection.columns.slice(0, 13).map(({ label }) => label)).toEqual([
      undefined,
      'No.',
      '手帳番号',
      '手帳交付日',
      '本人氏名',
      '本人フリガナ',
      undefined,
      '本人生年月日',
      '本人個人番号',
      undefined,
      '保護者氏名',
      '保護者住所',
      '備考',
    ]);
    const spec = linkSpec({
      format,
      reading: inspection.reading,
      columns: columnSpecs(inspection.mapping),
      files: [inspection.path],
    });
    const read = await ingested({}, spec);
    expect(read.rejects).toEqual([]);
    expect(read.rows).toHaveLength(PEOPLE.length);
  });
});

describe('blank columns', () => {
  const row = ['', '1', 'U1000', '', '佐藤　花子', '1975-03-02', '', ''];
  it.each<readonly [string, string[], string[], string[]]>([
    [
      'a group goes on over one within it',
      ['', 'No.', '手帳番号', '', '本人', '', '', ''],
      ['', '', '', '', '氏名', '生年月日', '', ''],
      ['', 'No.', '手帳番号', '', '本人氏名', '本人生年月日', '', ''],
    ],
    [
      'a word of the group above one',
      ['', 'No.', '手帳番号', '本人', '', '', '', ''],
      ['', '', '', '', '氏名', '生年月日', '', ''],
      ['', 'No.', '手帳番号', '本人', '本人氏名', '本人生年月日', '', ''],
    ],
    [
      'a group ends there where what has none stands below',
      ['', '', '受給者', '', '', '本人', '', ''],
      ['', 'No.', '番号', '', '氏名', '番号', '', ''],
      ['', 'No.', '受給者番号', '', '氏名', '本人番号', '', ''],
    ],
    [
      'a remark that nobody has filled in is none',
      ['', 'No.', '手帳', '', '本人', '', '', '備考'],
      ['', '', '番号', '', '氏名', '生年月日', '', ''],
      ['', 'No.', '手帳番号', '', '本人氏名', '本人生年月日', '', '備考'],
    ],
  ])('%s', (_, above, below, labels) => {
    expect(twoLineHeader([above, below, row, row])?.labels).toEqual(labels);
  });

  it('a total in one of them changes nothing', () => {
    const rows = Array.from({ length: 20 }, () => row);
    const head = [
      ['', 'No.', '手帳', '', '本人', '', '', ''],
      ['', '', '番号', '', '氏名', '生年月日', '', ''],
    ];
    const total = ['合計', '', '', '20件', '', '', '', ''];
    expect(twoLineHeader([...head, ...rows, total])).toEqual({
      rows: 2,
      labels: ['', 'No.', '手帳番号', '', '本人氏名', '本人生年月日', '', ''],
    });
  });
});

it.each<readonly [string, string[], string[], string[]]>([
  [
    "what is nobody's behind a group of somebody's",
    ['受付番号', '申請者', '', ''],
    ['', '氏名', '生年月日', '備考'],
    ['受付番号', '申請者氏名', '申請者生年月日', '備考'],
  ],
  [
    'a day of the list behind such a group',
    ['受付番号', '児童', '', ''],
    ['', '氏名', '性別', '登録日'],
    ['受付番号', '児童氏名', '児童性別', '登録日'],
  ],
  [
    "parts of a date, which are nobody's by themselves",
    ['番号', '生年月日', '', '', ''],
    ['', '元号', '年', '月', '日'],
    ['番号', '生年月日元号', '生年月日年', '生年月日月', '生年月日日'],
  ],
])('labels of %s', (_, above, below, labels) => {
  const row = ['U1000', '佐藤　花子', '1975-03-02', '1', '2'].slice(0, above.length);
  expect(twoLineHeader([above, below, row, row])?.labels).toEqual(labels);
});

describe('one line is a header by itself', () => {
  const row = ['U1000', '佐藤　花子', '1975-03-02'];
  const SPARE = ['', '番号', '氏名', '', '生年月日', ''];
  const SPARED = ['', 'U1000', '佐藤　花子', '', '1975-03-02', ''];
  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['of a plain table', [['番号', '氏名', '生年月日'], row, row]],
    ['below a title', [['交付一覧', '', ''], ['番号', '氏名', '生年月日'], row]],
    ['below a title and a day', [['交付一覧', '', '2024-01-05'], ['番号', '氏名', '生年月日'], row]],
    ['none at all', [row, row, row]],
    ['above a row of blanks', [['番号', '氏名', '生年月日'], ['', '', ''], row]],
    ['with blank columns', [SPARE, SPARED, SPARED]],
    ['with blank columns below a title', [['', '交付一覧', '', '', '', ''], SPARE, SPARED, SPARED]],
    ['with blank columns below two words', [['', '交付一覧', '福祉課', '', '', ''], SPARE, SPARED, SPARED]],
    ['with blank columns, a word above one', [['', '交付一覧', '', '福祉課', '', ''], SPARE, SPARED, SPARED]],
    ['above a row with blanks', [SPARE, ['', 'U1', '佐藤　花子', '', '', ''], SPARED, SPARED]],
    [
      'none at all, and blanks',
      [['', 'U1', '佐藤　花子', '', '男', ''], ['', '', '不明', '', '女', ''], SPARED],
    ],
  ])('%s', (_, rows) => {
    expect(twoLineHeader(rows)).toBeNull();
  });
});
