import { stat, statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { InputSpec, PipelineFile } from '../audit/pipeline-file.js';
import { inputFiles } from '../ingest/input-file.js';
import { estimateRows } from '../ingest/preflight/estimate-rows.js';
import { expectedMemory } from './memory.js';

/** What a run of a pipeline would read, and what it would take. Sizes in bytes. */
export interface Plan {
  readonly inputs: readonly InputPlan[];
  /** Disk at the fullest moment, and what is free where the outputs go. */
  readonly disk: Need & { readonly dir: string };
  readonly memory: Need;
  /** No table has more rows than one thread of the engine takes at a time. */
  readonly isSmall: boolean;
  /** That the engine gets where nobody tells. */
  readonly threads: number;
}

interface InputPlan {
  readonly spec: InputSpec;
  readonly files: readonly FilePlan[];
}

interface FilePlan {
  readonly path: string;
  readonly bytes: number;
  /** Estimated; null where the beginning of the file tells nothing of the whole. */
  readonly rows: number | null;
}

interface Need {
  readonly expected: number;
  readonly free: number;
}

const MB = 2 ** 20;

/**
 * Measured on made-up towns of 200, 3,000 and 100,000 residents with four sources (0.1, 1.5 and 57 MB, 2 cores): the output folder
 * took 23, 37 and 291 MB at its fullest.
 */
const LEAST_DISK = 25 * MB;
const DISK_SHARE = 5;

/** Bytes that the output folder takes at its fullest, for input files of so many. */
export function expectedDisk(inputBytes: number): number {
  return Math.round(LEAST_DISK + DISK_SHARE * inputBytes);
}

/**
 * Estimates rows, disk and memory of a run; opens the files and writes nothing.
 *
 * @param out the output folder, which need not be there yet.
 */
export async function planOf(pipeline: PipelineFile, out: string): Promise<Plan> {
  const inputs: InputPlan[] = [];
  let total = 0;
  for (const spec of [pipeline.register, ...pipeline.links]) {
    const files: FilePlan[] = [];
    for (const file of await inputFiles(spec, pipeline.dir)) {
      const { rows, bytes } = await estimateRows(file, spec);
      files.push({ path: file.path, bytes: file.bytes, rows });
      total += bytes;
    }
    inputs.push({ spec, files });
  }
  const dir = await nearestFolder(resolve(out));
  const space = await statfs(dir);
  return {
    inputs,
    disk: {
      expected: expectedDisk(total),
      free: space.bavail * space.bsize,
      dir,
    },
    memory: { expected: Math.round(expectedMemory(total)), free: process.availableMemory() },
    isSmall: isSmall(inputs),
    // Others would be woken by each statement of a small run, find nothing to do, and cost a tenth of the processor's time.
    threads: isSmall(inputs) ? 1 : availableParallelism(),
  };
}

/** Rows of a table that the engine gives to a thread at a time. */
const SHARE_ROWS = 122_880;

/**
 * Whether neither the register nor the records of all sources are more than one thread's share.
 *
 * @param inputs the register, then the sources
 */
export function isSmall([register, ...links]: readonly Pick<InputPlan, 'files'>[]): boolean {
  const rows = (inputs: readonly Pick<InputPlan, 'files'>[]) =>
    inputs
      .flatMap(({ files }) => files.map((file) => file.rows ?? Number.POSITIVE_INFINITY))
      .reduce((sum, n) => sum + n, 0);
  return Math.max(rows([register!]), rows(links)) <= SHARE_ROWS;
}

async function nearestFolder(path: string): Promise<string> {
  const isThere = await stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
  return isThere || dirname(path) === path ? path : nearestFolder(dirname(path));
}
