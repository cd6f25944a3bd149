import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { measureBlocking } from '../../src/evaluate/blocking.js';
import { blockingLine } from '../../src/evaluate/blocking-line.js';
import type { BlockingEvaluation } from '../../src/evaluate/evaluation.js';
import { openWorkTables } from '../../src/evaluate/work-tables.js';

/**
 * Five wrong links and a sound one, places in grades.parquet 0 to 5, lids 10 to 15. The run applied two rules:
 * `household` (bit 1) and `kana-alone` (bit 2). Of the rightful residents 1 was found by both, 2 by kana alone, 3 by
 * neither because 31 others of that kana, with the record's address, are closer (the cap is 30), 4 was never searched, 5 no rule leads to.
 */
const JUDGED = `
  (1, 'cards', 'c0', 'L', 'R1', true, true, 'family', 'C', 0),
  (2, 'cards', 'c1', 'L', 'R2', true, true, 'swap', 'C', 1),
  (3, 'accounts', 'a0', 'L', 'R3', true, true, 'namesake', 'C', 2),
  (4, 'accounts', 'a1', 'L', 'R4', true, true, NULL, 'A', 3),
  (5, 'accounts', 'a2', NULL, 'R5', true, true, NULL, 'C', 4),
  (6, 'cards', 'c2', 'R1', 'R1', false, true, NULL, 'A', 5),
  (7, 'cards', 'c3', 'L', NULL, true, true, NULL, 'C', 6),
  (8, 'cards', 'c4', 'L', 'R1', true, false, NULL, 'A', 7)`;

const WORK = `
  CREATE TABLE residents AS
    SELECT i AS rid, 'R' || i AS resident_id, CASE WHEN i >= 100 THEN '東町' END AS address, CAST(NULL AS INTEGER) AS dob,
      CASE WHEN i = 3 OR i >= 100 THEN 'サトウミノル' END AS kw, CAST(NULL AS VARCHAR) AS nw, CAST(NULL AS VARCHAR) AS kf,
      CAST(NULL AS VARCHAR) AS nf, CAST(NULL AS VARCHAR) AS household_id
    FROM (SELECT unnest([1, 2, 3, 4, 5]) AS i UNION ALL SELECT range FROM range(100, 131));
  CREATE TABLE verdicts AS SELECT range AS lid FROM range(10, 18);
  CREATE TABLE suspects AS SELECT * FROM (VALUES (10, NULL), (11, NULL), (12, 'サトウミノル'), (14, NULL), (16, NULL)) s(lid, kw);
  CREATE TABLE rivals AS SELECT * FROM (VALUES (10, 1, 3), (10, 2, 1), (11, 2, 2)) v(lid, rid, rules);`;

/** Columns that the rules read of suspects, residents and links, empty unless told. */
const REST = `
  ALTER TABLE suspects ADD COLUMN src INTEGER; ALTER TABLE suspects ADD COLUMN rid INTEGER;
  ALTER TABLE suspects ADD COLUMN dob INTEGER; ALTER TABLE suspects ADD COLUMN p0 DOUBLE;
  ALTER TABLE suspects ADD COLUMN address VARCHAR; UPDATE suspects SET address = '東町', p0 = 1;`;

let dir: string;
let engine: Engine;
let blocking: BlockingEvaluation;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'totsugo-test-'));
  await mkdir(join(dir, 'work'));
  const work = await openDuckDb({ path: join(dir, 'work', 'totsugo.duckdb') });
  await work.run(WORK);
  await work.run(REST);
  work.close();
  const figures = {
    blocking: [
      { rule: 'household', pairs: 7, cut: 0 },
      { rule: 'kana-alone', pairs: 40, cut: 2 },
    ],
  };
  await writeFile(
    join(dir, 'run.json'),
    JSON.stringify({
      run_id: 'night',
      tool: { name: 'totsugo', version: '0.1.0' },
      status: 'done',
      as_of: '2023-06-22',
      started_at: '2023-06-22T01:00:00.000Z',
      finished_at: '2023-06-22T02:00:00.000Z',
      pipeline: { name: 'town', path: '/town.yaml', sha256: '' },
      inputs_digest: null,
      inputs: [],
      stages: [{ name: 'rivals', seconds: 1, rows_in: 5, rows_out: 4, figures }],
    }),
  );
  engine = await openDuckDb();
  await engine.run(`CREATE TABLE judged AS SELECT * FROM (VALUES ${JUDGED})
    j(n, source, record_id, resident_id, true_resident_id, wrong, shown, cause, grade, place)`);
  expect(await openWorkTables(engine, dir)).toBe(true);
  blocking = await measureBlocking(engine, dir);
});
afterAll(async () => {
  engine.close();
  await rm(dir, { recursive: true });
});

describe('blocking recall', () => {
  test('counts wrong links whose rightful resident is in the register, over all and by source', () => {
    expect(blocking.sources).toEqual([
      { source: 'all', wrong: 5, suspects: 4, found: 2, recall: 2 / 5 },
      { source: 'cards', wrong: 2, suspects: 2, found: 2, recall: 1 },
      { source: 'accounts', wrong: 3, suspects: 2, found: 0, recall: 0 },
    ]);
  });

  test('tells what each rule found, what only it found, and what its cap cut', () => {
    expect(blocking.rules).toEqual([
      {
        rule: 'household',
        title: { ja: '紐付け先と同じ世帯', en: 'Same household as the linked resident' },
        pairs: 7,
        cut: 0,
        ownersCut: 0,
        sources: {
          all: { found: 1, only: 0 },
          cards: { found: 1, only: 0 },
          accounts: { found: 0, only: 0 },
        },
      },
      {
        rule: 'kana-alone',
        title: { ja: 'カナが記録と一致', en: 'Kana equals the record' },
        pairs: 40,
        cut: 2,
        ownersCut: 1,
        sources: {
          all: { found: 2, only: 1 },
          cards: { found: 2, only: 1 },
          accounts: { found: 0, only: 0 },
        },
      },
    ]);
  });

  test('lists whom every rule missed, with the reason', () => {
    expect(blocking.missed.causes).toEqual({ 'not-suspected': 1, 'no-rule': 1, cut: 1 });
    expect(
      blocking.missed.links.map(({ record_id, true_resident_id, why, cut_by }) => [
        record_id,
        true_resident_id,
        why,
        cut_by,
      ]),
    ).toEqual([
      ['a0', 'R3', 'cut', ['kana-alone']],
      ['a1', 'R4', 'not-suspected', []],
      ['a2', 'R5', 'no-rule', []],
    ]);
  });

  test('says so in one line', () => {
    expect(blockingLine(blocking).en).toBe(
      'Blocking: the rightful resident was among the rivals of 2 of 5 wrong links (40.0 %); 1 not searched, 1 found by no rule, 1 cut by a cap',
    );
  });
});

test('without working data there is nothing to read', async () => {
  const other = await openDuckDb();
  expect(await openWorkTables(other, join(dir, 'nowhere'))).toBe(false);
  other.close();
});
