import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { InputInfo } from '../audit/result.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { writeWhole } from '../files/write-whole.js';
import type { IngestReport } from '../ingest/index.js';
import { Failure, json } from '../text/failure.js';
import type { RunContext } from './context.js';

/** run.json: what a run was, what it read, and how far it came. */
export interface Manifest {
  readonly run_id: string;
  readonly tool: { readonly name: 'totsugo'; readonly version: string };
  readonly status: 'running' | 'done' | 'failed' | 'interrupted' | 'purged';
  readonly as_of: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly pipeline: { readonly name: string; readonly path: string; readonly sha256: string };
  /** Where the log of the pipeline is; runs of earlier versions had one in their own folder only. */
  readonly audit_log?: string;
  /** Whether the night learned its model or took a frozen one: the file as the pipeline names it, and its bytes. */
  readonly model: ModelOrigin;
  /** Digest of the pipeline file and every input: equal digests mean the same night. */
  /** The run of the night before; null where there is none. Told once a run is done. */
  readonly earlier_run?: string | null;
  /** The night whose working data was taken over where it held; null where none was. */
  readonly reused_run?: string | null;
  readonly inputs_digest: string | null;
  readonly inputs: readonly InputInfo[];
  readonly stages: readonly StageRecord[];
  /** Seconds in stages, and bytes read, of working data and of outputs. Told once a run is done. */
  readonly totals?: {
    readonly seconds: number;
    readonly input_bytes: number;
    readonly work_bytes: number;
    readonly output_bytes: number;
  };
}

export type ModelOrigin =
  | { readonly origin: 'learned' }
  | { readonly origin: 'frozen'; readonly path: string; readonly sha256: string };

export interface StageRecord {
  readonly name: string;
  readonly seconds: number;
  /** Of the processor, all threads together. */
  readonly cpu_seconds?: number;
  readonly rows_in: number;
  readonly rows_out: number;
  /** Of the working data once the stage was done, and the most memory that the process had had by then. */
  readonly work_bytes?: number;
  readonly peak_memory_bytes?: number;
  readonly figures?: Readonly<Record<string, unknown>>;
}

function inputsDigest(pipelineSha256: string, asOf: string, inputs: readonly InputInfo[]): string {
  const parts = [pipelineSha256, asOf, ...inputs.map(({ source, path, sha256 }) => [source, path, sha256])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export async function modelOrigin({ dir, model }: Pick<PipelineFile, 'dir' | 'model'>): Promise<ModelOrigin> {
  if (model === null) return { origin: 'learned' };
  const bytes = await readRegular(resolve(dir, model), LIMITS.model).catch(() => '');
  return { origin: 'frozen', path: model, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The digest of a run: with the bytes of the model where the pipeline names a frozen one. */
export async function runDigest(
  { pipeline: { sha256 }, modelFile, asOf }: Pick<RunContext, 'pipeline' | 'modelFile' | 'asOf'>,
  inputs: readonly InputInfo[],
): Promise<string> {
  if (modelFile === null) return inputsDigest(sha256, asOf, inputs);
  const frozen = await readRegular(modelFile, LIMITS.model).catch(() => '');
  const both = createHash('sha256').update(sha256).update(frozen).digest('hex');
  return inputsDigest(both, asOf, inputs);
}

export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  await writeWhole(join(dir, 'run.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Where run.json is another program's, or damaged, it is none of ours; keys of later versions are kept. */
const MANIFEST = z.looseObject({
  run_id: z.string().min(1),
  tool: z.looseObject({ name: z.literal('totsugo'), version: z.string() }),
  status: z.enum(['running', 'done', 'failed', 'interrupted', 'purged']),
  as_of: z.string(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  pipeline: z.looseObject({ name: z.string(), path: z.string(), sha256: z.string() }),
  model: z
    .union([
      z.looseObject({ origin: z.literal('learned') }),
      z.looseObject({ origin: z.literal('frozen'), path: z.string(), sha256: z.string() }),
    ])
    .optional(),
  audit_log: z.string().optional(),
  earlier_run: z.string().nullable().optional(),
  reused_run: z.string().nullable().optional(),
  inputs_digest: z.string().nullable(),
  inputs: z.array(
    z.looseObject({
      source: z.string(),
      path: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      rows: z.number(),
      accepted: z.number(),
      rejected: z.number(),
    }),
  ),
  stages: z.array(
    z.looseObject({
      name: z.string(),
      seconds: z.number(),
      rows_in: z.number(),
      rows_out: z.number(),
      figures: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

/** run.json of a folder, or null when it holds no run. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  const bytes = await readRegular(join(dir, 'run.json'), LIMITS.state).catch(() => null);
  if (bytes === null) return null;
  const parsed = MANIFEST.safeParse(json(bytes.toString('utf8')));
  return parsed.success ? (parsed.data as Manifest) : null;
}

/** run.json of a folder that must hold a run; throws a Failure with exit code 2 where it does not. */
export async function readRun(dir: string): Promise<Manifest> {
  const manifest = await readManifest(dir);
  if (manifest) return manifest;
  throw new Failure('no-run', { values: { dir } });
}

/** Sources of links of a run, in the order of its pipeline file. */
export function linkSources({ inputs }: Manifest): readonly string[] {
  return [...new Set(inputs.map(({ source }) => source))].filter((id) => id !== 'register');
}

/** Every file that was read, in the order of the pipeline file. */
export function inputsOf(reports: readonly IngestReport[]): InputInfo[] {
  return reports.flatMap(({ source, files }) => files.map((file) => ({ source, ...file })));
}
