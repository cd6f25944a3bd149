import { counted } from '../engine/counted.js';
import { stoppable } from '../engine/stoppable.js';
import { TRACED, traced } from '../engine/trace.js';
import { withCluster } from '../engine/trino-engine.js';
import { Failure } from '../text/failure.js';
import { type Begun, contextOf } from './begun.js';
import { cpuStopwatch, now, stopwatch } from './clock.js';
import type { Cluster } from './cluster.js';
import type { RunContext } from './context.js';
import { discardRun, finishRun } from './finish-run.js';
import { type KeptWork, keptWork, UNREADABLE } from './kept-work.js';
import { inputsOf, type Manifest, runDigest, type StageRecord, writeManifest } from './manifest.js';
import { lastStages } from './nights.js';
import { openWork } from './open-work.js';
import { reusableStages } from './reuse.js';
import { runStages, type StageEvent } from './run-stages.js';
import { takeSnapshot } from './snapshot.js';
import { STAGES } from './stages.js';
import { interrupted, untilStopped } from './stop.js';

/**
 * Runs what has to be run and puts it in place; leaves word of a failure, and what was finished, for `resume`.
 *
 * @throws as `runPipeline`
 */
export async function judge(begun: Begun, workDir: string, cluster: Cluster | null): Promise<void> {
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
  let running = '';
  let reused = kept?.runId ?? null;
  const onDamage = () => {
    reused = null;
    options.onNote?.(UNREADABLE);
  };
  const opened = await openWork(pipeline, {
    workDir,
    folders: [folders.running, ...(cluster === null ? [] : [cluster.folder])],
    earlier: kept && { path: kept.path, onDamage },
    memory: options.memory,
    threads: options.threads,
  });
  const placed = cluster === null ? opened : withCluster(opened, cluster.engine);
  const watched = counted(
    TRACED ? traced(placed, { stage: () => running, stopwatch, cpuStopwatch }) : placed,
  );
  const engine = stoppable(watched);
  const before = await lastStages(pipeline);
  const context: RunContext = { ...contextOf(begun), ...snapshot, engine };
  let manifest = begun.manifest;
  const onRecord = async (stages: readonly StageRecord[]) => {
    manifest = { ...manifest, ...(await inputsRead(context)), reused_run: reused, stages };
    await writeManifest(folders.running, manifest);
    await cluster?.tell(log);
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
    // Before the run counts as finished: of a finished one nothing is on the cluster, and its log says so.
    await cluster?.release(log, (note) => options.onNote?.(note));
    manifest = { ...manifest, status: 'done', finished_at: now().toISOString() };
    await finishRun({ context, folders, manifest, log });
  } catch (error) {
    await leaveWord(begun, manifest, error);
    if (error instanceof Failure && error.exitCode === 2 && earlier?.from !== 'running')
      await discardRun(folders);
    throw error;
  }
}

/** Inputs are known once the files were read. */
async function inputsRead(context: RunContext): Promise<Partial<Manifest>> {
  const reports = context.results.ingest;
  if (reports === undefined) return {};
  const inputs = inputsOf(reports);
  return { inputs, inputs_digest: await runDigest(context, inputs) };
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
