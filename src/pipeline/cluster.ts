import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { ClusterSpec, PipelineFile } from '../audit/pipeline-file.js';
import { secret } from '../audit/secret.js';
import { type TrinoAccess, trinoClient } from '../engine/trino-client.js';
import { trinoEngine } from '../engine/trino-engine.js';
import {
  dropWork,
  makeWork,
  mustBeShared,
  mustHaveCatalog,
  type WorkSchema,
  workFolder,
  workLocation,
} from '../engine/trino-work.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import type { Bilingual } from '../text/bilingual.js';
import { type ExitCode, Failure, json } from '../text/failure.js';
import { LENT_COLUMNS } from './lent-columns.js';

type Clustered = Pick<PipelineFile, 'dir' | 'cluster'>;

/** A run's place on its cluster. */
export interface Cluster {
  readonly engine: ReturnType<typeof trinoEngine>;
  /** The folder of its work schema. */
  readonly folder: string;
  /** Says which stage is at work. */
  enter(stage: string): void;
  /** Drops the work schema and disposes of what lies in its folder. */
  release(): Promise<void>;
}

interface Run {
  readonly runId: string;
  /** The output folder. */
  readonly target: string;
}

/** Says in the folder of a work schema whose it is. */
const OWNER = 'totsugo-run.json';

interface Owner {
  readonly run_id: string;
  readonly folder: string;
  readonly host: string;
  readonly pid: number;
}

/**
 * Makes the work schema of a run, after taking away what dead runs of the same output folder have left; the caller holds its
 * lock. Null where the pipeline names no cluster.
 *
 * @throws {Failure} with exit code 2 for all that `checkCluster` sees, and `cluster-apart`.
 */
export async function openCluster(pipeline: Clustered, run: Run): Promise<Cluster | null> {
  const { cluster, dir } = pipeline;
  if (cluster === undefined) return null;
  let stage = 'start';
  const work = await workOf(pipeline, cluster, schemaOf(cluster, run), () => stage, 2);
  await mustBeShared(work.shared);
  await mustHaveCatalog(work.client, cluster.catalog, cluster.user);
  for (const { name, owner } of await leftBehind(cluster, dir))
    if (owner?.folder === run.target) await dropWork({ ...work, name });
  await makeWork(work);
  const owner: Owner = { run_id: run.runId, folder: run.target, host: hostname(), pid: process.pid };
  await writeFile(join(workFolder(work), OWNER), `${JSON.stringify(owner)}\n`);
  const running = await workOf(pipeline, cluster, work.name, () => stage);
  return {
    engine: trinoEngine({
      client: running.client,
      dir: workFolder(work),
      location: workLocation(work),
      lent: LENT_COLUMNS,
    }),
    folder: workFolder(work),
    enter: (name) => {
      stage = name;
    },
    release: () => dropWork(running),
  };
}

/**
 * Reaches the cluster, as whom it is told, and looks for the shared folder. Gives what dead runs have left there; writes nothing.
 *
 * @throws {Failure} with exit code 2: `cluster-unreachable`, `cluster-denied`, `cluster-catalog`, `cluster-secret`, `cluster-shared`.
 */
export async function checkCluster(pipeline: Clustered): Promise<readonly Bilingual[]> {
  const { cluster, dir } = pipeline;
  if (cluster === undefined) return [];
  const { client, shared } = await workOf(pipeline, cluster, cluster.schema, () => 'check', 2);
  await mustBeShared(shared);
  await mustHaveCatalog(client, cluster.catalog, cluster.user);
  const left = await leftBehind(cluster, dir);
  return left.filter(({ owner }) => !mayBeAlive(owner)).map(({ name, owner }) => leftNote(name, owner));
}

/** Takes away what dead runs of an output folder have left on the cluster; the caller holds its lock. Gives how many there were. */
export async function purgeCluster(pipeline: Clustered, target: string): Promise<number> {
  const { cluster, dir } = pipeline;
  if (cluster === undefined) return 0;
  const own = (await leftBehind(cluster, dir)).filter(({ owner }) => owner?.folder === target);
  for (const { name } of own) await dropWork(await workOf(pipeline, cluster, name, () => 'purge'));
  return own.length;
}

