import { bufferRows } from '../../engine/buffer-rows.js';
import type { Engine } from '../../engine/engine.js';
import { drawBlindSample } from '../../findings/blind-sample.js';
import { readClusters } from '../../findings/clusters.js';
import { type Collected, collectFindings } from '../../findings/collect.js';
import { markerOf } from '../../findings/marks.js';
import type { Model } from '../../score/model.js';
import { auditKey } from '../audit-key.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';

/**
 * Makes `findings`, worst first, and `blind_sample`, clean links for blind review, of one shape: `place` (1 …),
 * `lid` (NULL for findings about the register), `source`, `organisation`, `kind`, `cause`, `fingerprint`, the
 * line of findings.jsonl as `json`, `candidates` (resident, relations and levels as JSON) for the case page, and `marks`
 * (findings/marks.ts) as JSON.
 */
export async function findings(context: RunContext): Promise<StageOutcome> {
  const { engine, pipeline } = context;
  const model = resultOf<Model>(context, 'score');
  const clusters = await readClusters(
    engine,
    pipeline.links.map(({ id }) => id),
  );
  const marker = markerOf(await auditKey(pipeline));
  const collected = await collectFindings(engine, pipeline.links, model, clusters, marker);
  await keep(engine, 'findings', collected);
  const sample = await drawBlindSample(engine, pipeline.links, model, pipeline.review.sampleClean, marker);
  await keep(engine, 'blind_sample', sample);
  const links = await engine.value<number>('SELECT count(*) FROM verdicts');
  return { rowsIn: links, rowsOut: collected.length, result: clusters };
}

async function keep(engine: Engine, table: string, collected: readonly Collected[]): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE ${table} (place INTEGER, lid INTEGER, rid INTEGER, source VARCHAR, organisation VARCHAR,
      kind VARCHAR, cause VARCHAR, finding_id VARCHAR, fingerprint VARCHAR, json VARCHAR, candidates VARCHAR, marks VARCHAR)`);
  const appender = bufferRows(
    await engine.appender(table, ['int', 'int', 'int', ...Array.from({ length: 9 }, () => 'text' as const)]),
  );
  collected.forEach(({ finding, lid, rid, candidates, marks }, i) => {
    const { source, organisation, kind, cause, finding_id, fingerprint } = finding;
    const texts = [source, organisation, kind, cause, finding_id, fingerprint];
    const json = [finding, candidates, marks].map((part) => JSON.stringify(part));
    appender.push(i + 1, lid, rid, ...texts, ...json);
  });
  appender.close();
}
