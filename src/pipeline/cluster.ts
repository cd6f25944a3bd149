import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { ClusterSpec } from '../audit/pipeline-file.js';
import { trinoEngine } from '../engine/trino-engine.js';
import {
  dropEmptied,
  dropWork,
  makeWork,
  mustBeShared,
  mustHaveCatalog,
  workFolder,
  workLocation,
} from '../engine/trino-work.js';
import type { Bilingual } from '../text/bilingual.js';
import type { AuditLog, LogEntry } from './audit-log.js';
import { type Clustered, workOf } from './cluster-access.js';
import { droppedLine, leftBehind, leftNote, mayBeAlive, OWNER, type Owner } from './cluster-left.js';
import { LENT_COLUMNS } from './lent-columns.js';

/** A run's place on its cluster. */
export interface Cluster {
  readonly engine: ReturnType<typeof trinoEngine>;
  /** The folder of its work schema. */
  readonly folder: string;
  /** Where the run is at work there, and what of dead runs was dropped before. */
  readonly opened: readonly LogEntry[];
  /** Says which stage is at work. */
  enter(stage: string): void;
  /** Writes down what was lent since it was last told. */
  tell(log: Pick<AuditLog, 'write'>): Promise<void>;
  /**
   * Drops the work schema, disposes of what lies in its folder, and writes that down, too; does nothing a second time. Where
   * data is left, `tell` is told.
   */
  release(log: Pick<AuditLog, 'write'>, tell: (note: Bilingual) => void): Promise<void>;
}

interface Run {
  readonly runId: string;
  /** The output folder. */
  readonly target: string;
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
  const dropped: LogEntry[] = [];
  for (const { name, owner } of await leftBehind(cluster, dir))
    if (owner?.folder === run.target) dropped.push(droppedLine(name, await dropWork({ ...work, name })));
  for (const schema of await dropEmptied(work, `${cluster.schema}_run_`))
    dropped.push({ action: 'cluster-dropped', details: { schema, files: 0, bytes: 0 } });
  const owner: Owner = { run_id: run.runId, folder: run.target, host: hostname(), pid: process.pid };
  await makeWork(work, { name: OWNER, text: `${JSON.stringify(owner)}\n` });
  const running = await workOf(pipeline, cluster, work.name, () => stage);
  const engine = trinoEngine({
    client: running.client,
    dir: workFolder(work),
    location: workLocation(work),
    lent: LENT_COLUMNS,
  });
  const { url, user, catalog } = cluster;
  const tell = async (log: Pick<AuditLog, 'write'>) => {
    // Lent once more in a stage, a table is told once.
    const tables = new Map(engine.lentSince().map((one) => [one.table, one]));
    if (tables.size > 0)
      await log.write({ action: 'cluster-lent', details: { stage, tables: [...tables.values()] } });
  };
  let isReleased = false;
  return {
    engine,
    folder: workFolder(work),
    opened: [
      ...dropped,
      {
        action: 'cluster-opened',
        details: { url, user, catalog, schema: work.name, location: work.location },
      },
    ],
    enter: (name) => {
      stage = name;
    },
    tell,
    release: async (log, note) => {
      if (isReleased) return;
      isReleased = true;
      await tell(log);
      try {
        // Without patience: a run that failed as the cluster is away is not kept waiting for it once more.
        await log.write(droppedLine(work.name, await dropWork(work)));
      } catch {
        await log.write({ action: 'cluster-left', details: { schema: work.name } });
        note(leftNote(work.name, owner));
      }
    },
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

/** A name of its own for every run: when it began, and a digest of what it is called and where it writes. */
function schemaOf({ schema }: ClusterSpec, { runId, target }: Run): string {
  const began = runId.slice(0, 15).replaceAll(/\D/g, '');
  const digest = createHash('sha256').update(`${runId}\n${target}`).digest('hex');
  return `${schema}_run_${began}_${digest.slice(0, 8)}`;
}
