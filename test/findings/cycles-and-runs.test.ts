import { describe, expect, it } from 'vitest';
import { findCycles, findRuns, type WrongLink } from '../../src/findings/cycles-and-runs.js';

const link = (
  lid: number,
  rid: number,
  owner: number | null,
  shift: number | null = null,
  src = 0,
): WrongLink => ({
  lid,
  src,
  rid,
  owner,
  shift,
});

describe('findCycles', () => {
  it.each([
    ['two links crosswise', [link(1, 10, 20), link(2, 20, 10)], [1, 2]],
    ['a ring of three', [link(1, 10, 20), link(2, 20, 30), link(3, 30, 10)], [1, 2, 3]],
    ['a chain that does not close', [link(1, 10, 20), link(2, 20, 30)], []],
    ['crosswise, but in two sources', [link(1, 10, 20), link(2, 20, 10, null, 1)], []],
    ['an owner who is nobody', [link(1, 10, null), link(2, 20, 10)], []],
    ['a tail that leads into a ring', [link(1, 10, 20), link(2, 20, 30), link(3, 30, 20)], [2, 3]],
  ])('%s', (_, links, members) => {
    expect([...findCycles(links).keys()].sort()).toEqual(members);
  });

  it('tells how long a ring is and which it is', () => {
    const cycles = findCycles([link(7, 10, 20), link(4, 20, 30), link(9, 30, 10)]);
    expect(cycles.get(9)).toEqual({ id: 4, length: 3 });
  });
});

describe('findRuns', () => {
  it.each([
    ['three rows in one direction', [link(1, 0, 0, 1), link(2, 0, 0, 1), link(3, 0, 0, 1)], [1, 2, 3]],
    [
      'one row in between that fits anyhow',
      [link(1, 0, 0, 1), link(3, 0, 0, 1), link(4, 0, 0, 1)],
      [1, 3, 4],
    ],
    [
      'the row at the end, whose own resident is nowhere near',
      [link(1, 0, 0, 1), link(2, 0, 0, 1), link(3, 0, 0)],
      [1, 2, 3],
    ],
    ['two rows only', [link(1, 0, 0, 1), link(2, 0, 0, 1)], []],
    ['neighbours swapped: two directions', [link(1, 0, 0, 1), link(2, 0, 0, -1), link(3, 0, 0, 1)], []],
    ['a gap', [link(1, 0, 0, -1), link(2, 0, 0, -1), link(9, 0, 0, -1)], []],
    ['two runs of two', [link(1, 0, 0, 1), link(2, 0, 0, 1), link(8, 0, 0, 1), link(9, 0, 0, 1)], []],
  ])('%s', (_, links, members) => {
    expect([...findRuns(links).keys()].sort((a, b) => a - b)).toEqual(members);
  });
});
