import { afterAll, expect, test } from 'vitest';
import type { FactText } from '../../src/audit/case.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { OtherRecord } from '../../src/result/other-records.js';
import type { PersonRow } from '../../src/result/people.js';
import { undecidableFacts } from '../../src/result/undecidable-facts.js';
import { recordsOfPairs } from '../../src/result/undecidable-records.js';
import { NO_SECRETS } from '../report/sample-result.js';
import { PARTS_OF_NAMES } from './rest-of-finding.js';

const person = (
  key: number,
  facts: PersonRow['facts'],
  more: Partial<Pick<PersonRow, 'tail' | 'ended'>> = {},
): PersonRow => ({
  ...{ key, file: 0, row: 1, tail: null, facts, ...more },
  view: { residentId: null, items: {}, birthDate: null, protected: false },
});
const context = {
  ...{ sources: ['cards', 'insurance'], secrets: NO_SECRETS, tie: () => 'my_number' },
  statusTexts: () => ({
    record: (text: string) => text,
    resident: (text: string) => (text === '2' ? '転出（2）' : text),
  }),
  asOf: '2023-06-22',
  titleOf: (src: number) => ({ ja: ['カード', '保険'][src]!, en: ['cards', 'insurance'][src]! }),
};
const other = (src: number): OtherRecord => ({
  ...{
    src,
    elsewhere: null,
    registeredAt: '2022-01-02',
    terminal: 'T1',
    near: null,
    same: null,
    doubtedBy: null,
    foundBy: null,
  },
});
const record = person(1, { registered_at: '2022-11-24', lookup: '4情報' }, { tail: '7697' });
const here = person(2, { household_id: '8', status: '1', moved_on: null }, { tail: '7697' });
const gone = person(
  3,
  { household_id: '9', status: '2', moved_on: '2021-12-01' },
  { tail: '1297', ended: { how: 'departed', on: '2021-12-01' } },
);

const rows = (
  people: { record: PersonRow; linked: PersonRow | null; candidates: readonly PersonRow[] },
  held: Readonly<Record<number, readonly OtherRecord[]>> = {},
) => {
  const told = (text: FactText | null) => (text === null ? '-' : typeof text === 'string' ? text : text.ja);
  return undecidableFacts(people, 0, (rid) => held[rid] ?? [], context).map((row) => [
    row.item,
    ...[row.record, row.linked, ...row.candidates].map(told),
  ]);
};

test('between two who fit alike: what they differ in, how the record came in, and what else they hold', () => {
  expect(rows({ record, linked: here, candidates: [gone] }, { 2: [other(1), other(0)] })).toEqual([
    ['status', '-', '1', '転出（2）'],
    ['moved_on', '-', '-', '2021-12-01'],
    ['household_id', '-', '8', '9'],
    ['number_tail', '…7697', '…7697', '…1297'],
    ['registered_at', '2022-11-24', '-', '-'],
    ['channel', '4情報', '-', '-'],
    ['records', '-', '保険、カード（2022-01-02 ・ 端末 T1）', 'なし'],
  ]);
});

test('nothing that says nothing: one resident alone who lives here, two alike in household and state, a record by serial', () => {
  const plain = person(1, {});
  expect(rows({ record, linked: here, candidates: [] })).toEqual([
    ['registered_at', '2022-11-24', '-'],
    ['channel', '4情報', '-'],
  ]);
  expect(rows({ record: plain, linked: here, candidates: [] })).toEqual([]);
  const twin = person(4, { household_id: '8', status: '1' }, { tail: '0001' });
  expect(rows({ record: plain, linked: here, candidates: [twin] })).toEqual([]);
  // Nobody is linked, and the only candidate has nothing to differ from.
  expect(rows({ record: plain, linked: null, candidates: [twin] })).toEqual([]);
});

test('of one resident alone who has gone it is told how and when', () => {
  expect(rows({ record: person(1, {}), linked: gone, candidates: [] })).toEqual([
    ['status', '-', '転出（2）'],
    ['moved_on', '-', '2021-12-01'],
  ]);
});

const engine = await openDuckDb({});
afterAll(() => engine.close());

test('records of a resident beside a link: active ones, not the link’s own, and whether one is near or doubted', async () => {
  await engine.run(`
    CREATE TABLE links AS SELECT *, 0 AS file, 'o' AS organisation, 'R-' || lid AS record_id, NULL AS nw, NULL AS kw, ${PARTS_OF_NAMES} FROM (VALUES
      (10, 5, 0, '2022-01-02', 'T1', 1000, 'active'), (11, 5, 0, '2022-01-02', 'T1', 1200, 'active'),
      (90, 5, 1, '2022-01-03', 'T9', 9000, 'active'), (91, 5, 1, NULL, NULL, NULL, 'ended'),
      (92, 6, 1, NULL, NULL, NULL, 'active')) t(lid, rid, src, registered_at, terminal, ts, vitality);
    CREATE TABLE residents AS SELECT unnest([5, 6]) AS rid, NULL AS household_id, false AS is_protected;
    CREATE TABLE cases AS SELECT 92 AS lid, 'F-9' AS finding_id, 'wrong-resident' AS kind, false AS blind`);
  const held = await recordsOfPairs(engine, [
    { lid: 10, rid: 5 },
    { lid: 10, rid: 6 },
    { lid: 92, rid: 6 },
  ]);
  expect(Object.fromEntries(held)).toEqual({
    '10 5': [
      {
        ...{
          src: 0,
          elsewhere: null,
          registeredAt: '2022-01-02',
          terminal: 'T1',
          same: null,
          doubtedBy: null,
          foundBy: null,
        },
        near: { how: 'both', recordId: 'R-11' },
      },
      {
        ...{
          src: 1,
          elsewhere: null,
          registeredAt: '2022-01-03',
          terminal: 'T9',
          same: null,
          doubtedBy: null,
          foundBy: null,
        },
        near: null,
      },
    ],
    '10 6': [
      {
        ...{
          src: 1,
          elsewhere: null,
          registeredAt: null,
          terminal: null,
          same: null,
          doubtedBy: 'F-9',
          foundBy: 'F-9',
        },
        near: null,
      },
    ],
  });
  expect(await recordsOfPairs(engine, [])).toEqual(new Map());
});
