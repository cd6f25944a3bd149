import { makeBeside } from '../../score/beside.js';
import { makeClusters, makeNoClusters } from '../../score/clusters.js';
import { makeFrequencies } from '../../score/frequencies.js';
import { gradeLinks } from '../../score/grades.js';
import { makeHolders } from '../../score/holding.js';
import { weigh } from '../../score/hypotheses.js';
import { readModel, rounded } from '../../score/model-file.js';
import { makeNameChangers } from '../../score/name-changers.js';
import { relearnFromRivals } from '../../score/relearn-from-rivals.js';
import { dropSuspects, gatherSuspects } from '../../score/suspect-weights.js';
import { byThreshold } from '../../score/threshold.js';
import { weighSuspects } from '../../score/weigh-suspects.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';

/** Weighs linked resident, rivals and nobody against each other, learns the wrong rates again from that, and grades every link. */
export async function score(context: RunContext): Promise<StageOutcome<'score'>> {
  const { engine, pipeline, without } = context;
  const sources = pipeline.links.map(({ id }) => id);
  await makeFrequencies(engine, { counted: !without.has('frequencies') });
  await makeNameChangers(engine, { counted: !without.has('name-changers') });
  await makeHolders(engine);
  await makeBeside(engine);
  await makeNoClusters(engine);
  await gatherSuspects(engine);
  const model = pipeline.model
    ? await readModel(context.workDir, 'model.json', sources)
    : rounded(
        await relearnFromRivals(
          engine,
          resultOf(context, 'learn'),
          sources,
          pipeline.links.map(({ via }) => via),
        ),
      );
  const judge = without.has('hypotheses') ? byThreshold : weigh;
  await weighSuspects(engine, model, sources, judge);
  if (!without.has('clusters')) {
    await makeClusters(engine, pipeline.review.threshold);
    await weighSuspects(engine, model, sources, judge);
  }
  await dropSuspects(engine);
  await gradeLinks(engine, model, sources, pipeline.review.threshold);
  const suspects = await engine.value<number>('SELECT count(*) FROM suspect_verdicts');
  const links = await engine.value<number>('SELECT count(*) FROM verdicts');
  return { rowsIn: links, rowsOut: links, result: model, figures: { suspects } };
}
