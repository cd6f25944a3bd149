import { compareLinks } from '../../verify/compare-links.js';
import type { RunContext, StageOutcome } from '../context.js';
import { readingsOf } from './readings.js';

/** Compares every link with its resident: `levels`, one code per comparison. */
export async function verify(context: RunContext): Promise<StageOutcome> {
  const { engine } = context;
  const calls = await compareLinks(engine, await readingsOf(context));
  const links = await engine.value<number>('SELECT count(*) FROM links');
  const compared = await engine.value<number>('SELECT count(*) FROM levels');
  return { rowsIn: links, rowsOut: compared, figures: { calls } };
}
