import { constants } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { decisionsPath } from '../decide/store.js';

/** Copies of what people may change while a run goes on, so that all its stages see one state of it. */
export interface Snapshot {
  /** May not be there: nothing was decided yet. */
  readonly decisionsFile: string;
  readonly modelFile: string | null;
}

export async function takeSnapshot(pipeline: PipelineFile, workDir: string): Promise<Snapshot> {
  const decisionsFile = join(workDir, 'decisions.jsonl');
  const modelFile = join(workDir, 'model.json');
  await copyWhole(decisionsPath(pipeline), decisionsFile);
  if (pipeline.model === null) return { decisionsFile, modelFile: null };
  await copyWhole(resolve(pipeline.dir, pipeline.model), modelFile);
  return { decisionsFile, modelFile };
}

/** What is not there leaves no copy. */
async function copyWhole(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  try {
    await copyFile(from, `${to}.part`, constants.COPYFILE_FICLONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  await rename(`${to}.part`, to);
}
