import { bufferRows } from '../../engine/buffer-rows.js';
import { collectFindings } from '../../findings/collect.js';
import type { Model } from '../../score/model.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';

/**
 * Makes `findings`, worst first: `place` (1 …), `lid` (NULL for findings about the register), `source`,
 * `organisation`, `kind`, `cause`, the line of findings.jsonl as `json`, and `candidates` (resident, relations
 * and levels as JSON) for the case page.
 */
export async function findings(context: RunContext): Promise<StageOutcome> {
  const { engine, pipeline } = context;
  const collected = await collectFindings(engine, pipeline.links, resultOf<Model>(context, 'score'));
  await engine.run(`
    CREATE OR REPLACE TABLE findings (place INTEGER, lid INTEGER, rid INTEGER, source VARCHAR, organisation VARCHAR,
      kind VARCHAR, cause VARCHAR, finding_id VARCHAR, json VARCHAR, candidates VARCHAR)`);
  const appender = bufferRows(
    await engine.appender('findings', [
      'int',
      'int',
      'int',
      'text',
      'text',
      'text',
      'text',
      'text',
      'text',
      'text',
    ]),
  );
  collected.forEach(({ finding, lid, rid, candidates }, i) => {
    const { source, organisation, kind, cause, finding_id } = finding;
    appender.push(
      i + 1,
      lid,
      rid,
      source,
      organisation,
      kind,
      cause,
      finding_id,
      JSON.stringify(finding),
      JSON.stringify(candidates),
    );
  });
  appender.close();
  const links = await engine.value<number>('SELECT count(*) FROM verdicts');
  return { rowsIn: links, rowsOut: collected.length };
}
