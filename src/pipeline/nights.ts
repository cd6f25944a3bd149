import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { NightOverNight } from '../audit/summary.js';
import { readManifest } from './manifest.js';

/** Earlier nights of one pipeline: the ids found last time, and those found only before that. */
export interface EarlierNights {
  readonly last: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** How many earlier runs are looked at for findings that come back. */
const NIGHTS = 10;

/**
 * Folders of earlier finished runs of the same pipeline beside the output folder, newest first. The latest runs
 * of the very same inputs are repetitions of this night, not nights before it, so repeating a run changes
 * nothing in its outputs.
 */
export async function earlierRuns(outDir: string, pipeline: string, inputsDigest: string): Promise<string[]> {
  const parent = dirname(resolve(outDir));
  const folders = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const runs: { dir: string; startedAt: string; same: boolean }[] = [];
  for (const folder of folders) {
    const dir = join(parent, folder.name);
    if (!folder.isDirectory() || dir === resolve(outDir)) continue;
    const manifest = await readManifest(dir);
    if (!manifest || !FINISHED.has(manifest.status) || manifest.pipeline.name !== pipeline) continue;
    runs.push({ dir, startedAt: manifest.started_at, same: manifest.inputs_digest === inputsDigest });
  }
  runs.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const firstOther = runs.findIndex(({ same }) => !same);
  return firstOther < 0 ? [] : runs.slice(firstOther).map(({ dir }) => dir);
}

const FINISHED: ReadonlySet<string> = new Set(['done', 'purged']);

/** What earlier runs found, from their findings.jsonl. */
export async function earlierNights(runs: readonly string[]): Promise<EarlierNights> {
  const found: string[][] = [];
  for (const dir of runs.slice(0, NIGHTS)) found.push(await findingIds(dir));
  const last = new Set(found[0] ?? []);
  return {
    last,
    before: new Set(
      found
        .slice(1)
        .flat()
        .filter((id) => !last.has(id)),
    ),
  };
}

/** Line by line: findings.jsonl of a whole country is longer than a string may be. None where the file is gone. */
async function findingIds(dir: string): Promise<string[]> {
  const path = join(dir, 'findings.jsonl');
  if (!(await stat(path).catch(() => null))) return [];
  const ids: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const id = /^\{"finding_id":"([^"]+)"/.exec(line)?.[1];
    if (id) ids.push(id);
  }
  return ids;
}

export function compareNights(ids: readonly string[], earlier: EarlierNights): NightOverNight {
  const now = new Set(ids);
  const count = (set: ReadonlySet<string>) => ids.filter((id) => set.has(id)).length;
  const continuing = count(earlier.last);
  const recurring = count(earlier.before);
  return {
    new: ids.length - continuing - recurring,
    resolved: [...earlier.last].filter((id) => !now.has(id)).length,
    continuing,
    recurring,
  };
}
