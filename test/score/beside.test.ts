import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { besideRates, makeBeside } from '../../src/score/beside.js';

it('marks links whose resident has another one two rows or half an hour away, in the same source', async () => {
  const engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE links AS SELECT * FROM (VALUES
      (0, 0, 0, 10, 'T1', 1000), (2, 0, 0, 10, 'T2', 90000),   -- two rows apart
      (5, 0, 0, 11, 'T1', 5000), (50, 0, 0, 11, 'T1', 6800),   -- half an hour apart at one terminal
      (7, 0, 0, 12, 'T1', 20000), (60, 0, 0, 12, 'T1', 21801), -- a second more
      (20, 0, 0, 13, 'T1', 0), (21, 0, 1, 13, 'T2', 0),        -- neighbouring keys, but in two files
      (30, 0, 0, 14, NULL, 1), (31, 1, 0, 14, NULL, 1),        -- one in each source
      (40, 0, 0, NULL, 'T1', 1), (41, 0, 0, NULL, 'T1', 1)) t(lid, src, file, rid, terminal, ts)`);
  await makeBeside(engine);
  expect(await engine.rows('SELECT lid FROM beside ORDER BY lid')).toEqual([
    { lid: 0 },
    { lid: 2 },
    { lid: 5 },
    { lid: 50 },
  ]);
  // 11 links, four of them so; one link; a source without any.
  expect(await besideRates(engine, 3)).toEqual([4.5 / 12, 0.5 / 2, 0.5]);
  engine.close();
});
