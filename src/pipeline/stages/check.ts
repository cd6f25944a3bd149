import { runChecks } from '../../check/index.js';
import { unreadSheetsOf } from '../../ingest/index.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { inputsOf, runDigest } from '../manifest.js';
import { earlierRuns } from '../nights.js';
import { readQuality } from '../quality-file.js';

/** Looks at the quality of what was read, also against the night before; changes nothing. */
export async function check(context: RunContext): Promise<StageOutcome<'check'>> {
  const { engine, pipeline, outDir, asOf } = context;
  const inputs = inputsOf(resultOf(context, 'ingest'));
  const [last] = await earlierRuns(outDir, pipeline.name, await runDigest(pipeline, asOf, inputs));
  const previous = last === undefined ? undefined : (await readQuality(last))?.profile;
  const unreadSheets = unreadSheetsOf(pipeline, resultOf(context, 'ingest'));
  const quality = await runChecks(engine, pipeline, {
    asOf,
    unreadSheets,
    ...(previous ? { previous } : {}),
  });
  const rows = inputs.reduce((sum, { accepted }) => sum + accepted, 0);
  return { rowsIn: rows, rowsOut: rows, result: quality };
}
