import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import type { InputSpec, LinkSpec } from '../../src/audit/pipeline-file.js';
import { type DuckDbOptions, openDuckDb } from '../../src/engine/duckdb.js';
import { literal } from '../../src/engine/sql.js';
import { keyMask } from '../../src/prepare/mask-keys.js';
import { preparePeople } from '../../src/prepare/prepare-people.js';
import { compareLinks } from '../../src/verify/compare-links.js';
import { KEY_COLUMNS } from '../../src/verify/comparisons/index.js';
import { createReadings } from '../../src/verify/reading/reading.js';

type Cells = readonly (string | null)[];
interface Night {
  readonly residents: readonly Cells[];
  readonly records: readonly Cells[];
  /** The source is tied by the key of residents, which stands behind its other items. */
  readonly isByKey?: boolean;
  readonly asOf?: string;
  /** Notation of dates of birth. */
  readonly format?: string;
  /** What the readings of the run attest. */
  readonly read?: readonly (readonly [string, string, number])[];
}

const REGISTER = [
  'resident_id',
  'my_number',
  'name',
  'kana',
  'birth_date',
  'address',
  'status',
  'moved_on',
  'auth_serial',
] as const;
const SOURCE = ['record_id', 'my_number', 'name', 'birth_date', 'registered_at', 'status'] as const;

const spec = (id: string, items: readonly CanonicalItem[], format: string | null): InputSpec => ({
  id,
  files: [],
  format: 'csv',
  encoding: 'utf-8',
  layout: null,
  columns: Object.fromEntries(
    items.map((item) => [item, { from: [item], format: item === 'birth_date' ? format : null }]),
  ) as InputSpec['columns'],
  maxRejectShare: 0.01,
});

/** The tables of people of a night and the levels of the links, as text, how many rows kept their keys, and links their levels. */
async function prepare(
  { residents, records, isByKey = false, asOf = '2023-06-22', format, read = [] }: Night,
  options: DuckDbOptions = {},
) {
  const engine = await openDuckDb(options);
  const items = isByKey ? ([...SOURCE, 'resident_id'] as const) : SOURCE;
  const raw = (id: string, items: readonly string[], rows: readonly Cells[]) => `
    CREATE TABLE raw_${id} (file USMALLINT, "row" INTEGER, ${items.map((item) => `${item} VARCHAR`).join(', ')});
    INSERT INTO raw_${id} VALUES ${rows.map((row, i) => `(0, ${[i + 1, ...row.map(literal)].join(', ')})`).join(', ')}`;
  await engine.run(raw('register', REGISTER, residents));
  await engine.run(raw('cards', items, records));
  const cards: LinkSpec = {
    ...spec('cards', items, format ?? null),
    title: { ja: 'cards', en: 'cards' },
    via: isByKey ? 'resident_id' : 'my_number',
    onePerResident: false,
    onePerRecord: false,
    maxUnknownShare: 0.5,
  };
  const { unchangedRows } = await preparePeople(engine, {
    register: { spec: spec('register', REGISTER, format ?? null), fileRows: [residents.length] },
    sources: [{ spec: cards, fileRows: [records.length] }],
    asOf,
    keys: KEY_COLUMNS,
    mask: keyMask(null),
  });
  const { unchanged: unchangedLinks } = await compareLinks(engine, createReadings(read));
  const tables = [
    await engine.rows('SELECT * FROM residents ORDER BY rid'),
    await engine.rows('SELECT * FROM links ORDER BY lid'),
    await engine.rows('SELECT * FROM levels ORDER BY lid'),
  ];
  engine.close();
  return { tables: JSON.stringify(tables, null, 1), unchangedRows, unchangedLinks };
}

const NUMBERS = ['983205673214', '123456789018', '012345678903'] as const;
const person = (n: number, change: Partial<Record<(typeof REGISTER)[number], string | null>> = {}): Cells => {
  const all = {
    resident_id: `R${n}`,
    my_number: NUMBERS[n] ?? null,
    name: ['佐藤　花子', '鈴木　一郎', 'WANG WEI'][n % 3]!,
    kana: ['サトウ　ハナコ', 'スズキ　イチロウ', null][n % 3] ?? null,
    birth_date: `S5${n % 10}.3.2`,
    address: `千葉県市川市若松町${n}丁目3番20号`,
    status: n % 4 === 3 ? '死亡' : '現存',
    moved_on: n % 4 === 3 ? '2023-07-15' : null,
    auth_serial: `${11_000 + n}`,
    ...change,
  };
  return REGISTER.map((item) => all[item]);
};
const record = (n: number, change: Partial<Record<(typeof SOURCE)[number], string | null>> = {}): Cells => {
  const all = {
    record_id: `C${n}`,
    my_number: NUMBERS[n] ?? null,
    name: '佐藤 花子',
    birth_date: `昭和5${n % 10}年3月2日`,
    registered_at: `2022-01-0${1 + (n % 9)} 10:00`,
    status: n % 5 === 4 ? '失効' : null,
    ...change,
  };
  return SOURCE.map((item) => all[item]);
};
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

