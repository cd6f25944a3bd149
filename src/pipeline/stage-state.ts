import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { disposeOfFile } from '../files/dispose.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { writeWhole } from '../files/write-whole.js';
import { json } from '../text/failure.js';
import type { Stage } from './context.js';
import type { Ingredient } from './ingredient.js';
import { ALWAYS } from './ingredients.js';
import type { StageRecord } from './manifest.js';
import { isResultOf } from './stage-results.js';

/** Digest of each thing that a stage was made from. */
export type MadeFrom = Readonly<Partial<Record<Ingredient, string>>>;

/** A finished stage as work/ keeps it: what it was made from, and what it left. */
export interface StageState {
  readonly record: StageRecord;
  readonly result: unknown;
  readonly madeFrom: MadeFrom;
  /** Digest of the state of the stage before. */
  readonly before: string;
}

const SCHEMA = z.object({
  schema: z.literal('totsugo-stage/1'),
  record: z.object({
    name: z.string(),
    seconds: z.number(),
    cpu_seconds: z.number().optional(),
    rows_in: z.number(),
    rows_out: z.number(),
    work_bytes: z.number().optional(),
    peak_memory_bytes: z.number().optional(),
    figures: z.record(z.string(), z.unknown()).optional(),
  }),
  result: z.unknown().optional(),
  madeFrom: z.record(z.string(), z.string()),
  before: z.string(),
});

function statePath(workDir: string, stage: Stage, place: number): string {
  return join(workDir, `stage-${place}-${stage.name}.json`);
}

export async function writeState(
  workDir: string,
  stage: Stage,
  place: number,
  state: StageState,
): Promise<void> {
  await writeWhole(statePath(workDir, stage, place), JSON.stringify({ schema: 'totsugo-stage/1', ...state }));
}

/** The state of a stage, or null where it has not finished or its file is damaged: then the stage is run again. */
export async function readState(workDir: string, stage: Stage, place: number): Promise<StageState | null> {
  const bytes = await readRegular(statePath(workDir, stage, place), LIMITS.state).catch(() => null);
  const parsed = SCHEMA.safeParse(bytes === null ? null : json(bytes.toString('utf8')));
  return parsed.success && isResultOf(stage.name, parsed.data.result) ? (parsed.data as StageState) : null;
}

/** Takes away the states of the stages from a place on (from 0), the last first: what is left is a beginning. */
export function removeStates(workDir: string, stages: readonly Stage[], from: number): void {
  for (let i = stages.length - 1; i >= from; i--) disposeOfFile(statePath(workDir, stages[i]!, i + 1));
}

/** Binds a stage to all that it and the stages before it were made from. */
export function stateDigest({ madeFrom, before }: Pick<StageState, 'madeFrom' | 'before'>): string {
  return createHash('sha256')
    .update(JSON.stringify([before, Object.entries(madeFrom).sort()]))
    .digest('hex');
}

/** All that a stage is made from, beside the stages before it. */
export function ingredientsOf(stage: Stage): readonly Ingredient[] {
  return [...ALWAYS, ...(stage.madeFrom ?? [])];
}

/** What has changed since a stage was finished; empty where it can be taken as it is. */
export function changedSince(state: StageState, now: MadeFrom, before: string): readonly Ingredient[] | null {
  const changed = (Object.keys(now) as Ingredient[]).filter((id) => now[id] !== state.madeFrom[id]);
  return changed.length > 0 || state.before !== before ? changed : null;
}
