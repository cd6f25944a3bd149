import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { writeWhole } from '../files/write-whole.js';
import type { Bilingual } from '../text/bilingual.js';
import { json } from '../text/failure.js';
import { lockRun } from './lock-run.js';
import { type Manifest, readManifest } from './manifest.js';
import { programDigest } from './program-digest.js';
import type { RunFolders } from './run-folders.js';

/** Seals the working data of a finished run for the next night: by whom it was made, of which pipeline, and how large it is. */
const SEAL = 'kept.json';

const SCHEMA = z.object({
  schema: z.literal('totsugo-kept/1'),
  run_id: z.string().min(1),
  program: z.string(),
  pipeline: z.object({ name: z.string(), path: z.string() }),
  bytes: z.number(),
});

type Seal = z.infer<typeof SCHEMA>;

/** The working data of an earlier night that this one may take over from. */
export interface KeptWork {
  readonly runId: string;
  /** Of its database. */
  readonly path: string;
  /** Lets others have the folder again; until then nobody disposes of it. */
  readonly release: () => Promise<void>;
}

const databaseOf = (workDir: string) => join(workDir, 'totsugo.duckdb');

/** Called once the database is closed; without it nothing is taken over. */
export async function sealWork(workDir: string, { run_id, pipeline }: Manifest): Promise<void> {
  const seal: Seal = {
    schema: 'totsugo-kept/1',
    run_id,
    program: programDigest(),
    pipeline: { name: pipeline.name, path: resolve(pipeline.path) },
    bytes: (await stat(databaseOf(workDir))).size,
  };
  await writeWhole(join(workDir, SEAL), `${JSON.stringify(seal)}\n`);
}

/**
 * The working data of the last finished run of this pipeline: in the output folder, whose lock the caller holds, or in one
 * beside it, which is locked until it is released. Null where there is none, or nothing but what `tell` is told of.
 */
export async function keptWork(
  { target }: RunFolders,
  pipeline: PipelineFile,
  tell: (note: Bilingual) => void,
): Promise<KeptWork | null> {
  const own = await candidate(target, pipeline);
  const found = own ? [own] : await besides(target, pipeline);
  const [last] = found;
  if (last === undefined) return null;
  const { dir, seal } = last;
  const path = databaseOf(join(dir, 'work'));
  if (seal.program !== programDigest()) {
    tell(OTHER_PROGRAM);
    return null;
  }
  if ((await stat(path).catch(() => null))?.size !== seal.bytes) {
    tell(UNREADABLE);
    return null;
  }
  if (dir === target) return { runId: seal.run_id, path, release: async () => {} };
  const release = await lockRun(dir).catch(() => null);
  if (release === null) return null;
  // It may have been disposed of before the lock was ours.
  if ((await candidate(dir, pipeline))?.seal.run_id !== seal.run_id) {
    await release();
    return null;
  }
  return { runId: seal.run_id, path, release };
}

interface Candidate {
  readonly dir: string;
  readonly seal: Seal;
  readonly startedAt: string;
}

/** A folder with the sealed working data of a finished run of the pipeline. */
async function candidate(dir: string, { name, path }: PipelineFile): Promise<Candidate | null> {
  const bytes = await readRegular(join(dir, 'work', SEAL), LIMITS.state).catch(() => null);
  const seal = SCHEMA.safeParse(bytes === null ? null : json(bytes.toString('utf8'))).data;
  if (!seal || seal.pipeline.name !== name || seal.pipeline.path !== resolve(path)) return null;
  const manifest = await readManifest(dir);
  return manifest?.status === 'done' && manifest.run_id === seal.run_id
    ? { dir, seal, startedAt: manifest.started_at }
    : null;
}

/** Those in the folders beside an output folder, newest first. */
async function besides(target: string, pipeline: PipelineFile): Promise<readonly Candidate[]> {
  const parent = dirname(target);
  const folders = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const found: Candidate[] = [];
  for (const folder of folders) {
    // Those that begin with a dot stand for a moment only.
    if (!folder.isDirectory() || folder.name.startsWith('.')) continue;
    const one = await candidate(join(parent, folder.name), pipeline);
    if (one) found.push(one);
  }
  return found.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

const OTHER_PROGRAM: Bilingual = {
  ja: '前回の作業データは別の版のプログラムで作られているため使わず、すべて新しく作ります。結果は変わりません',
  en: 'The working data of the last run was made by another version of the program: nothing is taken over, all is made anew. The results are the same.',
};

/** Said when the database turns out damaged, before or while it is read. */
export const UNREADABLE: Bilingual = {
  ja: '前回の作業データが読めないため使わず、新しく作ります。結果は変わりません',
  en: 'The working data of the last run cannot be read: no more is taken over, it is made anew. The results are the same.',
};
