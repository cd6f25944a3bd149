import { afterAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { makeCaseTables } from '../../src/result/case-tables.js';
import type { Told } from '../../src/result/how-related.js';
import { WAITS, waitsFor } from '../../src/result/settle-first.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';
import { PARTS_OF_NAMES, REST_OF_FINDING, REST_OF_LINK, REST_OF_RESIDENT } from './rest-of-finding.js';

const told = (kind: string, part: Partial<Told> = {}): Told => ({
  ...{ kind, cause: null, incident: null, source: 'cards', organisation: 'o' },
  ...{ lid: 1, rid: 10, recordId: 'r-1' },
  ...part,
});

describe('which case is to be settled first', () => {
  const wrong = told('wrong-resident');
  const rows = told('duplicate-resident', { source: 'register', lid: null });
  const other = { lid: 2, recordId: 'r-2' };
  test.each<[string, Told, Told, boolean]>([
    ['two rows before a tie between them', wrong, rows, true],
    ['no record before two rows', rows, wrong, false],
    ['not one pair of rows before another', rows, rows, false],
    ['whose a record is before which of its resident’s is valid', told('duplicate-link'), wrong, true],
    ['that of the other record, too', told('duplicate-link', other), wrong, true],
    [
      'not of a record of another source',
      told('duplicate-link', { ...other, source: 'accounts' }),
      wrong,
      false,
    ],
    ['whose a record is before whether its link may stay', told('defunct-resident'), wrong, true],
    ['another record of the dead is no question of it', told('defunct-resident', other), wrong, false],
    ['one of its residents before the record’s', told('shared-record', { lid: 2, rid: 11 }), wrong, true],
    ['another record on one of them', told('shared-record', { ...other, rid: 10 }), wrong, false],
    ['neither half of a swap before the other', told('swapped-links'), told('swapped-links', other), false],
    [
      'nobody else of a number of nobody',
      told('duplicate-link', { rid: null, ...other }),
      told('unknown-number', { rid: null }),
      false,
    ],
  ])('%s', (_, own, first, waits) => {
    expect(waitsFor(own, first)).toBe(waits);
    if (waits) expect(waitsFor(first, own)).toBe(false);
  });
});

const engine = await openDuckDb({});
afterAll(() => engine.close());

test('a list has each case behind those to settle before it, and else the worst first', async () => {
  // By rank: which record is valid (of lid 1 and 2), a wrong link elsewhere, whose lid 1 is, shared records, whose the second is.
  await engine.run(`
    CREATE TABLE findings AS SELECT *, 'F-1' AS incident, NULL AS cause, '' AS related, '[]' AS candidates, ${REST_OF_FINDING} FROM (VALUES
      (1, 1, 10, 'cards', 'o', 'duplicate-link', 'second', 'a'),
      (2, 2, 10, 'cards', 'o', 'duplicate-link', 'first', 'b'),
      (3, 3, 11, 'cards', 'o', 'wrong-resident', 'alone', 'c'),
      (4, 1, 10, 'cards', 'o', 'wrong-resident', 'whose', 'a'),
      (5, 4, 12, 'accounts', 'o', 'shared-record', 'shared', 'a'),
      (6, 5, 13, 'accounts', 'o', 'wrong-resident', 'of the shared', 'a'),
      (7, 6, 14, 'accounts', 'o', 'defunct-resident', 'dead', 'd'),
      (8, 7, 10, 'cards', 'p', 'wrong-resident', 'of another office', 'e')
    ) t(rank, lid, rid, source, organisation, kind, finding_id, record_id);
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE rank = 7;
    CREATE TABLE links AS SELECT ${REST_OF_LINK}, lid, 10 AS rid, NULL AS "number", 'missing' AS number_state, 0 AS src, NULL AS registered_at, NULL AS terminal, NULL AS ts, 0 AS file, 'o' AS organisation, NULL AS record_id, 'active' AS vitality, NULL AS nw, NULL AS kw, ${PARTS_OF_NAMES} FROM range(1, 8) r(lid);
    CREATE TABLE residents AS SELECT ${REST_OF_RESIDENT}, rid, 'r' || rid AS resident_id, NULL AS household_id, false AS is_protected FROM range(10, 15) r(rid);
    CREATE TABLE levels AS SELECT lid, 10 AS rid, ${LEVEL_COLUMNS.map((name) => `CAST(1 AS UTINYINT) AS ${name}`).join(', ')} FROM links`);
  await makeCaseTables(engine);
  const rows = await engine.rows<{ id: string }>('SELECT finding_id AS id FROM case_heads ORDER BY seq');
  expect(rows.map(({ id }) => id)).toEqual([
    ...['alone', 'whose', 'second', 'first', 'of the shared', 'shared', 'dead'],
    'of another office',
  ]);
  expect(await engine.value('SELECT count(*) FROM cases')).toBe(9);
});

test('many records of one number meet no other row by row', { timeout: 30_000 }, async () => {
  const many = await openDuckDb({});
  await many.run(`
    CREATE TABLE findings AS SELECT CAST(i AS INTEGER) AS rank, CAST(i // 2 AS INTEGER) AS lid, 1 AS rid, 'cards' AS source, 'o' AS organisation,
      CASE WHEN i % 2 = 0 THEN 'duplicate-link' ELSE 'wrong-resident' END AS kind, 'one' AS record_id FROM range(200_000) r(i)`);
  // Each of the 100,000 records waits for the last of those whose own link is in doubt.
  expect(
    await many.rows(
      `SELECT CAST(count(*) AS INTEGER) AS n, min(after) AS first, max(after) AS last FROM (${WAITS})`,
    ),
  ).toEqual([{ n: 100_000, first: 199_999, last: 199_999 }]);
  many.close();
});
