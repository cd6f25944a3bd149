import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { columnList } from '../../src/inspect/column-list.js';
import { inspectFile, inspectSettled, renderInspection } from '../../src/inspect/index.js';
import { address, iso, name, PEOPLE } from './odd-exports.js';

const NAMES = [
  '宛名番号',
  '世帯番号',
  '個人番号',
  '氏名',
  '生年月日',
  '住所',
  '異動事由コード',
  '減異動事由',
];
const left = (i: number) => (i % 10 === 3 ? '死亡' : i % 10 === 7 ? '転出' : '');
const rows = PEOPLE.map((p) => [
  String(5_000_000 + p.i),
  String(700 + Math.trunc(p.i / 2)),
  p.number,
  name(p),
  iso(p),
  address(p),
  { '': '01', 転出: '20', 死亡: '30' }[left(p.i)]!,
  left(p.i),
]);
const text = (columns: readonly number[]) =>
  rows.map((row) => `${columns.map((at) => row[at]).join()}\r\n`).join('');
const ALL = [0, 1, 2, 3, 4, 5, 6, 7];

async function inspected(beside: Readonly<Record<string, string>>, columns = ALL, layout?: string) {
  const dir = mkdtempSync(join(tmpdir(), 'columns-'));
  for (const [file, content] of Object.entries({ 'juki.csv': text(columns), ...beside }))
    writeFileSync(join(dir, file), iconv.encode(content, 'cp932'));
  return inspectFile(join(dir, 'juki.csv'), undefined, layout && join(dir, layout));
}
const numbered = (names: readonly string[]) => names.map((one, at) => `${at + 1},${one}\r\n`).join('');
/** A letter that says, line by line, what stands where. */
const said = (line: (n: number, name: string) => string) =>
  `書き出しの項目は次のとおりです\r\n\r\n${NAMES.map((one, at) => line(at + 1, one)).join('\r\n')}\r\n\r\n件数 30\r\n`;
const table = (names: readonly string[]) =>
  `住民データ項目一覧\r\n項番,項目名,型,桁数,説明\r\n${names.map((one, at) => `${at + 1},${one},文字,10,\r\n`).join('')}`;

