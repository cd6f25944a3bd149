import { appendTo, createSql, type Relation, tableSql } from '../engine/append.js';
import type { Columns, Row } from '../engine/columns.js';
import { EARLIER, type Engine, SCRATCH } from '../engine/engine.js';
import { fromEarlier } from '../engine/from-earlier.js';
import { readColumns, readRows } from '../engine/read.js';
import { ident } from '../engine/sql.js';

/** A dictionary table: one row per distinct text, with what a pure function makes of it. */
export interface Dictionary<C extends Columns> {
  readonly table: Relation<C>;
  /** Query with one VARCHAR column; its distinct values that are not NULL become the dictionary. */
  readonly values: string;
  /** The row of a value, with the value in it. */
  readonly map: (value: string) => Row<C>;
  /** That a table of this name of an earlier night holds what `map` would make now; without it, all is made. */
  readonly kept?: Kept<C>;
}

/** Which rows of the earlier night hold. */
export interface Kept<C extends Columns> {
  /** SQL on a row `e`: it holds whatever has changed since. */
  readonly always: string;
  /** Whether one that does not always hold does tonight; none does where it is absent. */
  readonly holds?: (row: Row<C>) => boolean;
}

/** How many values a function was called for, and how many were known from the earlier night. */
export interface Filled {
  readonly called: number;
  readonly reused: number;
}

/** As run.json tells them: by dictionary, and `reused` of those alone that were spared a call. */
export function filledFigures(filled: Readonly<Record<string, Filled>>): {
  readonly calls: Readonly<Record<string, number>>;
  readonly reused?: Readonly<Record<string, number>>;
} {
  const entries = Object.entries(filled);
  const reused = entries.flatMap(([name, { reused }]) => (reused > 0 ? [[name, reused] as const] : []));
  return {
    calls: Object.fromEntries(entries.map(([name, { called }]) => [name, called])),
    ...(reused.length > 0 ? { reused: Object.fromEntries(reused) } : {}),
  };
}

/**
 * Makes a table by calling `map` once per distinct value: the only way in which text of register size meets
 * TypeScript.
 */
export async function makeDictionary<C extends Columns>(
  engine: Engine,
  dictionary: Dictionary<C>,
): Promise<Filled> {
  await engine.run(createSql(dictionary.table));
  return fill(engine, dictionary, distinct(dictionary.values));
}

/** Adds the values that the table does not have yet. */
export async function extendDictionary<C extends Columns>(
  engine: Engine,
  dictionary: Dictionary<C>,
): Promise<Filled> {
  const { table, values } = dictionary;
  const fresh = `SELECT v FROM (${distinct(values)}) ANTI JOIN ${tableSql(table)} d ON d."value" = v`;
  return fill(engine, dictionary, fresh);
}

/** Where no input has the item, the engine takes the text for a NULL of no type. */
function distinct(values: string): string {
  return `SELECT DISTINCT CAST(v AS VARCHAR) AS v FROM (${values}) AS t(v) WHERE v IS NOT NULL`;
}

/** Values that are looked for in the earlier night. */
const WANTED = `${SCRATCH}.wanted`;

async function fill<C extends Columns>(
  engine: Engine,
  dictionary: Dictionary<C>,
  wanted: string,
): Promise<Filled> {
  const { table, kept } = dictionary;
  if (!kept || !engine.earlier?.has(table.name))
    return { called: await append(engine, wanted, dictionary), reused: 0 };
  const count = await engine.run(`CREATE OR REPLACE TABLE ${WANTED} AS ${wanted}`);
  const reused = count === 0 ? 0 : await takeKnown(engine, table, kept);
  const unknown = `SELECT v FROM ${WANTED} ANTI JOIN ${tableSql(table)} d ON d."value" = v`;
  const called = reused === count ? 0 : await append(engine, unknown, dictionary);
  await engine.run(`DROP TABLE ${WANTED}`);
  return { called, reused };
}

/** Takes over what the earlier night knew of the wanted values and still holds; gives how many. */
async function takeKnown<C extends Columns>(
  engine: Engine,
  table: Relation<C>,
  { always, holds }: Kept<C>,
): Promise<number> {
  const known = (where: string) =>
    `SELECT e.* FROM ${EARLIER}.${ident(table.name)} e SEMI JOIN ${WANTED} w ON w.v = e."value" WHERE ${where}`;
  const into = `INSERT INTO ${tableSql(table)}`;
  let reused = (await fromEarlier(engine, () => engine.run(`${into} ${known(always)}`))) ?? 0;
  if (!holds || !engine.earlier?.has(table.name)) return reused;
  const appender = await appendTo(engine, table);
  await fromEarlier(engine, async () => {
    for await (const rows of readRows(engine, table.columns, known(`NOT (${always})`)))
      for (const row of rows.filter(holds)) {
        appender.push(row);
        reused++;
      }
  });
  appender.close();
  return reused;
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
