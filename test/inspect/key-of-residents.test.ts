import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LIKELY } from '../../src/inspect/candidate.js';
import { inspectFile, keyByPeople, statesOtherKeys } from '../../src/inspect/index.js';
import { onlyLikely } from '../../src/inspect/only-likely.js';
import * as told from './odd-exports.js';
import { iso, PEOPLE, zero } from './odd-exports.js';

const DIR = mkdtempSync(join(tmpdir(), 'totsugo-key-'));
afterAll(() => rmSync(DIR, { recursive: true }));

type Cells = Readonly<Record<string, (i: number) => string>>;

/** A list of the people with further columns before name, birth and address. */
function written(name: string, cells: Cells): string {
  const path = join(DIR, `${name}.csv`);
  const all: Cells = {
    ...cells,
    氏名: (i) => told.name(PEOPLE[i]!),
    生年月日: (i) => iso(PEOPLE[i]!),
    住所: (i) => told.address(PEOPLE[i]!),
  };
  const rows = PEOPLE.map((_, i) => Object.values(all).map((cell) => cell(i)));
  writeFileSync(path, [Object.keys(all), ...rows].map((row) => row.join(',')).join('\n'));
  return path;
}

/** Keys in no order of the rows, so that no two numberings meet by place. */
const key = (i: number) => zero(100_003 + 7919 * i, 8);
const record = (i: number) => `W-${zero(3 * i + 1, 5)}`;
/** Eleven digits and their check digit (weights 6 5 4 3 2 7 6 5 4 3 2). */
function number(i: number): string {
  const body = `7${zero(i * 7919, 10)}`;
  const sum = [...'65432765432'].reduce((total, weight, at) => total + Number(weight) * Number(body[at]), 0);
  return body + (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

const proposed = async (name: string, cells: Cells) => {
  const { via, mapping } = onlyLikely(await inspectFile(written(name, cells), 'link'));
  const columnOf = (item: string) => mapping.find((one) => one.item === item)?.columns.join('+') ?? null;
  return [via, columnOf('resident_id'), columnOf('record_id')];
};

describe('a source without number and serial', () => {
  it.each([
    '宛名番号',
    '住民番号',
    '住民コード',
    '宛名コード',
    '宛名ID',
    'ATENA_NO',
    'JUMIN_CD',
    'resident_id',
  ])('is tied by the key of residents where a column is called %s', async (name) => {
    expect(await proposed(`named-${name}`, { 受給者番号: record, [name]: key })).toEqual([
      'resident_id',
      name,
      '受給者番号',
    ]);
  });

  it('names its records by that key, too, where each person has one and there is no other', async () => {
    expect(await proposed('only', { 宛名番号: key })).toEqual(['resident_id', '宛名番号', '宛名番号']);
  });

  it('has several records of one person', async () => {
    const cells = { 受付番号: record, 宛名番号: (i: number) => key(Math.floor(i / 3)) };
    expect(await proposed('several', cells)).toEqual(['resident_id', '宛名番号', '受付番号']);
  });

  it.each(['個人コード', '識別番号', 'person_id', '世帯番号', '支給先宛名番号'])(
    'is asked after where a column is called %s, which may be another’s',
    async (name) => {
      const [via] = await proposed(`asked-${name}`, { 受給者番号: record, [name]: key });
      expect(via).toBeNull();
    },
  );
});

describe('where a number or a serial ties', () => {
  it('the key of residents is left out', async () => {
    expect(await proposed('number', { 受給者番号: record, 宛名番号: key, 個人番号: number })).toEqual([
      'my_number',
      null,
      '受給者番号',
    ]);
    const serial = (i: number) => `2A${zero(i * 7919, 8)}`;
    const cells = { 受給者番号: record, 宛名番号: key, 利用者証明用電子証明書シリアル番号: serial };
    expect(await proposed('serial', cells)).toEqual(['auth_serial', null, '受給者番号']);
  });

  it('in the register it names the residents as ever', async () => {
    const path = written('register', { 宛名番号: key, 個人番号: number });
    const { via, mapping } = await inspectFile(path, 'register');
    expect(via).toBeNull();
    expect(mapping.find(({ item }) => item === 'resident_id')).toMatchObject({ columns: ['宛名番号'] });
    expect(mapping.some(({ item }) => item === 'record_id')).toBe(false);
    expect(mapping.every(({ confidence }) => confidence >= LIKELY)).toBe(true);
  });

  it('a register without it is asked after My Numbers as ever', async () => {
    const { questions } = await inspectFile(written('bare', { 宛名番号: key }), 'register');
    expect(questions.some(({ item, kind }) => item === 'my_number' && kind === 'missing')).toBe(true);
  });
});

describe('a column that says nothing', () => {
  const register = () => inspectFile(written('of-town', { 宛名番号: key, 個人番号: number }), 'register');
  const found = async (name: string, cells: Cells) =>
    keyByPeople(await register(), await inspectFile(written(name, cells), 'link'));

  it.each<[what: string, cells: Cells]>([
    ['under a name of its own', { 受給者番号: record, 整理NO: key }],
    [
      'in full width',
      { 受給者番号: record, 整理NO: (i) => key(i).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)]!) },
    ],
    ['where one link in ten is wrong', { 受給者番号: record, 整理NO: (i) => key(i % 10 === 0 ? i + 1 : i) }],
    ['beside the key of the head of the household', { 世帯主NO: (i) => key(i - (i % 3)), 整理NO: key }],
  ])('is the key of residents by whose rows it names: %s', async (what, cells) => {
    expect(await found(`by-${what}`, cells)).toEqual({ item: 'resident_id', column: '整理NO' });
  });

  it.each<[what: string, cells: Cells]>([
    [
      'the same keys in another order are another numbering',
      { 整理NO: (i) => key((i * 7 + 3) % PEOPLE.length) },
    ],
    ['keys that the register has not', { 整理NO: (i) => zero(9_000_000 + i, 8) }],
    ['two columns that hold it', { 整理NO: key, 照会NO: key }],
    ['the key of the head of the household alone', { 世帯主NO: (i) => key(i - (i % 3)) }],
    ['a handful of rows', { 整理NO: (i) => (i < 4 ? key(i) : '') }],
  ])('is not: %s', async (what, cells) => {
    expect(await found(`not-${what}`, { 受給者番号: record, ...cells })).toBeNull();
  });
});

describe('a column that is called a key of residents', () => {
  const others = async (name: string, cells: Cells, of: Cells = { 宛名番号: key, 個人番号: number }) =>
    statesOtherKeys(
      await inspectFile(written(`of-${name}`, of), 'register'),
      await inspectFile(written(`in-${name}`, { 受給者番号: record, ...cells }), 'link'),
    );

  it.each<[what: string, cells: Cells, isOther: boolean]>([
    ['the keys of the register', { 宛名番号: key }, false],
    ['without their zeros', { 宛名番号: (i) => key(i).replace(/^0+/, '') }, false],
    ['with a link in five wrong', { 宛名番号: (i) => key(i % 5 === 0 ? i + 1 : i) }, false],
    ['keys that are another system’s', { 宛名番号: (i) => zero(9_000_000 + i, 8) }, true],
    ['keys of other people', { 宛名番号: (i) => key((i * 7 + 3) % PEOPLE.length) }, true],
    ['a handful of rows', { 宛名番号: (i) => (i < 4 ? zero(9_000_000 + i, 8) : '') }, false],
    ['another name', { 整理NO: (i) => zero(9_000_000 + i, 8) }, false],
  ])('holds other numbers: %s', async (what, cells, isOther) => {
    expect(await others(what, cells)).toBe(isOther);
  });
});
