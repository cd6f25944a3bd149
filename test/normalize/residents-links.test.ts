import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { makeDictionaries } from '../../src/normalize/dictionaries.js';
import { makeLinks } from '../../src/normalize/links.js';
import { makeResidents } from '../../src/normalize/residents.js';
import type { CanonicalItem, InputSpec, LinkSpec } from '../../src/pipeline/pipeline-file.js';

/** 983205673214 is the published example; 123456789018 and 012345678903 end in their check digits by hand. */
const [NUMBER, SECOND, LEADING_ZERO] = [983205673214, 123456789018, 12345678903];

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
});
afterEach(() => engine.close());

type Row = readonly [file: number, row: number, ...items: (string | null)[]];

/** Makes `raw_<id>` as ingest leaves it, and its spec. */
async function input(id: string, items: readonly CanonicalItem[], rows: readonly Row[]): Promise<InputSpec> {
  await engine.run(`
    CREATE TABLE raw_${id} (file USMALLINT, "row" INTEGER, ${items.map((item) => `${item} VARCHAR`).join(', ')});
    INSERT INTO raw_${id} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`);
  return {
    id,
    files: [],
    format: 'csv',
    encoding: 'utf-8',
    layout: null,
    columns: Object.fromEntries(items.map((item) => [item, { from: [item], format: null }])),
    maxRejectShare: 0.01,
  };
}

const link = (spec: InputSpec, via: LinkSpec['via'] = 'my_number'): LinkSpec => ({
  ...spec,
  title: { ja: spec.id, en: spec.id },
  via,
  onePerResident: false,
  onePerRecord: false,
  maxUnknownShare: 0.5,
});

/** Makes `residents` and `links`; `rows` are the records of each file, rejected ones included. */
async function make(
  register: InputSpec,
  links: readonly LinkSpec[],
  rows: Readonly<Record<string, readonly number[]>>,
) {
  const { notations } = await makeDictionaries(engine, register, links);
  await makeResidents(engine, register, rows.register ?? [1000], notations, '2023-06-22');
  await makeLinks(
    engine,
    links.map((spec) => ({ spec, fileRows: rows[spec.id] ?? [1000] })),
    notations,
  );
}

