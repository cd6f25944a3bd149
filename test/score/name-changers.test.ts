import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { withDifferences } from '../../src/score/differences.js';
import { changersOf, makeNameChangers, nameChange, nameChangeJoin } from '../../src/score/name-changers.js';
import { weight } from '../../src/score/suspect-weights.js';
import { COMPARISONS, LEVEL_COLUMNS, placeOf } from '../../src/verify/comparisons/index.js';
import { levelCodes } from '../verify/level-codes.js';

/** Half men, half women, of two decades each. */
const PEOPLE = [
  { sex: 1, decade: 196, n: 250 },
  { sex: 1, decade: 198, n: 250 },
  { sex: 2, decade: 196, n: 250 },
  { sex: 2, decade: 198, n: 250 },
];
const ratio = (changed: Parameters<typeof changersOf>[1], sex: number, decade: number) =>
  changersOf(PEOPLE, changed).find((row) => row.sex === sex && row.decade === decade)!.relative;

describe('changersOf', () => {
  it('believes statistics where the run shows nobody: nine in ten are women, of any age', () => {
    // A quarter of all are women of a decade; of the changed 0.9 / 2 are: (1/4) / 0.45.
    expect(ratio([], 2, 196)).toBeCloseTo(0.25 / 0.45, 12);
    expect(ratio([], 2, 198)).toBeCloseTo(0.25 / 0.45, 12);
    // Of men: (1/4) / (0.1 / 2) = 5.
    expect(ratio([], 1, 196)).toBeCloseTo(5, 12);
  });

  it('learns the sex and the generation from who was seen to', () => {
    const changed = [{ sex: 2, decade: 198, n: 180 }];
    // By sex (180 + 18) / 200 = 0.99; by age (180 + 20 / 2) / 200 = 0.95.
    expect(ratio(changed, 2, 198)).toBeCloseTo(0.25 / (0.99 * 0.95), 12);
  });

  it('holds age against nobody: an account may bear the name of forty years ago', () => {
    const changed = [{ sex: 2, decade: 198, n: 180 }];
    expect(ratio(changed, 2, 196)).toBeCloseTo(0.25 / (0.99 * 0.5), 12);
  });

  it('learns of a town where men change it as often', () => {
    const changed = [
      { sex: 1, decade: 198, n: 500 },
      { sex: 2, decade: 198, n: 500 },
    ];
    // By sex (500 + 2) / 1020; by age (500 + 10) / 520.
    expect(ratio(changed, 1, 198)).toBeCloseTo(0.25 / ((502 / 1020) * (510 / 520)), 12);
  });

  it('says three bits at most', () => {
    const changed = [{ sex: 2, decade: 198, n: 100_000 }];
    expect(ratio(changed, 1, 196)).toBe(8);
    const rare = changersOf([...PEOPLE, { sex: 2, decade: 200, n: 1 }], [{ sex: 2, decade: 200, n: 500 }]);
    expect(rare.at(-1)!.relative).toBe(1 / 8);
  });

  it('has a row for everybody, and none for nobody', () => {
    expect(changersOf(PEOPLE, [])).toHaveLength(4);
    expect(changersOf([], [{ sex: 2, decade: 198, n: 1 }])).toEqual([]);
  });
});

describe('in a run', () => {
  let engine: Engine;
  /** Levels of a pair: resident, family, given, birth date. */
  const PAIRS = [
    ['changed: counts', 0, 'different', 'exact', 'exact'],
    ['the kanji do not read so', 1, 'reading_differs', 'kana', 'exact'],
    ['nothing changed', 2, 'exact', 'exact', 'exact'],
    ['another given name: somebody else', 3, 'different', 'different', 'exact'],
    ['no birth date to say that it is the same person', 4, 'different', 'kana', 'missing'],
    ['Latin letters tell no family name', 5, 'latin_other', 'exact', 'exact'],
    ['sex unknown', 6, 'different', 'exact', 'exact'],
    ['birth date unknown', 7, 'different', 'exact', 'exact'],
  ] as const;
  beforeAll(async () => {
    engine = await openDuckDb();
    const row = ([, rid, family, given, birth_date]: (typeof PAIRS)[number]) =>
      `(${[rid, rid, ...levelCodes({ family, given, birth_date })].join(', ')})`;
    await engine.run(`
      CREATE TABLE levels AS SELECT * FROM (VALUES ${PAIRS.map(row).join(', ')}) t(lid, rid, ${LEVEL_COLUMNS.join(', ')});
      CREATE TABLE residents AS SELECT i AS rid, CASE WHEN i = 6 THEN 0 WHEN i < 5 THEN 2 ELSE 1 END AS sex_code,
        CASE WHEN i = 7 THEN NULL ELSE 19850401 END AS dob FROM range(8) r(i)`);
  });
  afterAll(() => engine.close());

  const asked = () =>
    engine.rows<{ name_change: number | null }>(
      `SELECT ${nameChange('v')} FROM levels v JOIN residents r ON r.rid = v.rid ${nameChangeJoin('r')} ORDER BY v.lid`,
    );

  it('counts those whose given name and birth date agree, and asks of all whose given name does', async () => {
    await makeNameChangers(engine);
    const expected = changersOf(
      [
        { sex: 1, decade: 198, n: 1 },
        { sex: 2, decade: 198, n: 5 },
      ],
      [{ sex: 2, decade: 198, n: 2 }],
    );
    expect(await engine.rows('SELECT * FROM name_changers ORDER BY sex')).toEqual(expected);
    const women = expected[1]!.relative;
    expect((await asked()).map((row) => row.name_change)).toEqual([women, women, null, 1, women, null, 1, 1]);
  });

  it('says nothing of anybody where it is left out', async () => {
    await makeNameChangers(engine, { counted: false });
    expect((await asked()).map((row) => row.name_change)).toEqual([1, 1, null, 1, 1, null, 1, 1]);
  });
});

describe('weight of a changed family name', () => {
  const family = placeOf('family');
  const table = (value: number) => COMPARISONS.map(({ levels }) => levels.map(() => value));
  const code = (id: string) => COMPARISONS[family]!.levels.findIndex((level) => level.id === id);
  const bits = (id: string, change: number | null) =>
    weight(
      { m: table(1 / 64), u: table(1), unexplained: 1e-7 },
      family,
      code(id),
      withDifferences(
        COMPARISONS.map(() => 2),
        { name_change: change, half_read: null },
      )[family]!,
    );

  it('is by as much less as others change it oftener', () => {
    expect(bits('different', 1)).toBe(-6);
    expect(bits('different', 1 / 4)).toBe(-4);
    expect(bits('different', 8)).toBe(-9);
    expect(bits('reading_differs', 1 / 2)).toBe(-5);
  });

  it('never speaks for anybody', () => {
    const u = table(1 / 128);
    expect(weight({ m: table(1 / 64), u, unexplained: 1e-7 }, family, code('different'), 1 / 8)).toBe(0);
  });

  it('leaves names that agree, and those in Latin letters, as they are', () => {
    expect(bits('exact', null)).toBe(-7);
    expect(bits('latin_other', null)).toBe(-6);
  });
});
