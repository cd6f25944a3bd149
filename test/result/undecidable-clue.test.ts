import { describe, expect, test } from 'vitest';
import type { OtherRecord } from '../../src/result/other-records.js';
import { undecidableClue } from '../../src/result/undecidable-clue.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';

const record = (part: Partial<OtherRecord>): OtherRecord => ({
  ...{
    src: 1,
    elsewhere: null,
    registeredAt: null,
    terminal: null,
    near: null,
    same: null,
    isDoubted: false,
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
  }) as unknown as Parameters<typeof undecidableClue>[0];

const clueOf = (differing: string | null, ...held: readonly (readonly OtherRecord[])[]) =>
  undecidableClue(people(held.length - 1), codes(differing), (key) => held[key]!)?.ja ?? null;

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
    ['one that is to be checked itself', [[{ ...beside, isDoubted: true }], []], null],
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
    ['one that is to be checked itself', 'family', [record({ same: 'name', isDoubted: true })], null],
    ['the record itself', 'family', [record({ same: 'name', near: { how: 'itself', recordId: 'r' } })], null],
    ['somebody else’s beside', 'family', [{ ...beside, same: 'name', isDoubted: true }], null],
    ['an address alone differs', 'address', [record({ same: 'name' })], null],
  ])('elsewhere the linked resident is known by %s of the record', (_, differing, held, ja) =>
    expect(clueOf(differing, held)).toBe(ja),
  );
});
