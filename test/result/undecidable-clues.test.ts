import { describe, expect, test } from 'vitest';
import type { OtherRecord } from '../../src/result/other-records.js';
import type { PersonRow } from '../../src/result/people.js';
import { undecidableClues } from '../../src/result/undecidable-clues.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';

const record = (part: Partial<OtherRecord>): OtherRecord => ({
  ...{
    src: 1,
    elsewhere: null,
    registeredAt: null,
    terminal: null,
    near: null,
    same: null,
    doubtedBy: null,
    foundBy: null,
  },
  ...part,
});
const beside = record({ near: { how: 'family', recordId: 'r2' } });
/** Levels by item: as `equal` says, but for one that differs. */
const codes = (differing: string | null) =>
  COMPARISONS.map(({ id, levels }) =>
    levels.findIndex(({ kind }) => kind === (id === differing ? 'different' : 'equal')),
  );
const people = (candidates: number) =>
  ({
    linked: { key: 0 },
    candidates: Array.from({ length: candidates }, (_, index) => ({ key: index + 1 })),
  }) as unknown as Parameters<typeof undecidableClues>[0];

const clueOf = (differing: string | null, ...held: readonly (readonly OtherRecord[])[]) =>
  undecidableClues(
    people(held.length - 1),
    { codes: codes(differing), src: 0, day: null },
    (key) => held[key]!,
  )[0]?.ja ?? null;

describe('what other records say of a link that cannot be told', () => {
  test.each<[what: string, held: readonly (readonly OtherRecord[])[], ja: string | null]>([
    [
      'the family of the linked resident stands beside',
      [[beside], []],
      '手がかり: すぐ前後の行に、Bと同じ世帯の方の記録があります（他の記録）',
    ],
    [
      'that of the other does',
      [[], [record({ same: 'name' }), beside]],
      '手がかり: すぐ前後の行に、C1と同じ世帯の方の記録があります（他の記録）',
    ],
    ['those of both do, as in one household', [[beside], [beside]], null],
    ['one that is to be checked itself', [[{ ...beside, doubtedBy: 'F-9' }], []], null],
    ['a name that agrees anyway', [[record({ same: 'name' })], []], null],
    ['nothing', [[]], null],
  ])('%s', (_, held, ja) => expect(clueOf(null, ...held)).toBe(ja));

  test.each<[what: string, differing: string, held: readonly OtherRecord[], ja: string | null]>([
    [
      'the kana',
      'family',
      [record({ same: 'kana' })],
      '手がかり: Bの他の記録に、カナがAと同じものがあります',
    ],
    [
      'the name before the kana',
      'given',
      [record({ same: 'kana' }), record({ same: 'name' })],
      '手がかり: Bの他の記録に、氏名がAと同じものがあります',
    ],
    ['another name', 'given', [record({ same: 'name-differs' })], null],
    ['one that is to be checked itself', 'family', [record({ same: 'name', doubtedBy: 'F-9' })], null],
    ['the record itself', 'family', [record({ same: 'name', near: { how: 'itself', recordId: 'r' } })], null],
    ['somebody else’s beside', 'family', [{ ...beside, same: 'name', doubtedBy: 'F-9' }], null],
    ['an address alone differs', 'address', [record({ same: 'name' })], null],
  ])('elsewhere the linked resident is known by %s of the record', (_, differing, held, ja) =>
    expect(clueOf(differing, held)).toBe(ja),
  );
});

const other = record({ src: 0 });
const cluesOf = (
  ended: readonly (PersonRow['ended'] | undefined)[],
  day: string | null,
  ...held: readonly (readonly OtherRecord[])[]
) => {
  const [linked, ...candidates] = ended.map((end, key) =>
    end ? { key, ended: end } : { key },
  ) as PersonRow[];
  return undecidableClues(
    { linked: linked!, candidates },
    { codes: codes(null), src: 0, day },
    (key) => held[key] ?? [],
  ).map(({ ja }) => ja);
};
const dead = (on: string | null) => ({ how: 'dead', on }) as const;

test.each<[what: string, clues: readonly string[], ja: readonly string[]]>([
  [
    'the other had died before the registration',
    cluesOf([undefined, dead('2021-03-04')], '2022-11-24'),
    ['手がかり: C1はAの登録より前に死亡しています'],
  ],
  [
    'the linked resident had left',
    cluesOf([{ how: 'departed', on: '2021-03-04' }, undefined], '2022-11-24'),
    ['手がかり: BはAの登録より前に転出しています'],
  ],
  ['who died later could still register', cluesOf([undefined, dead('2023-03-04')], '2022-11-24'), []],
  ['the day itself tells nothing', cluesOf([undefined, dead('2022-11-24')], '2022-11-24'), []],
  ['nor a day that is not known', cluesOf([undefined, dead(null)], '2022-11-24'), []],
  ['nor a registration without one', cluesOf([undefined, dead('2021-03-04')], null), []],
  ['nor where all had gone', cluesOf([dead('2021-03-04'), dead('2020-03-04')], '2022-11-24'), []],
  [
    'the other has a record of this source already',
    cluesOf([undefined, undefined], null, [record({})], [other]),
    ['手がかり: C1には同じ事務の記録が既にあり、ほかにはありません（他の記録）'],
  ],
  ['both have', cluesOf([undefined, undefined], null, [other], [other]), []],
  [
    'one that is to be checked itself',
    cluesOf([undefined, undefined], null, [], [{ ...other, doubtedBy: 'F-9' }]),
    [],
  ],
  [
    'the record itself, linked to the other, too, is no other one',
    cluesOf([undefined, undefined], null, [], [{ ...other, near: { how: 'itself', recordId: 'r1' } }]),
    [],
  ],
  [
    'several clues are all said',
    cluesOf([undefined, undefined, dead('2021-03-04')], '2022-11-24', [beside, other], []),
    [
      '手がかり: C2はAの登録より前に死亡しています',
      '手がかり: すぐ前後の行に、Bと同じ世帯の方の記録があります（他の記録）',
      '手がかり: Bには同じ事務の記録が既にあり、ほかにはありません（他の記録）',
    ],
  ],
])('%s', (_, clues, ja) => expect(clues).toEqual(ja));
