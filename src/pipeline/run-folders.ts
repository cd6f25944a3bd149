import { readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { disposeOf, disposeOfEither } from '../files/dispose.js';
import { RUN_MARKER } from '../files/run-marker.js';
import { syncFolder } from '../files/write-whole.js';
import { Failure } from '../text/failure.js';
import type { FailureKey } from '../text/failures/index.js';
import { pointLatest } from './latest.js';
import { lockRun } from './lock-run.js';
import { readManifest } from './manifest.js';
import { lookAt, readMarker } from './marker.js';
import { leaveRecord } from './purge-record.js';

/** The output folder of a run, and what stands beside it on the same file system. */
export interface RunFolders {
  /** The last good outputs; never written into by a run. */
  readonly target: string;
  /** Where a run works until it is whole. */
  readonly running: string;
  /** The outputs before the last; without working data. */
  readonly previous: string;
}

export async function runFolders(out: string): Promise<RunFolders> {
  // A link to a folder stays a link: what it points at is replaced.
  const target = await realpath(out).catch(() => resolve(out));
  const beside = (what: string) => join(dirname(target), `.${basename(target)}.${what}`);
  return { target, running: beside('running'), previous: beside('previous') };
}

/**
 * A folder that holds something else than a run is never emptied, moved or written into.
 *
 * @throws {Failure} with exit code 2: `folder-not-empty`, `folder-unusable`, `folder-mount`.
 */
export async function mustBeOurs({ target, running, previous }: RunFolders): Promise<void> {
  for (const dir of [target, running, previous]) {
    const found = await lookAt(dir).catch((cause: unknown) => {
      throw refusal('folder-unusable', dir, cause);
    });
    if (found !== 'of-others') continue;
    const isFolder = (await stat(dir)).isDirectory();
    throw isFolder ? refusal('folder-not-empty', dir) : refusal('folder-unusable', dir);
  }
  const [here, around] = await Promise.all(
    [target, dirname(target)].map((dir) => stat(dir).catch(() => null)),
  );
  if (here && around && here.dev !== around.dev) throw refusal('folder-mount', target);
}

/**
 * The finished run takes its place: the earlier outputs become `previous`, the run's folder the target. Nothing is
 * removed before the new outputs stand. The caller holds the lock; nothing of the run is open.
 */
export async function publish(folders: RunFolders): Promise<void> {
  const { target, running, previous } = folders;
  const found = await lookAt(target);
  if (found === 'empty') await rmdir(target);
  if (found === 'ours') {
    await takeAway(folders);
    await rename(target, previous);
  }
  await rename(running, target);
  await syncFolder(dirname(target));
  await pointLatest(target);
  await settle(folders);
}

/** What follows once the new outputs stand: files that people put there move along, working data of before goes. */
async function settle({ target, previous }: RunFolders): Promise<void> {
  if ((await lookAt(previous)) !== 'ours') return;
  await carryAlong(previous, target);
  const manifest = await readManifest(previous);
  const disposed = await disposeOf(join(previous, 'work'));
  if (manifest && disposed.files > 0) await leaveRecord(previous, manifest, disposed, true);
}

/** Overwrites and removes `previous` to make room for the next: its case pages hold names and addresses. */
async function takeAway({ target, previous }: RunFolders): Promise<void> {
  const found = await lookAt(previous);
  if (found === 'nothing') return;
  await carryAlong(previous, target);
  await disposeOf(join(previous, 'work'));
  // The marker last: until then the folder is known for ours.
  for (const name of (await readdir(previous)).filter((name) => name !== RUN_MARKER))
    await disposeOfEither(join(previous, name));
  await rm(previous, { recursive: true, force: true });
}

/** Files that other commands than `run` leave in a run's folder. */
const LATER: ReadonlySet<string> = new Set([
  'disposal.json',
  'evaluation.json',
  'evaluation.html',
  'style.css',
  'pages.js',
]);

/** Moves what people have put into the old outputs into the new ones, where no file of the run has that name. */
async function carryAlong(from: string, to: string): Promise<void> {
  const marker = await readMarker(from);
  if (!marker?.entries) return;
  const known = new Set([...marker.entries, ...LATER, RUN_MARKER]);
  const present = new Set(await readdir(to));
  for (const name of await readdir(from)) {
    if (!known.has(name) && !present.has(name)) await rename(join(from, name), join(to, name));
  }
}

/**
 * Ends what a crash interrupted while a finished run took its place. Every command that takes a run's folder begins with
 * it; it changes nothing where nothing was interrupted.
 */
export async function heal(out: string): Promise<void> {
  const folders = await runFolders(out);
  if ((await lookAt(folders.target).catch(() => 'ours')) !== 'nothing' || !(await isFinished(folders)))
    return;
  // Held: the run that took the old outputs away is about to put the new ones there.
  const unlock = await lockRun(folders.target, 10_000);
  try {
    if ((await lookAt(folders.target)) === 'nothing' && (await isFinished(folders))) await publish(folders);
  } finally {
    await unlock();
  }
}

/** Whether the run beside the target is whole, and only has to take its place. */
export async function isFinished({ running }: RunFolders): Promise<boolean> {
  const marker = await readMarker(running);
  return marker !== null && marker.entries !== null && (await readManifest(running))?.status === 'done';
}

function refusal(key: FailureKey, dir: string, cause?: unknown): Failure {
  return new Failure(key, { values: { dir }, cause });
}
