import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIONS, relationBit } from '../../src/audit/relations.js';
import { type Own, updatedShares, weigh } from '../../src/score/hypotheses.js';
import { initialShares, type SourceModel } from '../../src/score/model.js';

const source: SourceModel = {
  links: 100_000,
  wrongRate: 0.001,
  convergence: [],
  relationShares: initialShares(),
  opportunities: {
    namesake: 0.001,
    'same-name': 20,
    household: 2,
    'number-slip': 0.00002,
    'number-near': 0.1,
    'adjacent-row': 4,
    terminal: 4,
    'neighbour-record': 2,
    'same-record': 0.01,
    crosswise: 0.0001,
    resembles: 100_000,
  },
  levels: {},
  besideRate: 0.0002,
  besideShare: 0.15,
  coverage: 0.5,
  repeats: 0.01,
};
const relative = (weight: number) => ({ rid: 1, weight, relations: relationBit('household') });

const own = (weight: number, kinship = 0, mixture: number | null = null): Own => ({
  weight,
  kinship,
  mixture,
});

describe('weigh', () => {
  it('believes a link without rivals that agrees', () => {
    expect(weigh(own(30, 20), [], source).own).toBeGreaterThan(0.9999);
  });

  it('doubts a link that contradicts and has no rivals', () => {
    const posterior = weigh(own(-25, -15), [], source);
    expect(posterior.own).toBeLessThan(0.01);
    expect(posterior.nobody).toBeGreaterThan(0.99);
  });

  it('believes in a mixture of two records rather than in a contradiction that nothing explains', () => {
    // By hand: own 2^10 × 0.999; a mixture 2^30 × 0.001 × 0.02; a relative 2^20 × 0.001 × 0.1 × 0.2; a stranger 0.00008.
    const { own: right } = weigh(own(10, 20, 30), [], source);
    expect(right).toBeCloseTo(1022.976 / (1022.976 + 21474.83648 + 20.97152 + 0.00008), 9);
    // However clean the source: its wrong rate counts as 1 in 10,000 at least.
    const clean = weigh(own(10, -99, 30), [], { ...source, wrongRate: 1e-9 }).own;
    expect(clean).toBeCloseTo(1024 / (1024 + 2147.483648), 6);
  });

  it('gives a rival nothing where the model gives the relation no share, and stays a number', () => {
    const shares = { ...source.relationShares, household: 0 };
    const { own: right, rivals } = weigh(own(5, 25), [relative(45)], { ...source, relationShares: shares });
    expect(rivals).toEqual([0]);
    expect(right).toBeGreaterThan(0);
  });

  it('names the household member who fits instead', () => {
    const { own: right, rivals } = weigh(own(5, 25), [relative(45)], source);
    expect(right).toBeLessThan(0.001);
    expect(rivals[0]).toBeGreaterThan(0.99);
  });

  it("takes a record for a household member's who has one already as often as wrong links are such", () => {
    const holder = { ...relative(20), holds: true, kinHolding: 8 };
    const shares = { ...source, relationShares: { ...source.relationShares, household: 0.4 } };
    const { own: right, rivals, householdHolds } = weigh(own(0, -99), [holder], shares);
    // By hand: own 0.999; the member 2^20 × 2^8 × 0.001 × 0.9 × 0.4 / 2; a stranger 0.001 × 0.1 × 0.8.
    const member = 2 ** 28 * 0.00018;
    expect(rivals[0]).toBeCloseTo(member / (member + 0.999 + 0.00008), 9);
    expect(right).toBeCloseTo(0.999 / (member + 0.999 + 0.00008), 9);
    expect(householdHolds).toBe(rivals[0]);
  });

  it('leaves it at what anybody holds where no household holds them together', () => {
    const namesake = { rid: 1, weight: 20, relations: relationBit('resembles'), holds: true, kinHolding: 8 };
    const plain = { rid: 1, weight: 20, relations: relationBit('resembles') };
    const [first, second] = [namesake, plain].map((rival) => weigh(own(0, -99), [rival], source));
    expect(first!.own).toBe(second!.own);
    expect(first!.householdHolds).toBe(0);
  });

  it('doubts a link whose resident has another record right beside it', () => {
    const plain = weigh(own(-6, -4), [], source).own;
    const beside = weigh(own(-6, -4), [], source, { beside: true }).own;
    expect(beside).toBeLessThan(plain);
    // By hand: the rate rises from 0.001 to its cap 0.5, so the odds against rise by 999 times.
    expect((1 - beside) / beside / ((1 - plain) / plain)).toBeCloseTo(999, 0);
  });

  it('doubts a link of a place where wrong links gather, and never more than half before it was read', () => {
    const odds = (gatheringRate: number | null) => {
      const right = weigh(own(-6, -4), [], source, { gatheringRate }).own;
      return (1 - right) / right;
    };
    // By hand: odds of a wrong link at rates 0.001, 0.01 and 0.5 are 1/999, 1/99 and 1.
    expect(odds(null)).toBeCloseTo(odds(0.0001), 12);
    expect(odds(0.01) / odds(null)).toBeCloseTo(999 / 99, 6);
    expect(odds(0.9) / odds(null)).toBeCloseTo(999, 6);
  });

  it('gives a rare relation more than a common one', () => {
    const rival = (id: 'namesake' | 'same-name') => [{ rid: 1, weight: 40, relations: relationBit(id) }];
    const rare = weigh(own(38, 20), rival('namesake'), source).rivals[0]!;
    const common = weigh(own(38, 20), rival('same-name'), source).rivals[0]!;
    expect(rare).toBeGreaterThan(common * 100);
  });

  it('weighs rivals against nobody where there is no resident', () => {
    const { own: right, rivals, nobody } = weigh(null, [relative(40)], source);
    expect(right).toBe(0);
    expect(rivals[0]! + nobody).toBeCloseTo(1, 9);
    expect(rivals[0]).toBeGreaterThan(0.99);
  });

  it('gives probabilities that sum to one and attributes all of the rivals to relations', () => {
    const rival = fc.record({
      rid: fc.nat(),
      weight: fc.double({ min: -80, max: 80, noNaN: true }),
      relations: fc.integer({ min: 1, max: 2 ** RELATIONS.length - 1 }),
    });
    fc.assert(
      fc.property(
        fc.option(fc.double({ min: -80, max: 80, noNaN: true })),
        fc.array(rival, { maxLength: 6 }),
        (weight, rivals) => {
          const posterior = weigh(weight === null ? null : own(weight), rivals, source);
          const rivalSum = posterior.rivals.reduce((a, b) => a + b, 0);
          const attributed = Object.values(posterior.byRelation).reduce((a, b) => a + b, 0);
          expect(posterior.own + posterior.nobody + rivalSum).toBeCloseTo(1, 9);
          expect(attributed).toBeCloseTo(rivalSum, 9);
        },
      ),
    );
  });

  it('never trusts a link less for a rival that fits worse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 60, noNaN: true }),
        fc.double({ min: -40, max: 60, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(weigh(own(20, 0), [relative(low)], source).own).toBeGreaterThanOrEqual(
            weigh(own(20, 0), [relative(high)], source).own,
          );
        },
      ),
    );
  });
});

describe('updatedShares', () => {
  it('keeps the first guess without cases and follows many of them', () => {
    expect(updatedShares({})).toEqual(initialShares());
    expect(updatedShares({ household: 10_000 }).household).toBeGreaterThan(0.99);
  });
});
