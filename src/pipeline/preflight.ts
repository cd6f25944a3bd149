import type { PipelineFile } from '../audit/pipeline-file.js';
import { checkStore, decisionsPath } from '../decide/index.js';
import { preflight } from '../ingest/index.js';
import { readModel } from '../score/model-file.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { KEY_COLUMNS } from '../verify/comparisons/index.js';
import { auditKey } from './audit-key.js';
import { today } from './clock.js';
import { onFinishNote } from './on-finish.js';

/**
 * Opens every input and reads its beginning. Throws a Failure with exit code 2 that says, one sentence with
 * the place for each input, what would stop the run; writes nothing. Gives what would not, but should be known.
 *
 * @param asOf the day of the run, ISO, where it is not that of the pipeline file, or today.
 */
export async function preflightPipeline(
  pipeline: PipelineFile,
  asOf: string | null = null,
): Promise<readonly Bilingual[]> {
  const failures: Failure[] = [];
  const notes: Bilingual[] = [];
  const options = { dir: pipeline.dir, asOf: asOf ?? pipeline.asOf ?? today(), keys: KEY_COLUMNS };
  for (const spec of [pipeline.register, ...pipeline.links]) {
    try {
      notes.push(...(await preflight(spec, options)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw together(failures);
  await auditKey(pipeline);
  await checkStore(decisionsPath(pipeline));
  if (pipeline.model) {
    const sources = pipeline.links.map(({ id }) => id);
    await readModel(pipeline.dir, pipeline.model, sources);
  }
  const note = await onFinishNote(pipeline);
  return note === null ? notes : [...notes, note];
}

function together(failures: readonly Failure[]): Failure {
  const [first, ...others] = failures;
  if (others.length === 0) return first!;
  return first!.with(others);
}
