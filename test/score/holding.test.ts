import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { holding, holdingWeight, householdHoldingWeight, makeHolders } from '../../src/score/holding.js';
import { smallModel } from './small-model.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT i AS rid FROM range(8) r(i);
    CREATE TABLE links AS SELECT * FROM (VALUES
      (0, 0, 0), (1, 0, 1), (2, 0, 1), (3, 0, 2), (4, 0, NULL), (5, 1, 3), (6, 1, 0)) t(lid, src, rid);
    CREATE TABLE suspects AS SELECT * FROM links WHERE lid IN (3, 6);
    CREATE TABLE rivals AS SELECT * FROM (VALUES (3, 1), (3, 4), (6, 3)) t(lid, rid)`);
});
afterAll(() => engine.close());

describe('makeHolders', () => {
  it('names suspects and rivals who have another record that nobody doubts, by source', async () => {
    await makeHolders(engine);
    const rows = await engine.rows<{ src: number; rid: number }>(
      'SELECT src, rid FROM holders ORDER BY src, rid',
    );
    // 2 has a doubted record only; 4 has none; 0 holds card 0.
    expect(rows).toEqual([
      { src: 0, rid: 0 },
      { src: 0, rid: 1 },
      { src: 1, rid: 3 },
    ]);
  });
});

describe('holding', () => {
  it('counts who has a record of the source, and who has two, with one more of each', async () => {
    // Residents 0, 1 and 2 of 8 have one of source 0; 1 has two.
    expect(await holding(engine, 0)).toEqual({ coverage: 4 / 10, repeats: 2 / 5 });
    expect(await holding(engine, 1)).toEqual({ coverage: 3 / 10, repeats: 1 / 4 });
  });

  it('never takes it for granted that everybody has one', async () => {
    await engine.run(`INSERT INTO links SELECT 1000 + i, 2, i % 8 FROM range(8) r(i)`);
    expect((await holding(engine, 2)).coverage).toBe(0.9);
  });
});

describe('holdingWeight', () => {
  it.each([
    [true, 0.8, 0.1, -3],
    [false, 0.875, 0.5, 2],
    [true, 0.1, 0.5, 0],
    [false, 0.1, 0.5, 0],
  ])('holds %s, coverage %d, repeats %d: %d bits', (holds, coverage, repeats, bits) => {
    expect(holdingWeight(holds, smallModel({ coverage, repeats }))).toBeCloseTo(bits, 12);
  });
});

describe('householdHoldingWeight', () => {
  it.each([
    // As often as wrong links within households are of somebody who has a record: 0.25 of them against 0.5 of all residents.
    [true, 0.25, 0.001, -1],
    [false, 0.75, 0.001, -0],
    [false, 0.5, 0.001, 0],
    // Never less than of anybody.
    [true, 0.01, 0.125, -2],
    // A frozen model of an earlier version does not say: one in ten.
    [true, undefined, 0.001, Math.log2(0.1 / 0.5)],
  ])('holds %s, of households %d, repeats %d: %d bits', (holds, householdHolds, repeats, bits) => {
    const source = smallModel({
      coverage: 0.5,
      repeats,
      ...(householdHolds === undefined ? {} : { householdHolds }),
    });
    expect(householdHoldingWeight(holds, source)).toBeCloseTo(bits, 12);
  });
});
