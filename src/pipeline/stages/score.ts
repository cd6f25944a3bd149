import { gradeLinks } from '../../score/grade-links.js';
import type { Model } from '../../score/model.js';
import { makeFrequencies } from '../../score/suspect-weights.js';
import { learnRelations, weighSuspects } from '../../score/weigh-suspects.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';

/** Weighs linked resident, rivals and nobody against each other and grades every link. */
export async function score(context: RunContext): Promise<StageOutcome> {
  const { engine, pipeline } = context;
  const sources = pipeline.links.map(({ id }) => id);
  await makeFrequencies(engine);
  const learned = resultOf<Model>(context, 'learn');
  const model = pipeline.model ? learned : await learnRelations(engine, learned, sources);
  await weighSuspects(engine, model, sources);
  await gradeLinks(engine, model, sources, pipeline.review.threshold);
  const suspects = await engine.value<number>('SELECT count(*) FROM suspect_verdicts');
  const links = await engine.value<number>('SELECT count(*) FROM verdicts');
  return { rowsIn: links, rowsOut: links, result: model, figures: { suspects } };
}
