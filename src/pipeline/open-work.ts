import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { type DuckDbOptions, openDuckDb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { inputFiles } from '../ingest/index.js';
import { Failure } from '../text/failure.js';
import { machineRefusal } from '../text/machine-refusal.js';
import { bytesOfSize, databaseMemory } from './memory.js';

/** Where the working data of a run are, and what bounds the engine. */
export interface WorkPlace {
  readonly workDir: string;
  /** What statements may read and write, besides the inputs. */
  readonly folders: readonly string[];
  readonly earlier: NonNullable<DuckDbOptions['earlier']> | null;
  /** Bound of the whole process, such as 4GB. */
  readonly memory: string | undefined;
  readonly threads: number | undefined;
}

/**
 * Opens the working database, through which nothing but the inputs and the folders of the run can be reached.
 *
 * @throws {Failure} `work-unusable` where what earlier stages left cannot be opened
 */
export async function openWork(
  pipeline: PipelineFile,
  { workDir, folders, earlier, memory, threads }: WorkPlace,
): Promise<Engine> {
  const files = await filesOf(pipeline);
  return openOrRemake({
    path: join(workDir, 'totsugo.duckdb'),
    tempDirectory: join(workDir, 'spill'),
    uncompressed: true,
    earlier,
    reach: { files: files.map(({ absolute }) => absolute), folders },
    memory: databaseMemory({
      bound: memory === undefined ? null : bytesOfSize(memory),
      inputBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      free: process.availableMemory(),
    }),
    ...(threads ? { threads } : {}),
  });
}

/** Every file that the run reads through the engine. */
async function filesOf(pipeline: PipelineFile) {
  const files = [];
  for (const spec of [pipeline.register, ...pipeline.links])
    files.push(...(await inputFiles(spec, pipeline.dir)));
  return files;
}

async function openOrRemake(options: DuckDbOptions & { readonly path: string }): Promise<Engine> {
  const { path } = options;
  const open = () =>
    openDuckDb(options).catch((cause: unknown) => {
      // A full disk is no damage.
      throw machineRefusal(cause) === null
        ? new Failure('work-unusable', { values: { path }, cause })
        : cause;
    });
  return open().catch(async (failure: unknown) => {
    const isDamaged = failure instanceof Failure && failure.code === 'work-unusable';
    const isMade = (await readdir(dirname(path))).some((name) => /^stage-\d+-/.test(name));
    if (!isDamaged || isMade) throw failure;
    // Before the first stage is done there is nothing in it: a disk that was full when it was made left it torn.
    for (const torn of [path, `${path}.wal`]) await rm(torn, { force: true });
    return open();
  });
}
