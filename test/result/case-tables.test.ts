import { afterAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { allRows } from '../../src/engine/read.js';
import { makeCaseTables } from '../../src/result/case-tables.js';
import { BESIDE_LEVELS } from '../../src/verify/level-tables.js';

const engine = await openDuckDb({});
afterAll(() => engine.close());

test('of several records of a resident each case knows how the others compare with the resident', async () => {
  const codes = BESIDE_LEVELS.columns.levels.names;
  const findings = [
    `(1, 10, 5, 's', 'o', 'duplicate-link')`,
    `(2, 11, 5, 's', 'o', 'duplicate-link')`,
    `(3, 12, 6, 's', 'o', 'wrong-resident')`,
    `(4, 13, 5, 't', 'o', 'duplicate-link')`,
  ];
  await engine.run(`
    CREATE TABLE findings AS SELECT *, NULL AS cause, '{}' AS json, '[]' AS candidates, '[]' AS evidence, '[]' AS marks
    FROM (VALUES ${findings.join(', ')}) t(rank, lid, rid, source, organisation, kind);
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE false;
    CREATE TABLE links AS SELECT unnest([10, 11, 12, 13]) AS lid;
    CREATE TABLE residents AS SELECT unnest([5, 6]) AS rid, 'r' AS resident_id;
    CREATE TABLE levels AS SELECT lid, 5 AS rid, ${codes.map((name, c) => `CAST(lid - 10 + ${c} AS UTINYINT) AS ${name}`).join(', ')}
    FROM links`);
  await makeCaseTables(engine);
  const rows = await allRows(engine, BESIDE_LEVELS.columns, 'SELECT * FROM case_beside ORDER BY seq');
  expect(rows).toEqual([
    { seq: 0, lid: 11, levels: codes.map((_, c) => 1 + c) },
    { seq: 1, lid: 10, levels: codes.map((_, c) => c) },
  ]);
});
