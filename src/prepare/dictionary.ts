import { appendTo, createSql, type Relation, tableSql } from '../engine/append.js';
import type { Columns, Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';

/** A dictionary table: one row per distinct text, with what a pure function makes of it. */
export interface Dictionary<C extends Columns> {
  readonly table: Relation<C>;
  /** Query with one VARCHAR column; its distinct values that are not NULL become the dictionary. */
  readonly values: string;
  /** The row of a value, with the value in it. */
  readonly map: (value: string) => Row<C>;
}

/**
 * Makes a table by calling `map` once per distinct value: the only way in which text of register size meets
 * TypeScript. Returns how many values there were.
 */
export async function makeDictionary<C extends Columns>(
  engine: Engine,
  { table, values, map }: Dictionary<C>,
): Promise<number> {
  await engine.run(createSql(table));
  return append(engine, distinct(values), { table, values, map });
}

/** Adds the values that the table does not have yet; returns how many these were. */
export async function extendDictionary<C extends Columns>(
  engine: Engine,
  { table, values, map }: Dictionary<C>,
): Promise<number> {
  const fresh = `SELECT v FROM (${distinct(values)}) ANTI JOIN ${tableSql(table)} d ON d."value" = v`;
  return append(engine, fresh, { table, values, map });
}

/** Where no input has the item, the engine takes the text for a NULL of no type. */
function distinct(values: string): string {
  return `SELECT DISTINCT CAST(v AS VARCHAR) AS v FROM (${values}) AS t(v) WHERE v IS NOT NULL`;
}

async function append<C extends Columns>(
  engine: Engine,
  query: string,
  { table, map }: Dictionary<C>,
): Promise<number> {
  const appender = await appendTo(engine, table);
  let count = 0;
  for await (const { rows, columns } of readColumns(engine, { v: 'text' }, query)) {
    for (const value of columns.v) appender.push(map(value));
    count += rows;
  }
  appender.close();
  return count;
}
