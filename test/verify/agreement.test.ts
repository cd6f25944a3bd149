import { describe, expect, it } from 'vitest';
import { type Agreement, disagreeingItems } from '../../src/verify/agreement.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';

/** Agreement of one source: of each item how many of how many agree. */
function source(name: string, counts: Readonly<Record<string, readonly [agrees: number, compared: number]>>) {
  return COMPARISONS.map(({ id }, comparison): Agreement => {
    const [agrees, compared] = counts[id] ?? [0, 0];
    return { source: name, comparison, agrees, compared };
  });
}

const SOUND = { family: [980, 1000], given: [990, 1000], birth_date: [995, 1000], sex: [999, 1000] } as const;
const alarms = (agreement: readonly Agreement[]) =>
  disagreeingItems(agreement).map(({ source: id, item, count }) => `${id} ${item} ${count}`);

describe('columns that are not what they claim', () => {
  it.each<[string, Record<string, readonly [number, number]>]>([
    ['birth dates of other people', { ...SOUND, birth_date: [3, 1000] }],
    [
      'dates of registration in the place of birth dates',
      { ...SOUND, birth_date: [0, 40], family: [40, 40] },
    ],
    ['names of other people', { ...SOUND, family: [12, 1000], given: [5, 1000] }],
    ['the sexes turned round', { ...SOUND, sex: [2, 1000] }],
  ])('%s are refused', (_, counts) => {
    expect(() => disagreeingItems(source('cards', counts))).toThrow(
      expect.objectContaining({ code: 'item-agrees-nowhere', exitCode: 2 }),
    );
  });

  it.each<[string, Record<string, readonly [number, number]>, string[]]>([
    [
      'a third of the names',
      { ...SOUND, family: [650, 1000], given: [640, 1000] },
      ['s name 350', 's name 360'],
    ],
    ['a fifth of the birth dates', { ...SOUND, birth_date: [800, 1000] }, ['s birth_date 200']],
    ['nearly all addresses', { ...SOUND, address: [100, 1000] }, ['s address 900']],
  ])('%s raise an alarm', (_, counts, expected) => {
    expect(alarms(source('s', counts)).toSorted()).toEqual(expected);
  });

  it.each<[string, Record<string, readonly [number, number]>]>([
    ['a sound source', SOUND],
    ['a source without any of it', {}],
    ['many stale addresses', { ...SOUND, address: [550, 1000] }],
    ['names of foreigners in another script, now and then', { ...SOUND, family: [880, 1000] }],
    ['too few links to tell', { family: [0, 19], given: [19, 19] }],
    // The links themselves are wrong, and are judged one by one.
    [
      'a source shifted by a row',
      { family: [9, 1000], given: [2, 1000], birth_date: [0, 1000], sex: [490, 1000] },
    ],
    [
      'every fifth link wrong',
      { family: [800, 1000], given: [795, 1000], birth_date: [800, 1000], sex: [900, 1000] },
    ],
  ])('%s passes', (_, counts) => {
    expect(alarms(source('s', counts))).toEqual([]);
  });

  it('sources are judged apart', () => {
    const both = [...source('good', SOUND), ...source('bad', { ...SOUND, sex: [600, 1000] })];
    expect(alarms(both)).toEqual(['bad sex 400']);
  });
});
