import type { Engine } from '../engine/engine.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { Readings } from '../verify/reading/reading.js';
import { learnByEm } from './em.js';
import type { SourceWeights } from './model.js';
import { compared, countSettledPatterns, levelCounts, type Pattern } from './patterns.js';
import { type RandomPatterns, randomPatterns } from './random-pairs.js';
import { type Collisions, countCollisions, uProbabilities } from './u-probabilities.js';
import { latinSources, unexplainedShare } from './unreliable-file.js';

/**
 * Learns the weights of every source from its own links: m and the wrong rate by EM (`em.ts`), u from random pairs and
 * from the register's counts (`u-probabilities.ts`). Reads `levels`, `links`, `residents`, `labels`.
 */
export async function learnWeights(
  engine: Engine,
  sources: readonly string[],
  readings: Readings,
): Promise<LearnedWeights> {
  const patterns = await countSettledPatterns(engine);
  const { patterns: random, filled } = await randomPatterns(engine, readings);
  const collisions = await countCollisions(engine);
  const latin = await latinSources(engine);
  const weights = sources.map(
    (source, src) =>
      [
        source,
        weightsOfSource(patterns.get(src) ?? [], random.get(src) ?? [], collisions, latin.has(src)),
      ] as const,
  );
  return { weights: Object.fromEntries(weights), filled };
}

export interface LearnedWeights {
  readonly weights: Record<string, SourceWeights>;
  /** Pairs of texts that were compared for them, by kind. */
  readonly filled: RandomPatterns['filled'];
}

/** The weights of one source from the patterns of its links and of random pairs; `latin`: most of its names are in Latin letters. */
export function weightsOfSource(
  patterns: readonly Pattern[],
  random: readonly Pattern[],
  collisions: Collisions,
  latin = false,
): SourceWeights {
  const u = uProbabilities(random, patterns, collisions);
  const first = learnByEm(patterns, u);
  const unexplained = latin ? unexplainedShare(patterns, first.m, u) : null;
  const { m, wrongRate, convergence } = unexplained === null ? first : learnByEm(patterns, u, unexplained);
  return {
    links: patterns.reduce((sum, { count }) => sum + count, 0),
    settled: {
      wrong: patterns.reduce((sum, { settled }) => sum + (settled?.wrong ?? 0), 0),
      right: patterns.reduce((sum, { settled }) => sum + (settled?.right ?? 0), 0),
    },
    wrongRate,
    convergence,
    ...(unexplained === null ? {} : { unexplained }),
    levels: parameters(m, u, levelCounts(patterns)),
  };
}

/** Of every comparison; of an optional one where the source carries the item, and the register does. */
function parameters(
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  counts: readonly (readonly number[])[],
): SourceWeights['levels'] {
  return Object.fromEntries(
    COMPARISONS.flatMap(({ id, levels, optional }, c) => {
      if (optional && compared(counts[c]!) === 0) return [];
      const learned = levels
        .slice(1)
        .map((level, i) => [level.id, { m: m[c]![i + 1]!, u: u[c]![i + 1]!, count: counts[c]![i + 1]! }]);
      return [[id, Object.fromEntries(learned)]];
    }),
  );
}