describe('numbers', () => {
  it('never stand in the keys that outputs show', async () => {
    const register = await input(
      'register',
      ['resident_id', 'my_number'],
      [
        [0, 1, 'R1', String(NUMBER)],
        [0, 2, '1234-5678-9018', '123456789018'],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number', 'organisation', 'terminal'],
      [
        [0, 1, '983205673214', '983205673214', 'card-983205673214', 'T1'],
        [0, 2, 'c2', '983205673214', '01130012', 'T1'],
        [0, 3, 'c-983205673214', '9832-0567-3214', '01130012', 'T1'],
        [0, 4, '9832 0567 3214', '="983205673214"', '９８３２０５６７３２１４-1', 'T1'],
        [0, 5, '0983-2056-7321', '983205673214', '0113001200000000', 'T1'],
        // Another resident's number, and twelve digits that nobody has.
        [0, 6, 'A-1234-5678-9018-Z', '983205673214', '123456789018', '１２３４５６７８９０１８'],
        [0, 7, '123456789019', '983205673214', '0113-0012-0000', 'T1'],
      ],
    );
    await make(register, [link(cards)], {});
    expect(await engine.rows('SELECT resident_id FROM residents ORDER BY rid')).toEqual([
      { resident_id: 'R1' },
      { resident_id: '********9018' },
    ]);
    expect(await engine.rows('SELECT record_id, organisation, terminal FROM links ORDER BY lid')).toEqual([
      { record_id: '********3214', organisation: 'card-********3214', terminal: 'T1' },
      { record_id: 'c2', organisation: '01130012', terminal: 'T1' },
      { record_id: 'c-********3214', organisation: '01130012', terminal: 'T1' },
      { record_id: '********3214', organisation: '********3214', terminal: 'T1' },
      { record_id: '0983-2056-7321', organisation: '0113001200000000', terminal: 'T1' },
      { record_id: 'A-********9018-Z', organisation: '********9018', terminal: '********9018' },
      { record_id: '123456789019', organisation: '0113-0012-0000', terminal: 'T1' },
    ]);
  });

  it('are read in every notation, and told sound, damaged or missing', async () => {
    const register = await input('register', ['resident_id', 'my_number'], [[0, 1, 'R1', String(NUMBER)]]);
    const texts = [
      '983205673214',
      '9832-0567-3214',
      '９８３２０５６７３２１４',
      "'983205673214",
      '983205673214.0',
      '="983205673214"',
      '12345678903',
      '123456785',
      '123456784',
      '983205673215',
      '98320567321',
      '98320567321●',
      '123',
      'ABCDEFGHIJKL',
      '9832O5673214',
      '************',
      null,
    ];
    const cards = await input(
      'cards',
      ['record_id', 'my_number'],
      texts.map((text, i) => [0, i + 1, `c${i}`, text]),
    );
    await make(register, [link(cards)], {});
    const rows = await engine.rows<{ n: number | null; state: string; rid: number | null }>(
      'SELECT "number" AS n, number_state AS state, rid FROM links ORDER BY lid',
    );
    expect(rows.map(({ n, state, rid }) => [n, state, rid])).toEqual([
      ...Array.from({ length: 6 }, () => [NUMBER, 'ok', 0]),
      [LEADING_ZERO, 'ok', null],
      // Nine digits: three zeros were lost where the check digit says so.
      [123456785, 'ok', null],
      [null, 'malformed', null],
      [983205673215, 'check-digit', null],
      // Eleven digits: a zero may have been lost, but then the check digit says otherwise.
      [98320567321, 'check-digit', null],
      ...Array.from({ length: 5 }, () => [null, 'malformed', null]),
      [null, 'missing', null],
    ]);
  });

  it('find the resident whose own leading zero was lost', async () => {
    const register = await input('register', ['resident_id', 'my_number'], [[0, 1, 'R1', '012345678903']]);
    const cards = await input('cards', ['record_id', 'my_number'], [[0, 1, 'c1', '12345678903']]);
    await make(register, [link(cards)], {});
    expect(await engine.value('SELECT rid FROM links')).toBe(0);
  });

  it('belong to the living of two rows that claim one, else to the first', async () => {
    const register = await input(
      'register',
      ['resident_id', 'my_number', 'status'],
      [
        [0, 1, 'R0', String(NUMBER), '死亡'],
        [0, 2, 'R1', String(NUMBER), '住民'],
        [0, 3, 'R2', String(SECOND), null],
        [0, 4, 'R3', String(SECOND), '住民'],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number'],
      [
        [0, 1, 'c1', String(NUMBER)],
        [0, 2, 'c2', String(SECOND)],
      ],
    );
    await make(register, [link(cards)], {});
    const rows = await engine.rows<{ rid: number }>('SELECT rid FROM links ORDER BY lid');
    expect(rows.map(({ rid }) => rid)).toEqual([1, 2]);
  });
});

describe('vitality', () => {
  it('is that of the day of the review: who died or left later was still there', async () => {
    const people: Row[] = [
      [0, 1, 'R0', null, null],
      [0, 2, 'R1', '死亡', '令和5年6月22日'],
      [0, 3, 'R2', '死亡', '令和5年6月23日'],
      [0, 4, 'R3', '転出', null],
      [0, 5, 'R4', '転出', '2023-06-01'],
    ];
    await make(await input('register', ['resident_id', 'status', 'moved_on'], people), [], {});
    const rows = await engine.rows<{ vitality: string }>('SELECT vitality FROM residents ORDER BY rid');
    expect(rows.map(({ vitality }) => vitality)).toEqual([
      'active',
      'dead',
      'active',
      'departed',
      'departed',
    ]);
  });
});

describe('certificate serials', () => {
  const serials = (id: string, item: 'auth_serial' | 'sign_serial', values: readonly string[]) =>
    input(
      id,
      [id === 'register' ? 'resident_id' : 'record_id', item],
      values.map((v, i) => [0, i + 1, `${id}${i}`, v]),
    );
  const rids = async () =>
    (await engine.rows<{ rid: number | null }>('SELECT rid FROM links ORDER BY lid')).map(({ rid }) => rid);

  it('are one in every notation of hexadecimal', async () => {
    const register = await serials('register', 'auth_serial', ['2AFF', '00B1']);
    const values = ['2AFF', '2aff', '2A:FF', '0x2AFF', '00002AFF', 'B1', '2B00'];
    await make(register, [link(await serials('services', 'auth_serial', values), 'auth_serial')], {});
    expect(await rids()).toEqual([0, 0, 0, 0, 0, 1, null]);
  });

  it('are read as decimal where a whole column has no letter', async () => {
    // 11007 = 2 × 4096 + 10 × 256 + 15 × 16 + 15 = 0x2AFF
    const register = await serials('register', 'sign_serial', ['2AFF']);
    const others = Array.from({ length: 20 }, (_, i) => String(90_000 + i));
    await make(
      register,
      [link(await serials('bank', 'sign_serial', ['11007', ...others]), 'sign_serial')],
      {},
    );
    expect((await rids()).filter((rid) => rid !== null)).toEqual([0]);
    expect(await engine.value("SELECT serial FROM links WHERE record_id = 'bank0'")).toBe('2AFF');
  });

  it('are not guessed from a handful of digits', async () => {
    const register = await serials('register', 'auth_serial', ['2AFF', '11007']);
    await make(register, [link(await serials('services', 'auth_serial', ['11007']), 'auth_serial')], {});
    expect(await rids()).toEqual([1]);
  });
});

describe('row keys', () => {
  it('count all records of all files, so that rejected rows leave gaps and none moves', async () => {
    const register = await input(
      'register',
      ['resident_id', 'my_number'],
      [
        [0, 1, 'R1', null],
        [0, 3, 'R3', null],
        [1, 1, 'S1', null],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number'],
      [
        [0, 2, 'c2', null],
        [1, 1, 'd1', null],
      ],
    );
    const accounts = await input('accounts', ['record_id', 'my_number'], [[0, 1, 'a1', null]]);
    await make(register, [link(cards), link(accounts)], { register: [4, 2], cards: [2, 3], accounts: [1] });
    expect(await engine.rows('SELECT rid, resident_id FROM residents ORDER BY rid')).toEqual([
      { rid: 0, resident_id: 'R1' },
      { rid: 2, resident_id: 'R3' },
      { rid: 4, resident_id: 'S1' },
    ]);
    expect(await engine.rows('SELECT lid, src, record_id FROM links ORDER BY lid')).toEqual([
      { lid: 1, src: 0, record_id: 'c2' },
      { lid: 2, src: 0, record_id: 'd1' },
      { lid: 5, src: 1, record_id: 'a1' },
    ]);
  });
});

describe('person keys', () => {
  it('are one for every notation of a person, in register and source', async () => {
    const items: CanonicalItem[] = ['name', 'kana', 'birth_date', 'sex'];
    const register = await input(
      'register',
      ['resident_id', ...items],
      [
        [0, 1, 'R1', '佐藤　花子', 'サトウ　ハナコ', '昭和55年5月5日', '女'],
        [0, 2, 'R2', null, null, null, null],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number', ...items],
      [[0, 1, 'c1', null, '佐藤 花子', 'ｻﾄｳ ﾊﾅｺ', '1980-05-05', '2']],
    );
    await make(register, [link(cards)], {});
    const keys = 'dob, sex_code, kf, kg, kw, nf, ng, nw';
    const [resident, empty] = await engine.rows(`SELECT ${keys} FROM residents ORDER BY rid`);
    expect(resident).toEqual({
      dob: 19800505,
      sex_code: 2,
      kf: 'サトウ',
      kg: 'ハナコ',
      kw: 'サトウハナコ',
      nf: '佐藤',
      ng: '花子',
      nw: '佐藤花子',
    });
    expect(await engine.rows(`SELECT ${keys} FROM links`)).toEqual([resident]);
    expect(empty).toEqual({
      dob: null,
      sex_code: 0,
      kf: null,
      kg: null,
      kw: null,
      nf: null,
      ng: null,
      nw: null,
    });
  });
});
