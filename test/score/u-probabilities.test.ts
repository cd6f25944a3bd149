import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../src/score/patterns.js';
import { uProbabilities } from '../../src/score/u-probabilities.js';
import { COMPARISONS, placeOf } from '../../src/verify/comparisons/index.js';

const GIVEN = placeOf('given');
const { levels } = COMPARISONS[GIVEN]!;
const codeOf = (id: string) => levels.findIndex((level) => level.id === id);

const COLLISIONS = Object.fromEntries(COMPARISONS.map(({ id }) => [id, 0.001]));

/** Links, or pairs, whose given names are at a level and of which nothing else is known. */
const patterns = (id: string, count: number): Pattern[] => [
  { codes: COMPARISONS.map((_, c) => (c === GIVEN ? codeOf(id) : 0)), count },
];

/** Bits of a level of the given name that no link and no pair of the file shows, with the first estimate of m worth 400 links. */
function bits(id: string, links: number, pairs: number): number {
  const u = uProbabilities(patterns('different', pairs), patterns('exact', links), COLLISIONS);
  const m = (400 * levels[codeOf(id)]!.m + (id === 'exact' ? links : 0)) / (400 + links);
  return Math.log2(m / u[GIVEN]![codeOf(id)]!);
}

describe('levels that a file does not show', () => {
  it.each([
    [300, 2000],
    [3000, 20_000],
    [300_000, 20_000],
  ])(
    '%i links, %i pairs: half a name speaks for nobody, initials for somebody a little at most',
    (links, pairs) => {
      expect(bits('half_written', links, pairs)).toBeCloseTo(-3, 0);
      expect(bits('initials', links, pairs)).toBeGreaterThan(-2);
      expect(bits('initials', links, pairs)).toBeLessThan(4);
      expect(bits('exact', links, pairs)).toBeGreaterThan(bits('initials', links, pairs) + 1);
    },
  );

  it('pairs that show it count for more', () => {
    const shown = [...patterns('different', 19_000), ...patterns('half_written', 1000)];
    const [none, many] = [patterns('different', 20_000), shown].map(
      (pairs) => uProbabilities(pairs, patterns('exact', 3000), COLLISIONS)[GIVEN]![codeOf('half_written')]!,
    );
    expect(none).toBeLessThan(0.002);
    expect(many).toBeCloseTo(0.05, 2);
  });
});