describe('a table without a header is read by a list of its columns beside it', () => {
  it.each([
    ['a table', 'juki_項目一覧.csv', table(NAMES)],
    ['a numbered list', '項目.txt', `項目の並び\r\n${numbered(NAMES)}以上\r\n`],
    ['one line of names', 'header.csv', `${NAMES.join()}\r\n`],
    ['numbers with dots, tabs before notes', 'レイアウト.txt', said((n, one) => ` ${n}. ${one}\t半角10桁`)],
    ['numbers in circles', '項目.txt', said((n, one) => `${String.fromCodePoint(0x245f + n)}${one}`)],
    [
      'numbers in brackets, notes in lines of their own',
      '送付書.txt',
      said((n, one) => `（${n}）${one}：\r\n    値は別紙のとおり`),
    ],
    ['wide digits', 'ファイル仕様.txt', said((n, one) => `${'０１２３４５６７８'[n]}．${one}`)],
    [
      'codes told further in, right-aligned numbers',
      '説明.txt',
      said((n, one) => `${String(n).padStart(2)}. ${one}\r\n      1:有\r\n      2:無`),
    ],
    ['marks', '項目.md', said((_, one) => `- ${one}`)],
    [
      'a table drawn with blanks and a line',
      '項目.txt',
      `項番  項目名      型    桁\r\n${'-'.repeat(40)}\r\n${NAMES.map((one, at) => `${at + 1}     ${one}   文字   10`).join('\r\n')}\r\n`,
    ],
    [
      'a table drawn with bars',
      '項目.md',
      `| 項番 | 項目名 | 型 |\r\n|---|---|---|\r\n${NAMES.map((one, at) => `| ${at + 1} | ${one} | 文字 |`).join('\r\n')}\r\n`,
    ],
    [
      'behind a list of sections that is numbered, too',
      'README.txt',
      `1. 概要\r\n2. 形式\r\n\r\n${said((n, one) => `${n} ${one}`)}`,
    ],
  ])('%s', async (_, file, content) => {
    const inspection = await inspected({ [file]: content });
    const items = Object.fromEntries(
      inspection.mapping.map(({ item, columns }) => [item, columns.join('+')]),
    );
    expect(items).toEqual({
      resident_id: '1',
      household_id: '2',
      my_number: '3',
      name: '4',
      birth_date: '5',
      address: '6',
      status: '8',
    });
    expect(inspection.mapping.find(({ item }) => item === 'resident_id')?.confidence).toBe(0.95);
    expect(inspection.layoutFile).toMatch(file);
    expect(renderInspection(inspection, 'a', 'a', 'en')).toContain(`names of the columns are from ${file}`);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a list of fewer columns', { 'a.csv': table(NAMES.slice(0, 7)) }],
    [
      'a list whose number stands elsewhere',
      { 'a.csv': table([NAMES[1]!, NAMES[2]!, NAMES[0]!, ...NAMES.slice(3)]) },
    ],
    [
      'two lists, neither called like it',
      { 'a.csv': table(NAMES), 'b.csv': table(NAMES.map((one, at) => (at === 0 ? '住民コード' : one))) },
    ],
    ['a list that goes on where another began', { 'a.txt': said((n, one) => `${n === 3 ? 1 : n}. ${one}`) }],
    ['a list in which a number is left out', { 'a.txt': said((n, one) => `${n + Number(n > 4)}. ${one}`) }],
    ['another export', { 'a.csv': `${NAMES.join()}\r\n${text(ALL)}` }],
  ])('and not by %s', async (_, beside) => {
    expect((await inspected(beside)).layoutFile).toBeNull();
  });

  it('of two lists by the one that is called like it, or by the one that is named', async () => {
    const other = NAMES.map((one, at) => (at === 0 ? '住民コード' : one));
    const beside = { 'juki_項目.csv': table(NAMES), 'hoka.csv': table(other) };
    expect((await inspected(beside)).layoutFile).toMatch('juki_項目.csv');
    expect((await inspected(beside, ALL, 'hoka.csv')).columns[0]?.label).toBe('住民コード');
  });

  it('a list is names of columns, each once, and no prose', () => {
    expect(
      columnList([
        ['1', '氏名'],
        ['2', '住所'],
        ['3', '氏名'],
      ]),
    ).toBeNull();
    expect(
      columnList([
        ['1', 'はじめに'],
        ['2', 'つぎに'],
        ['3', 'おわり'],
      ]),
    ).toBeNull();
    expect(columnList([['お読みください']])).toBeNull();
  });
});

describe('why people left, where no column of a register is called a status', () => {
  const LIST = (columns: readonly number[]) => ({ 'juki_項目.csv': table(columns.map((at) => NAMES[at]!)) });
  it('in words', async () => {
    const { mapping } = await inspected(LIST(ALL));
    expect(mapping.find(({ item }) => item === 'status')).toMatchObject({ columns: ['8'], confidence: 0.75 });
  });

  it('in codes that a file beside it explains; that is asked about', async () => {
    const columns = [0, 1, 2, 3, 4, 5, 6];
    const note = '異動事由コード 01:転入 20:転出 30:死亡\r\n';
    const { mapping, questions } = await inspected({ ...LIST(columns), 'note.txt': note }, columns);
    expect(mapping.find(({ item }) => item === 'status')).toMatchObject({
      columns: ['7'],
      confidence: 0.6,
      codes: { '01': '転入', 20: '転出', 30: '死亡' },
    });
    expect(questions).toContainEqual({ item: 'status', kind: 'doubtful', columns: ['7'] });
  });

  it('and not in codes that nothing explains, nor where somebody has left it out', async () => {
    const columns = [0, 1, 2, 3, 4, 5, 6];
    const has = (mapping: readonly { readonly item: string }[]) =>
      mapping.some(({ item }) => item === 'status');
    expect(has((await inspected(LIST(columns), columns)).mapping)).toBe(false);
    const settled = await inspectSettled(await inspected(LIST(ALL)), new Map([['status', []]]));
    expect(has(settled.mapping)).toBe(false);
  });
});
