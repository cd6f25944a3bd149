import { runChecks } from '../../check/index.js';
import type { IngestReport } from '../../ingest/index.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';

/** Looks at the quality of what was read; changes nothing. */
export async function check(context: RunContext): Promise<StageOutcome> {
  const quality = await runChecks(context.engine, context.pipeline, { asOf: context.asOf });
  const rows = resultOf<IngestReport[]>(context, 'ingest')
    .flatMap(({ files }) => files)
    .reduce((sum, { accepted }) => sum + accepted, 0);
  return { rowsIn: rows, rowsOut: rows, result: quality };
}
