import { resolve } from 'node:path';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  USMALLINT,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api';
import type { ColumnType } from './columns.js';
import { type Batch, EARLIER, type Earlier, type Engine, SCRATCH, type TableAppender } from './engine.js';
import { enginePattern } from './engine-path.js';
import { literal } from './sql.js';

export interface DuckDbOptions {
  /** Database file, or `:memory:`. */
  readonly path?: string;
  readonly threads?: number;
  /** Bytes; DuckDB spills to `tempDirectory` beyond them. */
  readonly memory?: number;
  readonly tempDirectory?: string;
  readonly readOnly?: boolean;
  /** Tables are written as they are: three times the bytes for less than half of the processor's time. */
  readonly uncompressed?: boolean;
  /** The database of an earlier night to take over from, and what is called where it cannot be read. */
  readonly earlier?: { readonly path: string; readonly onDamage: () => void } | null;
  /** What statements may read and write besides the database and its spill; everything where it is not told. */
  readonly reach?: Reach;
}

/** Files and folders that statements may touch. Paths are literal. */
export interface Reach {
  readonly files?: readonly string[];
  readonly folders?: readonly string[];
}

const TYPES: Record<ColumnType, DuckDBType> = {
  text: VARCHAR,
  tiny: UTINYINT,
  small: USMALLINT,
  int: INTEGER,
  big: BIGINT,
  double: DOUBLE,
  bool: BOOLEAN,
};

/** Rows in a DuckDB data chunk. */
const CHUNK_ROWS = 2048;

/**
 * Opens the embedded engine. Extensions are never fetched; moments are read in Japan's time, whatever the machine's zone.
 * With `reach` it touches nothing else on the disk or the network, loads nothing, and can be told no other thing: a
 * statement that somebody smuggled in would find all doors shut.
 */
export async function openDuckDb(options: DuckDbOptions = {}): Promise<Engine> {
  const config: Record<string, string> = {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  };
  if (options.uncompressed) config.force_compression = 'uncompressed';
  if (options.readOnly) config.access_mode = 'READ_ONLY';
  if (options.threads) config.threads = String(options.threads);
  if (options.memory) config.memory_limit = `${Math.floor(options.memory)}B`;
  if (options.tempDirectory) config.temp_directory = options.tempDirectory;
  const instance = await DuckDBInstance.create(options.path ?? ':memory:', config);
  const connection = await instance.connect();
  await connection.run("SET GLOBAL TimeZone = 'Asia/Tokyo'");
  if (!options.readOnly) await connection.run(`ATTACH ':memory:' AS ${SCRATCH}`);
  const earlier = options.earlier && (await attachEarlier(connection, options.earlier));
  if (options.reach) await lock(connection, options.reach);
  return {
    run: async (sql) => {
      const result = await connection.run(sql);
      if (result.rowsChanged > 0 || result.columnCount !== 1) return result.rowsChanged;
      // A table made from a query tells in its answer how many rows it has.
      const [row] = await result.getRowsJS();
      return typeof row?.[0] === 'bigint' ? Number(row[0]) : 0;
    },
    rows: async <T>(sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS().map(plain) as T[];
    },
    value: async <T>(sql: string) => {
      const reader = await connection.runAndReadAll(sql);
      return plainValue(reader.getRowsJS()[0]?.[0]) as T;
    },
    batches: (sql) => batches(instance, sql),
    ...(earlier ? { earlier } : {}),
    appender: (table, types) => appender(instance, table, types),
    interrupt: () => connection.interrupt(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Attaches the database; where it cannot be read, nothing is taken over. */
async function attachEarlier(
  connection: DuckDBConnection,
  { path, onDamage }: NonNullable<DuckDbOptions['earlier']>,
): Promise<Earlier | undefined> {
  try {
    await connection.run(`ATTACH ${literal(path)} AS ${EARLIER} (READ_ONLY)`);
    const tables = await connection.runAndReadAll(
      `SELECT table_name FROM information_schema.tables WHERE table_catalog = ${literal(EARLIER)}`,
    );
    const names = new Set(tables.getRowsJS().map(([name]) => String(name)));
    return {
      has: (table) => names.has(table),
      giveUp: () => {
        if (names.size > 0) onDamage();
        names.clear();
      },
    };
  } catch {
    onDamage();
    return undefined;
  }
}

/** In this order: what is allowed must be told before the doors are shut, and the lock comes last. */
async function lock(connection: DuckDBConnection, { files = [], folders = [] }: Reach): Promise<void> {
  if (files.length > 0) await connection.run(`SET allowed_paths = ${allowed(files)}`);
  if (folders.length > 0) await connection.run(`SET allowed_directories = ${allowed(folders)}`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

/** Paths as they are, and as statements that read them write them. */
function allowed(paths: readonly string[]): string {
  const told = paths.map((path) => resolve(path)).flatMap((path) => [path, enginePattern(path)]);
  return `[${[...new Set(told)].map(literal).join(', ')}]`;
}

// A stream and an appender each have a connection of their own: a statement would end an open stream.
async function* batches(instance: DuckDBInstance, sql: string): AsyncIterable<Batch> {
  const connection = await instance.connect();
  try {
    const result = await connection.stream(sql);
    const names = result.deduplicatedColumnNames();
    const types = names.map((_, c) => String(result.columnType(c)));
    for (let first = true; ; first = false) {
      const chunk = await result.fetchChunk();
      const rows = chunk?.rowCount ?? 0;
      if (rows > 0 || first)
        yield {
          rows,
          names,
          types,
          columns: names.map((_, c) => (rows > 0 ? chunk!.getColumnValues(c) : [])),
        };
      if (rows === 0) return;
    }
  } finally {
    connection.closeSync();
  }
}

async function appender(
  instance: DuckDBInstance,
  table: string,
  columnTypes: readonly ColumnType[],
): Promise<TableAppender> {
  const connection = await instance.connect();
  const native = await (table.startsWith(`${SCRATCH}.`)
    ? connection.createAppender(table.slice(SCRATCH.length + 1), 'main', SCRATCH)
    : connection.createAppender(table));
  const types = columnTypes.map((type) => TYPES[type]);
  return {
    append: (columns) => {
      const rows = columns[0]?.length ?? 0;
      for (let from = 0; from < rows; from += CHUNK_ROWS) {
        const chunk = DuckDBDataChunk.create(types);
        chunk.setColumns(columns.map((column) => column.slice(from, from + CHUNK_ROWS) as DuckDBValue[]));
        native.appendDataChunk(chunk);
      }
    },
    close: () => {
      native.closeSync();
      connection.closeSync();
    },
  };
}

/** The row itself, which is nobody else's. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  for (const key in row) if (typeof row[key] === 'bigint') row[key] = plainValue(row[key]);
  return row;
}

function plainValue(value: unknown): unknown {
  return typeof value === 'bigint' && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    ? Number(value)
    : value;
}
