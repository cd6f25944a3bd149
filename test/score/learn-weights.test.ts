import { describe, expect, it } from 'vitest';
import { wrongProbability } from '../../src/score/em.js';
import { weightsOfSource } from '../../src/score/learn-weights.js';
import { chances } from '../../src/score/level-chances.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';
import { personCodes as codes, levelCodes } from '../verify/level-codes.js';

const agree = codes('exact', 'exact', 'exact', 'exact', 'identical');
const moved = codes('exact', 'exact', 'exact', 'exact', 'different');
const stranger = codes('different', 'different', 'different', 'different', 'different');
const random = [
  { codes: stranger, count: 9_000 },
  { codes: codes('exact', 'different', 'different', 'exact', 'different'), count: 60 },
  { codes: codes('different', 'different', 'different', 'exact', 'same_city'), count: 9_000 },
];
const collisions = {
  ...Object.fromEntries(COMPARISONS.map(({ id }) => [id, 1])),
  family: 1 / 200,
  given: 1 / 500,
  birth_date: 1 / 25_000,
  sex: 1 / 2,
  address: 1 / 300_000,
};

describe('weightsOfSource', () => {
  it('finds the wrong rate and does not let wrong links teach that names may differ', () => {
    const patterns = [
      { codes: agree, count: 94_900 },
      { codes: moved, count: 5_000 },
      { codes: stranger, count: 100 },
    ];
    const { wrongRate, levels, convergence } = weightsOfSource(patterns, random, collisions);
    expect(wrongRate).toBeGreaterThan(0.0008);
    expect(wrongRate).toBeLessThan(0.0012);
    expect(levels.given!.different!.m).toBeLessThan(1e-4);
    expect(levels.address!.different!.m).toBeGreaterThan(0.04);
    expect(levels.address!.different!.m).toBeLessThan(0.06);
    expect(convergence.at(-1)).toBeCloseTo(wrongRate, 12);
  });

  it('learns from a source that carries kana alone', () => {
    const kana = (family: string, given: string) => levelCodes({ family, given });
    const patterns = [
      { codes: kana('kana', 'kana'), count: 99_000 },
      { codes: kana('different', 'kana'), count: 900 },
      { codes: kana('different', 'different'), count: 100 },
    ];
    const chance = [
      { codes: kana('different', 'different'), count: 19_800 },
      { codes: kana('kana', 'different'), count: 150 },
      { codes: kana('different', 'kana'), count: 50 },
    ];
    const { wrongRate, levels } = weightsOfSource(patterns, chance, collisions);
    expect(wrongRate).toBeGreaterThan(0.0007);
    expect(levels.family!.different!.m).toBeGreaterThan(0.005);
    expect(levels.given!.different!.m).toBeLessThan(0.001);
  });

  it('takes what people have settled as they said', () => {
    const settled = (wrong: number, right: number) => [
      { codes: agree, count: 94_900 },
      { codes: moved, count: 5_000 },
      { codes: stranger, count: 100, settled: { wrong, right } },
    ];
    const none = weightsOfSource(settled(0, 0), random, collisions);
    // 100 settled as wrong: as the model thought already, so nothing else is learned.
    const wrong = weightsOfSource(settled(100, 0), random, collisions);
    expect(wrong.wrongRate).toBeCloseTo(none.wrongRate, 6);
    expect(wrong.levels.given!.different!.m).toBeCloseTo(none.levels.given!.different!.m, 6);
    // 100 settled as right: a resident's own given name differs in 100 of 100,400 (400 count for the first guess).
    const right = weightsOfSource(settled(0, 100), random, collisions);
    expect(right.levels.given!.different!.m).toBeGreaterThan(100 / 100_400);
    expect(right.levels.given!.different!.m).toBeLessThan(101 / 100_400 + none.levels.given!.different!.m);
    // Only the belief before the first link is left: 0.4 of 102,000.
    expect(right.wrongRate).toBeCloseTo(0.4 / 102_000, 7);
  });

  describe('a file full of names that contradict though all else agrees', () => {
    const otherName = codes('latin_other', 'latin_other', 'exact', 'exact', 'identical');
    const file = (count: number) => [
      { codes: agree, count: 2_000 - count },
      { codes: otherName, count },
    ];
    const rateOf = (count: number, latin: boolean) =>
      weightsOfSource(file(count), random, collisions, latin).unexplained;

    it('is to blame itself from one link in a hundred on, where names are in Latin letters', () => {
      expect(rateOf(100, true)).toBeCloseTo(0.05, 12);
      expect(rateOf(20, true)).toBeCloseTo(0.01, 12);
    });

    it.each<[string, number, boolean]>([
      ['few', 19, true],
      ['kanji and kana tell a slip from another person', 100, false],
    ])('is judged link by link where %s', (_, count, latin) => {
      expect(rateOf(count, latin)).toBeUndefined();
    });

    it('does not excuse strangers, from whom all differs', () => {
      const strangers = [
        { codes: agree, count: 1_900 },
        { codes: codes('latin_other', 'latin_other', 'different', 'different', 'different'), count: 100 },
      ];
      expect(weightsOfSource(strangers, random, collisions, true).unexplained).toBeUndefined();
    });

    it('leaves its links unjudged, and not wrong', () => {
      const learned = weightsOfSource(file(100), random, collisions, true);
      expect(wrongProbability(otherName, chances(learned), learned.wrongRate)).toBeLessThan(0.05);
      const sound = weightsOfSource(file(5), random, collisions, true);
      expect(wrongProbability(otherName, chances(sound), sound.wrongRate)).toBeGreaterThan(0.9);
    });
  });

  it('gives probabilities that sum to one over the levels of a comparison', () => {
    const { levels } = weightsOfSource([{ codes: agree, count: 10 }], random, collisions);
    for (const comparison of Object.values(levels)) {
      const sum = (pick: 'm' | 'u') =>
        Object.values(comparison).reduce((total, level) => total + level[pick], 0);
      expect(sum('m')).toBeCloseTo(1, 6);
      expect(sum('u')).toBeCloseTo(1, 6);
    }
  });
});

describe('wrongProbability', () => {
  it('takes no side where nothing can be compared', () => {
    const flat = COMPARISONS.map(({ levels }) => levels.map(() => 0.5));
    expect(wrongProbability(levelCodes({}), { m: flat, u: flat, unexplained: 1e-7 }, 0.001)).toBeCloseTo(
      0.001,
      12,
    );
  });
});
