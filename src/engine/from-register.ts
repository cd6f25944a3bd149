import { tableSql } from './append.js';
import type { Columns, Row } from './columns.js';
import { DUCKDB } from './dialect.js';
import type { Engine } from './engine.js';
import { allRows, readRows } from './read.js';
import type { RegisterQuery } from './register-engine.js';
import type { Relation } from './relation.js';

/** Makes a table anew from a query of register size; gives its rows. The query's columns are the table's, in its order. */
export function makeFrom(engine: Engine, table: Relation, query: RegisterQuery): Promise<number> {
  return (
    engine.register?.make(engine, table, query) ??
    engine.run(`CREATE OR REPLACE TABLE ${tableSql(table)} AS ${query.sql(DUCKDB)}`)
  );
}

/** Makes a table that only queries of register size read, until it is dropped by `dropKept`. */
export async function keepFrom(engine: Engine, table: Relation, query: RegisterQuery): Promise<void> {
  if (engine.register) await engine.register.keep(engine, table, query);
  else await engine.run(`CREATE OR REPLACE TABLE ${tableSql(table)} AS ${query.sql(DUCKDB)}`);
}

export async function dropKept(engine: Engine, table: Relation): Promise<void> {
  await (engine.register?.drop(table.name) ?? engine.run(`DROP TABLE ${tableSql(table)}`));
}

/** Streams the rows of such a query, in the order of columns; for answers that may be large. */
export async function* rowsFrom<C extends Columns>(
  engine: Engine,
  columns: C,
  query: RegisterQuery,
  order: string,
): AsyncIterable<readonly Row<C>[]> {
  if (!engine.register) {
    yield* readRows(engine, columns, `${query.sql(DUCKDB)} ORDER BY ${order}`);
    return;
  }
  const answer = { name: 'register_answer', columns, scratch: true } as const;
  await engine.register.make(engine, answer, query);
  yield* readRows(engine, columns, `SELECT * FROM ${tableSql(answer)} ORDER BY ${order}`);
  await engine.run(`DROP TABLE ${tableSql(answer)}`);
}

const VALUES = { name: 'register_values', columns: { v: 'text' }, scratch: true } as const;

/**
 * A query of the run's own engine that gives the texts, called `v`, of a query of register size, for a dictionary. What a cluster
 * has found is distinct, and stands here until `dropValues`.
 */
export async function valuesFrom(engine: Engine, query: RegisterQuery): Promise<string> {
  if (!engine.register) return query.sql(DUCKDB);
  await engine.register.make(engine, VALUES, {
    reads: query.reads,
    sql: (dialect) => `SELECT DISTINCT v FROM (${query.sql(dialect)}) t WHERE v IS NOT NULL`,
  });
  return `SELECT v FROM ${tableSql(VALUES)}`;
}

export async function dropValues(engine: Engine): Promise<void> {
  if (engine.register) await engine.run(`DROP TABLE ${tableSql(VALUES)}`);
}

/** All rows of a query of register size whose answer is small. */
export function smallFrom<C extends Columns>(
  engine: Engine,
  columns: C,
  query: RegisterQuery,
): Promise<Row<C>[]> {
  return engine.register?.small(engine, columns, query) ?? allRows(engine, columns, query.sql(DUCKDB));
}

/** The only row of such a query, or the first. */
export async function oneFrom<C extends Columns>(
  engine: Engine,
  columns: C,
  query: RegisterQuery,
): Promise<Row<C>> {
  const [row] = await smallFrom(engine, columns, query);
  if (!row) throw new Error('a query that must give a row gave none');
  return row;
}
