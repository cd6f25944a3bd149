import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../text/failure.js';
import { createSql, tableSql } from './append.js';
import { allColumns, type ColumnType, type PlainColumn, SQL_TYPES } from './columns.js';
import { TRINO } from './dialect.js';
import type { Engine } from './engine.js';
import { enginePath } from './engine-path.js';
import { declaredRows } from './read.js';
import type { Lent, RegisterEngine, RegisterQuery, Runner } from './register-engine.js';
import type { Relation } from './relation.js';
import { ident, literal } from './sql.js';
import type { TrinoAnswer, TrinoClient } from './trino-client.js';

/** Where a run works on the cluster. */
export interface TrinoWork {
  readonly client: TrinoClient;
  /** The folder of its work schema, as this machine has it and as the cluster calls it. */
  readonly dir: string;
  readonly location: string;
  /** By table the columns that are lent, where not all are: what no statement reads stays here. */
  readonly lent: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds to wait before each time that a lost statement is asked again. */
  readonly waits?: readonly number[];
}

/** A coordinator takes half a minute to start, and as long to see that a worker has gone. */
const WAITS_MS = [5_000, 15_000, 30_000, 60_000];

/** What a node of the cluster took along, and another may answer. */
const LOST: ReadonlySet<string> = new Set(['cluster-lost', 'cluster-node-lost']);

/**
 * Runs register-sized statements on Trino. A table that a statement reads is lent once: written as Parquet into the folder that
 * both see. What a statement makes is Parquet there, too, and is taken back from it; rows pass as JSON only where they are
 * few. Tables that it made are there for later statements, too.
 */
export function trinoEngine({ client, dir, location, lent, waits = WAITS_MS }: TrinoWork): RegisterEngine & {
  /** Tables that a statement of the run's own engine may change must be lent anew. */
  watch(sql: string): void;
  /** What was lent since this was last asked, in order. */
  lentSince(): readonly Lent[];
} {
  const given: Lent[] = [];
  const present = new Set<string>();
  const spent = {
    ...{ statements: 0, cpuSeconds: 0, memoryBytes: 0, askedAgain: 0 },
    ...{ lentRows: 0, lentBytes: 0, takenRows: 0, takenBytes: 0 },
  };
  let places = 0;
  const cancelled = new AbortController();

  const ask = async (sql: string): Promise<TrinoAnswer> => {
    const answer = await client.run(sql);
    spent.statements++;
    spent.cpuSeconds += answer.cpuSeconds;
    spent.memoryBytes = Math.max(spent.memoryBytes, answer.memoryBytes);
    return answer;
  };

  /** Does whole what may be done twice: whatever a lost statement had written lies in a folder that nobody reads. */
  const again = async <T>(work: () => Promise<T>): Promise<T> => {
    for (const pause of waits) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Failure) || !LOST.has(error.code)) throw error;
        await wait(pause, undefined, { signal: cancelled.signal }).catch(() => undefined);
        if (cancelled.signal.aborted) throw error;
        spent.askedAgain++;
      }
    }
    return work();
  };

  /** An empty table in a folder of its own: the cluster may remember what lay in one. */
  const makeTable = async (table: string, columns: readonly Column[]): Promise<string> => {
    const folder = `${table}_${++places}`;
    await mkdir(join(dir, folder), { mode: 0o770 });
    await ask(`DROP TABLE IF EXISTS ${ident(table)}`);
    const types = columns.map(({ name, type }) => `${ident(name)} ${TRINO.type(type)}`);
    await ask(
      `CREATE TABLE ${ident(table)} (${types.join(', ')})
       WITH (format = 'PARQUET', external_location = ${literal(`${location}/${folder}`)})`,
    );
    return join(dir, folder);
  };

  const lend = async (runner: Runner, table: string): Promise<void> => {
    const columns = (await columnsOf(runner, table)).filter(
      ({ name }) => lent[table]?.includes(name) ?? true,
    );
    const folder = await makeTable(table, columns);
    // Told before: whoever asks what the cluster may have seen must not miss what was cut short.
    const told = { table, columns: columns.map(({ name }) => name), rows: 0 };
    given.push(told);
    const part = join(folder, 'part.parquet');
    told.rows = await runner.run(
      `COPY (SELECT ${casts(columns, (type) => STORED[type])} FROM ${ident(table)})
       TO ${literal(part)} (FORMAT parquet)`,
    );
    spent.lentRows += told.rows;
    spent.lentBytes += await bytesOf([part]);
    present.add(table);
  };

  const lendAll = async (runner: Runner, { reads }: RegisterQuery): Promise<void> => {
    for (const table of reads) if (!present.has(table)) await lend(runner, table);
  };

  /** Makes a table there, and gives its folder. */
  const fill = async (runner: Runner, table: Relation, query: RegisterQuery): Promise<string> => {
    await lendAll(runner, query);
    const columns = allColumns(table.columns);
    present.delete(table.name);
    const folder = await makeTable(table.name, columns);
    await ask(
      `INSERT INTO ${ident(table.name)} SELECT ${casts(columns, TRINO.type)} FROM (${query.sql(TRINO)}) made`,
    );
    return folder;
  };

  const drop = async (table: string): Promise<void> => {
    present.delete(table);
    await ask(`DROP TABLE IF EXISTS ${ident(table)}`);
  };

  return {
    keep: async (runner, table, query) => {
      await again(() => fill(runner, table, query));
      present.add(table.name);
    },
    drop: (table) => again(() => drop(table)),
    make: async (runner, table, query) => {
      const folder = await again(() => fill(runner, table, query));
      const files = await filesOf(folder);
      const rows = await take(runner, table, files);
      if (table.scratch) await again(() => drop(table.name));
      else present.add(table.name);
      spent.takenRows += rows;
      spent.takenBytes += await bytesOf(files);
      return rows;
    },
    small: async (runner, columns, query) => {
      const answer = await again(async () => {
        await lendAll(runner, query);
        return ask(query.sql(TRINO));
      });
      return declaredRows(columns, batchOf(answer));
    },
    spent: () => ({ ...spent }),
    cancel: () => {
      cancelled.abort();
      client.cancel();
    },
    lentSince: () => given.splice(0),
    watch: (sql) => {
      for (const table of changedBy(sql)) present.delete(table);
    },
  };
}

