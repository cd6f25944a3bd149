import { afterAll, beforeAll, expect, test } from 'vitest';
import { relationsOf } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { readBearers } from '../../src/result/bearers.js';
import { makeCaseTables } from '../../src/result/case-tables.js';
import { levelViews } from '../../src/result/level-views.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';
import { PARTS_OF_NAMES, REST_OF_FINDING } from './rest-of-finding.js';

let engine: Engine;
/** Each record is linked to the resident of its own number. */
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE findings AS SELECT *, 's' AS source, 'o' AS organisation, 'F-' || rank AS finding_id, 'F-1' AS incident, NULL AS cause,
      'r' AS record_id, '' AS related, '[]' AS candidates, ${REST_OF_FINDING}
    FROM (VALUES (1, 1, 1, 'defunct-resident'), (2, 2, 2, 'defunct-resident'), (3, 3, 3, 'defunct-resident'), (4, 4, 4, 'defunct-resident'),
      (5, 5, 5, 'defunct-resident'), (6, 6, 6, 'wrong-resident')) t(rank, lid, rid, kind);
    CREATE TABLE blind_sample AS SELECT * FROM findings WHERE rank = 1;
    CREATE TABLE residents AS SELECT *, 'R' || rid AS resident_id, false AS is_protected FROM (VALUES
      (1, 'h1', 'ヤマダハナ', 'dead'), (2, 'h2', 'サトウケイ', 'dead'), (3, NULL, 'オカアイ', 'departed'), (4, 'h4', 'ヤマダハナ', 'dead'), (5, 'h5', 'ヤマダハナ', 'dead'), (6, 'h5', 'ヤマダハナ', 'dead'),
      (20, 'h9', 'サトウケイ', 'dead'), (21, 'h9', 'サトウケイコ', 'active'),
      (30, NULL, 'オカアイ', 'active'),
      (40, 'h6', 'ヤマダハナ', 'active'), (41, 'h7', 'ヤマダハナ', 'active'), (42, 'h8', 'ヤマダハナ', 'active'), (43, 'h1', 'ヤマダハナ', 'active'), (44, 'h1', NULL, 'active')
    ) t(rid, household_id, kw, vitality);
    CREATE TABLE links AS SELECT *, ${PARTS_OF_NAMES}, lid AS rid, 0 AS src, 0 AS file, 'o' AS organisation, 'r' AS record_id, 'active' AS vitality, 0 AS sex_code,
      NULL AS "number", 'missing' AS number_state, NULL::VARCHAR AS registered_at, NULL::VARCHAR AS terminal, NULL AS ts FROM (VALUES
      (1, 'ヤマダハナ', NULL, NULL::INTEGER, NULL::VARCHAR), (2, 'サトウケイ', NULL, NULL, NULL), (3, 'オカアイ', NULL, NULL, NULL),
      (4, 'ヤマダハナ', NULL, 19800102, NULL), (5, 'ヤマダハナ', '山田花', NULL, NULL), (6, 'ヤマダハナ', NULL, NULL, NULL)) t(lid, kw, nw, dob, address);
    CREATE TABLE levels AS SELECT lid, rid, ${LEVEL_COLUMNS.map((name) => `CAST(1 AS UTINYINT) AS ${name}`).join(', ')} FROM links`);
  await makeCaseTables(engine);
});
afterAll(() => engine.close());

test('of a record of kana alone that survives its resident it is known who else lives here and bears them', async () => {
  const bearers = await readBearers(engine, { first: 0, count: 9 });
  const told = [...bearers].map(([seq, { total, candidates }]) => [
    seq,
    total,
    candidates.map((one) => one.rid),
  ]);
  expect(told).toEqual([
    // Of the household first; whoever has no furigana, or another name that begins so, is nobody of these kana.
    [0, 4, [43, 40, 41]],
    // The other one is dead, too.
    [1, 0, []],
    // Without a household nobody is of one.
    [2, 1, [30]],
    // A record that states more (4, 5), another question (6) and the blind sample are not asked.
  ]);
});

test('they are shown as what they are: of equal kana, and nothing else compared', async () => {
  const { candidates } = (await readBearers(engine, { first: 0, count: 1 })).get(0)!;
  expect(candidates.map(({ relations }) => relationsOf(relations).map(({ id }) => id))).toEqual([
    ['household', 'resembles'],
    ['resembles'],
    ['resembles'],
  ]);
  expect(candidates.map(({ residentId, probability }) => [residentId, probability])).toEqual([
    ['R43', 0],
    ['R40', 0],
    ['R41', 0],
  ]);
  const levels = Object.entries(levelViews(candidates[0]!.codes)).map(([id, { level }]) => [id, level]);
  expect(levels.filter(([, level]) => level !== 'missing')).toEqual([
    ['family', 'kana'],
    ['given', 'kana'],
  ]);
});

test('they stand among the residents of the page, whose homes it may have to hide', async () => {
  const rows = await engine.rows<{ rid: number }>(
    'SELECT rid FROM case_residents WHERE seq = 0 ORDER BY rid',
  );
  expect(rows.map(({ rid }) => rid)).toEqual([1, 40, 41, 43]);
});