async function workOf(
  { dir }: Clustered,
  cluster: ClusterSpec,
  name: string,
  stage: () => string,
  exitCode?: ExitCode,
): Promise<WorkSchema & { readonly shared: string }> {
  const { url, user, catalog, location } = cluster;
  const ca = cluster.caFile === null ? null : await fileOf('ca_file', dir, cluster.caFile);
  const access: TrinoAccess = {
    url,
    user,
    secret: await secretOf(cluster, dir),
    ...(ca === null ? {} : { ca }),
    catalog,
    schema: name,
  };
  const client = trinoClient(access, stage, exitCode === undefined ? {} : { exitCode, patience: 0 });
  return { client, catalog, name, shared: pathOf(dir, cluster.shared), location };
}

/** A name of its own for every run: when it began, and a digest of what it is called and where it writes. */
function schemaOf({ schema }: ClusterSpec, { runId, target }: Run): string {
  const began = runId.slice(0, 15).replaceAll(/\D/g, '');
  const digest = createHash('sha256').update(`${runId}\n${target}`).digest('hex');
  return `${schema}_run_${began}_${digest.slice(0, 8)}`;
}

interface Left {
  readonly name: string;
  readonly owner: Owner | null;
}

/** Folders of work schemas, by their names in the shared folder. */
async function leftBehind({ schema, shared }: ClusterSpec, dir: string): Promise<Left[]> {
  const folder = pathOf(dir, shared);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(`${schema}_run_`))
    .map(({ name }) => name)
    .sort();
  return Promise.all(names.map(async (name) => ({ name, owner: await ownerOf(join(folder, name)) })));
}

async function ownerOf(folder: string): Promise<Owner | null> {
  const bytes = await readRegular(join(folder, OWNER), LIMITS.state).catch(() => null);
  return bytes === null ? null : (json(bytes.toString('utf8')) as Owner | null);
}

/** A run of this machine whose process is there. Of another machine nobody can tell, and its left-overs are named. */
function mayBeAlive(owner: Owner | null): boolean {
  if (owner === null || owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function leftNote(name: string, owner: Owner | null): Bilingual {
  const { run_id: run = '?', folder = '?', host = '?' } = owner ?? {};
  return {
    ja: `終わらなかった実行の作業データがクラスタに残っています: ${name}（実行 ${run}、出力先 ${folder}、計算機 ${host}）。同じ出力先への次の実行か totsugo purge で廃棄されます`,
    en: `A run that did not end has left working data on the cluster: ${name} (run ${run}, folder ${folder}, machine ${host}). The next run into that folder disposes of it, and so does totsugo purge`,
  };
}

async function secretOf(
  { passwordFile, tokenFile }: ClusterSpec,
  dir: string,
): Promise<TrinoAccess['secret']> {
  if (passwordFile !== null) return { password: secret(await fileOf('password_file', dir, passwordFile)) };
  if (tokenFile !== null) return { token: secret(await fileOf('token_file', dir, tokenFile)) };
  const { TOTSUGO_TRINO_PASSWORD: password, TOTSUGO_TRINO_TOKEN: token } = process.env;
  if (password) return { password: secret(password) };
  return token ? { token: secret(token) } : null;
}

/** @throws {Failure} `cluster-secret` (exit code 2). */
async function fileOf(option: string, dir: string, file: string): Promise<string> {
  const path = pathOf(dir, file);
  const bytes = await readRegular(path, LIMITS.key * 16).catch((cause: unknown) => {
    throw new Failure('cluster-secret', { values: { option, path }, cause });
  });
  const text = bytes.toString('utf8').trim();
  if (text === '') throw new Failure('cluster-secret', { values: { option, path } });
  return text;
}

function pathOf(dir: string, path: string): string {
  return resolve(dir, path.replace(/^~(?=[\\/]|$)/, homedir()));
}
