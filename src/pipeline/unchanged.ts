import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { type Manifest, runDigest } from './manifest.js';
import { VERSION } from './version.js';

/** Whether program, pipeline file and inputs are those of the interrupted run; where not, nothing of it can be kept. */
export async function isUnchanged(pipeline: PipelineFile, found: Manifest): Promise<boolean> {
  if (found.pipeline.sha256 !== pipeline.sha256 || found.tool.version !== VERSION) return false;
  for (const { path, bytes, sha256 } of found.inputs) {
    const file = resolve(pipeline.dir, path);
    const size = await stat(file).then(
      (stats) => stats.size,
      () => -1,
    );
    if (size !== bytes || (await sha256Of(file)) !== sha256) return false;
  }
  return (
    found.inputs_digest === null ||
    found.inputs_digest === (await runDigest(pipeline, found.as_of, found.inputs))
  );
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file)) hash.update(block as Buffer);
  return hash.digest('hex');
}
