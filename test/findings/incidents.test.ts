import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentsOf } from '../../src/findings/incidents.js';

describe('incidentsOf', () => {
  test.each<[string, string[][], number[]]>([
    ['nothing', [], []],
    ['things of no group stand alone', [[], [], []], [0, 1, 2]],
    ['a group is one', [['a'], ['b'], ['a']], [0, 1, 0]],
    ['groups hang together through a member', [['a'], ['b'], ['c'], ['a', 'b']], [0, 0, 2, 0]],
    ['and through several', [['d'], ['a'], ['a', 'b'], ['b', 'c'], ['c', 'd']], [0, 0, 0, 0, 0]],
  ])('%s', (_, groups, expected) => {
    expect(incidentsOf(groups)).toEqual(expected);
  });

  test('whoever shares a group is of one incident, and its first member names it', () => {
    const things = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 2 }));
    fc.assert(
      fc.property(things, (groups) => {
        const incidents = incidentsOf(groups);
        for (const [i, own] of groups.entries()) {
          expect(incidents[incidents[i]!]).toBe(incidents[i]);
          expect(incidents[i]!).toBeLessThanOrEqual(i);
          for (const [j, other] of groups.entries()) {
            if (own.some((group) => other.includes(group))) expect(incidents[j]).toBe(incidents[i]);
          }
        }
        const bare = groups.flatMap((own, i) => (own.length === 0 ? [i] : []));
        expect(bare.map((i) => incidents[i])).toEqual(bare);
      }),
    );
  });
});
