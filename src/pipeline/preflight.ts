import type { PipelineFile } from '../audit/pipeline-file.js';
import { preflight } from '../ingest/index.js';
import { readModel } from '../score/model-file.js';
import { Failure } from '../text/failure.js';
import { KEY_COLUMNS } from '../verify/comparisons/index.js';
import { auditKey } from './audit-key.js';
import { today } from './clock.js';

/**
 * Opens every input and reads its beginning. Throws a Failure with exit code 2 that says, one sentence with
 * the place for each input, what would stop the run; writes nothing.
 *
 * @param asOf the day of the run, ISO, where it is not that of the pipeline file, or today.
 */
export async function preflightPipeline(pipeline: PipelineFile, asOf: string | null = null): Promise<void> {
  const failures: Failure[] = [];
  const options = { dir: pipeline.dir, asOf: asOf ?? pipeline.asOf ?? today(), keys: KEY_COLUMNS };
  for (const spec of [pipeline.register, ...pipeline.links]) {
    await preflight(spec, options).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    });
  }
  if (failures.length > 0) throw together(failures);
  await auditKey(pipeline);
  if (pipeline.model) {
    const sources = pipeline.links.map(({ id }) => id);
    await readModel(pipeline.dir, pipeline.model, sources);
  }
}

function together(failures: readonly Failure[]): Failure {
  const [first, ...others] = failures;
  if (others.length === 0) return first!;
  const text = {
    ja: failures.map(({ text }) => text.ja).join('\n'),
    en: failures.map(({ text }) => text.en).join('\n'),
  };
  return new Failure(first!.code, text, { exitCode: 2, cause: first });
}
