import { bufferRows } from '../../engine/buffer-rows.js';
import type { Engine } from '../../engine/engine.js';
import { drawBlindSample } from '../../findings/blind-sample.js';
import { readClusters } from '../../findings/clusters.js';
import { type Collected, collectFindings } from '../../findings/collect.js';
import type { Model } from '../../score/model.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';

/**
 * Makes `findings`, worst first, and `blind_sample`, clean links for blind review, of one shape: `place` (1 …),
 * `lid` (NULL for findings about the register), `source`, `organisation`, `kind`, `cause`, `fingerprint`, the
 * line of findings.jsonl as `json`, and `candidates` (resident, relations and levels as JSON) for the case page.
 */
export async function findings(context: RunContext): Promise<StageOutcome> {
  const { engine, pipeline } = context;
  const model = resultOf<Model>(context, 'score');
  const clusters = await readClusters(
    engine,
    pipeline.links.map(({ id }) => id),
  );
  const collected = await collectFindings(engine, pipeline.links, model, clusters);
  await keep(engine, 'findings', collected);
  const sample = await drawBlindSample(engine, pipeline.links, model, pipeline.review.sampleClean);
  await keep(engine, 'blind_sample', sample);
  const links = await engine.value<number>('SELECT count(*) FROM verdicts');
  return { rowsIn: links, rowsOut: collected.length, result: clusters };
}

async function keep(engine: Engine, table: string, collected: readonly Collected[]): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE ${table} (place INTEGER, lid INTEGER, rid INTEGER, source VARCHAR, organisation VARCHAR,
      kind VARCHAR, cause VARCHAR, finding_id VARCHAR, fingerprint VARCHAR, json VARCHAR, candidates VARCHAR)`);
  const appender = bufferRows(
    await engine.appender(table, ['int', 'int', 'int', ...Array.from({ length: 8 }, () => 'text' as const)]),
  );
  collected.forEach(({ finding, lid, rid, candidates }, i) => {
    const { source, organisation, kind, cause, finding_id, fingerprint } = finding;
    const texts = [source, organisation, kind, cause, finding_id, fingerprint];
    appender.push(i + 1, lid, rid, ...texts, JSON.stringify(finding), JSON.stringify(candidates));
  });
  appender.close();
}
