import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.js';
import type { Engine } from '../../../src/engine/engine.js';
import { DUPLICATE_PAIRS, makeDuplicatePairs } from '../../../src/findings/duplicates/pairs.js';
import { houseNumbers } from '../../../src/prepare/house-numbers.js';

describe('makeDuplicatePairs', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckDb();
    await engine.run(`
      CREATE TABLE namesakes AS SELECT * FROM (VALUES (0, 1), (1, 0)) t(rid, other);
      CREATE TABLE residents AS SELECT * FROM (VALUES
        (0, 1, 'H0', 'a0', NULL, 'ハナコ', '花子', 19800505),
        (1, 2, 'H1', 'a1', NULL, 'ハナコ', '花子', 19800505),
        (2, 3, 'H2', 'a2', NULL, 'ケン', '健', 19700101),
        (3, 4, 'H2', 'a3', NULL, 'ケンイチ', '健', 19710101),   -- household and kanji
        (4, 5, 'H4', 'a2', NULL, 'ケン', '賢', 19720101),       -- address and kana of 2
        (5, 6, 'H5', 'a5', NULL, 'ミオ', '澪', 20100101),
        (6, 7, 'H6', 'a5', NULL, 'リオ', '莉緒', 20100101),     -- address and date of 5
        (7, 7, 'H7', 'a7', NULL, 'ジロウ', '次郎', 19500101),   -- number of 6
        (8, NULL, NULL, NULL, NULL, 'ジロウ', '次郎', 19500101),
        (9, NULL, NULL, NULL, NULL, 'ジロウ', '次郎', 19500101),
        (10, 8, 'H10', '元町一丁目２番地3', NULL, 'サキ', '咲', 19900101),
        (11, 9, 'H11', '本町四丁目5番', '元町1-2-3', 'サキ', '咲', 19900101),   -- the address before, written otherwise
        (12, 10, 'H12', 'a12', NULL, NULL, NULL, 19600101),
        (13, 11, 'H12', 'a13', NULL, NULL, NULL, 19600102),                   -- household and a name without separator
        (14, 12, 'H12', 'a14', NULL, NULL, NULL, 19610101)
      ) t(rid, "number", household_id, address, previous_address, kg, ng, dob);
      -- A home of 30 people with one default date of birth: no pairs.
      INSERT INTO residents SELECT 100 + i, 1000 + i, 'H' || (100 + i), 'home 1', NULL, 'カナ' || i, '名' || i, 19000101 FROM range(30) r(i);
      ALTER TABLE residents ADD COLUMN house VARCHAR;
      UPDATE residents SET house = ${houseNumbers('address')};
      ALTER TABLE residents ADD COLUMN kw VARCHAR;
      ALTER TABLE residents ADD COLUMN nw VARCHAR;
      UPDATE residents SET kw = 'サトウタロウ' WHERE rid = 12;
      UPDATE residents SET kw = 'サトウタロウ', nw = '佐藤太郎' WHERE rid = 13;
      UPDATE residents SET nw = '佐藤太郎' WHERE rid = 14`);
  });
  afterAll(() => engine.close());

  it('pairs namesakes and rows that share a number, or the home and a name or date; each once', async () => {
    await makeDuplicatePairs(engine);
    const pairs = await engine.rows<{ a: number; b: number }>(
      `SELECT a, b FROM ${DUPLICATE_PAIRS} ORDER BY a, b`,
    );
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [2, 3],
      [2, 4],
      [5, 6],
      [6, 7],
      [10, 11],
      [12, 13],
      [13, 14],
    ]);
  });
});
