import { describe, expect, it } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import { eachWithEngine, input, link, make, type Row, rowsIn, valueIn } from './raw-inputs.js';

eachWithEngine();

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
    const rows = await rowsIn<{ vitality: string }>('SELECT vitality FROM residents ORDER BY rid');
    expect(rows.map(({ vitality }) => vitality)).toEqual([
      'active',
      'dead',
      'active',
      'departed',
      'departed',
    ]);
  });
});

describe('the time of registration', () => {
  it('is read in the notation that the source says', async () => {
    const register = await input('register', ['resident_id', 'my_number'], [[0, 1, 'R0', '123456789018']]);
    const items = ['record_id', 'my_number', 'registered_at'] as const;
    const times = ['9050401', '2023-04-01 12:30:15', '20230401', '9051301'];
    const source = await input(
      'cards',
      items,
      times.map((time, i) => [0, i + 1, `K${i}`, '123456789018', time]),
    );
    const coded = {
      ...source,
      columns: { ...source.columns, registered_at: { from: ['registered_at'], format: 'era-code-13579' } },
    };
    await make(register, [link(coded, 'my_number')], {});
    const midnight = Date.UTC(2023, 3, 1) / 1000;
    const rows = await rowsIn<{ ts: number | null }>(
      'SELECT CAST(ts AS DOUBLE) AS ts FROM links ORDER BY lid',
    );
    expect(rows.map(({ ts }) => ts)).toEqual([midnight, midnight + 45_015, midnight, null]);
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
    (await rowsIn<{ rid: number | null }>('SELECT rid FROM links ORDER BY lid')).map(({ rid }) => rid);

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
    expect(await valueIn("SELECT serial FROM links WHERE record_id = 'bank0'")).toBe('2AFF');
  });

  it('are not guessed from a handful of digits', async () => {
    const register = await serials('register', 'auth_serial', ['2AFF', '11007']);
    await make(register, [link(await serials('services', 'auth_serial', ['11007']), 'auth_serial')], {});
    expect(await rids()).toEqual([1]);
  });
});

describe('keys of residents', () => {
  const register = (...ids: readonly string[]) =>
    input(
      'register',
      ['resident_id'],
      ids.map((id, i) => [0, i + 1, id]),
    );
  const leads = async (theirs: readonly string[], stated: readonly (string | null)[]) => {
    const source = await input(
      'welfare',
      ['record_id', 'resident_id'],
      stated.map((key, i) => [0, i + 1, `W${i}`, key]),
    );
    await make(await register(...theirs), [link(source, 'resident_id')], {});
    const rows = await rowsIn<{ rid: number | null }>('SELECT rid FROM links ORDER BY lid');
    return rows.map(({ rid }) => (rid === null ? null : theirs[rid]!));
  };

  it.each<[what: string, theirs: string[], stated: string[], leadsTo: (string | null)[]]>([
    ['as they are written', ['0001', '0002'], ['0002', '0001', '0003'], ['0002', '0001', null]],
    ['in any width', ['0012', 'Ａ－７'], ['００１２', 'A-7', 'Ａ—７'], ['0012', 'Ａ－７', 'Ａ－７']],
    [
      'as a spreadsheet writes them',
      ['0012', '3456'],
      ['="0012"', "'0012", '3456.0', '3,456', ' 3456　', '345\u200b6'],
      ['0012', '0012', '3456', '3456', '3456', '3456'],
    ],
    [
      'hyphens and letters tell two apart',
      ['1-23', '12-3', 'a1', 'A1'],
      ['123', '12-3', 'A1'],
      [null, '12-3', 'A1'],
    ],
    ['shed in the source', ['0001234', '0100000'], ['1234', '100000', '234'], ['0001234', '0100000', null]],
    ['shed in the register', ['1234', '567'], ['0001234', '00567', '0000'], ['1234', '567', null]],
    [
      'shed, and two residents would be it',
      ['0012', '012', '77'],
      ['12', '0012', '077'],
      [null, '0012', '77'],
    ],
    ['written before shed', ['0012', '12'], ['12', '0012', '00012'], ['12', '0012', '12']],
    ['zeros of what is no number stay', ['00A1', '0-1'], ['A1', '-1', '00A1'], [null, null, '00A1']],
    ['nothing but zeros', ['0000', '0001'], ['0', '0000'], [null, '0000']],
  ])('lead to their residents: %s', async (_, theirs, stated, leadsTo) => {
    expect(await leads(theirs, stated)).toEqual(leadsTo);
  });

  it('lead to the living of two rows, then to the first', async () => {
    const people: Row[] = [
      [0, 1, '0001', '死亡', null],
      [0, 2, '0001', null, null],
      [0, 3, '0002', null, null],
      [0, 4, '0002', null, null],
    ];
    const source = await input(
      'welfare',
      ['record_id', 'resident_id'],
      [
        [0, 1, 'a', '1'],
        [0, 2, 'b', '0002'],
      ],
    );
    await make(
      await input('register', ['resident_id', 'status', 'moved_on'], people),
      [link(source, 'resident_id')],
      {},
    );
    expect(await rowsIn('SELECT rid FROM links ORDER BY lid')).toEqual([{ rid: 1 }, { rid: 2 }]);
  });

  it('are kept for what ties the source by them alone', async () => {
    const people = await input(
      'register',
      ['resident_id', 'my_number'],
      [
        [0, 1, '0001', '123456789018'],
        [0, 2, '0002', '983205673214'],
      ],
    );
    const cards = await input(
      'cards',
      ['record_id', 'my_number', 'resident_id'],
      [[0, 1, 'a', '123456789018', '0002']],
    );
    await make(people, [link(cards)], {});
    // The number ties, whatever key stands beside it.
    expect(await rowsIn('SELECT rid, resident_key FROM links')).toEqual([{ rid: 0, resident_key: null }]);
  });

  it('are masked where a My Number stands in their place', async () => {
    const people = await input(
      'register',
      ['resident_id', 'my_number'],
      [
        [0, 1, '0001', '123456789018'],
        [0, 2, '0002', '983205673214'],
      ],
    );
    const stated = ['123456789018', '9832-0567-3214', '0002', '111111111118'];
    const welfare = await input(
      'welfare',
      ['record_id', 'resident_id'],
      stated.map((key, i) => [0, i + 1, `W${i}`, key]),
    );
    await make(people, [link(welfare, 'resident_id')], {});
    expect(await rowsIn('SELECT rid, resident_key FROM links ORDER BY lid')).toEqual([
      { rid: null, resident_key: '********9018' },
      { rid: null, resident_key: '********3214' },
      { rid: 1, resident_key: '0002' },
      // Of nobody: a key of its own, as keys of records are.
      { rid: null, resident_key: '111111111118' },
    ]);
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
    expect(await rowsIn('SELECT rid, resident_id FROM residents ORDER BY rid')).toEqual([
      { rid: 0, resident_id: 'R1' },
      { rid: 2, resident_id: 'R3' },
      { rid: 4, resident_id: 'S1' },
    ]);
    expect(await rowsIn('SELECT lid, src, record_id FROM links ORDER BY lid')).toEqual([
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
    const [resident, empty] = await rowsIn(`SELECT ${keys} FROM residents ORDER BY rid`);
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
    expect(await rowsIn(`SELECT ${keys} FROM links`)).toEqual([resident]);
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
