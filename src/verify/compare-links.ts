import type { Engine } from '../engine/engine.js';
import type { Filled } from '../prepare/dictionary.js';
import { comparePairs } from './compare-pairs.js';
import type { Readings } from './reading/reading.js';

/** Compares every link with its resident and makes `levels`; gives the calls of the comparisons. */
export async function compareLinks(engine: Engine, readings: Readings): Promise<Record<string, Filled>> {
  await engine.run(
    'CREATE OR REPLACE TABLE linked_pairs AS SELECT lid, rid FROM links WHERE rid IS NOT NULL',
  );
  const filled = await comparePairs(engine, 'linked_pairs', 'levels', readings);
  await engine.run('DROP TABLE linked_pairs');
  return filled;
}
