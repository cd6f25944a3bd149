import { makeNamesakes } from '../../rivals/suspects.js';
import { learnWeights } from '../../score/learn-weights.js';
import { readModel } from '../../score/model-file.js';
import type { RunContext, StageOutcome } from '../context.js';
import { readingsOf } from './readings.js';

/** Learns m, u and wrong rates from the links themselves, or takes the frozen model that the pipeline names. */
export async function learn(context: RunContext): Promise<StageOutcome> {
  const { engine, pipeline } = context;
  await makeNamesakes(engine);
  const sources = pipeline.links.map(({ id }) => id);
  const links = await engine.value<number>('SELECT count(*) FROM levels');
  const weights = pipeline.model
    ? (await readModel(pipeline.dir, pipeline.model, sources)).sources
    : await learnWeights(engine, sources, await readingsOf(context));
  return { rowsIn: links, rowsOut: links, result: weights };
}
