import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { readClusters, readGatherings } from '../../src/findings/clusters.js';
import { makeClusters, makeNoClusters } from '../../src/score/clusters.js';

/**
 * 20,000 links of 20 terminals, 1,000 each. Two in ten are suspects; wrong are 20 of terminal T7 (links 7,
 * 207 … 3807) and twelve more, four each of T9, T17 and T19.
 */
let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE links AS SELECT i AS lid, 0 AS src, i AS rid, NULL::VARCHAR AS serial, 'T' || (i % 20) AS terminal,
      NULL::VARCHAR AS operator, NULL::BIGINT AS ts, NULL::VARCHAR AS lookup FROM range(20000) r(i);
    CREATE TABLE suspects AS SELECT * FROM links WHERE lid % 10 IN (7, 9);
    CREATE TABLE suspect_verdicts AS SELECT lid,
      CASE WHEN (lid % 200 = 7 AND lid < 4000) OR lid % 6000 IN (9, 17, 19) THEN 0.9 ELSE 0.1 END AS probability FROM suspects;
    CREATE TABLE verdicts AS SELECT l.lid, l.src,
      CASE WHEN v.probability > 0.5 THEN 'C' ELSE 'A' END AS grade
      FROM links l LEFT JOIN suspect_verdicts v ON v.lid = l.lid`);
});
afterEach(() => engine.close());

it('names the terminal with far more wrong links than the rest, and no other', async () => {
  await makeClusters(engine, 0.5);
  const clusters = await readClusters(engine, ['accounts']);
  expect(clusters).toEqual([{ item: 'terminal', source: 'accounts', value: 'T7', links: 1000, C: 20 }]);
  const places = await readGatherings(engine, clusters);
  expect([...places.keys()].every((lid) => lid % 20 === 7)).toBe(true);
  expect(places.size).toBe(1000);
});

it('judges a link by the other links of its place', async () => {
  await makeClusters(engine, 0.5);
  const clusters = await readClusters(engine, ['accounts']);
  const rate = async (lid: number) => (await readGatherings(engine, clusters, lid)).get(lid)![0]!.rate;
  // By hand: 32 of 20,000 are wrong, so 20 links' worth of the source add 0.032; a wrong link leaves 19 others.
  expect(await rate(27)).toBeCloseTo((20 + 0.032) / (999 + 20), 12);
  expect(await rate(7)).toBeCloseTo((19 + 0.032) / (999 + 20), 12);
});

it('starts without clusters', async () => {
  await makeNoClusters(engine);
  expect(await readClusters(engine, ['accounts'])).toEqual([]);
  expect(await readGatherings(engine, [])).toEqual(new Map());
});
