import { bufferRows } from '../engine/buffer-rows.js';
import type { ColumnType, Engine } from '../engine/engine.js';
import { ident } from '../engine/sql.js';

/** A dictionary table: one row per distinct text, with what a pure function makes of it. */
export interface Dictionary<T> {
  readonly table: string;
  /** Query with one VARCHAR column; its distinct values that are not NULL become the dictionary. */
  readonly values: string;
  /** Result columns of the table, after `value`. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly map: (value: string) => T;
  /** The result as column values, in the order of `columns`. */
  readonly row: (result: T) => readonly unknown[];
}

const SQL_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  tiny: 'UTINYINT',
  int: 'INTEGER',
  big: 'BIGINT',
  double: 'DOUBLE',
  bool: 'BOOLEAN',
  texts: 'VARCHAR[]',
};

/**
 * Makes `table(value, …columns)` by calling `map` once per distinct value: the only way in which text of
 * register size meets TypeScript. Returns how many values there were.
 */
export async function makeDictionary<T>(engine: Engine, dictionary: Dictionary<T>): Promise<number> {
  const { table, columns, map, row } = dictionary;
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const definition = names.map((name, i) => `${ident(name)} ${SQL_TYPES[types[i]!]}`);
  await engine.run(
    `CREATE OR REPLACE TABLE ${ident(table)} (${['"value" VARCHAR', ...definition].join(', ')})`,
  );
  const appender = bufferRows(await engine.appender(table, ['text', ...types]));
  let count = 0;
  const distinct = `SELECT DISTINCT v FROM (${dictionary.values}) AS t(v) WHERE v IS NOT NULL`;
  for await (const batch of engine.batches(distinct)) {
    for (const value of batch.columns[0] as string[]) appender.push(value, ...row(map(value)));
    count += batch.rows;
  }
  appender.close();
  return count;
}
