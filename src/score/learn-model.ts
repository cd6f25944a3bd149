import type { Engine } from '../engine/engine.js';
import type { Readings } from '../normalize/reading.js';
import { type Collisions, learn } from './learn.js';
import { initialShares, type Model, type SourceModel } from './model.js';
import { opportunities } from './opportunities.js';
import { countPatterns } from './patterns.js';
import { randomPatterns } from './random-pairs.js';

/**
 * Learns the model of every source from its own links: m by expectation-maximisation, u from random pairs and
 * from the register's counts. Reads `levels`, `links`, `residents`, `namesakes`.
 */
export async function learnModel(
  engine: Engine,
  sources: readonly string[],
  readings: Readings,
): Promise<Model> {
  const patterns = await countPatterns(engine, 'levels');
  const random = await randomPatterns(engine, readings);
  const collisions = await countCollisions(engine);
  const models: Record<string, SourceModel> = {};
  for (const [src, source] of sources.entries()) {
    const { wrongRate, levels, convergence } = learn(
      patterns.get(src) ?? [],
      random.get(src) ?? [],
      collisions,
    );
    models[source] = {
      links: (patterns.get(src) ?? []).reduce((sum, { count }) => sum + count, 0),
      wrongRate,
      convergence,
      relationShares: initialShares(),
      opportunities: await opportunities(engine, src),
      levels,
    };
  }
  return { version: 1, sources: models };
}

/** Chance that two residents share a date of birth, or an address: sum of squared shares over the register. */
async function countCollisions(engine: Engine): Promise<Collisions> {
  const collision = (column: string, where: string) =>
    engine.value<number>(`
      SELECT coalesce(sum(n * n) / (sum(n) * sum(n)), 1.0)
      FROM (SELECT CAST(count(*) AS DOUBLE) AS n FROM residents WHERE ${where} GROUP BY ${column})`);
  return {
    birthDate: await collision('dob', 'dob % 100 > 0'),
    address: await collision('address', 'address IS NOT NULL'),
  };
}
