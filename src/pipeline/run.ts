import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { StageName } from '../audit/stage-name.js';
import type { Summary } from '../audit/summary.js';
import { type DuckDbOptions, openDuckDb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { TRACED, traced } from '../engine/trace.js';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { auditKey } from './audit-key.js';
import { type AuditLog, openAuditLogOf } from './audit-log.js';
import { now, stopwatch, today } from './clock.js';
import { type Part, type RunContext, resultOf, type Stage } from './context.js';
import { lockFolder } from './lock.js';
import {
  inputsOf,
  type Manifest,
  modelOrigin,
  readManifest,
  runDigest,
  type StageRecord,
  writeManifest,
} from './manifest.js';
import { emptyFolder, mustBeOurs } from './output-folder.js';
import { isResultOf, type ResultOf } from './stage-results.js';
import { STAGES } from './stages.js';
import { isUnchanged } from './unchanged.js';
import { VERSION } from './version.js';

export interface RunOptions {
  /** Output folder; `reports/<run-id>` unless told. */
  readonly out?: string | undefined;
  readonly resume?: boolean;
  /** ISO date; that of the pipeline file, or today, unless told. */
  readonly asOf?: string | undefined;
  readonly threads?: number | undefined;
  readonly memory?: string | undefined;
  /** That of the pipeline file unless told. */
  readonly language?: Language | undefined;
  readonly onStage?: (event: StageEvent) => void;
  /** Called where a run was to go on, and starts anew because pipeline file, inputs or program have changed. */
  readonly onRestart?: () => void;
  /** Parts of the judgement to leave out, for measuring what each is worth. */
  readonly without?: ReadonlySet<Part>;
}

export interface StageEvent {
  readonly stage: Stage;
  /** 1-based place among all stages. */
  readonly place: number;
  readonly of: number;
  /** Null when the stage starts. */
  readonly done: StageRecord | null;
  readonly resumed: boolean;
}

export interface RunResult {
  readonly outDir: string;
  readonly summary: Summary;
}

/**
 * Runs every stage of the pipeline into the output folder. Inputs have been checked before (`preflight.ts`), so
 * nothing is written for a run that could not start. Throws a Failure with exit code 4 when another run holds
 * the folder, and with 2 for a purged run that is to go on; any other failure leaves run.json with status `failed`, from where `resume` goes on.
 */
export async function runPipeline(pipeline: PipelineFile, options: RunOptions): Promise<RunResult> {
  const startedAt = now().toISOString();
  const runId = `${startedAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${pipeline.name}`;
  const outDir = resolve(options.out ?? join('reports', runId));
  await mustBeOurs(outDir);
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(outDir);
  try {
    const found = options.resume ? await readManifest(outDir) : null;
    if (found?.status === 'purged') throw purged(outDir);
    const earlier = found && (await isUnchanged(pipeline, found)) ? found : null;
    if (found && !earlier) options.onRestart?.();
    if (!earlier) await emptyFolder(outDir);
    const manifest: Manifest = {
      run_id: earlier?.run_id ?? runId,
      tool: { name: 'totsugo', version: VERSION },
      status: 'running',
      as_of: options.asOf ?? pipeline.asOf ?? earlier?.as_of ?? today(),
      started_at: earlier?.started_at ?? startedAt,
      finished_at: null,
      pipeline: { name: pipeline.name, path: pipeline.path, sha256: pipeline.sha256 },
      model: await modelOrigin(pipeline),
      inputs_digest: null,
      inputs: [],
      stages: [],
    };
    // First of all files: by it a folder is known for a run's, however early the run is killed.
    await writeManifest(outDir, manifest);
    return await runStages(pipeline, options, outDir, manifest);
  } finally {
    await unlock();
  }
}

/** What a purged run left is a record of its own: it is not to be overwritten by a flag that means "go on". */
function purged(dir: string): Failure {
  return new Failure(
    'run-purged',
    {
      ja: '作業データは廃棄済みのため、--resume では続けられません: {dir}（この回の報告書はそのまま残しています。新しく実行するには、別の --out を指定してください）',
      en: 'The working data was purged, so --resume has nothing to go on with: {dir} (its reports were left as they are; to run anew, give another --out)',
    },
    { exitCode: 2, values: { dir } },
  );
}

async function runStages(
  pipeline: PipelineFile,
  options: RunOptions,
  outDir: string,
  start: Manifest,
): Promise<RunResult> {
  const workDir = join(outDir, 'work');
  await mkdir(workDir, { recursive: true, mode: 0o700 });
  const log = await openAuditLogOf(outDir, start.run_id, await auditKey(pipeline));
  let running = '';
  const opened = await openWork({
    path: join(workDir, 'totsugo.duckdb'),
    tempDirectory: join(workDir, 'spill'),
    ...(options.threads ? { threads: options.threads } : {}),
    ...(options.memory ? { memory: options.memory } : {}),
  });
  const engine = TRACED ? traced(opened, { stage: () => running, stopwatch }) : opened;
  const context = contextOf(pipeline, options, { engine, outDir, workDir, start });
  let manifest = start;
  try {
    await log.write('run-started', {
      pipeline: pipeline.path,
      sha256: pipeline.sha256,
      my_number_read: readsNumbers(pipeline),
    });
    for (const [i, stage] of STAGES.entries()) {
      running = stage.name;
      const record = await runStage(stage, i, context, options);
      manifest = {
        ...manifest,
        ...(await inputsAfter(stage, context, manifest)),
        stages: [...manifest.stages, record],
      };
      await writeManifest(outDir, manifest);
    }
    manifest = { ...manifest, status: 'done', finished_at: now().toISOString() };
    await finishLog(log, outDir, manifest);
  } catch (error) {
    manifest = { ...manifest, status: 'failed', finished_at: now().toISOString() };
    await log.write('run-failed', { code: error instanceof Failure ? error.code : 'unexpected' });
    throw error;
  } finally {
    engine.close();
    await writeManifest(outDir, manifest);
  }
  const summary = JSON.parse(await readFile(join(outDir, 'summary.json'), 'utf8')) as Summary;
  return { outDir, summary };
}

function contextOf(
  pipeline: PipelineFile,
  options: RunOptions,
  { engine, outDir, workDir, start }: { engine: Engine; outDir: string; workDir: string; start: Manifest },
): RunContext {
  return {
    pipeline,
    engine,
    runId: start.run_id,
    outDir,
    workDir,
    asOf: start.as_of,
    language: options.language ?? pipeline.report.language,
    without: options.without ?? new Set(),
    results: {},
  };
}

async function openWork(options: DuckDbOptions): Promise<Engine> {
  return openDuckDb(options).catch((cause: unknown) => {
    throw new Failure(
      'work-unusable',
      {
        ja: '作業データを開けません。--resume を付けずに実行し直してください: {path}',
        en: 'The working data cannot be opened; run again without --resume: {path}',
      },
      { values: { path: options.path ?? '' }, cause },
    );
  });
}

/** Runs a stage, or takes its result from work/ when an interrupted run had finished it. */
async function runStage(
  stage: Stage,
  i: number,
  context: RunContext,
  options: RunOptions,
): Promise<StageRecord> {
  const saved = join(context.workDir, `stage-${i + 1}-${stage.name}.json`);
  const event = { stage, place: i + 1, of: STAGES.length };
  const finished = options.resume ? await readSaved(saved, stage.name) : null;
  if (finished) {
    keepResult(context, stage.name, finished.result);
    options.onStage?.({ ...event, done: finished.record, resumed: true });
    return finished.record;
  }
  options.onStage?.({ ...event, done: null, resumed: false });
  const seconds = stopwatch();
  const { rowsIn, rowsOut, result, figures } = await stage.run(context);
  const record: StageRecord = {
    name: stage.name,
    seconds: seconds(),
    rows_in: rowsIn,
    rows_out: rowsOut,
    ...(figures ? { figures } : {}),
  };
  await context.engine.run('CHECKPOINT');
  await writeFile(saved, JSON.stringify({ record, result }), { mode: 0o600 });
  keepResult(context, stage.name, result);
  options.onStage?.({ ...event, done: record, resumed: false });
  return record;
}

function keepResult<N extends StageName>({ results }: RunContext, stage: N, result: ResultOf<N>): void {
  if (result !== undefined) Object.assign(results, { [stage]: result });
}

/** What a finished stage left in work/; null where it has not finished or its result is not of its shape. */
async function readSaved<N extends StageName>(
  path: string,
  stage: N,
): Promise<{ readonly record: StageRecord; readonly result: ResultOf<N> } | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const { record, result } = JSON.parse(text) as { record: StageRecord; result?: unknown };
  return isResultOf(stage, result) ? { record, result } : null;
}

/** Inputs are known once the files were read. */
async function inputsAfter(
  stage: Stage,
  context: RunContext,
  manifest: Manifest,
): Promise<Partial<Manifest>> {
  if (stage.name !== 'ingest') return {};
  const inputs = inputsOf(resultOf(context, 'ingest'));
  return { inputs, inputs_digest: await runDigest(context.pipeline, manifest.as_of, inputs) };
}

function readsNumbers(pipeline: PipelineFile): boolean {
  return [pipeline.register, ...pipeline.links].some(({ columns }) => columns.my_number !== undefined);
}

async function finishLog(log: AuditLog, outDir: string, manifest: Manifest): Promise<void> {
  for (const { source, path, sha256, rows } of manifest.inputs)
    await log.write('read', { source, path, sha256, rows });
  const written = (await readdir(outDir)).filter(
    (name) => !name.startsWith('.') && name !== 'audit-log.jsonl',
  );
  await log.write('run-finished', { written: written.sort() });
}
