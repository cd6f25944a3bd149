import { linkLabels, readStore } from '../../decide/index.js';
import { filledFigures } from '../../prepare/dictionary.js';
import { makeLabels } from '../../score/labels.js';
import { learnWeights } from '../../score/learn-weights.js';
import { frozenWeights, readModel, rounded } from '../../score/model-file.js';
import { makeNamesakes } from '../../score/suspects.js';
import type { RunContext, StageOutcome } from '../context.js';
import { readingsOf } from './verify.js';

/**
 * Learns m, u and wrong rates from the links themselves and from what people have settled of them, or takes the frozen
 * model that the pipeline names.
 */
export async function learn(context: RunContext): Promise<StageOutcome<'learn'>> {
  const { engine, pipeline } = context;
  await makeNamesakes(engine);
  const sources = pipeline.links.map(({ id }) => id);
  await makeLabels(engine, sources, linkLabels(await readStore(context.decisionsFile)));
  const links = await engine.value<number>('SELECT count(*) FROM levels');
  if (pipeline.model) {
    const frozen = frozenWeights(await readModel(context.workDir, 'model.json', sources));
    return { rowsIn: links, rowsOut: links, result: frozen };
  }
  const { weights, filled } = await learnWeights(engine, sources, await readingsOf(context));
  return { rowsIn: links, rowsOut: links, result: rounded(weights), figures: filledFigures(filled) };
}
