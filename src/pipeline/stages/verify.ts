import { comparePairs } from '../../verify/compare-pairs.js';
import type { RunContext, StageOutcome } from '../context.js';
import { readingsOf } from './readings.js';

/** Compares every link with its resident: `levels`, one code per comparison. */
export async function verify(context: RunContext): Promise<StageOutcome> {
  const { engine } = context;
  const readings = await readingsOf(context);
  await engine.run(
    'CREATE OR REPLACE TABLE linked_pairs AS SELECT lid, rid FROM links WHERE rid IS NOT NULL',
  );
  const calls = await comparePairs(engine, 'linked_pairs', 'levels', readings);
  const links = await engine.value<number>('SELECT count(*) FROM links');
  const compared = await engine.value<number>('SELECT count(*) FROM levels');
  await engine.run('DROP TABLE linked_pairs');
  return { rowsIn: links, rowsOut: compared, figures: { calls } };
}
