import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf, withGroupsOfLink } from '../../src/findings/incident-groups.js';
import { incidentsOf } from '../../src/findings/incidents.js';

describe('groupsOf', () => {
  const shared = 'shared-terminal';
  const base = {
    lid: 1,
    kind: 'wrong-resident',
    source: 'cards',
    isWrong: true,
    cause: null,
    group: null,
    run: undefined,
  };
  const terminal = (value: string) => ({ item: 'terminal', value });
  test.each<[string, Parameters<typeof groupsOf>[0], string[]]>([
    ['one link', { ...base, gatherings: [] }, ['link-1']],
    [
      'the group of its kind',
      { ...base, group: 'cycle-2', gatherings: [] },
      ['link-1', 'wrong-resident-cycle-2'],
    ],
    ['a shifted block', { ...base, run: 0, gatherings: [] }, ['link-1', 'run-0']],
    [
      'a second record in a shifted block is no part of it',
      { ...base, isWrong: false, run: 0, gatherings: [] },
      ['link-1'],
    ],
    [
      'one terminal',
      { ...base, cause: shared, gatherings: [terminal('T1')] },
      ['link-1', 'terminal-cards-T1'],
    ],
    [
      'of another source',
      { ...base, source: 'b', cause: shared, gatherings: [terminal('T1')] },
      ['link-1', 'terminal-b-T1'],
    ],
    [
      'one day is none',
      { ...base, cause: shared, gatherings: [{ item: 'day', value: '2023-04-03' }] },
      ['link-1'],
    ],
    [
      'the terminal of a link with another cause is none',
      { ...base, cause: 'family', gatherings: [terminal('T1')] },
      ['link-1'],
    ],
  ])('%s', (_, finding, groups) => {
    expect(groupsOf(finding)).toEqual(groups);
  });

  test('what is asked about a link hangs together with the other records of its resident and residents of its record', () => {
    const draft = (lid: number | null, ...groups: string[]) => ({ lid, groups });
    const drafts = [
      draft(1, 'link-1', 'run-0'),
      draft(1, 'link-1', 'duplicate-link-resident-0-5'),
      draft(2, 'link-2', 'duplicate-link-resident-0-5'),
      draft(3, 'link-3', 'swapped-links-cycle-1'),
      draft(3, 'link-3', 'shared-record-record-1-x'),
      draft(4, 'link-4', 'run-0'),
      draft(null, 'residents-7'),
    ];
    expect(withGroupsOfLink(drafts).map(({ groups }) => groups)).toEqual([
      ['link-1', 'duplicate-link-resident-0-5', 'run-0'],
      // A second record in a shifted block is no part of the block.
      ['link-1', 'duplicate-link-resident-0-5'],
      ['link-2', 'duplicate-link-resident-0-5'],
      ['link-3', 'shared-record-record-1-x', 'swapped-links-cycle-1'],
      ['link-3', 'shared-record-record-1-x'],
      ['link-4', 'run-0'],
      ['residents-7'],
    ]);
  });

  test('findings at one terminal are one incident, those at the next another', () => {
    const at = (lid: number, value: string, cause = shared) =>
      groupsOf({ ...base, lid, cause, gatherings: [terminal(value)] });
    expect(incidentsOf([at(1, 'T1'), at(2, 'T2'), at(3, 'T1'), at(4, 'T1', 'family'), at(5, 'T2')])).toEqual([
      0, 1, 0, 3, 1,
    ]);
  });
});

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
