import type { Columns, Row } from './columns.js';
import type { Dialect } from './dialect.js';
import type { Relation } from './relation.js';

/** A query over tables of register size, as either engine takes it. */
export interface RegisterQuery {
  /** Tables of the working database that it reads, by name. */
  readonly reads: readonly string[];
  readonly sql: (dialect: Dialect) => string;
}

/** What of the run's own engine another one needs to lend it tables and to take back what it made. */
export interface Runner {
  run(sql: string): Promise<number>;
  rows<T = Record<string, unknown>>(sql: string): Promise<T[]>;
}

/** What a run has used of it so far. */
export interface Spent {
  readonly statements: number;
  /** Of all of its processors. */
  readonly cpuSeconds: number;
  readonly lentRows: number;
  readonly lentBytes: number;
  readonly takenRows: number;
  readonly takenBytes: number;
  /** What one statement had of its memory at its most. */
  readonly memoryBytes: number;
  /** How often a statement was asked again, as a node had taken it along. */
  readonly askedAgain: number;
}

/** A table that went to it, and what of it. */
export interface Lent {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/**
 * Where statements of register size run when not in the engine of the run itself. What they make stands in the run's own
 * database afterwards, as if it had made it.
 */
export interface RegisterEngine {
  /** Makes a table of the run anew from a query, in the types that it declares; gives its rows. */
  make(runner: Runner, table: Relation, query: RegisterQuery): Promise<number>;
  /** Makes a table that only later queries of its own read: it is not taken back. */
  keep(runner: Runner, table: Relation, query: RegisterQuery): Promise<void>;
  /** All rows of a query whose answer is small. */
  small<C extends Columns>(runner: Runner, columns: C, query: RegisterQuery): Promise<Row<C>[]>;
  /** Drops a table that `keep` has made. */
  drop(table: string): Promise<void>;
  spent(): Spent;
  /** Ends the statement that runs; it fails. */
  cancel(): void;
}
