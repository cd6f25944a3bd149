import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { Summary } from '../audit/summary.js';
import { counted } from '../engine/counted.js';
import { type DuckDbOptions, openDuckDb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { stoppable } from '../engine/stoppable.js';
import { TRACED, traced } from '../engine/trace.js';
import { withCluster } from '../engine/trino-engine.js';
import { inputFiles } from '../ingest/index.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { machineRefusal } from '../text/machine-refusal.js';
import { type AuditLog, openAuditLog } from './audit-log.js';
import { type Earlier, earlierOf, makeRunning, upToDate } from './begin-run.js';
import { cpuStopwatch, now, stopwatch, today } from './clock.js';
import { type Cluster, openCluster } from './cluster.js';
import type { Part, RunContext, Stage } from './context.js';
import { discardRun, finishRun } from './finish-run.js';
import type { Ingredient } from './ingredient.js';
import { type KeptWork, keptWork, UNREADABLE } from './kept-work.js';
import { pointLatest } from './latest.js';
import { lockRun } from './lock-run.js';
import {
  inputsOf,
  type Manifest,
  modelOrigin,
  runDigest,
  type StageRecord,
  writeManifest,
} from './manifest.js';
import { bytesOfSize, databaseMemory } from './memory.js';
import { lastStages } from './nights.js';
import { type Finished, interruptedAfter, startOnFinish } from './on-finish.js';
import { makeOnFirstUse } from './pseudonym-key.js';
import { reusableStages } from './reuse.js';
import { isFinished, mustBeOurs, publish, type RunFolders, runFolders } from './run-folders.js';
import { auditLogPath, logPlace } from './run-log.js';
import { runStages, type StageEvent } from './run-stages.js';
import { takeSnapshot } from './snapshot.js';
import { STAGES } from './stages.js';
import { interrupted, untilStopped } from './stop.js';
import { VERSION } from './version.js';

export type { StageEvent } from './run-stages.js';

export interface RunOptions {
  /** Output folder; `reports/<run-id>` unless told. */
  readonly out?: string | undefined;
  readonly resume?: boolean;
  /** ISO date; that of the pipeline file, or today, unless told. */
  readonly asOf?: string | undefined;
  readonly threads?: number | undefined;
  /** Bound of the whole process, such as 4GB. */
  readonly memory?: string | undefined;
  /** That of the pipeline file unless told. */
  readonly language?: Language | undefined;
  readonly onStage?: (event: StageEvent & Watch) => void;
  /** Called where a run goes on, and a stage that was finished has to be run again, as what it was made from has changed. */
  readonly onChanged?: (stage: Stage, place: number, changed: readonly Ingredient[]) => void;
  /** Called with what is worth a line and stops nothing. */
  readonly onNote?: (note: Bilingual) => void;
  /** Makes everything anew, and takes nothing over from the last night; the results are the same. */
  readonly full?: boolean | undefined;
  /** Parts of the judgement to leave out, for measuring what each is worth. */
  readonly without?: ReadonlySet<Part>;
}

/** What a long stage can be watched by. */
export interface Watch {
  /** Rows that went through the engine since the run began. */
  readonly rowsSoFar: () => number;
  /** Stages of the last night, for how long a run takes; empty where there was none. */
  readonly before: readonly StageRecord[];
}

export interface RunResult {
  readonly outDir: string;
  readonly summary: Summary;
  /** How the command of `on_finish` ended; null where there is none. */
  readonly finished: Finished | null;
}

/** All that the steps of one run need to know of it. */
interface Begun {
  readonly pipeline: PipelineFile;
  readonly options: RunOptions;
  readonly folders: RunFolders;
  readonly earlier: Earlier | null;
  readonly manifest: Manifest;
  readonly log: AuditLog;
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
    if (await isFinished(folders)) await publish(folders);
    const found = options.resume ? await earlierOf(folders) : null;
    const own = { runId, startedAt, folders };
    const again = await newManifest(pipeline, options, found, own);
    const standing =
      found?.from === 'target'
        ? await upToDate(folders, pipeline, contextOf(pipeline, options, folders, again))
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
    await log.write({ action: earlier ? 'run-resumed' : 'run-started', details: start });
    await judge(begun, workDir, cluster);
  } finally {
    // A cluster that is away keeps the names of empty tables; the run is what it is.
    await cluster?.release().catch(() => undefined);
  }
}

function contextOf(
  pipeline: PipelineFile,
  options: RunOptions,
  folders: RunFolders,
  manifest: Manifest,
): Omit<RunContext, 'engine'> {
  const workDir = join(folders.running, 'work');
  return {
    pipeline,
    runId: manifest.run_id,
    outDir: folders.running,
    workDir,
    decisionsFile: join(workDir, 'decisions.jsonl'),
    modelFile: null,
    asOf: manifest.as_of,
    language: options.language ?? pipeline.report.language,
    without: options.without ?? new Set(),
    results: {},
  };
}

/** Runs what has to be run and puts it in place; leaves word of a failure, and what was finished, for `resume`. */
async function judge(begun: Begun, workDir: string, cluster: Cluster | null): Promise<void> {
  const { pipeline, options, folders } = begun;
  const kept = options.full ? null : await keptWork(folders, pipeline, (note) => options.onNote?.(note));
  try {
    await judgeFrom({ kept, cluster }, begun, workDir);
  } finally {
    await kept?.release();
  }
}

