import { runChecks } from '../../check/index.js';
import { unreadSheetsOf } from '../../ingest/index.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { inputsOf } from '../manifest.js';
import { earlierRunsOf } from '../nights.js';
import { readQuality } from '../quality-file.js';

/** Looks at the quality of what was read, also against the night before; changes nothing. */
export async function check(context: RunContext): Promise<StageOutcome<'check'>> {
  const { engine, pipeline, asOf } = context;
  const inputs = inputsOf(resultOf(context, 'ingest'));
  const [last] = await earlierRunsOf(context);
  const previous = last === undefined ? undefined : (await readQuality(last.dir))?.profile;
  const unreadSheets = unreadSheetsOf(pipeline, resultOf(context, 'ingest'));
  const quality = await runChecks(engine, pipeline, {
    asOf,
    unreadSheets,
    ...(previous ? { previous } : {}),
  });
  const rows = inputs.reduce((sum, { accepted }) => sum + accepted, 0);
  return { rowsIn: rows, rowsOut: rows, result: quality };
}
