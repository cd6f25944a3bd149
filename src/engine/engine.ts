import type { ColumnType } from './columns.js';
import type { RegisterEngine } from './register-engine.js';

export { SCRATCH } from './relation.js';

/** Name before that of a table of an earlier night, whose database is attached read-only (`Engine.earlier`). */
export const EARLIER = 'earlier';

/**
 * The seam where SQL runs. Stages know this interface only, never the engine behind it.
 *
 * Register-sized statements stay few and portable; suspect-sized work may use what DuckDB offers.
 */
export interface Engine {
  /** Runs one or several statements and waits for them; gives the number of rows that the last one wrote. */
  run(sql: string): Promise<number>;
  /** Runs a query whose answer is small and gives it as row objects (BIGINT as number when safe). */
  rows<T = Record<string, unknown>>(sql: string): Promise<T[]>;
  /** The only value of a query with one row and one column. */
  value<T = unknown>(sql: string): Promise<T>;
  /** Streams a query of any size by columns, about 2,048 rows at a time; an empty answer as one part without rows. */
  batches(sql: string): AsyncIterable<Batch>;
  /** Appends columns of equal length to an existing table, also one of `SCRATCH`; a BIGINT is given as bigint. */
  appender(table: string, types: readonly ColumnType[]): Promise<TableAppender>;
  /** What may be taken over of an earlier night; absent where nothing may. */
  readonly earlier?: Earlier;
  /** Where statements of register size run; absent where that is here. */
  readonly register?: RegisterEngine;
  /** Ends the statement that `run`, `rows` or `value` is waiting for; it fails. */
  interrupt(): void;
  /** Writes everything to disk and closes the database. */
  close(): void;
}

/** The database of an earlier night, of this pipeline and made by this very program. */
export interface Earlier {
  /** Whether it has the table; none once it was given up. */
  has(table: string): boolean;
  /** Some of it cannot be read: nothing more is taken of it. */
  giveUp(): void;
}

/** Column values of a part of an answer: `columns[c][r]`, the number of rows, and names and SQL types of the columns. */
export interface Batch {
  readonly rows: number;
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly columns: readonly (readonly unknown[])[];
}

export interface TableAppender {
  /** Appends rows given by column; any length, split into chunks inside. */
  append(columns: readonly (readonly unknown[])[]): void;
  close(): void;
}
