import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DUCKDB } from '../../../src/engine/dialect.js';
import { openDuckDb } from '../../../src/engine/duckdb.js';
import { OPEN } from '../../../src/verify/comparison.js';
import comparison, { compareDates } from '../../../src/verify/comparisons/birth-date.js';

const level = (a: number, b: number) => comparison.levels[compareDates(a, b)]?.id;

test.each<[number, number, string]>([
  [19750302, 19750302, 'exact'],
  [19750229, 19750229, 'exact'],
  [19750302, 0, 'missing'],
  [0, 0, 'missing'],
  // nothing known on both sides
  [19750000, 302, 'missing'],
  // equal, but not wholly known
  [19750300, 19750300, 'same_parts'],
  [19750302, 19750300, 'compatible'],
  [19750302, 19750000, 'compatible'],
  [19750302, 302, 'compatible'],
  [19750300, 19750002, 'compatible'],
  // an unknown day does not hide a month that differs
  [19750300, 19750800, 'one_digit'],
  [19750300, 19811200, 'different'],
  // invented by a downstream system
  [19750302, 19750101, 'default_day'],
  [19750302, 19750301, 'default_day'],
  [19751231, 19750101, 'default_day'],
  [19750302, 19750401, 'two_parts'],
  [19750702, 19760101, 'different'],
  [19750302, 19750203, 'day_month_swapped'],
  [19751203, 19750312, 'day_month_swapped'],
  [19750302, 19760203, 'different'],
  // 昭和50年 as 平成50年, 大正10年 as 昭和10年, 平成5年 as 令和5年
  [19750302, 20380302, 'era_slip'],
  [19211103, 19351103, 'era_slip'],
  [19930405, 20230405, 'era_slip'],
  [19930405, 20230406, 'different'],
  [19750302, 19850302, 'one_digit'],
  [19750302, 19750303, 'one_digit'],
  [19750302, 19750320, 'one_digit'],
  [19750302, 19570302, 'one_digit'],
  [19751012, 19750112, 'one_digit'],
  [19751012, 19750121, 'different'],
  // one digit of the year of the era: 平成4年 and 14年, 昭和38年 and 33年, 昭和50年 and 5年, 大正3年 and 13年
  [19920228, 20020228, 'one_digit'],
  [19630302, 19580302, 'one_digit'],
  [19750302, 19300302, 'one_digit'],
  [19140908, 19240908, 'one_digit'],
  // neither: 昭和45年 and 58年, two eras, and a day that differs too
  [19700302, 19830302, 'two_parts'],
  [19850302, 19900302, 'two_parts'],
  [19920228, 20020227, 'different'],
  [19750302, 19860302, 'two_parts'],
  [19751202, 19750302, 'two_parts'],
  [19750313, 19750324, 'two_parts'],
  [19750313, 19860424, 'different'],
  // off by one in two parts: a date that was miscounted
  [19850815, 19860816, 'two_parts'],
  // A day off, over the end of a month; 29 February of a common year.
  [19750228, 19750301, 'two_parts'],
  [20200229, 20200301, 'two_parts'],
  [19750229, 19750301, 'two_parts'],
  [19750331, 19750401, 'two_parts'],
  [19750228, 19750302, 'different'],
  [19750330, 19750401, 'different'],
  [19730312, 19740311, 'two_parts'],
  [20010930, 20000929, 'two_parts'],
  [19640417, 19650517, 'two_parts'],
  [19990628, 19980528, 'two_parts'],
  [19550719, 19550820, 'two_parts'],
  [19871105, 19871206, 'two_parts'],
  // in all three, by more, or where a part is not known
  [19850815, 19860916, 'different'],
  [19850815, 19870816, 'different'],
  [19730312, 19740314, 'different'],
  [19730312, 19760313, 'different'],
  [19640417, 19660517, 'different'],
  [19991231, 20000101, 'different'],
  [19550719, 19550921, 'different'],
  [19850800, 19860900, 'different'],
])('%i and %i: %s', (a, b, expected) => {
  expect(level(a, b)).toBe(expected);
  expect(level(b, a)).toBe(expected);
});

describe('properties', () => {
  const part = (max: number) => fc.integer({ min: 0, max });
  const key = fc
    .tuple(fc.oneof(fc.constant(0), fc.integer({ min: 1868, max: 2030 })), part(12), part(31))
    .map(([year, month, day]) => year * 10_000 + month * 100 + day);
  test('symmetric, and always a level of the comparison', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const code = compareDates(a, b);
        expect(code).toBe(compareDates(b, a));
        expect(comparison.levels[code]).toBeDefined();
      }),
      { numRuns: 5000 },
    );
  });
  test('exact only where both sides are wholly known and equal', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const known = Math.trunc(a / 10_000) > 0 && Math.trunc(a / 100) % 100 > 0 && a % 100 > 0;
        expect(level(a, b) === 'exact').toBe(a === b && known);
        expect(level(a, a)).toBe(known ? 'exact' : a === 0 ? 'missing' : 'same_parts');
      }),
    );
  });
  test('what SQL settles is what TypeScript would say, dates of strangers too', async () => {
    const near = fc.tuple(key, part(9), fc.constantFrom(1, 10, 100, 1000, 10_000, 100_000)).map(
      // Dates that are a digit or two apart, and some that are none.
      ([a, digit, place]) => [a, a + (digit - 4) * place * 1.1] as const,
    );
    const pairs = fc.sample(fc.oneof(fc.tuple(key, key), near), { numRuns: 20_000, seed: 4 });
    const rows = pairs.map(([a, b]) => [Math.trunc(a), Math.max(0, Math.trunc(b))] as const);
    const engine = await openDuckDb();
    const codes = await engine.rows<{ code: number }>(`
      SELECT ${comparison.by.settle('l', 'r', DUCKDB)} AS code
      FROM (SELECT unnest([${rows.map(([a]) => a)}]) AS dob, generate_subscripts([${rows.map(([a]) => a)}], 1) AS n) l
      JOIN (SELECT unnest([${rows.map(([, b]) => b)}]) AS dob, generate_subscripts([${rows.map(([, b]) => b)}], 1) AS n) r ON r.n = l.n
      ORDER BY l.n`);
    engine.close();
    const differing = rows.filter(
      ([a, b], i) => codes[i]!.code !== OPEN && codes[i]!.code !== compareDates(a, b),
    );
    expect(codes).toHaveLength(rows.length);
    expect(differing).toEqual([]);
    const settled = (id: string) => codes.filter(({ code }) => comparison.levels[code]?.id === id).length;
    expect(settled('different')).toBeGreaterThan(rows.length / 20);
  });
  test('first estimates of m sum to one', () => {
    expect(comparison.levels.reduce((sum, each) => sum + each.m, 0)).toBeCloseTo(1, 9);
  });
});
