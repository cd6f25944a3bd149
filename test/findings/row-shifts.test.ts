import { describe, expect, it } from 'vitest';
import { findRowShifts } from '../../src/findings/row-shifts.js';
import { link } from './wrong-link.js';

describe('findRowShifts', () => {
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
    expect([...findRowShifts(links).keys()].sort((a, b) => a - b)).toEqual(members);
  });
});
