import { join } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import type { AuditLog } from './audit-log.js';
import type { Earlier } from './begin-run.js';
import type { Part, RunContext, Stage } from './context.js';
import type { Ingredient } from './ingredient.js';
import type { Manifest, StageRecord } from './manifest.js';
import type { RunFolders } from './run-folders.js';
import type { StageEvent } from './run-stages.js';

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

/** All that the steps of one run need to know of it. */
export interface Begun {
  readonly pipeline: PipelineFile;
  readonly options: RunOptions;
  readonly folders: RunFolders;
  readonly earlier: Earlier | null;
  readonly manifest: Manifest;
  readonly log: AuditLog;
}

/** What stages are told of the run; the engine joins it once it is open. */
export function contextOf({
  pipeline,
  options,
  folders,
  manifest,
}: Pick<Begun, 'pipeline' | 'options' | 'folders' | 'manifest'>): Omit<RunContext, 'engine'> {
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
    isBounded: options.memory !== undefined,
    without: options.without ?? new Set(),
    results: {},
  };
}
