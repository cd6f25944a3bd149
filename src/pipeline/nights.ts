import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { CaseStatus } from '../audit/case.js';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { NightView, Trail } from '../audit/result.js';
import type { NightOverNight } from '../audit/summary.js';
import { type RunContext, resultOf } from './context.js';
import { inputsOf, type Manifest, readManifest, runDigest, type StageRecord } from './manifest.js';

/** Earlier nights of one pipeline: the ids found last time, and those found only before that. */
export interface EarlierNights {
  readonly last: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** How many earlier runs are looked at for findings that come back. */
export const NIGHTS = 10;

/** A finished run of an earlier night: its folder, or what is kept of it beside the pipeline file. */
export interface EarlierRun {
  readonly runId: string;
  readonly dir: string;
  readonly asOf: string;
}

/**
 * Earlier finished runs of the same pipeline, newest first: in the folders beside the output folder, and as kept beside
 * the pipeline file (`keepNight`). Once inputs have been run, running the very same again is a repetition of that
 * night and has the nights before it, whatever was run since, so that repeating a run changes nothing in its outputs.
 */
export async function earlierRuns(
  parents: readonly string[],
  { runId: thisRun, pipeline, inputsDigest }: ThisNight,
): Promise<EarlierRun[]> {
  const runs = new Map<string, EarlierRun & { readonly startedAt: string; readonly same: boolean }>();
  for (const parent of new Set(parents.map((dir) => resolve(dir)))) {
    const folders = await readdir(parent, { withFileTypes: true }).catch(() => []);
    for (const folder of folders) {
      const dir = join(parent, folder.name);
      const manifest = folder.isDirectory() ? await readManifest(dir) : null;
      if (!manifest || !isNight(manifest) || manifest.pipeline.name !== pipeline) continue;
      if (manifest.run_id === thisRun || runs.has(manifest.run_id)) continue;
      const same = manifest.inputs_digest === inputsDigest;
      const { run_id: runId, as_of: asOf, started_at: startedAt } = manifest;
      runs.set(runId, { runId, dir, asOf, startedAt, same });
    }
  }
  const sorted = [...runs.values()].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  return sorted.slice(sorted.findLastIndex(({ same }) => same) + 1);
}

/** What tells a night from others of its pipeline. */
export interface ThisNight {
  readonly runId: string;
  /** Name of the pipeline. */
  readonly pipeline: string;
  readonly inputsDigest: string;
}

/** The earlier runs of the night that a stage belongs to, once the files have been read. */
export async function earlierRunsOf(context: RunContext): Promise<EarlierRun[]> {
  const { pipeline, outDir, runId } = context;
  const inputs = inputsOf(resultOf(context, 'ingest'));
  // What is kept of a night comes before its outputs: those lie where people work, and one that was cut would count as fewer findings.
  return earlierRuns([nightsPath(pipeline), dirname(outDir)], {
    runId,
    pipeline: pipeline.name,
    inputsDigest: await runDigest(context, inputs),
  });
}

/** Where what the next nights need of the last ones is kept, for one output folder has no earlier ones beside it. */
export function nightsPath({ path }: Pick<PipelineFile, 'path'>): string {
  return `${path.replace(/\.ya?ml$/i, '')}.nights`;
}

/** The stages of the night that was begun last, for how long they took; empty where none is kept. */
export async function lastStages(pipeline: Pick<PipelineFile, 'path'>): Promise<readonly StageRecord[]> {
  const dir = nightsPath(pipeline);
  const names = await readdir(dir).catch(() => []);
  const nights = await Promise.all(names.map((name) => readManifest(join(dir, name))));
  const last = nights
    .flatMap((night) => night ?? [])
    .reduce<Manifest | null>((a, b) => (a !== null && a.started_at > b.started_at ? a : b), null);
  return last?.stages ?? [];
}

/** One that was finished; working data may also be disposed of before that. */
function isNight({ status, finished_at }: Manifest): boolean {
  return status === 'done' || (status === 'purged' && finished_at !== null);
}

/** What earlier runs found, from their findings.jsonl; null where there are none. */
export async function earlierNights(runs: readonly Pick<EarlierRun, 'dir'>[]): Promise<EarlierNights | null> {
  if (runs.length === 0) return null;
  const found: string[][] = [];
  for (const { dir } of runs.slice(0, NIGHTS)) found.push(await findingIds(dir));
  const last = new Set(found[0]);
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

/** The run that is compared with, and the last nights, this one at their end: how many findings each had. */
export async function trailOf(runs: readonly EarlierRun[], night: NightView): Promise<Trail> {
  const earlier: NightView[] = [];
  for (const { runId, dir, asOf } of runs.slice(0, NIGHTS - 1)) {
    earlier.push({ runId, asOf, findings: (await findingIds(dir)).length });
  }
  return { compared: earlier[0] ?? null, nights: [...earlier.toReversed(), night] };
}

/** How a finding stands to the nights before. */
export function statusOf(id: string, earlier: EarlierNights | null): CaseStatus {
  if (earlier === null) return 'first';
  if (earlier.last.has(id)) return 'continuing';
  return earlier.before.has(id) ? 'recurring' : 'new';
}

/** @param earlier null for a first run. */
export function compareNights(ids: readonly string[], earlier: EarlierNights | null): NightOverNight {
  if (earlier === null) return { first: ids.length, new: 0, resolved: 0, continuing: 0, recurring: 0 };
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
