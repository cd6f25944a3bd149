import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { InputInfo } from '../audit/result.js';
import type { IngestReport } from '../ingest/index.js';
import { Failure } from '../text/failure.js';
import { writeWhole } from './write-file.js';

/** run.json: what a run was, what it read, and how far it came. */
export interface Manifest {
  readonly run_id: string;
  readonly tool: { readonly name: 'totsugo'; readonly version: string };
  readonly status: 'running' | 'done' | 'failed' | 'purged';
  readonly as_of: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly pipeline: { readonly name: string; readonly path: string; readonly sha256: string };
  /** Whether the night learned its model or took a frozen one: the file as the pipeline names it, and its bytes. */
  readonly model: ModelOrigin;
  /** Digest of the pipeline file and every input: equal digests mean the same night. */
  readonly inputs_digest: string | null;
  readonly inputs: readonly InputInfo[];
  readonly stages: readonly StageRecord[];
}

export type ModelOrigin =
  | { readonly origin: 'learned' }
  | { readonly origin: 'frozen'; readonly path: string; readonly sha256: string };

export interface StageRecord {
  readonly name: string;
  readonly seconds: number;
  readonly rows_in: number;
  readonly rows_out: number;
  readonly figures?: Readonly<Record<string, unknown>>;
}

function inputsDigest(pipelineSha256: string, asOf: string, inputs: readonly InputInfo[]): string {
  const parts = [pipelineSha256, asOf, ...inputs.map(({ source, path, sha256 }) => [source, path, sha256])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export async function modelOrigin({ dir, model }: Pick<PipelineFile, 'dir' | 'model'>): Promise<ModelOrigin> {
  if (model === null) return { origin: 'learned' };
  const bytes = await readFile(resolve(dir, model)).catch(() => '');
  return { origin: 'frozen', path: model, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The digest of a run: with the bytes of the model where the pipeline names a frozen one. */
export async function runDigest(
  { dir, sha256, model }: Pick<PipelineFile, 'dir' | 'sha256' | 'model'>,
  asOf: string,
  inputs: readonly InputInfo[],
): Promise<string> {
  if (model === null) return inputsDigest(sha256, asOf, inputs);
  const frozen = await readFile(resolve(dir, model)).catch(() => '');
  const both = createHash('sha256').update(sha256).update(frozen).digest('hex');
  return inputsDigest(both, asOf, inputs);
}

export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  await writeWhole(join(dir, 'run.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** run.json of a folder, or null when it holds no run. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  const text = await readFile(join(dir, 'run.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return null;
  }
}

/** run.json of a folder that must hold a run; throws a Failure with exit code 2 where it does not. */
export async function readRun(dir: string): Promise<Manifest> {
  const manifest = await readManifest(dir);
  if (manifest) return manifest;
  throw new Failure(
    'no-run',
    { ja: '実行結果のフォルダではありません: {dir}', en: 'Not the folder of a run: {dir}' },
    { exitCode: 2, values: { dir } },
  );
}

/** Sources of links of a run, in the order of its pipeline file. */
export function linkSources({ inputs }: Manifest): readonly string[] {
  return [...new Set(inputs.map(({ source }) => source))].filter((id) => id !== 'register');
}

/** Every file that was read, in the order of the pipeline file. */
export function inputsOf(reports: readonly IngestReport[]): InputInfo[] {
  return reports.flatMap(({ source, files }) => files.map((file) => ({ source, ...file })));
}
