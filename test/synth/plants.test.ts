import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { findNamesakes } from '../../src/synth/plants.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

it('finds the namesakes that chance made: one name, sex and day, Japanese, of the register, in no pair yet', async () => {
  await engine.run(`
    CREATE TABLE family_name AS SELECT * FROM (VALUES (1, 'サトウ'), (2, 'サトウ'), (3, 'スズキ')) t(id, kana);
    CREATE TABLE given_name AS SELECT * FROM (VALUES (1, 'アイ'), (2, 'ケン')) t(id, kana);
    CREATE TABLE people AS SELECT * FROM (VALUES
      (10, 1, 1, 2, DATE '1990-01-01', 0, false), (11, 2, 1, 2, DATE '1990-01-01', 0, false), -- in two spellings
      (12, 1, 1, 2, DATE '1990-01-02', 0, false), (13, 1, 1, 1, DATE '1990-01-01', 0, false), -- another day, another sex
      (14, 3, 2, 1, DATE '1980-05-05', 0, false), (15, 3, 2, 1, DATE '1980-05-05', 0, true), -- not of the register
      (16, 3, 2, 1, DATE '1980-05-06', 1, false), (17, 3, 2, 1, DATE '1980-05-06', 1, false), -- foreign
      (20, 3, 1, 2, DATE '1970-07-07', 0, false), (21, 3, 1, 2, DATE '1970-07-07', 0, false), (22, 3, 1, 2, DATE '1970-07-07', 0, false),
      (30, 1, 2, 1, DATE '1960-06-06', 0, false), (31, 1, 2, 1, DATE '1960-06-06', 0, false), -- planted
      (40, 3, 2, 1, DATE '1950-06-06', 0, false), (41, 3, 2, 1, DATE '1950-06-06', 0, false), -- one person twice
      (50, 1, 1, 2, DATE '2001-01-01', 0, false), (51, 1, 1, 2, DATE '2001-01-01', 0, false) -- twins
    ) t(pid, family_id, given_id, sex, birth, nation, outsider);
    ALTER TABLE people ADD COLUMN hid INTEGER; UPDATE people SET hid = CASE WHEN pid >= 50 THEN 50 ELSE pid END;
    CREATE TABLE namesakes AS SELECT 7 AS n, 30 AS a, 31 AS b;
    CREATE TABLE duplicates AS SELECT 1 AS n, 40 AS a, 41 AS b`);
  await findNamesakes(engine);
  expect(await engine.rows('SELECT CAST(n AS INTEGER) AS n, a, b FROM namesakes ORDER BY n')).toEqual([
    { n: 7, a: 30, b: 31 },
    { n: 8, a: 10, b: 11 },
    { n: 9, a: 20, b: 21 },
  ]);
});
