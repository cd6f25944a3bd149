import { open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { type Disposed, disposeOf, filesBelow } from '../files/dispose.js';
import { RUN_MARKER } from '../files/run-marker.js';
import { bytesBelow } from '../files/sizes.js';
import { syncFolder } from '../files/write-whole.js';
import type { AuditLog } from './audit-log.js';
import { AUDIT_LOG } from './audit-log.js';
import type { RunContext } from './context.js';
import { keepNight } from './keep-night.js';
import { sealWork } from './kept-work.js';
import { LOG_HEAD } from './log-head.js';
import { type Manifest, readManifest, writeManifest } from './manifest.js';
import { writeMarker } from './marker.js';
import { earlierRunsOf } from './nights.js';
import { isFinished, publish, type RunFolders } from './run-folders.js';

/**
 * Ends a run whose stages are done and whose engine is closed: says so in log and run.json, forces every output to disk,
 * and puts the folder in its place. The marker that names the entries of the folder is written last: with it the
 * run is whole, and only has to take its place, which any later command can do.
 */
export async function finishRun({
  context,
  folders,
  manifest,
  log,
}: {
  readonly context: RunContext;
  readonly folders: RunFolders;
  readonly manifest: Manifest;
  readonly log: AuditLog;
}): Promise<void> {
  const { running } = folders;
  const [before] = await earlierRunsOf(context);
  const inWork = (path: string) => relative(running, path).startsWith(`work${sep}`);
  const totals = {
    seconds: Math.round(1000 * manifest.stages.reduce((sum, { seconds }) => sum + seconds, 0)) / 1000,
    input_bytes: manifest.inputs.reduce((sum, { bytes }) => sum + bytes, 0),
    work_bytes: await bytesBelow(running, inWork),
    output_bytes: await bytesBelow(running, (path) => !inWork(path)),
  };
  const whole = { ...manifest, earlier_run: before?.runId ?? null, totals };
  const written = (await readdir(running)).filter((name) => !name.startsWith('.')).sort();
  await log.write(
    ...manifest.inputs.map(({ source, path, sha256, rows }) => ({
      action: 'read',
      details: { source, path, sha256, rows },
    })),
    { action: 'run-finished', details: { written } },
  );
  await log.copyTo(running);
  await writeManifest(running, whole);
  await sealWork(context.workDir, whole);
  await syncOutputs(running);
  const entries = new Set([...(await readdir(running)), AUDIT_LOG, LOG_HEAD]);
  entries.delete(RUN_MARKER);
  await writeMarker(running, { run_id: manifest.run_id, entries: [...entries].sort() });
  await complete(context.pipeline, folders, whole);
}

/** What is left to do of a run that is whole: keeps what the next nights need of it, and puts its folder in its place. */
async function complete(pipeline: PipelineFile, folders: RunFolders, whole: Manifest): Promise<void> {
  await keepNight(pipeline, folders.running, whole);
  await publish(folders);
}

/**
 * Puts a run in its place that was whole when a crash or a full disk stopped it; nothing where there is none. It may have been
 * stopped before the night was kept, whose findings would be missing in every later comparison.
 */
export async function completeFinished(pipeline: PipelineFile, folders: RunFolders): Promise<void> {
  const whole = (await isFinished(folders)) ? await readManifest(folders.running) : null;
  if (whole === null) return;
  const isOurs =
    whole.pipeline.name === pipeline.name && resolve(whole.pipeline.path) === resolve(pipeline.path);
  await (isOurs ? complete(pipeline, folders, whole) : publish(folders));
}

/** Takes away an unfinished run: a refused one, since exit code 2 says that nothing was written, or one that is purged. */
export async function discardRun({ running }: RunFolders): Promise<Disposed> {
  const disposed = await disposeOf(join(running, 'work'));
  await disposeOf(running);
  return disposed;
}

/** Forces the outputs to disk: a rename that survives a power cut must not lead to files that did not. */
async function syncOutputs(dir: string): Promise<void> {
  const paths = (await filesBelow(dir)).filter((path) => !relative(dir, path).startsWith(`work${sep}`));
  for (const path of paths) {
    const file = await open(path, 'r+');
    await file.sync();
    await file.close();
  }
  const folders = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const folder of folders.filter((entry) => entry.isDirectory()))
    await syncFolder(join(folder.parentPath, folder.name));
}
