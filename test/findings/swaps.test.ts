import { describe, expect, it } from 'vitest';
import { findSwaps } from '../../src/findings/swaps.js';
import { link } from './wrong-link.js';

describe('findSwaps', () => {
  it.each([
    ['two links crosswise', [link(1, 10, 20), link(2, 20, 10)], [1, 2]],
    ['a ring of three', [link(1, 10, 20), link(2, 20, 30), link(3, 30, 10)], [1, 2, 3]],
    ['a chain that does not close', [link(1, 10, 20), link(2, 20, 30)], []],
    ['crosswise, but in two sources', [link(1, 10, 20), link(2, 20, 10, null, 1)], []],
    ['an owner who is nobody', [link(1, 10, null), link(2, 20, 10)], []],
    ['a tail that leads into a ring', [link(1, 10, 20), link(2, 20, 30), link(3, 30, 20)], [2, 3]],
    ['one of whom has another wrong link', [link(1, 10, 20), link(2, 20, 30), link(3, 20, 10)], [1, 3]],
    ['each of whom has', [link(1, 10, 40), link(2, 10, 20), link(3, 20, 50), link(4, 20, 10)], [2, 4]],
    ['two on one half: one of them is it', [link(1, 10, 20), link(2, 20, 10), link(3, 10, 20)], [1, 2]],
  ])('%s', (_, links, members) => {
    expect([...findSwaps(links).keys()].sort()).toEqual(members);
  });

  it('tells how long a ring is and which it is', () => {
    const swaps = findSwaps([link(7, 10, 20), link(4, 20, 30), link(9, 30, 10)]);
    expect(swaps.get(9)).toEqual({ id: 4, length: 3 });
  });
});
