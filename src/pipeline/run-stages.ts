import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spent } from '../engine/register-engine.js';
import { disposeOfEither } from '../files/dispose.js';
import { RUN_MARKER } from '../files/run-marker.js';
import { bytesBelow } from '../files/sizes.js';
import { cpuStopwatch, stopwatch } from './clock.js';
import { keepResult, type RunContext, resultOf, type Stage } from './context.js';
import { loadedDigest } from './ingredients.js';
import type { StageRecord } from './manifest.js';
import { madeFromNow, type Reusable } from './reuse.js';
import { removeStates, stateDigest, writeState } from './stage-state.js';

export interface StageEvent {
  readonly stage: Stage;
  /** 1-based place among all stages. */
  readonly place: number;
  readonly of: number;
  /** Null when the stage starts. */
  readonly done: StageRecord | null;
  readonly resumed: boolean;
}

interface Watchers {
  readonly onStage: (event: StageEvent) => void;
  /** Called with the records so far, after each stage. */
  readonly onRecord: (records: readonly StageRecord[]) => Promise<void>;
}

/** Runs the stages after those that an interrupted run had finished; each is whole on disk before the next begins. */
export async function runStages(
  stages: readonly Stage[],
  context: RunContext,
  finished: Reusable,
  { onStage, onRecord }: Watchers,
): Promise<void> {
  const records: StageRecord[] = [];
  let before = finished.digest;
  for (const [i, stage] of stages.entries()) {
    const event = { stage, place: i + 1, of: stages.length };
    const had = finished.states[i];
    if (had === undefined) {
      onStage({ ...event, done: null, resumed: false });
      // What came after was made from what now is made anew.
      removeStates(context.workDir, stages, i);
      if (i === stages.length - 1) await clearOutputs(context.outDir);
      const done = await runStage(stage, i + 1, context, before);
      before = done.digest;
      records.push(done.record);
    } else records.push(had.record);
    await onRecord(records);
    onStage({ ...event, done: records.at(-1)!, resumed: had !== undefined });
  }
}

async function runStage(
  stage: Stage,
  place: number,
  context: RunContext,
  before: string,
): Promise<{ readonly record: StageRecord; readonly digest: string }> {
  // Told before the stage runs: what changes meanwhile makes the stage stale, not the note of what it was made from.
  const known = await madeFromNow(stage, context, ['files']);
  const seconds = stopwatch();
  const cpuSeconds = cpuStopwatch();
  const spent = context.engine.register?.spent();
  const { rowsIn, rowsOut, result, figures: own } = await stage.run(context);
  const figures = withCluster(own, spent, context.engine.register?.spent());
  await context.engine.run('CHECKPOINT');
  const record: StageRecord = {
    name: stage.name,
    seconds: seconds(),
    cpu_seconds: cpuSeconds(),
    rows_in: rowsIn,
    rows_out: rowsOut,
    work_bytes: await bytesBelow(context.workDir),
    peak_memory_bytes: process.resourceUsage().maxRSS * 1024,
    ...(figures ? { figures } : {}),
  };
  keepResult(context, stage.name, result);
  const files = stage.madeFrom?.includes('files') ? { files: loadedDigest(resultOf(context, 'ingest')) } : {};
  const state = { record, result, madeFrom: { ...known, ...files }, before };
  await writeState(context.workDir, stage, place, state);
  return { record, digest: stateDigest(state) };
}

/** Beside the figures of a stage those of the cluster, where it has worked for it. */
function withCluster(
  figures: Readonly<Record<string, unknown>> | undefined,
  before: Spent | undefined,
  after: Spent | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (!before || !after || after.statements === before.statements) return figures;
  const cluster = {
    statements: after.statements - before.statements,
    cpu_seconds: Math.round(1000 * (after.cpuSeconds - before.cpuSeconds)) / 1000,
    lent_rows: after.lentRows - before.lentRows,
    lent_bytes: after.lentBytes - before.lentBytes,
    taken_rows: after.takenRows - before.takenRows,
    taken_bytes: after.takenBytes - before.takenBytes,
    peak_memory_bytes: after.memoryBytes,
    asked_again: after.askedAgain - before.askedAgain,
  };
  return { ...figures, cluster };
}

/** The reports of an attempt that was cut short: a folder of an organisation that no longer has cases would stay. */
async function clearOutputs(outDir: string): Promise<void> {
  for (const name of await readdir(outDir)) {
    if (!['work', 'run.json', RUN_MARKER].includes(name)) await disposeOfEither(join(outDir, name));
  }
}
