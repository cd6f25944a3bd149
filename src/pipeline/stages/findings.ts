import { drawBlindSample } from '../../findings/blind-sample.js';
import { readClusters } from '../../findings/clusters.js';
import { collectFindings } from '../../findings/collect.js';
import { keepFindings } from '../../findings/keep-findings.js';
import { evidenceKeeper } from '../../findings/kept-evidence.js';
import { markerOf } from '../../findings/marks.js';
import { BLIND_SAMPLE, FINDINGS } from '../../tables/found.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { pseudonymsFor } from '../pseudonym-key.js';

/** Makes `findings`, worst first, and `blind_sample`, clean links for blind review, of one shape, and `evidence_rows` behind both. */
export async function findings(context: RunContext): Promise<StageOutcome<'findings'>> {
  const { engine, pipeline } = context;
  const model = resultOf(context, 'score');
  const clusters = await readClusters(
    engine,
    pipeline.links.map(({ id }) => id),
  );
  const marker = markerOf(await pseudonymsFor(pipeline));
  const collected = await collectFindings(engine, pipeline.links, model, clusters, marker);
  const evidence = evidenceKeeper();
  await keepFindings(engine, FINDINGS, collected, evidence.numbersOf);
  const sample = await drawBlindSample(engine, pipeline.links, model, pipeline.review.sampleClean, marker);
  await keepFindings(engine, BLIND_SAMPLE, sample, evidence.numbersOf);
  await evidence.write(engine);
  const links = await engine.value<number>('SELECT count(*) FROM verdicts');
  return { rowsIn: links, rowsOut: collected.length, result: clusters };
}
