import { constants } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { decisionsPath } from '../decide/store.js';
import { disposeOf } from '../files/dispose.js';
import { Failure } from '../text/failure.js';
import type { RunContext } from './context.js';
import type { Ingredient } from './ingredient.js';
import { readManifest, type StageRecord } from './manifest.js';
import { lookAt, readMarker, writeMarker } from './marker.js';
import { reusableStages } from './reuse.js';
import type { RunFolders } from './run-folders.js';
import { STAGES } from './stages.js';

/** The run that is gone on with: its identity, and where its working data is. */
export interface Earlier {
  readonly runId: string | null;
  readonly startedAt: string | null;
  readonly asOf: string | null;
  readonly from: 'running' | 'target';
}

/**
 * What `--resume` goes on with: the unfinished run beside the target, else the finished one in it; null for neither.
 *
 * @throws {Failure} `run-purged` (exit code 2): what a purged run left is a record of its own.
 */
export async function earlierOf({ target, running }: RunFolders): Promise<Earlier | null> {
  for (const from of ['running', 'target'] as const) {
    const dir = from === 'running' ? running : target;
    if ((await lookAt(dir)) !== 'ours') continue;
    const manifest = await readManifest(dir);
    if (manifest?.status === 'purged') throw new Failure('run-purged', { values: { dir } });
    return {
      runId: manifest?.run_id ?? (await readMarker(dir))?.run_id ?? null,
      startedAt: manifest?.started_at ?? null,
      // A finished night is not gone on with past midnight: asked for again, it is asked for today.
      asOf: from === 'running' ? (manifest?.as_of ?? null) : null,
      from,
    };
  }
  return null;
}

/** A finished run held against what a run would make now. */
export interface Standing {
  /** Its stages where nothing is to be done, else null. */
  readonly records: readonly StageRecord[] | null;
  /** What has changed since: then what is to be done is another night. */
  readonly changed: readonly Ingredient[];
}

/** Looks whether the finished run in the target is what a run would make now. */
export async function upToDate(
  folders: RunFolders,
  pipeline: PipelineFile,
  context: Omit<RunContext, 'engine'>,
): Promise<Standing> {
  const names = new Set(await readdir(folders.target));
  const entries = (await readMarker(folders.target))?.entries;
  const isWhole = entries?.every((name) => names.has(name)) ?? false;
  const live = {
    ...context,
    results: {},
    decisionsFile: decisionsPath(pipeline),
    modelFile: pipeline.model === null ? null : resolve(pipeline.dir, pipeline.model),
  };
  const { states, changed } = await reusableStages(live as RunContext, join(folders.target, 'work'), STAGES);
  const records = states.map(({ record }) => record);
  return { records: isWhole && records.length === STAGES.length ? records : null, changed };
}

/** Makes the folder that the run works in, or goes on in the one that is there. Marked first of all. */
export async function makeRunning(
  { target, running }: RunFolders,
  runId: string,
  earlier: Earlier | null,
): Promise<string> {
  if (earlier?.from !== 'running') {
    await disposeOf(join(running, 'work'));
    await disposeOf(running);
  }
  await mkdir(running, { recursive: true, mode: 0o700 });
  // One that an interrupted run left may have been opened to others since.
  await chmod(running, 0o700);
  await writeMarker(running, { run_id: runId, entries: null });
  const workDir = join(running, 'work');
  const aside = `${workDir}.part`;
  await disposeOf(aside);
  // A copy: the outputs that stand, and the data behind them, stay as they are until the new ones are whole.
  if (earlier?.from === 'target' && (await lookAt(join(target, 'work'))) !== 'nothing') {
    await cp(join(target, 'work'), aside, { recursive: true, mode: constants.COPYFILE_FICLONE });
    await rename(aside, workDir);
  }
  await mkdir(workDir, { recursive: true, mode: 0o700 });
  await chmod(workDir, 0o700);
  return workDir;
}