const FIRST: Night = {
  residents: range(12).map((n) => person(n)),
  // One key holds the number of somebody else.
  records: [
    ...range(9).map((n) => record(n)),
    record(20, { record_id: `X-${NUMBERS[1]}`, my_number: NUMBERS[0] }),
  ],
};

let dir: string;
let path: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-unchanged-'));
  path = join(dir, 'first.duckdb');
  expect((await prepare(FIRST, { path, uncompressed: true })).unchangedRows).toEqual({});
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('rows that are as they were on the earlier night', () => {
  // Three of the twelve residents are dead, and are asked again each night. Of four links to a resident two agree as they stand; the
  // other two ask the readings of the run.
  it.each<[string, Partial<Night>, Readonly<Record<string, number>>, number]>([
    ['the very same', {}, { register: 9, cards: 10 }, 2],
    [
      'in another order',
      { residents: FIRST.residents.toReversed(), records: FIRST.records.toReversed() },
      { register: 9, cards: 10 },
      2,
    ],
    [
      'some changed, some gone, some new',
      {
        residents: [person(30), ...FIRST.residents.slice(2), person(5, { name: '鈴木　花子' })],
        records: [record(3, { birth_date: null }), ...FIRST.records.slice(0, 4), record(40)],
      },
      { register: 7, cards: 4 },
      0,
    ],
    [
      'twice',
      { residents: [...FIRST.residents, ...FIRST.residents.slice(0, 3)] },
      { register: 12, cards: 10 },
      2,
    ],
    ['after the dead have died', { asOf: '2023-07-16' }, { register: 9, cards: 10 }, 2],
    ['on an earlier day', { asOf: '2020-01-01' }, { register: 9, cards: 10 }, 2],
    [
      'where a key holds the number of nobody any more',
      { residents: FIRST.residents.slice(2) },
      { register: 7, cards: 10 },
      0,
    ],
    [
      'where serials are read in another notation for one new row',
      {
        residents: [...FIRST.residents, person(12, { auth_serial: '2AFF' })],
      },
      { cards: 10 },
      0,
    ],
    ['where dates are told to be in a notation', { format: 'wareki' }, {}, 0],
    [
      'an empty cell that was a blank name',
      { residents: [person(0, { kana: '' }), ...FIRST.residents.slice(1)] },
      { register: 8, cards: 10 },
      0,
    ],
    [
      'of which the number has gone to somebody else',
      {
        residents: [
          person(0, { my_number: NUMBERS[1] }),
          person(1, { my_number: NUMBERS[0] }),
          ...FIRST.residents.slice(2),
        ],
      },
      { register: 7, cards: 10 },
      0,
    ],
    [
      'of which another row claims the number, and stands before it',
      { residents: [person(5, { my_number: NUMBERS[0] }), ...FIRST.residents] },
      { register: 9, cards: 10 },
      0,
    ],
    ['of whose names other kana are known', { read: [['鈴木', 'サトウ', 5]] }, { register: 9, cards: 10 }, 2],
    [
      'of which the resident has moved',
      { residents: [person(0, { address: '千葉県市川市若松町9丁目1番' }), ...FIRST.residents.slice(1)] },
      { register: 8, cards: 10 },
      0,
    ],
  ])('%s', async (_, change, unchanged, links) => {
    const night = { ...FIRST, ...change };
    let damaged = 0;
    const second = await prepare(night, { earlier: { path, onDamage: () => damaged++ } });
    const full = await prepare(night);
    expect(second.tables).toBe(full.tables);
    expect(second.unchangedRows).toEqual(unchanged);
    expect(second.unchangedLinks).toBe(links);
    expect(full.unchangedLinks).toBe(0);
    expect(damaged).toBe(0);
  });

  it('are made anew where what was made of them cannot be read', async () => {
    const other = join(dir, 'damaged.duckdb');
    writeFileSync(
      other,
      readFileSync(path).map((b, i) => (i > 20_000 && i % 999 === 0 ? b ^ 1 : b)),
    );
    let damaged = 0;
    const second = await prepare(FIRST, { earlier: { path: other, onDamage: () => damaged++ } });
    expect(second.tables).toBe((await prepare(FIRST)).tables);
    expect([second.unchangedRows, damaged]).toEqual([{}, 1]);
  });
});

