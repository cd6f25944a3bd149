import { afterAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { makeCaseTables } from '../../src/result/case-tables.js';
import { howRelated, isSlip, type ToldBeside } from '../../src/result/how-related.js';
import { guardedCases, readHeads, relatedCases, type ToldBefore } from '../../src/result/related.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';
import { PARTS_OF_NAMES, REST_OF_FINDING, REST_OF_RESIDENT } from './rest-of-finding.js';

const told = (part: Partial<ToldBeside> = {}): ToldBeside => ({
  ...{ kind: 'wrong-resident', cause: 'family', incident: 'F-1', source: 'cards', organisation: 'o' },
  ...{ lid: 1, rid: 10, recordId: 'r-1', digitsOff: null, unchecked: null, same: null, ...part },
});
const of = (resident_id: string | null, ...candidates: string[]) => ({
  ...{ record_id: 'r-1', resident_id },
  candidates: candidates.map((one) => ({ resident_id: one, probability: 0.5, why: [] })),
});

describe('how a related case belongs together', () => {
  test.each<[string, Partial<ToldBeside>, Partial<ToldBeside>]>([
    ['同じ紐付けについての別の問い', {}, { kind: 'duplicate-link', cause: null }],
    ['同じ記録の、別の住民への紐付け', {}, { lid: 2, rid: 11, kind: 'shared-record', cause: null }],
    // Whose it is there the page says where they have a column; whoever has none keeps the words.
    [
      '同じ記録の、C2への紐付け',
      { shown: [12, 11] },
      { lid: 2, rid: 11, kind: 'shared-record', cause: null },
    ],
    ['同じ記録の、Bへの紐付け', { shown: [12] }, { lid: 2, rid: 10, kind: 'shared-record', cause: null }],
    [
      '同じ記録の、別の住民への紐付け',
      { shown: [12] },
      { lid: 2, rid: 11, kind: 'shared-record', cause: null },
    ],
    [
      '同じ記録の、別の住民への紐付け',
      { rid: null },
      { lid: 2, rid: null, kind: 'shared-record', cause: null },
    ],
    ['同じまとまり', {}, { lid: 2, rid: 11, source: 'insurance' }],
    ['同じ住民への別の記録', {}, { lid: 2, recordId: 'r-2', kind: 'duplicate-link', cause: null }],
    ['同じまとまり', { rid: null }, { lid: 2, recordId: 'r-2', rid: null }],
    [
      '入れ替わりの相手',
      { kind: 'swapped-links', cause: 'swap' },
      { kind: 'swapped-links', cause: 'swap', lid: 2, rid: 11, recordId: 'r-2', organisation: 'p' },
    ],
    [
      '同じ番号の別の記録',
      { kind: 'unknown-number', rid: null },
      { kind: 'unknown-number', rid: null, lid: 2, source: 'accounts', digitsOff: 0 },
    ],
    // One person in two offices, or two people: which of them hangs on the names alone.
    ...(
      [
        ['name', '（氏名＝A）'],
        ['kana', '（カナ＝A）'],
        ['differ', '（氏名の表記はAと異なる）'],
        ['unknown', '（氏名は比較不可）'],
      ] as const
    ).map(([same, said]): [string, Partial<ToldBeside>, Partial<ToldBeside>] => [
      `同じ番号の別の記録${said}`,
      { kind: 'unknown-number', rid: null },
      {
        ...{ kind: 'unknown-number', rid: null, lid: 2, source: 'insurance', organisation: 'p' },
        ...{ digitsOff: 0, same },
      },
    ]),
    // Two numbers that nobody has, brought together by where they were registered.
    [
      '同じ共用端末での登録',
      { kind: 'unknown-number', cause: 'shared-terminal', rid: null },
      { kind: 'unknown-number', cause: 'shared-terminal', rid: null, lid: 2, recordId: 'r-2' },
    ],
    [
      '同じ氏名・生年月日の、住民が見つからない別の記録',
      { kind: 'stale-binding', cause: null, rid: null },
      { kind: 'unknown-number', rid: null, lid: 2, source: 'insurance', organisation: 'p', incident: 'F-2' },
    ],
    [
      '同じ住所の、住民が見つからない別の記録',
      { kind: 'unknown-number', cause: 'number-slip', rid: null },
      {
        ...{ kind: 'unknown-number', cause: 'number-slip', rid: null, lid: 2, recordId: 'r-2' },
        ...{ incident: 'F-2', digitsOff: 10 },
      },
    ],
    ...(
      [
        [0, null, '・同じ番号'],
        [1, 'own', '・番号は1桁違い（検査用数字が合わないのはこの記録）'],
        [1, 'other', '・番号は1桁違い（検査用数字が合わないのは先方の記録）'],
        [9, null, '・番号は9桁違い'],
      ] as const
    ).map(([digitsOff, unchecked, said]): [string, Partial<ToldBeside>, Partial<ToldBeside>] => [
      `同じ氏名・生年月日の、住民が見つからない別の記録${said}`,
      { kind: 'nobody-fits', rid: null },
      {
        ...{ kind: 'unknown-number', rid: null, lid: 2, source: 'insurance', organisation: 'p' },
        ...{ incident: 'F-2', digitsOff, unchecked },
      },
    ]),
    ['行ずれの同じ区間', { cause: 'row-shift' }, { cause: 'row-shift', lid: 2, rid: 11, recordId: 'r-2' }],
    [
      '同じ共用端末での登録',
      { cause: 'shared-terminal' },
      { cause: 'shared-terminal', lid: 2, rid: 11, recordId: 'r-2' },
    ],
  ])('%s', (ja, own, other) => {
    expect(howRelated(told(own), told(other), of('10', '11')).ja).toBe(ja);
  });

  test('a slip is a digit or two, between cases that stand alone', () => {
    const other = (digitsOff: number | null, incident = 'F-2', organisation = 'p') =>
      told({ lid: 2, digitsOff, incident, organisation });
    expect([1, 2].map((off) => isSlip(told(), other(off)))).toEqual([true, true]);
    expect([null, 0, 3].map((off) => isSlip(told(), other(off)))).toEqual([false, false, false]);
    // Those of one incident belong together in another way.
    expect(isSlip(told(), other(1, 'F-1'))).toBe(false);
    // Of one home and office, where two people have two numbers.
    expect(isSlip(told(), other(1, 'F-2', told().organisation!))).toBe(false);
  });

  test('rows of the register: the same two, another one, and which columns of a link’s page they are', () => {
    const register = told({
      kind: 'duplicate-resident',
      cause: null,
      source: 'register',
      lid: null,
      recordId: 'r-1',
    });
    const pair = ['11', '12'] as const;
    expect(howRelated(register, register, { ...of('12'), record_id: '11' }, pair).ja).toBe(
      '同じ2行をもう一方から',
    );
    expect(howRelated(register, register, { ...of('13'), record_id: '11' }, pair).ja).toBe(
      '同じ人とみられる別の行',
    );
    expect(howRelated(register, told(), of('12')).ja).toBe('この2行の両方に関わる記録');
    expect(howRelated(told(), register, of('10', '12', '11'), pair).ja).toBe('C1とC2が同じ人か');
    expect(howRelated(told(), register, of('12', '13', '11'), pair)).toEqual({
      ja: 'BとC2が同じ人か',
      en: 'are B and C2 one person?',
    });
    // The sister of the row that the record fits is not on the page: it is named by its key.
    expect(howRelated(told(), register, of('10', '11'), pair)).toEqual({
      ja: 'C1と宛名番号 12 が同じ人か',
      en: 'are C1 and resident 12 one person?',
    });
  });
});

const engine = await openDuckDb({});
afterAll(() => engine.close());

test('who opens a related case: the page beside, a page it leads to, or an office, which no protected person is told by', async () => {
  // Two halves of a swap at two offices; another whose resident is protected, one that lives where a protected person does; two rows of the register.
  await engine.run(`
    CREATE TABLE findings AS SELECT *, 'F-1' AS incident, '[]' AS candidates, ${REST_OF_FINDING} FROM (VALUES
      (1, 20, 1, 'cards', 'o', 'swapped-links', 'swap', 'F-1', 'a', 'F-2 F-3 F-4 F-5'),
      (2, 21, 2, 'cards', 'p', 'swapped-links', 'swap', 'F-2', 'b', 'F-1'),
      (3, 22, 3, 'cards', 'q', 'swapped-links', 'swap', 'F-3', 'c', 'F-1'),
      (4, 23, 4, 'cards', 'q', 'swapped-links', 'swap', 'F-4', 'd', ''),
      (5, 24, 5, 'cards', 'o', 'swapped-links', 'swap', 'F-5', 'e', ''),
      (6, NULL, 1, 'register', NULL, 'duplicate-resident', NULL, 'D-1', 'r2', 'F-1 F-3')
    ) t(rank, lid, rid, source, organisation, kind, cause, finding_id, record_id, related);
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    CREATE TABLE links AS SELECT NULL::INTEGER AS dob, 0 AS sex_code, lid, lid - 19 AS rid, 0 AS src, NULL AS registered_at, NULL AS terminal, NULL AS ts, 0 AS file, 'o' AS organisation, NULL AS record_id, 111 AS "number", 'ok' AS number_state, 'active' AS vitality, NULL AS nw, NULL AS kw, ${PARTS_OF_NAMES},
      'x' || lid AS address FROM range(20, 25) r(lid);
    CREATE TABLE residents AS SELECT ${REST_OF_RESIDENT}, rid, 'r' || rid AS resident_id, NULL AS household_id, rid = 3 AS is_protected,
      'x' || rid AS address, CASE WHEN rid = 4 THEN 'home' END AS previous_address FROM range(1, 6) r(rid);
    CREATE TABLE levels AS SELECT lid, lid - 19 AS rid, ${LEVEL_COLUMNS.map((name) => `CAST(1 AS UTINYINT) AS ${name}`).join(', ')} FROM links`);
  await makeCaseTables(engine);
  const heads = await readHeads(engine, { first: 0, count: 10 });
  const guarded = await guardedCases(engine, (address) => address === 'home');
  const rows = new Map([['D-2', ['r1', 'r9'] as const]]);
  const finding = (part: object) =>
    ({
      source: 'cards',
      organisation: 'o',
      resident_id: 'r1',
      candidates: [],
      ...part,
    }) as unknown as Finding;
  const swap = { kind: 'swapped-links', how: { ja: '入れ替わりの相手', en: 'swapped with this one' } };
  const place = (organisation: string) => ({ organisation, isLed: false });
  const own = told({ kind: 'swapped-links', cause: 'swap', lid: 20, rid: 1, recordId: 'a' });
  const related = ['F-2', 'F-3', 'F-4', 'F-5', 'D-2', 'F-gone'];
  const seqOf = (id: string) => engine.value<number>(`SELECT seq FROM case_heads WHERE finding_id = '${id}'`);
  const toldBefore: ToldBefore = new Map();
  const headsOfOwn = heads.get(await seqOf('F-1'))!;
  const tell = (hidden: typeof guarded) =>
    relatedCases(finding({ related }), own, headsOfOwn, rows, hidden, toldBefore);
  const ofLink = tell(guarded);
  // What is told the same again is the same object, but for words made for one page; that an office may be told is not the same.
  expect(tell(guarded).map((one, index) => one === ofLink[index])).toEqual([true, true, true, true, false]);
  const unguarded = tell(new Set());
  expect(unguarded.map((one, index) => one === ofLink[index])).toEqual([true, false, false, true, false]);
  expect(unguarded[1]!.elsewhere).toEqual(place('q'));
  expect(ofLink).toEqual([
    { id: 'F-2', ...swap, elsewhere: place('p') },
    { id: 'F-3', ...swap, elsewhere: { ...place('q'), isGuarded: true } },
    { id: 'F-4', ...swap, elsewhere: { ...place('q'), isGuarded: true } },
    { id: 'F-5', ...swap },
    {
      id: 'D-2',
      kind: 'duplicate-resident',
      how: { ja: 'Bと宛名番号 r9 が同じ人か', en: 'are B and resident r9 one person?' },
      order: 'first',
      elsewhere: { organisation: '-', isLed: true },
    },
  ]);
  const register = finding({
    source: 'register',
    organisation: null,
    record_id: 'r2',
    related: ['F-1', 'F-3'],
  });
  const ofRegister = relatedCases(
    register,
    told({ kind: 'duplicate-resident', source: 'register', organisation: null, lid: null, rid: 1 }),
    heads.get(await seqOf('D-1'))!,
    rows,
    guarded,
    new Map(),
  );
  expect(ofRegister.map(({ id, elsewhere }) => [id, elsewhere])).toEqual([
    ['F-1', { organisation: 'o', isLed: true }],
    ['F-3', { organisation: 'q', isLed: true, isGuarded: true }],
  ]);
});

test('the names of two records are held against each other by the key of either', async () => {
  const names = [
    ['name', "'田中一郎'", 'NULL', "'田中一郎'", "'タナカイチロウ'"],
    ['kana', 'NULL', "'ノベユリ'", "'野辺由里'", "'ノベユリ'"],
    // Two spellings of one name that is read alike.
    ['kana', "'渡辺一'", "'ワタナベハジメ'", "'渡部一'", "'ワタナベハジメ'"],
    ['differ', "'田中一郎'", "'タナカイチロウ'", "'佐藤花子'", "'サトウハナコ'"],
    ['differ', 'NULL', "'ノベユリ'", "'佐藤花子'", "'サトウハナコ'"],
    ['unknown', 'NULL', "'ノベユリ'", "'野辺由里'", 'NULL'],
    ['unknown', "'田中一郎'", 'NULL', 'NULL', 'NULL'],
    [null, 'NULL', 'NULL', 'NULL', 'NULL'],
  ] as const;
  await engine.run(`
    CREATE OR REPLACE TABLE findings AS SELECT *, 'F-' || rank AS incident, '[]' AS candidates, ${REST_OF_FINDING} FROM (
      SELECT n AS rank, CAST(n AS INTEGER) AS lid, CAST(NULL AS INTEGER) AS rid, 1 AS src, 'cards' AS source, 'o' AS organisation, 'unknown-number' AS kind, 'unknown' AS cause,
        'F-' || n AS finding_id, 'r' || n AS record_id, CASE WHEN n % 2 = 0 THEN 'F-' || (n + 1) ELSE '' END AS related
      FROM range(${2 * names.length}) r(n));
    CREATE OR REPLACE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    CREATE OR REPLACE TABLE links AS SELECT NULL::INTEGER AS dob, 0 AS sex_code, NULL::VARCHAR AS address, lid, NULL AS rid, 0 AS src, NULL AS registered_at, NULL AS terminal, NULL AS ts, 0 AS file, 'o' AS organisation, NULL AS record_id,
      111 AS "number", 'ok' AS number_state, 'active' AS vitality, nw, kw, ${PARTS_OF_NAMES}, NULL AS address
      FROM (VALUES ${names.flatMap(([, nw, kw, otherNw, otherKw], at) => [`(${2 * at}, ${nw}, ${kw})`, `(${2 * at + 1}, ${otherNw}, ${otherKw})`]).join(', ')}) t(lid, nw, kw)`);
  await makeCaseTables(engine);
  const heads = await readHeads(engine, { first: 0, count: 2 * names.length });
  expect(names.map((_, at) => heads.get(2 * at)!.map(({ same }) => same))).toEqual(
    names.map(([same]) => [same]),
  );
});