/** `kept` is what an earlier night knew, to be taken over where it holds. */
async function judgeFrom(
  { kept, cluster }: { readonly kept: KeptWork | null; readonly cluster: Cluster | null },
  begun: Begun,
  workDir: string,
): Promise<void> {
  const { pipeline, options, folders, earlier, log } = begun;
  const snapshot = await takeSnapshot(pipeline, workDir);
  const files = await filesOf(pipeline);
  let running = '';
  let reused = kept?.runId ?? null;
  const opened = await openWork({
    path: join(workDir, 'totsugo.duckdb'),
    tempDirectory: join(workDir, 'spill'),
    uncompressed: true,
    earlier: kept && {
      path: kept.path,
      onDamage: () => {
        reused = null;
        options.onNote?.(UNREADABLE);
      },
    },
    reach: {
      files: files.map(({ absolute }) => absolute),
      folders: [folders.running, ...(cluster === null ? [] : [cluster.folder])],
    },
    memory: databaseMemory({
      bound: options.memory === undefined ? null : bytesOfSize(options.memory),
      inputBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      free: process.availableMemory(),
    }),
    ...(options.threads ? { threads: options.threads } : {}),
  });
  const placed = cluster === null ? opened : withCluster(opened, cluster.engine);
  const watched = counted(
    TRACED ? traced(placed, { stage: () => running, stopwatch, cpuStopwatch }) : placed,
  );
  const engine = stoppable(watched);
  const before = await lastStages(pipeline);
  const context: RunContext = {
    ...contextOf(pipeline, options, folders, begun.manifest),
    ...snapshot,
    engine,
  };
  let manifest = begun.manifest;
  const onRecord = async (stages: readonly StageRecord[]) => {
    manifest = { ...manifest, ...(await inputsRead(context)), reused_run: reused, stages };
    await writeManifest(folders.running, manifest);
  };
  try {
    const work = async () => {
      const finished = await reusableStages(context, workDir, STAGES);
      const next = finished.states.length;
      if (finished.changed.length > 0) options.onChanged?.(STAGES[next]!, next + 1, finished.changed);
      const onStage = (event: StageEvent) => {
        running = event.stage.name;
        cluster?.enter(running);
        options.onStage?.({ ...event, rowsSoFar: watched.rowsSoFar, before });
      };
      await runStages(STAGES, context, finished, { onStage, onRecord });
    };
    await untilStopped(work, engine, (signal) =>
      interrupted(signal, { pipeline: pipeline.path, dir: folders.target }),
    );
    manifest = { ...manifest, status: 'done', finished_at: now().toISOString() };
    await finishRun({ context, folders, manifest, log });
  } catch (error) {
    await leaveWord(begun, manifest, error);
    if (error instanceof Failure && error.exitCode === 2 && earlier?.from !== 'running')
      await discardRun(folders);
    throw error;
  }
}

/** What became of the run, as far as the machine still lets it be written: a full disk must not hide the reason. */
async function leaveWord({ folders, log }: Begun, manifest: Manifest, error: unknown): Promise<void> {
  const code = error instanceof Failure ? error.code : 'unexpected';
  const status = code === 'interrupted' ? 'interrupted' : 'failed';
  await writeManifest(folders.running, { ...manifest, status, finished_at: now().toISOString() }).catch(
    () => undefined,
  );
  await log.write({ action: `run-${status}`, details: { code } }).catch(() => undefined);
}

/** Every file that the run reads through the engine. */
async function filesOf(pipeline: PipelineFile) {
  const files = [];
  for (const spec of [pipeline.register, ...pipeline.links])
    files.push(...(await inputFiles(spec, pipeline.dir)));
  return files;
}

async function openWork(options: DuckDbOptions & { readonly path: string }): Promise<Engine> {
  const { path } = options;
  const open = () =>
    openDuckDb(options).catch((cause: unknown) => {
      // A full disk is no damage.
      throw machineRefusal(cause) === null
        ? new Failure('work-unusable', { values: { path }, cause })
        : cause;
    });
  return open().catch(async (failure: unknown) => {
    const isDamaged = failure instanceof Failure && failure.code === 'work-unusable';
    const isMade = (await readdir(dirname(path))).some((name) => /^stage-\d+-/.test(name));
    if (!isDamaged || isMade) throw failure;
    // Before the first stage is done there is nothing in it: a disk that was full when it was made left it torn.
    for (const torn of [path, `${path}.wal`]) await rm(torn, { force: true });
    return open();
  });
}

/** Inputs are known once the files were read. */
async function inputsRead(context: RunContext): Promise<Partial<Manifest>> {
  const reports = context.results.ingest;
  if (reports === undefined) return {};
  const inputs = inputsOf(reports);
  return { inputs, inputs_digest: await runDigest(context, inputs) };
}

function readsNumbers(pipeline: PipelineFile): boolean {
  return [pipeline.register, ...pipeline.links].some(({ columns }) => columns.my_number !== undefined);
}
