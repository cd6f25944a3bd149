import { afterAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { allRows } from '../../src/engine/read.js';
import { makeCaseTables, otherRecords } from '../../src/result/case-tables.js';
import {
  byHolder,
  isAnother,
  readOtherRecords,
  recordsText,
  saidByRecords,
  withoutBeside,
} from '../../src/result/other-records.js';
import { CASE_RECORDS } from '../../src/tables/found.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';
import { BESIDE_LEVELS } from '../../src/verify/level-tables.js';
import { PARTS_OF_NAMES, REST_OF_FINDING, REST_OF_LINK, REST_OF_RESIDENT } from './rest-of-finding.js';

const engine = await openDuckDb({});
afterAll(() => engine.close());

test('of several records of a resident each case knows how the others compare with the resident', async () => {
  const codes = BESIDE_LEVELS.columns.levels.names;
  const findings = [
    `(1, 10, 5, 's', 'o', 'duplicate-link')`,
    `(2, 11, 5, 's', 'o', 'duplicate-link')`,
    `(3, 12, 6, 's', 'o', 'wrong-resident')`,
    `(4, 13, 5, 't', 'o', 'duplicate-link')`,
    `(5, 15, 6, 't', 'z', 'defunct-resident')`,
  ];
  await engine.run(`
    CREATE TABLE findings AS SELECT *, 'F-' || rank AS finding_id, 'F-1' AS incident, NULL AS cause, 'r' AS record_id, '' AS related, '[]' AS candidates, ${REST_OF_FINDING}
    FROM (VALUES ${findings.join(', ')}) t(rank, lid, rid, source, organisation, kind);
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    CREATE TABLE links AS SELECT ${REST_OF_LINK}, lid, rid, src, NULL AS "number", 'missing' AS number_state, registered_at, terminal, CASE WHEN lid = 16 THEN 'ended' ELSE 'active' END AS vitality,
      0 AS file, organisation, ts, 'R-' || lid AS record_id,
      CASE WHEN lid IN (12, 14, 20) THEN '旭一郎' WHEN lid = 21 THEN '旭市朗' END AS nw, CASE WHEN lid IN (12, 14, 15, 21) THEN 'アサヒイチロウ' ELSE 'アサヒジロウ' END AS kw, ${PARTS_OF_NAMES}
    FROM (VALUES (10, 5, 0, NULL, NULL, 'o', NULL), (11, 5, 0, NULL, NULL, 'o', NULL), (12, 6, 0, '20230109101112', 'T1', 'o', 10_000),
      (13, 5, 1, NULL, NULL, 'o', NULL), (14, 6, 0, '2023-01-10', 'T2', 'o', 99_000), (15, 6, 1, NULL, NULL, 'o', NULL),
      (16, 6, 1, NULL, NULL, 'o', NULL), (20, 6, 0, '20230109104112', 'T1', 'o', 11_800), (21, 6, 0, '20230109104113', 'T1', 'o', 11_801),
      (22, 6, 0, '20230109101112', 'T1', 'p', 10_000)) t(lid, rid, src, registered_at, terminal, organisation, ts);
    CREATE TABLE residents AS SELECT *, ${REST_OF_RESIDENT}, 'r' AS resident_id FROM (VALUES (5, '1', false), (6, '2', false)) t(rid, household_id, is_protected);
    CREATE TABLE levels AS SELECT lid, 5 AS rid, ${codes.map((name, c) => `CAST(lid - 10 + ${c} AS UTINYINT) AS ${name}`).join(', ')}
    FROM links WHERE lid < 14`);
  await makeCaseTables(engine);
  const rows = await allRows(engine, BESIDE_LEVELS.columns, 'SELECT * FROM case_beside ORDER BY seq');
  expect(rows).toEqual([
    { seq: 0, lid: 11, levels: codes.map((_, c) => 1 + c) },
    { seq: 1, lid: 10, levels: codes.map((_, c) => c) },
  ]);
});

const of = (src: number, registeredAt: string | null, terminal: string | null) => ({
  ...{ src, elsewhere: null, registeredAt, terminal, near: null, same: null, doubtedBy: null, foundBy: null },
});

test('what else is linked to a resident is known of the cases that show it: few, active, not the record itself', async () => {
  const rows = await readOtherRecords(engine, { first: 0, count: 4 });
  expect(Object.fromEntries([...rows].filter(([key]) => key.startsWith('2 ')))).toEqual({
    '2 6': [
      // Two rows after the record of the case; then at its terminal within half an hour, a second later, and of another office.
      { ...of(0, '2023-01-10', 'T2'), near: { how: 'row', recordId: 'R-14' }, same: 'name' },
      { ...of(0, '20230109104112', 'T1'), near: { how: 'session', recordId: 'R-20' }, same: 'name' },
      // Of this office, and not near: by its key alone.
      { ...of(0, '20230109104113', 'T1'), near: { how: 'known', recordId: 'R-21' }, same: 'kana' },
      // Another office's terminal of that name is taken for the same one, as the rule does; its key stays with it.
      {
        ...of(0, '20230109101112', 'T1'),
        elsewhere: 'p',
        near: { how: 'session', recordId: null },
        same: 'kana-differs',
      },
      // A finding about it that says nothing against its link is one to be looked at, too.
      { ...of(1, null, null), same: 'kana', foundBy: 'F-5' },
    ],
  });
  const title = (src: number) =>
    [
      { ja: 'カード', en: 'Cards' },
      { ja: '口座', en: 'Accounts' },
    ][src]!;
  const [account, card] = [of(1, null, null), of(0, '2023-01-10', 'T2')];
  const doubted = { ...of(0, '20230109101112', 'T1'), doubtedBy: 'F-9' };
  const others = [doubted, card, account];
  // Of its own source day and terminal, of others that there is one; the register's pages tell all.
  expect(recordsText(others, 0, title).ja).toBe(
    'カード（2023-01-09 ・ 端末 T1、要確認 F-9）、カード（2023-01-10 ・ 端末 T2）、口座',
  );
  expect(recordsText(others, 1, title).en).toBe('Cards (to be checked F-9), Cards, Accounts');
  // Who has died has each of their records to be looked at, though none is a wrong link.
  expect(recordsText([{ ...account, foundBy: 'F-8' }], 0, title).ja).toBe('口座（要確認 F-8）');
  expect(recordsText(others, null, title).ja).toContain('カード（2023-01-10 ・ 端末 T2）、口座');
  expect(recordsText([], 0, title)).toEqual({ ja: 'なし', en: 'none' });
  expect(recordsText([doubted, account, account, account, account, account], 1, title).en).toBe(
    'Cards (to be checked F-9), Accounts, Accounts, Accounts, Accounts, 1 more',
  );
  expect(recordsText([{ ...of(0, '2023-02-27', null), elsewhere: 'rideon' }], 0, title).ja).toBe(
    'カード（機関 rideon ・ 2023-02-27）',
  );
  // Whatever office's: that its name is the record's, too, tells no more than the page does.
  expect(
    recordsText(
      [
        { ...account, same: 'kana' },
        { ...card, same: 'name' },
      ],
      0,
      title,
    ),
  ).toEqual({
    ja: '口座（カナ＝A）、カード（2023-01-10 ・ 端末 T2、氏名＝A）',
    en: 'Accounts (kana = A), Cards (2023-01-10 ・ terminal T2, name = A)',
  });
  // What came in after the day as of which the register is read is told so; of that day itself, and of what is no day, nothing.
  const [on, after] = [of(0, '2023-06-22', 'T2'), of(0, '2023-06-23 10:11:12', 'T2')];
  const asOf = '2023-06-22';
  expect(recordsText([on, after, of(0, 'R5.6.23', null)], 0, title, { asOf })).toEqual({
    ja: 'カード（2023-06-22 ・ 端末 T2）、カード（2023-06-23 基準日より後 ・ 端末 T2）、カード（R5.6.23）',
    en: 'Cards (2023-06-22 ・ terminal T2), Cards (2023-06-23 after the as-of day ・ terminal T2), Cards (R5.6.23)',
  });
  // Of another office's nothing is told of the day.
  expect(recordsText([after], 1, title, { asOf }).ja).toBe('カード');
  // A record on several residents is no neighbour of itself.
  const itself = { ...card, near: { how: 'itself', recordId: 'R-14' }, same: 'name' } as const;
  expect(recordsText([itself], 0, title)).toEqual({
    ja: 'カード（2023-01-10 ・ 端末 T2、Aと同じ記録）',
    en: 'Cards (2023-01-10 ・ terminal T2, the same record as A)',
  });
  expect([itself, card].map(isAnother)).toEqual([false, true]);
  // What was made beside the record of the case is named by its key.
  const near = [
    { ...card, near: { how: 'row', recordId: 'R-14' } as const },
    { ...doubted, near: { how: 'session', recordId: 'R-20' } as const },
  ];
  expect(recordsText(near, 0, title)).toEqual({
    ja: 'カード（2023-01-10 ・ 端末 T2、すぐ前後の行の記録 R-14）、カード（2023-01-09 10:11 ・ 端末 T1、同じ端末で30分以内の記録 R-20、要確認 F-9）',
    en: 'Cards (2023-01-10 ・ terminal T2, a row or two away, record R-14), Cards (2023-01-09 10:11 ・ terminal T1, same terminal within half an hour, record R-20, to be checked F-9)',
  });
});

test('records that stand beside on the page are not told of once more, unless there are more of them', () => {
  const [card, account] = [of(0, '2023-01-10', 'T2'), of(1, null, null)];
  expect(withoutBeside([card, account], 0, 1)).toEqual([account]);
  expect(withoutBeside([card], 0, 1)).toEqual([]);
  expect(withoutBeside([card, card, card, account], 0, 2)).toHaveLength(4);
  expect(withoutBeside([card, account], 0, 0)).toHaveLength(2);
});

test('records of which the same is said are told as one, keys as they are and all else with numbers masked', () => {
  const title = () => ({ ja: '保険', en: 'Insurance' });
  const of = (recordId: string | null, over: object = {}) => ({
    ...{ src: 0, elsewhere: null, registeredAt: '2022-11-16T09:10:11', terminal: null },
    ...{ near: { how: 'family', recordId } as const, same: null, doubtedBy: null, foundBy: null, ...over },
  });
  const family = ['138099-101-00', '138099-101-01', '138099-101-03'].map((id) => of(id));
  expect(recordsText(family, 0, title)).toEqual({
    ja: '保険（2022-11-16、同じ世帯の別の方の、すぐ前後の行の記録 138099-101-00 ・ …-01 ・ …-03）',
    en: 'Insurance (2022-11-16, another of the household, a row or two away, record 138099-101-00 ・ …-01 ・ …-03)',
  });
  // What is said of one alone parts them; keys without a hyphen stand whole.
  const parted = [of('1001'), of('1002'), of('1003', { doubtedBy: 'F-9' })];
  expect(recordsText(parted, 0, title).ja).toBe(
    '保険（2022-11-16、同じ世帯の別の方の、すぐ前後の行の記録 1001 ・ 1002）、保険（2022-11-16、同じ世帯の別の方の、すぐ前後の行の記録 1003、要確認 F-9）',
  );
  // Twelve digits of an insurer's key are a key here as in the head of the page; a number in the place of a terminal is none.
  const keyed = of('138099-1153-01', {
    near: { how: 'both', recordId: '138099-1153-01' },
    terminal: '979272444940',
  });
  expect(recordsText([keyed], 0, title).ja).toBe(
    '保険（2022-11-16 09:10 ・ 端末 ＊＊＊＊＊＊＊＊4940、すぐ前後の行・同じ端末で30分以内の記録 138099-1153-01）',
  );
  // Of another office the time is told, and no key.
  const elsewhere = of(null, {
    near: { how: 'session', recordId: null },
    elsewhere: '0137',
    same: 'unknown',
  });
  expect(recordsText([elsewhere], 0, title)).toEqual({
    ja: '保険（機関 0137 ・ 2022-11-16 09:10、同じ端末で30分以内の記録、氏名は比較不可）',
    en: 'Insurance (organisation 0137 ・ 2022-11-16 09:10, same terminal within half an hour, names cannot be compared)',
  });
});

test('of their household it is known whose record stands in a row beside, in that file and office, and of nobody protected', async () => {
  const family = await openDuckDb({});
  await family.run(`
    CREATE TABLE findings AS SELECT *, 'F-' || rank AS finding_id, 'F-1' AS incident, NULL AS cause, 'r' AS record_id, '' AS related, '[]' AS candidates, ${REST_OF_FINDING}
    FROM (VALUES (1, 12, 1, 's', 'o', 'wrong-resident'), (2, 32, 1, 's', 'o', 'wrong-resident')) t(rank, lid, rid, source, organisation, kind);
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    -- Of household 7 are 1 to 4, of whom 4 is protected; 5 is of another, 6 of none.
    CREATE TABLE residents AS SELECT *, ${REST_OF_RESIDENT}, 'r' AS resident_id FROM (VALUES (1, '7', false), (2, '7', false), (3, '7', false), (4, '7', true), (5, '8', false), (6, NULL, false))
      t(rid, household_id, is_protected);
    CREATE TABLE links AS SELECT *, ${REST_OF_LINK}, 0 AS src, NULL AS "number", 'missing' AS number_state, NULL::VARCHAR AS registered_at, NULL::VARCHAR AS terminal, NULL AS ts, 'R-' || lid AS record_id, 'n' || lid AS nw, NULL AS kw, ${PARTS_OF_NAMES} FROM (VALUES
      (9, 2, 0, 'o', 'active'),   -- three rows away
      (10, 2, 0, 'o', 'active'), (11, 3, 0, 'o', 'active'), (12, 1, 0, 'o', 'active'), (13, 5, 0, 'o', 'active'), (14, 6, 0, 'o', 'active'),
      (30, 2, 0, 'p', 'active'),  -- of another office
      (31, 2, 0, 'o', 'ended'), (32, 1, 0, 'o', 'active'), (33, 4, 0, 'o', 'active'), (34, 2, 1, 'o', 'active')) t(lid, rid, file, organisation, vitality);
    CREATE TABLE levels AS SELECT lid, rid, ${LEVEL_COLUMNS.map((name) => `CAST(1 AS UTINYINT) AS ${name}`).join(', ')} FROM links`);
  await makeCaseTables(family);
  const rows = await readOtherRecords(family, { first: 0, count: 2 });
  family.close();
  const told = rows.get('0 1')!.map(({ near }) => near);
  // The resident's own other record stands first; rows 10 and 11 are of the household.
  expect(told).toEqual([
    { how: 'known', recordId: 'R-32' },
    { how: 'family', recordId: 'R-10' },
    { how: 'family', recordId: 'R-11' },
  ]);
  expect(rows.get('1 1')!.map(({ near }) => near)).toEqual([{ how: 'known', recordId: 'R-12' }]);
});

test('the record of the case, linked to somebody else in a row beside, is told as itself, and of the household not at all', async () => {
  const shared = await openDuckDb({});
  await shared.run(`
    CREATE TABLE findings AS SELECT 1 AS rank, 10 AS lid, 1 AS rid, 's' AS source, 'o' AS organisation, 'shared-record' AS kind,
      'F-1' AS finding_id, 'F-1' AS incident, NULL AS cause, 'R-1' AS record_id, '' AS related, '[{"rid":2}]' AS candidates, ${REST_OF_FINDING};
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    CREATE TABLE residents AS SELECT *, ${REST_OF_RESIDENT}, 'r' AS resident_id, false AS is_protected FROM (VALUES (1, '7'), (2, '7')) t(rid, household_id);
    CREATE TABLE links AS SELECT *, ${REST_OF_LINK}, 0 AS file, 'active' AS vitality, NULL AS "number", 'missing' AS number_state, NULL::VARCHAR AS registered_at, NULL::VARCHAR AS terminal, NULL AS ts, NULL AS nw, NULL AS kw, ${PARTS_OF_NAMES} FROM (VALUES
      (10, 1, 0, 'o', 'R-1'), (11, 2, 0, 'o', 'R-1'), (12, 2, 0, 'o', 'R-2'), (90, 2, 0, 'p', 'R-1'), (91, 2, 1, 'o', 'R-1')) t(lid, rid, src, organisation, record_id);
    CREATE TABLE levels AS SELECT lid, rid, ${LEVEL_COLUMNS.map((name) => `CAST(1 AS UTINYINT) AS ${name}`).join(', ')} FROM links`);
  await makeCaseTables(shared);
  const rows = await readOtherRecords(shared, { first: 0, count: 1 });
  shared.close();
  // Its own row, another of that office beside, its row at another office; the same key in another source is another record.
  expect(rows.get('0 2')!.map(({ near }) => near)).toEqual([
    { how: 'itself', recordId: 'R-1' },
    { how: 'row', recordId: 'R-2' },
    { how: 'itself', recordId: 'R-1' },
    null,
  ]);
  // Of the linked resident's household the row beside that is another record.
  expect(rows.get('0 1')!.map(({ near }) => near)).toEqual([{ how: 'family', recordId: 'R-2' }]);
});

test('the tables of thousands of cases take what their rows take: no two of them meet row by row', {
  timeout: 30_000,
}, async () => {
  const residents = 20_000;
  const big = await openDuckDb({});
  await big.run(`
    CREATE TABLE links AS SELECT ${REST_OF_LINK}, CAST(i AS INTEGER) AS lid, NULL AS "number", 'missing' AS number_state, CAST(i % ${residents} AS INTEGER) AS rid, CAST(i // ${residents} AS TINYINT) AS src,
      NULL AS registered_at, NULL AS terminal, NULL AS ts, 0 AS file, NULL AS organisation, 'R' || i AS record_id, 'active' AS vitality, NULL AS nw, NULL AS kw, ${PARTS_OF_NAMES} FROM range(${4 * residents}) r(i);
    CREATE TABLE residents AS SELECT ${REST_OF_RESIDENT}, CAST(i AS INTEGER) AS rid, 'r' || i AS resident_id, NULL AS household_id, false AS is_protected FROM range(${residents}) r(i);
    CREATE TABLE findings AS SELECT CAST(row_number() OVER () AS INTEGER) AS rank, lid, rid, 's' AS source, 'F-' || lid AS finding_id, 'F-1' AS incident, 'o' || (lid % 30) AS organisation,
      'wrong-resident' AS kind, NULL AS cause, 'r' AS record_id, '' AS related, '[{"rid":' || ((rid + 7) % ${residents}) || '}]' AS candidates,
      ${REST_OF_FINDING} FROM links WHERE src = 0 AND lid % 4 = 0;
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    CREATE TABLE levels AS SELECT lid, rid, ${LEVEL_COLUMNS.map((name) => `CAST(1 AS UTINYINT) AS ${name}`).join(', ')} FROM links WHERE src = 0`);
  await makeCaseTables(big);
  // 5,000 cases: of B three records beside the case's own, of C1 all four.
  expect(await big.value('SELECT count(*) FROM case_records')).toBe(5_000 * 7);
  big.close();
});

test('records that nobody doubts say who has one of the source, and in which form another name stands in them', () => {
  const [card, account] = [of(0, null, null), of(1, null, null)];
  const doubted = { ...card, doubtedBy: 'F-9' };
  const said = (...held: readonly object[][]) =>
    saidByRecords(held as unknown as Parameters<typeof saidByRecords>[0], 0);
  expect(said([card], [account], [doubted])).toEqual({ holders: ['C1'], doubtedHolders: ['C3'] });
  expect(said([card, doubted])).toEqual({ holders: ['C1'] });
  const itself = { ...card, near: { how: 'itself', recordId: 'R-1' } };
  const family = { ...card, near: { how: 'family', recordId: 'R-1' }, same: 'name-differs' };
  expect(said([itself, family])).toEqual({ holders: [], besideFamily: ['C1'] });
  expect(said([card], [{ ...family, doubtedBy: 'F-9' }])).toEqual({ holders: ['C1'] });
  // What is written otherwise says nothing against somebody, and stands against what does.
  expect(said([{ ...account, same: 'kana-notation' }])).toEqual({ holders: [] });
  expect(
    said([
      { ...account, same: 'given-kana-differs' },
      { ...account, same: 'kana-notation' },
    ]),
  ).toEqual({ holders: [] });
  expect(
    said([{ ...account, same: 'family-kana-differs' }], [{ ...account, same: 'given-differs' }]),
  ).toEqual({
    holders: [],
    otherNames: [
      ['C1', 'kana'],
      ['C2', 'name'],
    ],
  });
  expect(
    said(
      [{ ...account, same: 'kana-differs' }],
      [
        { ...account, same: 'name-differs' },
        { ...account, same: 'kana' },
      ],
      [
        { ...account, same: 'kana-differs' },
        { ...account, same: 'name-differs' },
      ],
      [{ ...account, same: 'name-differs', doubtedBy: 'F-9' }],
    ),
  ).toEqual({
    holders: [],
    otherNames: [
      ['C1', 'kana'],
      ['C3', 'name'],
    ],
  });
});

type Name = readonly [nf: string | null, ng: string | null, kf: string | null, kg: string | null];

test.each<[Name, Name, string | null]>([
  [['旭', '一郎', null, null], ['東', '市朗', null, null], 'name-differs'],
  [['旭', '一郎', null, null], ['旭', '市朗', null, null], 'given-differs'],
  // Who has married keeps the given name.
  [['旭', '花', 'アサヒ', 'ハナ'], ['東', '花', 'ヒガシ', 'ハナ'], 'family-differs'],
  [[null, null, 'アサヒ', 'イチロウ'], [null, null, 'ヒガシ', 'ジロウ'], 'kana-differs'],
  [[null, null, 'アサヒ', 'イチロウ'], [null, null, 'アサヒ', 'ジロウ'], 'given-kana-differs'],
  [[null, null, 'アサヒ', 'イチロウ'], [null, null, 'ヒガシ', 'イチロウ'], 'family-kana-differs'],
  [['旭', '一郎', 'アサヒ', 'イチロウ'], ['旭', '市朗', 'アサヒ', 'イチロウ'], 'kana'],
  // Dakuten, long vowels and what sounds alike are notation, in either part, or both, or in whole names; another sound is not.
  [[null, null, 'ナカジマ', 'ユウコ'], [null, null, 'ナカシマ', 'ユウコ'], 'kana-notation'],
  [[null, null, 'ナカジマ', 'ユウコ'], [null, null, 'ナカシマ', 'ユーコ'], 'kana-notation'],
  [[null, null, 'ナカジマユウコ', null], [null, null, 'ナカシマユウコ', null], 'kana-notation'],
  [[null, null, 'ナカジマユウコ', null], [null, null, 'ナカシマ', 'ユウコ'], 'kana-notation'],
  [[null, null, 'ナカジマ', 'ユウコ'], [null, null, 'ナカシマ', 'ユミコ'], 'given-kana-differs'],
  [[null, null, 'ナカジマユウコ', null], [null, null, 'ナカシマユミカ', null], 'kana-differs'],
  // Where the kanji are other ones, kana that nearly sound alike make them no one name.
  [['中島', '花', 'ナカジマ', 'ハナ'], ['長島', '花', 'ナガシマ', 'ハナ'], 'family-differs'],
  // What nobody could read, what was cut off, and Latin letters in another order are no other name.
  [['旭', '一郎', null, null], ['●', '一郎', null, null], null],
  [['旭', '一郎', null, null], ['旭', '一', null, null], null],
  [[null, null, 'アサヒ', null], [null, null, 'アサヒ', 'イチロウ'], null],
  [['SILVA', 'FERNANDA', null, null], ['FERNANDA', 'SILVA', null, null], null],
  [['旭', '一郎', null, null], [null, null, 'アサヒ', 'イチロウ'], 'unknown'],
])('a record of %j beside one of %j: %s', async (name, otherName, same) => {
  const quoted = (text: string | null) => (text === null ? 'NULL::VARCHAR' : `'${text}'`);
  // Of a name that stands in one piece the parts are not known.
  const parts = (family: string | null, given: string | null, key: string) => {
    const [f, g] = given === null ? [null, null] : [family, given];
    return `${quoted(f)} AS ${key}f, ${quoted(g)} AS ${key}g, ${quoted(family && family + (given ?? ''))} AS ${key}w`;
  };
  const keys = ([nf, ng, kf, kg]: Name) => `${parts(nf, ng, 'n')}, ${parts(kf, kg, 'k')}`;
  const other = await openDuckDb({});
  await other.run(`
    CREATE TABLE cases AS SELECT 0 AS lid, 'k' AS kind, 'F-1' AS finding_id, false AS blind WHERE false;
    CREATE TABLE residents AS SELECT 5 AS rid, NULL::VARCHAR AS household_id, false AS is_protected;
    CREATE TABLE links AS SELECT 8 AS lid, 5 AS rid, 1 AS src, 0 AS file, 'o' AS organisation, NULL::VARCHAR AS registered_at, NULL::VARCHAR AS terminal,
      NULL::BIGINT AS ts, 'R' AS record_id, ${keys(otherName)}, 'active' AS vitality`);
  const rows = await allRows(
    other,
    CASE_RECORDS.columns,
    otherRecords(`SELECT 0 AS seq, 5 AS rid, 4 AS own, 0 AS src, 0 AS file, 'o' AS organisation, NULL::VARCHAR AS terminal, NULL::BIGINT AS ts,
      'A' AS record_id, ${keys(name)}`),
  );
  await other.close();
  expect(
    byHolder(rows)
      .get('0 5')!
      .map((record) => record.same),
  ).toEqual([same]);
});