/** The engine of a run with register-sized statements on a cluster. */
export function withCluster(engine: Engine, cluster: ReturnType<typeof trinoEngine>): Engine {
  return {
    ...engine,
    register: cluster,
    run: (sql) => {
      cluster.watch(sql);
      return engine.run(sql);
    },
    appender: (table, types) => {
      cluster.watch(`INSERT INTO ${table}`);
      return engine.appender(table, types);
    },
    interrupt: () => {
      cluster.cancel();
      engine.interrupt();
    },
  };
}

const CHANGES =
  /\b(?:TABLE|INTO|UPDATE|DELETE\s+FROM|RENAME\s+TO)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?(?:"([^"]+)"|(\w+))/gi;

/** Names of tables that statements may change; one too many is lent once more. */
export function changedBy(sql: string): readonly string[] {
  return [...sql.matchAll(CHANGES)].map(([, quoted, plain]) => (quoted ?? plain)!);
}

/** Types in which numbers lie in lent files: signed ones, which the cluster has. */
const STORED: Readonly<Record<ColumnType, string>> = { ...SQL_TYPES, tiny: 'SMALLINT', small: 'INTEGER' };

type Column = Pick<PlainColumn, 'name' | 'type'>;

function casts(columns: readonly Column[], typeOf: (type: ColumnType) => string): string {
  return columns
    .map(({ name, type }) => `CAST(${ident(name)} AS ${typeOf(type)}) AS ${ident(name)}`)
    .join(', ');
}

/** Makes a table of the run of what the cluster has written; what is empty has no file. */
async function take(runner: Runner, table: Relation, files: readonly string[]): Promise<number> {
  if (files.length > 0)
    return runner.run(`
      CREATE OR REPLACE TABLE ${tableSql(table)} AS
      SELECT ${casts(allColumns(table.columns), (type) => SQL_TYPES[type])}
      FROM read_parquet([${files.map(enginePath).join(', ')}], hive_partitioning = false)`);
  await runner.run(createSql(table));
  return 0;
}

const BY_SQL_TYPE = new Map(
  Object.entries(SQL_TYPES).map(([type, sql]) => [sql as string, type as ColumnType]),
);

async function columnsOf(runner: Runner, table: string): Promise<Column[]> {
  const columns = await runner.rows<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM duckdb_columns()
     WHERE database_name = current_database() AND table_name = ${literal(table)} ORDER BY column_index`,
  );
  return columns.map(({ name, type }) => {
    const known = BY_SQL_TYPE.get(type);
    if (known === undefined) throw new Error(`a column of ${table} of type ${type} cannot be lent`);
    return { name, type: known };
  });
}

/** Files of a table that the cluster has made; it keeps hidden ones beside them. */
async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !/^[._]/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map((file) => stat(file)));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

const READ_TYPES: Readonly<Record<string, string>> = {
  varchar: 'VARCHAR',
  smallint: 'SMALLINT',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
};

function batchOf({ names, types, rows }: TrinoAnswer) {
  const read = types.map((type) => READ_TYPES[type.replace(/\(.*/, '')] ?? type);
  return {
    rows: rows.length,
    names,
    types: read,
    // What JSON has no number for comes as a word.
    columns: names.map((_, c) =>
      rows.map((row) => (read[c] === 'DOUBLE' && typeof row[c] === 'string' ? Number(row[c]) : row[c])),
    ),
  };
}
