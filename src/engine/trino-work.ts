import { access, constants, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disposed, disposeOf } from '../files/dispose.js';
import { Failure } from '../text/failure.js';
import { literal } from './sql.js';
import type { TrinoClient } from './trino-client.js';

/** The work schema of a run on a cluster, and the folder of that name in the shared one. */
export interface WorkSchema {
  readonly client: TrinoClient;
  readonly catalog: string;
  readonly name: string;
  /** The shared folder as this machine has it, and as the cluster calls it. */
  readonly shared: string;
  readonly location: string;
}

export function workFolder({ shared, name }: Pick<WorkSchema, 'shared' | 'name'>): string {
  return join(shared, name);
}

export function workLocation({ location, name }: Pick<WorkSchema, 'location' | 'name'>): string {
  return `${location.endsWith('/') ? location : `${location}/`}${name}`;
}

/** @throws {Failure} `cluster-shared` (exit code 2) where the folder is not there, or cannot be read and written. */
export async function mustBeShared(path: string): Promise<void> {
  await readdir(path)
    .then(() => access(path, constants.R_OK | constants.W_OK))
    .catch((cause: unknown) => {
      throw new Failure('cluster-shared', { values: { path }, cause });
    });
}

/** @throws {Failure} `cluster-catalog` (exit code 2). */
export async function mustHaveCatalog({ run }: TrinoClient, catalog: string, user: string): Promise<void> {
  const { rows } = await run('SHOW CATALOGS');
  if (!rows.some(([name]) => name === catalog))
    throw new Failure('cluster-catalog', { values: { catalog, user } });
}

/**
 * Makes the schema and its folder anew, with a file in it that says whose it is, and sees that both sides read what the other
 * writes.
 *
 * @throws {Failure} `cluster-apart` (exit code 2).
 */
export async function makeWork(
  work: WorkSchema,
  label?: { readonly name: string; readonly text: string },
): Promise<void> {
  const { client, catalog, name, shared } = work;
  const { uncleared } = await dropWork(work);
  if (uncleared) throw uncleared;
  await mkdir(workFolder(work), { mode: 0o770 });
  if (label) await writeFile(join(workFolder(work), label.name), label.text);
  try {
    await client.run(`CREATE SCHEMA ${catalog}.${name} WITH (location = ${literal(workLocation(work))})`);
    await probe(work);
  } catch (error) {
    await dropWork(work);
    if (!(error instanceof Failure) || !['cluster-failed', 'cluster-apart'].includes(error.code)) throw error;
    throw new Failure('cluster-apart', {
      values: { path: shared, location: work.location, why: error.text },
      cause: error,
    });
  }
}

/** A line is written here and read there; the answer is written there and found here. */
async function probe(work: WorkSchema): Promise<void> {
  const { client } = work;
  const at = (folder: string) => literal(`${workLocation(work)}/${folder}`);
  const [asked, answered] = ['probe_asked', 'probe_answered'].map((one) => join(workFolder(work), one));
  await mkdir(asked!, { mode: 0o770 });
  await writeFile(join(asked!, 'one.csv'), `${WORD}\n`);
  await mkdir(answered!, { mode: 0o770 });
  await client.run(
    `CREATE TABLE probe_asked (word varchar) WITH (format = 'CSV', external_location = ${at('probe_asked')})`,
  );
  await client.run(
    `CREATE TABLE probe_answered (word varchar) WITH (format = 'PARQUET', external_location = ${at('probe_answered')})`,
  );
  await client.run('INSERT INTO probe_answered SELECT word FROM probe_asked');
  const { rows } = await client.run('SELECT word FROM probe_asked');
  const files = await readdir(answered!);
  if (rows[0]?.[0] !== WORD || files.every((name) => /^[._]/.test(name)))
    throw new Failure('cluster-apart', { values: { path: work.shared, location: work.location, why: '' } });
  await client.run('DROP TABLE probe_asked');
  await client.run('DROP TABLE probe_answered');
}

const WORD = 'totsugo';

/** What of a work schema is gone: its data, and (else why not) its names on the cluster. */
export interface Dropped extends Disposed {
  readonly uncleared: Failure | null;
}

/** Drops the schema and disposes of its folder: its tables lie there, and the cluster leaves their files. */
export async function dropWork(work: WorkSchema): Promise<Dropped> {
  const { client, catalog, name } = work;
  const uncleared = await client.run(`DROP SCHEMA IF EXISTS ${catalog}.${name} CASCADE`).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Failure) return error;
      throw error;
    },
  );
  // Whatever becomes of the names on the cluster, the data goes.
  return { ...(await disposeOfTables(workFolder(work))), uncleared };
}

/** Tables first: until they are gone, the folder says whose they are. */
export async function disposeOfTables(folder: string): Promise<Disposed> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const gone: Disposed[] = [];
  for (const entry of entries.filter((one) => one.isDirectory()))
    gone.push(await disposeOf(join(folder, entry.name)));
  gone.push(await disposeOf(folder));
  return {
    files: gone.reduce((sum, { files }) => sum + files, 0),
    bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/**
 * Drops work schemas whose folder is gone: names of tables without a row, which a cluster that was away has kept. Those of
 * another shared folder are left. Gives their names.
 */
export async function dropEmptied(work: WorkSchema, prefix: string): Promise<readonly string[]> {
  const { client, catalog, shared } = work;
  const { rows } = await client.run(`SHOW SCHEMAS FROM ${catalog}`);
  const names = rows
    .map(([name]) => String(name))
    .filter((name) => name.startsWith(prefix) && /^\w+$/.test(name));
  const emptied: string[] = [];
  for (const name of names) {
    if (await lstat(workFolder({ shared, name })).catch(() => null)) continue;
    const { rows: shown } = await client.run(`SHOW CREATE SCHEMA ${catalog}.${name}`);
    if (!String(shown[0]?.[0]).includes(literal(workLocation({ ...work, name })))) continue;
    await client.run(`DROP SCHEMA ${catalog}.${name} CASCADE`);
    emptied.push(name);
  }
  return emptied;
}
