import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { differences, withDifferences } from '../../src/score/differences.js';
import { weight } from '../../src/score/suspect-weights.js';
import { COMPARISONS, LEVEL_COLUMNS, placeOf } from '../../src/verify/comparisons/index.js';
import { levelCodes } from '../verify/level-codes.js';

const [FAMILY, GIVEN] = [placeOf('family'), placeOf('given')];

/** Levels of family and given name, what is known of the kana, and what multiplies u of the given name. */
const CASES: readonly (readonly [string, string, string, number | null, number | null])[] = [
  ['half of the kanji read so', 'reading', 'reading_differs', 4, 0.25],
  ['none does', 'reading', 'reading_differs', 0.125, 8],
  ['nothing is known: both have kana', 'exact', 'reading_differs', null, 1],
  ['the kanji read so', 'reading', 'reading', null, null],
  ['both written, and another', 'exact', 'different', null, null],
  ['Latin letters', 'reading', 'latin_differs', null, null],
];

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  const rows = CASES.map(([, family, given, half], i) => {
    const codes = levelCodes({ family, given });
    return `(${i}, ${codes.join(', ')}, ${half ?? 'NULL'})`;
  });
  await engine.run(`
    CREATE TABLE pairs AS SELECT * FROM (VALUES ${rows.join(', ')}) t(pair, ${LEVEL_COLUMNS.join(', ')}, half);
    CREATE TABLE heard AS SELECT pair, CAST(half AS DOUBLE) AS given_half FROM pairs;
    CREATE TABLE name_changers AS SELECT 0.5 AS relative`);
});
afterAll(() => engine.close());

describe('differences', () => {
  it.each(CASES.map((one, i) => [one[0], one[4], i] as const))('%s: u times %s', async (_, expected, i) => {
    const [row] = await engine.rows<{ half_read: number | null }>(`
      SELECT ${differences('p')} FROM pairs p JOIN heard USING (pair) CROSS JOIN name_changers WHERE pair = ${i}`);
    expect(row!.half_read).toBe(expected);
  });
});

describe('withDifferences', () => {
  const common = COMPARISONS.map(() => 3);
  it('leaves how common a name is where nothing differs', () => {
    expect(withDifferences(common, { name_change: null, half_read: null })).toEqual(common);
  });

  it('says of each name what its own difference says', () => {
    const said = withDifferences(common, { name_change: 2, half_read: 0.25 });
    expect([said[FAMILY], said[GIVEN]]).toEqual([2, 0.25]);
    expect(said.filter((value) => value === 3)).toHaveLength(COMPARISONS.length - 2);
  });
});

describe('weight of a given name whose kana its kanji do not read', () => {
  const table = (value: number) => COMPARISONS.map(({ levels }) => levels.map(() => value));
  const code = (id: string) => COMPARISONS[GIVEN]!.levels.findIndex((level) => level.id === id);
  const bits = (id: string, relative: number | null) =>
    weight({ m: table(1 / 64), u: table(1), unexplained: 1e-7 }, GIVEN, code(id), relative);

  it('is two bits less against the bearer where half is read, and more where none is', () => {
    expect(bits('reading_differs', 1 / 4)).toBe(-4);
    expect(bits('reading_differs', 8)).toBe(-9);
    expect(bits('reading_differs', 1)).toBe(-6);
  });

  it('never speaks for anybody', () => {
    expect(bits('reading_differs', 1 / 1024)).toBe(0);
  });

  it('is that of the level where both have kana, or another script', () => {
    expect(bits('different', null)).toBe(-6);
    expect(bits('latin_differs', null)).toBe(-6);
  });
});