describe('rows of a source that is tied by the key of residents', () => {
  const keyed = (n: number, key: string): Cells => [...record(n), key];
  const MONDAY: Night = {
    isByKey: true,
    residents: range(8).map((n) => person(n, { resident_id: `000${n}` })),
    records: [
      keyed(0, '0000'),
      keyed(1, '１'),
      keyed(2, '="0002"'),
      keyed(3, '0009'),
      // My Numbers in the wrong column: the record's own, and somebody else's.
      keyed(0, NUMBERS[0]),
      keyed(4, `X-${NUMBERS[1]}`),
    ],
  };
  let monday: string;
  beforeAll(async () => {
    monday = join(dir, 'by-key.duckdb');
    await prepare(MONDAY, { path: monday, uncompressed: true });
  });

  it.each<[string, Partial<Night>]>([
    ['the very same', {}],
    ['in another order', { residents: MONDAY.residents.toReversed(), records: MONDAY.records.toReversed() }],
    [
      'of which the key has gone to somebody else',
      {
        residents: MONDAY.residents.map((row, n) =>
          n < 2 ? person(n, { resident_id: `000${1 - n}` }) : row,
        ),
      },
    ],
    [
      'of which the key is two residents’ without zeros',
      { residents: [...MONDAY.residents, person(9, { resident_id: '01' })] },
    ],
    ['of which the resident is gone', { residents: MONDAY.residents.slice(2) }],
    ['of which one states another key', { records: [...MONDAY.records.slice(1), keyed(0, '3')] }],
  ])('%s', async (_, change) => {
    const night = { ...MONDAY, ...change };
    const second = await prepare(night, { earlier: { path: monday, onDamage: () => expect.unreachable() } });
    expect(second.unchangedRows.cards).toBeGreaterThan(0);
    expect(second.tables).toBe((await prepare(night)).tables);
    expect(second.tables).not.toMatch(/"resident_key": "[^"]*983205673214/);
  });
});

/** Rows of a night: any of these people, in any order, twice, gone or changed. */
const rows = (
  of: (n: number, change: Record<string, string | null>) => Cells,
  changes: Record<string, string | null>[],
) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(0, 0, 1, 2, 3, 5),
        fc.constantFrom(...Array.from({ length: 20 }, () => ({})), ...changes),
      )
      .map(([n, change]) => of(n, change)),
    { minLength: 8, maxLength: 16 },
  );

const anyNight: fc.Arbitrary<Night> = fc.record({
  residents: rows(person, [
    { address: '千葉県市川市若松町9丁目1番' },
    { name: '高橋　花子', kana: null },
    { my_number: NUMBERS[1] },
    { my_number: null },
    { status: '死亡', moved_on: '2023-07-15' },
    { status: '現存', birth_date: null },
  ]),
  records: rows(record, [
    { my_number: NUMBERS[2] },
    { record_id: `X-${NUMBERS[1]}`, my_number: NUMBERS[0] },
    { name: '鈴木 一郎' },
    { name: 'ワン ウェイ', birth_date: null },
    { registered_at: null, status: '失効' },
  ]),
  asOf: fc.constantFrom('2023-06-22', '2023-07-16'),
  read: fc.constantFrom([], [['鈴木', 'サトウ', 5]], [['WANG', 'ワン', 9]] as const),
});

it('any night after any night gives what it would give alone', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(anyNight, anyNight, async (monday, tuesday) => {
      const before = join(mkdtempSync(join(dir, 'night-')), 'monday.duckdb');
      await prepare(monday, { path: before, uncompressed: true });
      const second = await prepare(tuesday, {
        earlier: { path: before, onDamage: () => expect.unreachable() },
      });
      kept += second.unchangedLinks;
      expect(second.tables).toBe((await prepare(tuesday)).tables);
    }),
    { numRuns: 8, seed: 5, endOnFailure: true },
  );
  expect(kept).toBeGreaterThan(0);
}, 300_000);
