import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicSummary, publicSummaryJson } from '../../src/report/public-summary.js';
import { type Sum, suppressedPlaces } from '../../src/report/suppress.js';
import { sampleResult } from './sample-result.js';

const hiddenOf = (counts: readonly number[], sums: readonly Sum[], threshold = 10) =>
  [...suppressedPlaces(counts, sums, threshold)].sort((a, b) => a - b);

// The first count is the total of the others.
const ONE: readonly Sum[] = [{ total: 0, parts: [1, 2, 3] }];

describe('small counts', () => {
  test.each<[string, number[], number[]]>([
    ['none is small', [90, 40, 30, 20], []],
    ['zeros are told', [40, 40, 0, 0], []],
    ['one is small: the next smallest goes with it', [73, 40, 30, 3], [2, 3]],
    ['two that come to less than the threshold take a third', [47, 40, 4, 3], [1, 2, 3]],
    ['two that come to the threshold are enough', [57, 40, 9, 8], [2, 3]],
    ['the total is small, too: the part that is the total', [3, 0, 0, 3], [0, 3]],
    ['all of a total that is told', [14, 7, 0, 7], [1, 3]],
    ['the sum does not hold, as something of it is told nowhere', [99, 40, 30, 3], [3]],
  ])('%s', (_, counts, expected) => {
    expect(hiddenOf(counts, ONE)).toEqual(expected);
  });

  test('a sum across the table gives none away', () => {
    // Three sources by three causes, their sums, and all: 3 is small; hidden with it are others of its row and its column.
    const table = [
      [3, 40, 30],
      [50, 20, 60],
      [70, 80, 90],
    ];
    const { counts, sums } = withSums(table);
    // 3 and 30 of the first row, 50 and 60 of the second.
    expect(hiddenOf(counts, sums)).toEqual([0, 2, 4, 6]);
  });

  test('nor do the sums of others, where all around a count is hidden or zero', () => {
    // 2 and 1 of the last column are 3 with its sum, and 4 with the 1 of the last row by the sum of all less that of the second row.
    const { counts, sums } = withSums([
      [0, 0, 2],
      [1, 2, 0],
      [1, 0, 1],
    ]);
    expect(canBeOther(counts, sums, suppressedPlaces(counts, sums, 3), 8)).toBe(true);
  });

  test('none can be worked out of any table with its sums', () => {
    const row = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 })), {
      minLength: 3,
      maxLength: 3,
    });
    void fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
        const { counts, sums } = withSums(table);
        const hidden = suppressedPlaces(counts, sums, 3);
        for (const at of hidden) if (counts[at]! < 3 && !canBeOther(counts, sums, hidden, at)) return false;
        return counts.every((count, at) => count === 0 || count >= 3 || hidden.has(at));
      }),
      { numRuns: 150 },
    );
  });
});

/** A table with sums of rows, of columns and of all. */
function withSums(table: readonly (readonly number[])[]) {
  const width = table[0]!.length + 1;
  const add = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0);
  const wide = table.map((row) => [...row, add(row)]);
  const all = [...wide, wide[0]!.map((_, c) => add(wide.map((row) => row[c]!)))];
  const at = (r: number, c: number) => r * width + c;
  const range = [...Array(width - 1).keys()];
  const sums = [
    ...all.map((_, r) => ({ total: at(r, width - 1), parts: range.map((c) => at(r, c)) })),
    ...all[0]!.map((_, c) => ({ total: at(table.length, c), parts: table.map((__, r) => at(r, c)) })),
  ];
  return { counts: all.flat(), sums };
}

/**
 * Whether the count at a place could be another one, by trying: some other whole numbers from 0 in the hidden places keep
 * every sum. Moves along two or more hidden places are tried until the value there has changed.
 */
function canBeOther(
  counts: readonly number[],
  sums: readonly Sum[],
  hidden: ReadonlySet<number>,
  at: number,
): boolean {
  const places = [...hidden].filter((place) => place !== at);
  for (const by of [-1, 1, -2, 2]) {
    const tried = counts.map((count, i) => (i === at ? count + by : count));
    if (tried[at]! >= 0 && settle(tried, sums, places)) return true;
  }
  return false;
}

/** Repairs sums by changing hidden places by one, depth first; each place by three at most. */
function settle(
  counts: readonly number[],
  sums: readonly Sum[],
  places: readonly number[],
  depth = 0,
): boolean {
  const broken = sums.find(
    ({ total, parts }) => counts[total] !== parts.reduce((sum, at) => sum + counts[at]!, 0),
  );
  if (!broken) return true;
  if (depth > 14) return false;
  const { total, parts } = broken;
  const gap = counts[total]! - parts.reduce((sum, at) => sum + counts[at]!, 0);
  return [...parts, total]
    .filter((at) => places.includes(at))
    .some((at) => {
      const value = counts[at]! + (at === total ? -gap : gap);
      const rest = places.filter((place) => place !== at);
      return value >= 0 && settle(counts.with(at, value), sums, rest, depth + 1);
    });
}

test('summary.public.json tells no count from 1 to 9, of no source and no organisation', () => {
  const result = sampleResult();
  const { sources, total, organisations } = publicSummary(result);
  const told = [
    ...[...sources, total].flatMap(({ counts }) => counts),
    ...organisations.flatMap(({ checked, toCheck }) => [checked, toCheck]),
  ];
  expect(told.filter((count) => count !== null && count > 0 && count < 10)).toEqual([]);
  expect(told).toContain(null);
  const json = JSON.parse(publicSummaryJson(result));
  expect(Object.keys(json.sources)).toEqual(Object.keys(result.summary.sources));
  expect(json.total.checked).toBe(total.counts[0]);
});
