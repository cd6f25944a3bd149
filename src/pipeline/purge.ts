import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disposed, disposeOf, filesBelow } from '../files/dispose.js';
import { Failure } from '../text/failure.js';
import { AUDIT_LOG, type AuditLog } from './audit-log.js';
import { type LeftThere, leftOnCluster } from './cluster-left.js';
import { loadPipeline } from './file/load.js';
import { discardRun } from './finish-run.js';
import { lockRun } from './lock-run.js';
import { LOG_HEAD } from './log-head.js';
import { type Manifest, readManifest } from './manifest.js';
import { lookAt, writeMarker } from './marker.js';
import { openRun } from './open-run.js';
import { leaveRecord } from './purge-record.js';
import { type RunFolders, runFolders } from './run-folders.js';
import { openLogOf } from './run-log.js';

export interface Purged extends Disposed {
  /** Why the audit log could not be carried on; the disposal record tells it, too. */
  readonly unlogged: Failure | null;
  /** Why names of tables are left on the cluster, whose data is gone. */
  readonly uncleared: Failure | null;
}

/**
 * Overwrites and removes the working data, where full numbers are, of a run, of the outputs before it and of an
 * unfinished run beside it, and leaves disposal.json: what was disposed of, when and by which run. Where no run was ever
 * finished, the folder has that record alone. The log says that it begins before anything is destroyed. Where all was done
 * before it changes nothing, and gives 0.
 *
 * @throws {Failure} with exit code 2 for a folder that holds no run, with 4 where another command holds it.
 */
export async function purgeRun(dir: string): Promise<Purged> {
  await runOf(dir);
  const unlock = await lockRun(dir);
  try {
    // Read again under the lock: another purge may have been at it.
    const manifest = await runOf(dir);
    const folders = await runFolders(dir);
    const unfinished = (await lookAt(folders.running)) === 'ours' ? folders.running : null;
    const there = await leftThere(manifest, folders);
    const hidden = join(folders.target, '.disposing');
    const places = [hidden, join(folders.target, 'work'), join(folders.previous, 'work')];
    const found = await Promise.all([...places, ...(unfinished ? [unfinished] : [])].map(filesBelow));
    // The record of what was disposed of is evidence: a second purge must not put "nothing" in its place.
    if (manifest.status === 'purged' && found.every((paths) => paths.length === 0) && !there?.schemas)
      return { files: 0, bytes: 0, unlogged: null, uncleared: null };
    const { log, unlogged } = await logOf(dir, manifest);
    await log?.write({ action: 'purge-started' });
    const uncleared = (await there?.clear(log)) ?? null;
    if ((await lookAt(folders.target)) !== 'ours') await makeForRecord(folders, manifest);
    const gone: Disposed[] = [await disposeOf(hidden)];
    // Out of sight first: what is half overwritten is not to be taken for the data of the run.
    await rename(join(folders.target, 'work'), hidden).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    for (const place of places) gone.push(await disposeOf(place));
    if (unfinished) gone.push(await discardRun(folders));
    const disposed = {
      files: gone.reduce((sum, { files }) => sum + files, 0),
      bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0),
    };
    await leaveRecord(dir, manifest, disposed, unlogged === null);
    await log?.write({ action: 'purged', details: { ...disposed } });
    await log?.copyTo(dir);
    return { ...disposed, unlogged, uncleared };
  } finally {
    await unlock();
  }
}

/** The run in a folder; where none was finished the one that was begun beside it, which has no end. */
async function runOf(dir: string): Promise<Manifest> {
  return openRun(dir).catch(async (failure: unknown) => {
    const { target, running } = await runFolders(dir);
    const begun = (await lookAt(target)) === 'of-others' ? null : await readManifest(running);
    if (begun === null) throw failure;
    return { ...begun, finished_at: null };
  });
}

async function makeForRecord({ target }: RunFolders, { run_id }: Manifest): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  await writeMarker(target, { run_id, entries: [AUDIT_LOG, LOG_HEAD, 'disposal.json', 'run.json'] });
}

/** What dead runs of the folder have left on the cluster that the pipeline file names; without that file nobody knows of one. */
async function leftThere({ pipeline }: Manifest, { target }: RunFolders): Promise<LeftThere | null> {
  const file = await loadPipeline(pipeline.path).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
  return file && leftOnCluster(file, target);
}

/** A key or log that is gone must not keep data from being disposed of; the record then stands alone. */
async function logOf(
  dir: string,
  manifest: Manifest,
): Promise<{ readonly log: AuditLog | null; readonly unlogged: Failure | null }> {
  try {
    return { log: await openLogOf(dir, manifest), unlogged: null };
  } catch (error) {
    if (error instanceof Failure) return { log: null, unlogged: error };
    throw error;
  }
}
