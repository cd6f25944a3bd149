import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ClusterSpec } from '../audit/pipeline-file.js';
import { type Dropped, disposeOfTables, dropWork } from '../engine/trino-work.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure, json } from '../text/failure.js';
import type { AuditLog, LogEntry } from './audit-log.js';
import { type Clustered, pathOf, workOf } from './cluster-access.js';

/** Says in the folder of a work schema whose it is. */
export const OWNER = 'totsugo-run.json';

export interface Owner {
  readonly run_id: string;
  readonly folder: string;
  readonly host: string;
  readonly pid: number;
}

interface Left {
  readonly name: string;
  readonly owner: Owner | null;
}

/** Folders of work schemas, by their names in the shared folder. */
export async function leftBehind({ schema, shared }: ClusterSpec, dir: string): Promise<Left[]> {
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
export function mayBeAlive(owner: Owner | null): boolean {
  if (owner === null || owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function leftNote(name: string, owner: Owner | null): Bilingual {
  const { run_id: run = '?', folder = '?', host = '?' } = owner ?? {};
  return {
    ja: `実行の作業データがクラスタに残っています: ${name}（実行 ${run}、出力先 ${folder}、計算機 ${host}）。同じ出力先への次の実行か totsugo purge で廃棄されます`,
    en: `A run has left working data on the cluster: ${name} (run ${run}, folder ${folder}, machine ${host}). The next run into that folder disposes of it, and so does totsugo purge`,
  };
}

async function dropUnnamed(folder: string, uncleared: unknown): Promise<Dropped> {
  if (!(uncleared instanceof Failure)) throw uncleared;
  return { ...(await disposeOfTables(folder)), uncleared };
}

/** What dead runs of an output folder have left on the cluster. */
export interface LeftThere {
  readonly schemas: number;
  /** Takes it away, and says so in the log; gives why names of tables are still there, whose data is gone. */
  clear(log: Pick<AuditLog, 'write'> | null): Promise<Failure | null>;
}

/** Looks for it; the caller holds the folder's lock. */
export async function leftOnCluster(pipeline: Clustered, target: string): Promise<LeftThere> {
  const { cluster, dir } = pipeline;
  const left = cluster === undefined ? [] : await leftBehind(cluster, dir);
  const own = left.filter(({ owner }) => owner?.folder === target);
  return {
    schemas: own.length,
    clear: async (log) => {
      let why: Failure | null = null;
      for (const { name } of own) {
        const dropped = await workOf(pipeline, cluster!, name, () => 'purge', 1).then(
          dropWork,
          (error: unknown) =>
            // Without its credentials the cluster keeps names; the data is here.
            dropUnnamed(join(pathOf(dir, cluster!.shared), name), error),
        );
        await log?.write(droppedLine(name, dropped));
        why ??= dropped.uncleared;
      }
      return why;
    },
  };
}

/** What of a work schema is gone, and whether its names are still on a cluster that is away. */
export function droppedLine(schema: string, { files, bytes, uncleared }: Dropped): LogEntry {
  const details = { schema, files, bytes, ...(uncleared ? { names_left: uncleared.code } : {}) };
  return { action: 'cluster-dropped', details };
}
