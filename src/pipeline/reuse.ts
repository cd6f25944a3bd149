import { keepResult, type RunContext, type Stage } from './context.js';
import type { Ingredient } from './ingredient.js';
import { ingredientDigest } from './ingredients.js';
import {
  changedSince,
  ingredientsOf,
  type MadeFrom,
  readState,
  type StageState,
  stateDigest,
} from './stage-state.js';

/** What an interrupted run has finished that still holds, and why no more of it does. */
export interface Reusable {
  readonly states: readonly StageState[];
  /** Digest of the last of them, for the next stage to be bound to; empty where there is none. */
  readonly digest: string;
  /** What has changed since the next stage was finished; empty where it had not been. */
  readonly changed: readonly Ingredient[];
}

/**
 * The stages under `workDir` that were made from what a run would make them from now; the first that was not ends the
 * list. Their results are put into the context, for what later stages are made from depends on them.
 */
export async function reusableStages(
  context: RunContext,
  workDir: string,
  stages: readonly Stage[],
): Promise<Reusable> {
  const states: StageState[] = [];
  let digest = '';
  for (const [i, stage] of stages.entries()) {
    const state = await readState(workDir, stage, i + 1);
    if (state === null) return { states, digest, changed: [] };
    const changed = changedSince(state, await madeFromNow(stage, context), digest);
    if (changed !== null) return { states, digest, changed };
    states.push(state);
    keepResult(context, stage.name, state.result);
    digest = stateDigest(state);
  }
  return { states, digest, changed: [] };
}

export async function madeFromNow(
  stage: Stage,
  context: RunContext,
  except: readonly Ingredient[] = [],
): Promise<MadeFrom> {
  const entries: [Ingredient, string][] = [];
  for (const id of ingredientsOf(stage).filter((id) => !except.includes(id)))
    entries.push([id, await ingredientDigest(id, context)]);
  return Object.fromEntries(entries);
}
