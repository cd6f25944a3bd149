import { tableSql } from './append.js';
import type { Columns, Row } from './columns.js';
import { DUCKDB } from './dialect.js';
import type { Engine } from './engine.js';
import { allRows } from './read.js';
import type { RegisterQuery } from './register-engine.js';
import type { Relation } from './relation.js';

/** Makes a table anew from a query of register size; gives its rows. The query's columns are the table's, in its order. */
export function makeFrom(engine: Engine, table: Relation, query: RegisterQuery): Promise<number> {
  return (
    engine.register?.make(engine, table, query) ??
    engine.run(`CREATE OR REPLACE TABLE ${tableSql(table)} AS ${query.sql(DUCKDB)}`)
  );
}

/** All rows of a query of register size whose answer is small. */
export function smallFrom<C extends Columns>(
  engine: Engine,
  columns: C,
  query: RegisterQuery,
): Promise<Row<C>[]> {
  return engine.register?.small(engine, columns, query) ?? allRows(engine, columns, query.sql(DUCKDB));
}
