import type { Engine } from '../engine/engine.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { Readings } from '../verify/reading/reading.js';
import { type Collisions, learn } from './learn.js';
import type { SourceWeights } from './model.js';
import { countSettledPatterns } from './patterns.js';
import { randomPatterns } from './random-pairs.js';

/**
 * Learns the weights of every source from its own links: m by expectation-maximisation, u from random pairs and
 * from the register's counts. Reads `levels`, `links`, `residents`, `labels`.
 */
export async function learnWeights(
  engine: Engine,
  sources: readonly string[],
  readings: Readings,
): Promise<Record<string, SourceWeights>> {
  const patterns = await countSettledPatterns(engine);
  const random = await randomPatterns(engine, readings);
  const collisions = await countCollisions(engine);
  const weights: Record<string, SourceWeights> = {};
  for (const [src, source] of sources.entries()) {
    const own = patterns.get(src) ?? [];
    const { wrongRate, levels, convergence } = learn(own, random.get(src) ?? [], collisions);
    weights[source] = {
      links: own.reduce((sum, { count }) => sum + count, 0),
      settled: {
        wrong: own.reduce((sum, { settled }) => sum + (settled?.wrong ?? 0), 0),
        right: own.reduce((sum, { settled }) => sum + (settled?.right ?? 0), 0),
      },
      wrongRate,
      convergence,
      levels,
    };
  }
  return weights;
}

/** Chance that two residents share an item: sum of squared shares over the register. */
async function countCollisions(engine: Engine): Promise<Collisions> {
  const chances: Record<string, number> = {};
  for (const { id, collision } of COMPARISONS) {
    chances[id] = await engine.value<number>(`
      SELECT coalesce(sum(n * n) / (sum(n) * sum(n)), 1.0)
      FROM (SELECT CAST(count(*) AS DOUBLE) AS n FROM residents WHERE ${collision.where} GROUP BY ${collision.value})`);
  }
  return chances;
}
