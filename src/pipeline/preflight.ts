import { preflight } from '../ingest/index.js';
import { readModel } from '../score/model-file.js';
import type { PipelineFile } from './pipeline-file.js';

/**
 * Opens every input and reads its beginning. Throws a Failure with exit code 2, in one sentence with the
 * place, for whatever would stop the run; writes nothing.
 */
export async function preflightPipeline(pipeline: PipelineFile): Promise<void> {
  for (const spec of [pipeline.register, ...pipeline.links]) await preflight(spec, { dir: pipeline.dir });
  if (pipeline.model) {
    const sources = pipeline.links.map(({ id }) => id);
    await readModel(pipeline.dir, pipeline.model, sources);
  }
}
