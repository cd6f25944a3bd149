import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { Summary } from '../audit/summary.js';
import { openAuditLog } from './audit-log.js';
import { type Earlier, earlierOf, makeRunning, upToDate } from './begin-run.js';
import { type Begun, contextOf, type RunOptions } from './begun.js';
import { now, today } from './clock.js';
import { openCluster } from './cluster.js';
import { completeFinished } from './finish-run.js';
import { judge } from './judge.js';
import { pointLatest } from './latest.js';
import { lockRun } from './lock-run.js';
import { type Manifest, modelOrigin, type StageRecord, writeManifest } from './manifest.js';
import { type Finished, interruptedAfter, startOnFinish } from './on-finish.js';
import { makeOnFirstUse } from './pseudonym-key.js';
import { mustBeOurs, type RunFolders, runFolders } from './run-folders.js';
import { auditLogPath, logPlace } from './run-log.js';
import { STAGES } from './stages.js';
import { VERSION } from './version.js';

export interface RunResult {
  readonly outDir: string;
  readonly summary: Summary;
  /** How the command of `on_finish` ended; null where there is none. */
  readonly finished: Finished | null;
}

/**
 * Runs every stage of the pipeline in a folder of its own beside the output folder, which it replaces once all is
 * whole. Inputs have been checked before (`preflight.ts`), so nothing is written for a run that could not start.
 *
 * @throws {Failure} with exit code 4 when another run holds the folder, with 2 for a purged run that is to go on or a
 *   folder of others, with 130 or 143 when the process was asked to end; after any failure the output folder is as it
 *   was, and `resume` goes on from the last stage that was finished.
 */
export async function runPipeline(pipeline: PipelineFile, options: RunOptions): Promise<RunResult> {
  const startedAt = now().toISOString();
  const runId = `${startedAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${pipeline.name}`;
  const folders = await runFolders(options.out ?? join('reports', runId));
  await mustBeOurs(folders);
  await mkdir(dirname(folders.target), { recursive: true, mode: 0o700 });
  const unlock = await lockRun(folders.target);
  let begun: Begun;
  try {
    await mustBeOurs(folders);
    await makeOnFirstUse(pipeline, folders);
    await completeFinished(pipeline, folders);
    const found = options.resume ? await earlierOf(folders) : null;
    const own = { runId, startedAt, folders };
    const again = await newManifest(pipeline, options, found, own);
    const standing =
      found?.from === 'target'
        ? await upToDate(folders, pipeline, contextOf({ pipeline, options, folders, manifest: again }))
        : null;
    // Of a finished run whose inputs have changed, what still holds is taken: but it is another night.
    const earlier =
      found && standing && standing.changed.length > 0 ? { ...found, runId: null, startedAt: null } : found;
    const manifest = earlier === found ? again : await newManifest(pipeline, options, earlier, own);
    const place = { path: manifest.audit_log!, runId: manifest.run_id, dir: folders.target };
    const log = await openAuditLog(await logPlace(pipeline, place));
    begun = { pipeline, options, folders, earlier, manifest, log };
    await runBegun(begun, standing?.records ?? null);
  } finally {
    await unlock();
  }
  const outDir = folders.target;
  const summary = JSON.parse(await readFile(join(outDir, 'summary.json'), 'utf8')) as Summary;
  return { outDir, summary, finished: await handOver(begun) };
}

/** Lets the office's own command have the run, and says in the log how that ended. */
async function handOver({ pipeline, folders, manifest, log }: Begun): Promise<Finished | null> {
  const { path, dir, onFinish } = pipeline;
  if (onFinish === null) return null;
  const target = folders.target;
  const finished = await startOnFinish({ path, dir, onFinish }, { dir: target, runId: manifest.run_id });
  const { program, how, exitCode, seconds } = finished;
  await log.write({ action: 'on-finish', details: { path: program, how, exit_code: exitCode, seconds } });
  await log.copyTo(target);
  const interruption = interruptedAfter(finished, target);
  if (interruption !== null) throw interruption;
  return finished;
}

async function newManifest(
  pipeline: PipelineFile,
  options: RunOptions,
  earlier: Earlier | null,
  { runId, startedAt, folders }: { runId: string; startedAt: string; folders: RunFolders },
): Promise<Manifest> {
  return {
    run_id: earlier?.runId ?? runId,
    tool: { name: 'totsugo', version: VERSION },
    status: 'running',
    as_of: options.asOf ?? pipeline.asOf ?? earlier?.asOf ?? today(),
    started_at: earlier?.startedAt ?? startedAt,
    finished_at: null,
    pipeline: { name: pipeline.name, path: pipeline.path, sha256: pipeline.sha256 },
    model: await modelOrigin(pipeline),
    audit_log: await auditLogPath(pipeline, folders.target),
    inputs_digest: null,
    inputs: [],
    stages: [],
  };
}

/** @throws as `runPipeline` */
async function runBegun(begun: Begun, whole: readonly StageRecord[] | null): Promise<void> {
  const { pipeline, options, folders, earlier, manifest, log } = begun;
  const start = { pipeline: pipeline.path, sha256: pipeline.sha256, my_number_read: readsNumbers(pipeline) };
  if (whole !== null) {
    await log.write({ action: 'run-repeated', details: start });
    await log.copyTo(folders.target);
    await pointLatest(folders.target);
    for (const [i, stage] of STAGES.entries())
      options.onStage?.({
        stage,
        place: i + 1,
        of: STAGES.length,
        done: whole[i]!,
        resumed: true,
        rowsSoFar: () => 0,
        before: [],
      });
    return;
  }
  // Before anything is written: a cluster that cannot be worked with refuses the run.
  const cluster = await openCluster(pipeline, { runId: manifest.run_id, target: folders.target });
  try {
    const workDir = await makeRunning(folders, manifest.run_id, earlier);
    await writeManifest(folders.running, manifest);
    const begins = { action: earlier ? 'run-resumed' : 'run-started', details: start };
    await log.write(begins, ...(cluster?.opened ?? []));
    await judge(begun, workDir, cluster);
  } finally {
    // The run is what it is, also where its log can no longer be written.
    await cluster?.release(log, (note) => options.onNote?.(note)).catch(() => undefined);
  }
}

function readsNumbers(pipeline: PipelineFile): boolean {
  return [pipeline.register, ...pipeline.links].some(({ columns }) => columns.my_number !== undefined);
}
