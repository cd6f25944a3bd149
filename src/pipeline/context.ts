import type { PipelineFile } from '../audit/pipeline-file.js';
import type { StageName } from '../audit/stage-name.js';
import type { Engine } from '../engine/engine.js';
import type { TableName } from '../tables/stages-of-tables.js';
import type { Language } from '../text/bilingual.js';
import type { Ingredient } from './ingredient.js';
import type { ResultOf, StageResults } from './stage-results.js';

/** What every stage of a run is given. */
export interface RunContext {
  readonly pipeline: PipelineFile;
  readonly engine: Engine;
  readonly runId: string;
  readonly outDir: string;
  readonly workDir: string;
  /** Copies that this run has taken of what people may change meanwhile (`snapshot.ts`). */
  readonly decisionsFile: string;
  readonly modelFile: string | null;
  /** ISO date on which ages and validity are judged. */
  readonly asOf: string;
  readonly language: Language;
  /** Somebody has told how much memory the process may take. */
  readonly isBounded: boolean;
  /** Parts of the judgement left out; empty but for the ablation bench. */
  readonly without: ReadonlySet<Part>;
  /** What earlier stages left for later ones; survives in work/ for --resume. */
  readonly results: Partial<StageResults>;
}

/** What a stage reports when it is done. `result` must survive JSON. */
export interface StageOutcome<N extends StageName> {
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly result: ResultOf<N>;
  /** Figures for run.json, such as calls of each normaliser. */
  readonly figures?: Readonly<Record<string, unknown>>;
}

export interface StageOf<N extends StageName> {
  readonly name: N;
  readonly title: { readonly ja: string; readonly en: string };
  /** What it does, as docs/architecture.md says it, and the folders of `src/` in which that is. */
  readonly does: string;
  readonly folders: readonly string[];
  /** Tables of earlier stages, and tables left for later ones or for `explain` (`touchedBy`). */
  readonly reads: readonly TableName[];
  readonly writes: readonly TableName[];
  /** Earlier stages whose results it takes. */
  readonly takes?: readonly (keyof StageResults)[];
  /** What it is made from, beside the stages before it and what every stage is made from (`ingredients.ts`). */
  readonly madeFrom?: readonly Ingredient[];
  readonly run: (context: RunContext) => Promise<StageOutcome<N>>;
}

export type Stage = { [N in StageName]: StageOf<N> }[StageName];

/** The result that an earlier stage left. */
export function resultOf<N extends keyof StageResults>({ results }: RunContext, stage: N): StageResults[N] {
  const result = results[stage];
  if (result === undefined) throw new Error(`the stage ${stage} has left no result`);
  return result;
}

/** Keeps the result that a stage has left; a stage whose only results are tables leaves none. */
export function keepResult({ results }: RunContext, stage: StageName, result: unknown): void {
  if (result !== undefined && result !== null) Object.assign(results, { [stage]: result });
}

/**
 * Parts of the judgement that a bench leaves out to measure what each is worth; a run of the program has them all.
 * `rivals`: nobody else is looked for. `frequencies`: every name counts as average. `readings`: the run's own kana and
 * kanji pairs teach nothing. `name-changers`: all change their family name alike. `clusters`: no terminal or day is looked at as a
 * whole. `hypotheses`: a link is wrong when its match weight is below 0 (Fellegi and Sunter 1969).
 */
export type Part =
  | 'rivals'
  | 'frequencies'
  | 'readings'
  | 'renamings'
  | 'generations'
  | 'name-changers'
  | 'clusters'
  | 'hypotheses';
