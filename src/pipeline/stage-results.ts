import { z } from 'zod';
import type { QualityIssue } from '../audit/quality.js';
import type { StageName } from '../audit/stage-name.js';
import type { ClusterView } from '../audit/summary.js';
import type { CheckResult } from '../check/index.js';
import type { IngestReport } from '../ingest/index.js';
import type { Model, SourceWeights } from '../score/model.js';
import { MODEL_SHAPE, WEIGHTS_SHAPE } from '../score/model-file.js';

/** What stages leave for later ones beside tables; a stage that is not named leaves tables only. */
export interface StageResults {
  readonly ingest: readonly IngestReport[];
  readonly check: CheckResult;
  /** Items that disagree with the linked residents as a column. */
  readonly verify: readonly QualityIssue[];
  /** Weights by source. */
  readonly learn: Readonly<Record<string, SourceWeights>>;
  readonly score: Model;
  readonly findings: readonly ClusterView[];
}

/** The result of one stage. */
export type ResultOf<N extends StageName> = N extends keyof StageResults ? StageResults[N] : undefined;

const count = z.number().nonnegative();
const FILE = z.object({
  path: z.string(),
  sha256: z.string(),
  bytes: count,
  rows: count,
  accepted: count,
  rejected: count,
});

const ISSUE = z.object({ check: z.string(), source: z.string(), count, of: count });

/** Results as they come back from work/: what later stages rest on is there. Unnamed keys are kept as they are. */
const SHAPES: Readonly<Record<keyof StageResults, z.ZodType>> = {
  ingest: z.array(z.object({ source: z.string(), files: z.array(FILE) })),
  check: z.object({
    issues: z.array(ISSUE),
    profile: z.array(z.object({ source: z.string(), item: z.string(), rows: count, filled: count })),
  }),
  verify: z.array(ISSUE),
  learn: z.record(z.string(), WEIGHTS_SHAPE),
  score: MODEL_SHAPE,
  findings: z.array(
    z.object({ item: z.string(), source: z.string(), value: z.string(), links: count, C: count }),
  ),
};

/** Whether a stage leaves a result beside its tables. */
export function leavesResult(stage: StageName): boolean {
  return stage in SHAPES;
}

/** Whether what was read from a file has the shape of a stage's result. */
export function isResultOf<N extends StageName>(stage: N, value: unknown): value is ResultOf<N> {
  const shape: z.ZodType = stage in SHAPES ? SHAPES[stage as keyof StageResults] : z.undefined();
  return shape.safeParse(value).success;
}
