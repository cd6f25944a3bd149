import { describe, expect, it } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import type { InputSpec } from '../../src/audit/pipeline-file.js';
import type { InputFile } from '../../src/ingest/input-file.js';
import { checkVoidItems } from '../../src/ingest/preflight/preflight-void.js';
import { linkSpec } from './support.js';

const FILE = { source: 'cards', path: 'cards.csv' } as InputFile;

function judge(item: CanonicalItem, values: readonly string[], format: string | null = null): void {
  const spec: InputSpec = linkSpec({ columns: { ...linkSpec().columns, [item]: { from: ['c'], format } } });
  checkVoidItems(FILE, spec, { columns: ['c'], rows: values.map((value) => [value]), damaged: {} });
}

const times = (n: number, value: (i: number) => string) => Array.from({ length: n }, (_, i) => value(i));

describe('a column that holds nothing to compare is refused', () => {
  it.each<[string, CanonicalItem, (i: number) => string, string | null]>([
    ['serial numbers of a spreadsheet too small to be dates', 'birth_date', (i) => String(i + 1), null],
    ['month and day without a year', 'birth_date', (i) => `${(i % 12) + 1}/${(i % 28) + 1}`, null],
    ['names of months', 'birth_date', (i) => `${(i % 28) + 1} MAR 75`, null],
    ['words', 'birth_date', () => '未確認', null],
    ['text in the place of the sex', 'sex', (i) => `区分${i}`, null],
    ['codes of another list as sex', 'sex', (i) => String(20 + (i % 2)), null],
    ['numbers in the place of names', 'name', (i) => String(10_000 + i), null],
    ['dates in the place of names', 'name', (i) => `1975-03-${10 + (i % 18)}`, null],
    ['kanji in the place of kana', 'kana', () => '山田　太郎', null],
    ['numbers in the place of addresses', 'address', (i) => `${i}-1-2`, null],
    ['masked values', 'name', () => '＊＊＊＊', null],
  ])('%s', (_, item, value, format) => {
    expect(() => judge(item, times(40, value), format)).toThrow(
      expect.objectContaining({ code: 'input-void-item', exitCode: 2 }),
    );
  });

  it('names source, file, column and shape, and no value', () => {
    try {
      judge('birth_date', [...times(39, () => '未確認'), '秘密の値']);
      expect.unreachable();
    } catch (error) {
      const said = JSON.stringify((error as { text: unknown }).text);
      expect(said).toContain('cards.csv');
      expect(said).toContain('birth_date');
      expect(said).not.toContain('未確認');
      expect(said).not.toContain('秘密');
    }
  });
});

describe('a column that can be compared in part goes on', () => {
  it.each<[string, CanonicalItem, readonly string[], string | null]>([
    ['dates', 'birth_date', times(40, () => '1975-03-02'), null],
    ['one date in eight', 'birth_date', times(40, (i) => (i % 8 === 0 ? '1975-03-02' : '不詳')), null],
    ['dates unknown to everybody, and said so', 'birth_date', times(40, () => '不明'), null],
    ['too few to tell', 'birth_date', times(19, () => '12345'), null],
    ['mostly empty', 'birth_date', times(400, (i) => (i < 19 ? '?' : '')), null],
    ['sex not stated by anybody', 'sex', times(40, () => '9'), null],
    ['sex not stated by most', 'sex', times(40, (i) => (i < 30 ? '0' : '1')), null],
    ['kana in Latin letters', 'kana', times(40, () => 'CHEN WEI'), null],
    ['half-width kana', 'kana', times(40, () => 'ﾔﾏﾀﾞ ﾀﾛｳ'), null],
    ['hiragana', 'kana', times(40, () => 'やまだ たろう'), null],
    ['addresses in Latin letters', 'address', times(40, () => '2-1 Chiyoda'), null],
    ['era codes under their list', 'birth_date', times(40, () => '3500302'), 'era-code-12345'],
    ['no rows', 'name', [], null],
  ])('%s', (_, item, values, format) => {
    expect(() => judge(item, values, format)).not.toThrow();
  });

  it('an item of several columns is judged as it is joined', () => {
    const spec = linkSpec({ columns: { ...linkSpec().columns, name: { from: ['a', 'b'], format: null } } });
    const rows = times(40, () => '').map(() => ['山田', '001']);
    expect(() => checkVoidItems(FILE, spec, { columns: ['a', 'b'], rows, damaged: {} })).not.toThrow();
  });
});

describe('a date in several columns is judged as it is read', () => {
  const judged = (rows: readonly (readonly string[])[], format: string | null) => {
    const from = rows[0]!.map((_, at) => `c${at}`);
    const spec: InputSpec = linkSpec({ columns: { ...linkSpec().columns, birth_date: { from, format } } });
    return () => checkVoidItems(FILE, spec, { columns: from, rows, damaged: {} });
  };
  const day = (i: number) => String((i % 28) + 1).padStart(2, '0');

  it.each<[string, readonly (readonly string[])[], string | null]>([
    [
      'the code of an era and the rest',
      Array.from({ length: 40 }, (_, i) => ['3', `5003${day(i)}`]),
      'era-code-12345',
    ],
    ['an era and the rest', Array.from({ length: 40 }, (_, i) => ['昭和', `5003${day(i)}`]), null],
    ['era, year, month and day', Array.from({ length: 40 }, (_, i) => ['昭和', '50', '3', day(i)]), null],
    ['year, month and day', Array.from({ length: 40 }, (_, i) => ['1975', '3', day(i)]), null],
  ])('%s', (_, rows, format) => expect(judged(rows, format)).not.toThrow());

  it('parts that make no date are refused', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ['3', `9999${day(i)}`]);
    expect(judged(rows, 'era-code-12345')).toThrow(expect.objectContaining({ code: 'input-void-item' }));
  });
});
