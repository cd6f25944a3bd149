import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIONS } from '../../src/audit/relations.js';
import { evidenceOf } from '../../src/score/evidence.js';
import { initialShares, type SourceModel } from '../../src/score/model.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';
import { levelCodes } from '../verify/level-codes.js';

const levels = Object.fromEntries(
  COMPARISONS.map((comparison) => [
    comparison.id,
    Object.fromEntries(
      comparison.levels.slice(1).map(({ id }, i) => [id, { m: 0.5 / (i + 1), u: 0.1, count: 1 }]),
    ),
  ]),
);
const source: SourceModel = {
  links: 1000,
  wrongRate: 1 / 1025,
  convergence: [],
  levels,
  relationShares: initialShares(),
  opportunities: Object.fromEntries(RELATIONS.map(({ id }) => [id, 1])) as SourceModel['opportunities'],
  besideRate: 0.0002,
  besideShare: 0.15,
  coverage: 0.5,
  repeats: 0.01,
};
const nothing = { codes: COMPARISONS.map(() => 0), relative: COMPARISONS.map(() => null) };

describe('evidenceOf', () => {
  it('starts from the odds of the source: 1,024 right links for each wrong one are 10 bits', () => {
    const { rows } = evidenceOf(nothing, source, 0.5, false);
    expect(rows[0]).toMatchObject({ item: 'prior', kind: 'missing', weight: 10 });
    expect(rows.slice(1, -1).every(({ weight }) => weight === 0)).toBe(true);
  });

  it('has rows that sum to the total that is shown', () => {
    const codes = COMPARISONS.map(({ levels: all }) => fc.integer({ min: 0, max: all.length - 1 }));
    fc.assert(
      fc.property(fc.tuple(...codes), fc.double({ min: 1e-15, max: 1, noNaN: true }), (each, probability) => {
        const { rows, total } = evidenceOf({ ...nothing, codes: each }, source, probability, true);
        expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(total, 6);
      }),
    );
  });

  it.each([
    ['better', 0.999, true],
    ['allowance', 0.999, false],
    ['none', 1e-9, true],
  ])('says why the last row is what it is: %s', (level, probability, hasRivals) => {
    expect(evidenceOf(nothing, source, probability, hasRivals).rows.at(-1)).toMatchObject({
      item: 'rivals',
      level,
    });
  });

  it('gives the place of the link a row: 1 wrong in 33 instead of 1 in 1,025 takes 5 bits', () => {
    const place = { item: 'terminal' as const, links: 1200, C: 36, rate: 1 / 33 };
    const { rows, total } = evidenceOf(nothing, source, 0.5, false, place);
    expect(rows.at(-2)).toMatchObject({
      item: 'place',
      level: 'terminal',
      weight: -5,
      text: {
        ja: 'この端末の紐付け1,200件のうち36件が要確認です',
        en: 'Of 1,200 links of this terminal, 36 are to be checked',
      },
    });
    expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(total, 6);
  });

  it('counts a rare name for more than a common one', () => {
    const agree = { ...nothing, codes: levelCodes({ family: 'exact' }) };
    const weightOf = (familyRelative: number) =>
      evidenceOf({ ...agree, relative: [familyRelative] }, source, 0.5, false).rows[1]!.weight;
    expect(weightOf(1 / 8) - weightOf(8)).toBeCloseTo(6, 6);
  });
});
