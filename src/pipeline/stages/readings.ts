import { createReadings, type Readings } from '../../normalize/reading.js';
import { learnedReadings } from '../../verify/learned-readings.js';
import type { RunContext } from '../context.js';

/** The readings of a run, learned once, or without what the run itself attests. */
export async function readingsOf({ engine, without }: RunContext): Promise<Readings> {
  return without.has('readings') ? createReadings([]) : learnedReadings(engine);
}
