import {
  appendTo,
  createSql,
  makeTable,
  type Relation,
  type RowAppender,
  tableSql,
} from '../engine/append.js';
import type { Columns, Row } from '../engine/columns.js';
import { EARLIER, type Engine, SCRATCH } from '../engine/engine.js';
import { fromEarlier } from '../engine/from-earlier.js';
import { readColumns } from '../engine/read.js';
import { ident } from '../engine/sql.js';

/** A dictionary table: one row per distinct text, with what a pure function makes of it. */
export interface Dictionary<C extends Columns> {
  readonly table: Relation<C>;
  /** Query with one VARCHAR column; its distinct values that are not NULL become the dictionary. */
  readonly values: string;
  /** The row of a value, with the value in it. */
  readonly map: (value: string) => Row<C>;
  /** That a table of this name of an earlier night holds what `map` would make now; without it, all is made. */
  readonly kept?: Kept;
}

/** Which rows of the earlier night hold: all, or those of which a column says what they were made from. */
export interface Kept {
  readonly from?: {
    /** A column of text; a row without it holds whatever has changed since. */
    readonly column: string;
    /** Whether rows with this text hold tonight. */
    readonly holds: (text: string) => boolean;
  };
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

/**
 * The same for several dictionaries of few values, in one statement for all: what the earlier night knew of them is not looked for,
 * which would take longer than to ask. Returns the calls in their order.
 */
export async function extendTogether(
  engine: Engine,
  dictionaries: readonly Dictionary<Columns>[],
): Promise<readonly Filled[]> {
  const fresh = dictionaries.map(
    ({ table, values }, place) => `
    SELECT CAST(${place} AS UTINYINT) AS place, v FROM (${distinct(values)}) ANTI JOIN ${tableSql(table)} d ON d."value" = v`,
  );
  const appenders: (RowAppender<Columns> | undefined)[] = [];
  const called = dictionaries.map(() => 0);
  for await (const { rows, columns } of readColumns(
    engine,
    { place: 'tiny', v: 'text' },
    fresh.join(' UNION ALL '),
  )) {
    for (let r = 0; r < rows; r++) {
      const place = columns.place[r]!;
      const { table, map } = dictionaries[place]!;
      appenders[place] ??= await appendTo(engine, table);
      appenders[place].push(map(columns.v[r]!));
      called[place]!++;
    }
  }
  for (const appender of appenders) appender?.close();
  return called.map((calls) => ({ called: calls, reused: 0 }));
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

/** Texts of the earlier night that do not hold any more. */
const STALE = { name: 'stale', columns: { text: 'text' }, scratch: true } as const satisfies Relation;

/** Takes over what the earlier night knew of the wanted values and still holds; gives how many. */
async function takeKnown(engine: Engine, table: Relation, { from }: Kept): Promise<number> {
  const known = `${EARLIER}.${ident(table.name)} e SEMI JOIN ${WANTED} w ON w.v = e."value"`;
  const column = `e.${ident(from?.column ?? '')}`;
  const reused = await fromEarlier(engine, async () => {
    // Only what they were made from comes to TypeScript: the rows themselves stay in the engine.
    if (from) {
      const texts = `SELECT DISTINCT ${column} AS text FROM ${known} WHERE ${column} IS NOT NULL`;
      await makeTable(engine, STALE, staleOf(engine, texts, from.holds));
    }
    const stillHolds = from ? `ANTI JOIN ${tableSql(STALE)} s ON s.text = ${column}` : '';
    return engine.run(`INSERT INTO ${tableSql(table)} SELECT e.* FROM ${known} ${stillHolds}`);
  });
  if (from) await engine.run(`DROP TABLE IF EXISTS ${tableSql(STALE)}`);
  return reused ?? 0;
}

async function* staleOf(engine: Engine, texts: string, holds: (text: string) => boolean) {
  for await (const { columns } of readColumns(engine, STALE.columns, texts))
    for (const text of columns.text) if (!holds(text)) yield { text };
}

async function append<C extends Columns>(
  engine: Engine,
  query: string,
  { table, map }: Dictionary<C>,
): Promise<number> {
  // Opened for the first value: many dictionaries have nothing to add, and to close an appender is to write to the disk.
  let appender: RowAppender<C> | null = null;
  let count = 0;
  for await (const { rows, columns } of readColumns(engine, { v: 'text' }, query)) {
    appender ??= await appendTo(engine, table);
    for (const value of columns.v) appender.push(map(value));
    count += rows;
  }
  appender?.close();
  return count;
}
