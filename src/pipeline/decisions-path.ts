import { resolve } from 'node:path';
import type { PipelineFile } from './pipeline-file.js';

/** Where reviewers' decisions are kept between runs: as the pipeline says, else beside the pipeline file. */
export function decisionsPath(pipeline: PipelineFile): string {
  if (pipeline.decisions) return resolve(pipeline.dir, pipeline.decisions);
  return `${pipeline.path.replace(/\.(ya?ml)$/i, '')}.decisions.jsonl`;
}
