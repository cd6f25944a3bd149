import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { commonness, frequencyJoins, makeFrequencies } from '../../src/score/frequencies.js';

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES
      (0, 'サトウ', 'ハナコ', '佐藤', '花子'),
      (1, 'サトウ', 'ケン', '佐東', '健'),
      (2, 'スズキ', 'ケン', '鈴木', '賢'),
      (3, 'ユキ', NULL, NULL, NULL)) t(rid, kf, kg, nf, ng);
    CREATE TABLE records AS SELECT * FROM (VALUES (0, NULL, NULL), (1, '佐東', '健'), (3, '雪', NULL)) t(rid, nf, ng);
    CREATE TABLE heard AS SELECT * FROM (VALUES (5, 2, 'サトウ', '鈴木', 0.5, 'ケン', '賢', 0.1, NULL)) t(lid, rid, family_kana, family_written,
      family_chance, given_kana, given_written, given_chance, given_half)`);
});
afterEach(() => engine.close());

const relative = (table: string) =>
  engine.rows(`SELECT name, share, round(relative, 6) AS relative FROM frequency_${table} ORDER BY name`);

describe('makeFrequencies', () => {
  it('gives shares, and how they compare with the chance that two residents share a name', async () => {
    await makeFrequencies(engine);
    // Two share サトウ with chance (2² + 1 + 1) / 4² = 3/8: 1/2 is 4/3 of it, 1/4 is 2/3.
    expect(await relative('kf')).toEqual([
      { name: 'サトウ', share: 0.5, relative: 1.333333 },
      { name: 'スズキ', share: 0.25, relative: 0.666667 },
      { name: 'ユキ', share: 0.25, relative: 0.666667 },
    ]);
    // Of three with a kana: (1 + 2²) / 3² = 5/9; 1/3 is 3/5 of it, 2/3 is 6/5.
    expect(await relative('kg')).toEqual([
      { name: 'ケン', share: 2 / 3, relative: 1.2 },
      { name: 'ハナコ', share: 1 / 3, relative: 0.6 },
    ]);
  });

  it('lets every name count as average where names are not counted', async () => {
    await makeFrequencies(engine, { counted: false });
    for (const table of ['kf', 'kg', 'nf', 'ng']) expect(await relative(table)).toEqual([]);
  });
});

describe('commonness', () => {
  it('goes by writing where both have it, else by kana, else is unknown', async () => {
    await makeFrequencies(engine);
    const rows = await engine.rows(`
      SELECT r.rid, ${commonness('share', 's', 'r')} FROM records s JOIN residents r USING (rid)
      ${frequencyJoins('r.rid')} ORDER BY r.rid`);
    expect(rows).toEqual([
      { rid: 0, family_share: 0.5, given_share: 1 / 3 },
      { rid: 1, family_share: 1 / 3, given_share: 1 / 3 },
      { rid: 3, family_share: 0.25, given_share: null },
    ]);
  });

  it('takes what is known by its sound alone as P(kana) / P(kana | kanji), against the chance that two have one kana', async () => {
    await makeFrequencies(engine);
    const [row] = await engine.rows<{ family_relative: number; given_relative: number }>(`
      SELECT ${commonness('relative', 's', 'r')} FROM (SELECT 5 AS lid, 2 AS rid, NULL AS nf, NULL AS ng) s
      JOIN residents r USING (rid) ${frequencyJoins('s.lid')}`);
    // Half bear サトウ, half of those with these kanji read them so, two residents share a kana in 3/8: (1/2) / (1/2) / (3/8).
    expect(row!.family_relative).toBeCloseTo(8 / 3, 9);
    // Two of three are ケン, a tenth reads 賢 so, two residents share a kana in 5/9: (2/3) / (1/10) / (5/9).
    expect(row!.given_relative).toBeCloseTo(12, 9);
  });
});
