import { tableSql } from '../engine/append.js';
import { each } from '../engine/columns.js';
import { type Dialect, DUCKDB } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { dropKept, dropValues, keepFrom, makeFrom, valuesFrom } from '../engine/from-register.js';
import type { RegisterQuery } from '../engine/register-engine.js';
import type { Relation } from '../engine/relation.js';
import { ident, literal } from '../engine/sql.js';
import { type Filled, makeDictionary } from '../prepare/dictionary.js';
import { type PairedLevels, pairTable } from '../tables/compared.js';
import { type Comparer, OPEN } from './comparison.js';
import { COMPARERS, COMPARISONS } from './comparisons/index.js';
import { answersAlike, asking } from './reading/asked.js';
import type { Readings } from './reading/reading.js';

/** Separates the texts of a pair key; no item holds a control character. */
const UNIT = '\u001f';

/** Those that leave something to TypeScript. */
const LEFT_OPEN = COMPARERS.filter(({ settlesAll }) => !settlesAll);

const partsOf = (comparer: Comparer) => COMPARISONS.filter(({ by }) => by === comparer);

/** The comparers that have a table of pairs, with the columns of their levels. */
export const PAIRED = LEFT_OPEN.map((by) => ({ id: by.id, levels: partsOf(by).map(({ id }) => id) }));

const relationOf = (out: PairedLevels, by: Comparer) =>
  pairTable(
    out,
    by.id,
    partsOf(by).map(({ id }) => id),
  );
const tableOf = (out: PairedLevels, by: Comparer) => tableSql(relationOf(out, by));
const levelsTable = (name: string): Relation => ({
  name,
  columns: {
    lid: 'int',
    rid: 'int',
    levels: each(
      'tiny',
      COMPARISONS.map(({ id }) => id),
    ),
  },
});
const openTable = (out: string): Relation => ({
  name: `${out}_open`,
  columns: {
    lid: 'int',
    rid: 'int',
    levels: each(
      'tiny',
      COMPARERS.map(({ id }) => `${id}_level`),
    ),
    keys: each(
      'text?',
      LEFT_OPEN.map(({ id }) => `${id}_key`),
    ),
  },
  scratch: true,
});
const pairOf = ({ id }: Comparer) => ident(`pair_${id}`);
const levelOf = ({ id }: Comparer) => ident(`${id}_level`);
const keyOf = ({ id }: Comparer) => ident(`${id}_key`);

/** Where what follows the settling by SQL is done: of the links with the register's engine, of what a run picks from them in its own. */
interface Place {
  readonly open: (engine: Engine, table: Relation, query: RegisterQuery) => Promise<unknown>;
  readonly values: (engine: Engine, query: RegisterQuery) => Promise<string>;
  readonly dropValues: (engine: Engine) => Promise<void>;
  readonly make: (engine: Engine, table: Relation, query: RegisterQuery) => Promise<unknown>;
  readonly dropOpen: (engine: Engine, table: Relation) => Promise<unknown>;
}
const OF_REGISTER: Place = {
  open: keepFrom,
  values: valuesFrom,
  dropValues,
  make: makeFrom,
  dropOpen: dropKept,
};
const OF_FEW: Place = {
  open: makeFrom,
  values: async (_, query) => query.sql(DUCKDB),
  dropValues: async () => {},
  make: (engine, table, query) =>
    engine.run(`CREATE OR REPLACE TABLE ${tableSql(table)} AS ${query.sql(DUCKDB)}`),
  dropOpen: (engine, table) => engine.run(`DROP TABLE ${tableSql(table)}`),
};

/**
 * Compares the (lid, rid) pairs of the table `pairs` and makes the table `out`: lid, rid and one level code
 * per comparison. Cheap first: what is plain is settled in SQL; what is left is compared in TypeScript once per distinct
 * pair of texts. The distinct pairs stay, in `pair_<out>_<id>`, for the next night to take over; `asking` is a table for the links
 * whose levels hang on what the readings of the run had to say. Returns the calls by kind.
 */
export async function comparePairs(
  engine: Engine,
  pairs: string,
  out: PairedLevels,
  readings: Readings,
  asking: Relation | null = null,
): Promise<Record<string, Filled>> {
  const place = out === 'levels' ? OF_REGISTER : OF_FEW;
  const open = openTable(out);
  await place.open(engine, open, {
    reads: [pairs, 'links', 'residents'],
    sql: (dialect) => settleBySql(pairs, dialect),
  });
  const filled: Record<string, Filled> = {};
  for (const comparer of LEFT_OPEN)
    filled[`pair_${comparer.id}`] = await compareOpen(engine, comparer, out, readings, place);
  const reads = [open.name, ...LEFT_OPEN.map((by) => relationOf(out, by).name)];
  await place.make(engine, levelsTable(out), { reads, sql: (dialect) => levelsFrom(out, dialect) });
  if (asking) await place.make(engine, asking, { reads, sql: (dialect) => askingLinks(out, dialect) });
  await place.dropOpen(engine, open);
  return filled;
}

function levelsFrom(out: PairedLevels, dialect: Dialect): string {
  const level = ({ id, by }: (typeof COMPARISONS)[number]) =>
    by.settlesAll
      ? `o.${levelOf(by)} AS ${ident(id)}`
      : `CASE WHEN o.${levelOf(by)} = ${OPEN} THEN ${pairOf(by)}.${ident(id)} ELSE o.${levelOf(by)} END AS ${ident(id)}`;
  return `
    SELECT o.lid, o.rid, ${COMPARISONS.map(level).join(', ')}
    FROM ${dialect.kept(openTable(out))} o
    ${LEFT_OPEN.map((by) => `LEFT JOIN ${tableOf(out, by)} ${pairOf(by)} ON ${pairOf(by)}."value" = o.${keyOf(by)}`).join('\n    ')}`;
}

function askingLinks(out: PairedLevels, dialect: Dialect): string {
  const open = dialect.kept(openTable(out));
  const each = LEFT_OPEN.map(
    (by) =>
      `SELECT o.lid FROM ${open} o JOIN ${tableOf(out, by)} p ON p."value" = o.${keyOf(by)} WHERE p.asked IS NOT NULL`,
  );
  return each.join(' UNION ');
}

/** Levels of plain pairs, and the texts of every other one as a key. */
function settleBySql(pairs: string, dialect: Dialect): string {
  const texts = [
    ...new Set(LEFT_OPEN.flatMap((by) => [...textsOf('l', by.reads), ...textsOf('r', residentReads(by))])),
  ];
  return `
    SELECT c.lid, c.rid, ${COMPARERS.map((by) => `c.${levelOf(by)}`).join(', ')},
      ${LEFT_OPEN.map((by) => `CASE WHEN c.${levelOf(by)} = ${OPEN} THEN ${pairKey(by)} END AS ${keyOf(by)}`).join(',\n      ')}
    FROM (
      SELECT p.lid, p.rid,
        ${COMPARERS.map((by) => `CAST(${by.settle('l', 'r', dialect)} AS ${dialect.type('tiny')}) AS ${levelOf(by)}`).join(',\n        ')},
        ${texts.map((text) => `${text} AS ${aliasOf(text)}`).join(', ')}
      FROM ${pairs} p JOIN links l ON l.lid = p.lid JOIN residents r ON r.rid = p.rid
    ) c`;
}

const residentReads = ({ reads, residentReads: more = [] }: Comparer) => [...reads, ...more];
const textsOf = (side: 'l' | 'r', columns: readonly string[]) =>
  columns.map((column) => `${side}.${ident(column)}`);
const aliasOf = (text: string) => ident(text.replace('.', '_').replaceAll('"', ''));

/** Texts of a pair as one key; where either order gives the same level, in one order. */
function pairKey(by: Comparer): string {
  const side = (texts: readonly string[]) =>
    texts.map((text) => `coalesce(CAST(c.${aliasOf(text)} AS VARCHAR), '')`).join(` || ${literal(UNIT)} || `);
  const [l, r] = [side(textsOf('l', by.reads)), side(textsOf('r', residentReads(by)))];
  return by.symmetric
    ? `least(${l}, ${r}) || ${literal(UNIT)} || greatest(${l}, ${r})`
    : `${l} || ${literal(UNIT)} || ${r}`;
}

async function compareOpen(
  engine: Engine,
  by: Comparer,
  out: PairedLevels,
  readings: Readings,
  place: Place,
): Promise<Filled> {
  const traced = asking(readings);
  const open = openTable(out);
  const values = await place.values(engine, {
    reads: [open.name],
    sql: (dialect) => `SELECT ${keyOf(by)} AS v FROM ${dialect.kept(open)}`,
  });
  const filled = await makeDictionary(engine, {
    table: relationOf(out, by),
    values,
    map: (key) => {
      const texts = key.split(UNIT).map((text) => text || null);
      const codes = by.compare(
        texts.slice(0, by.reads.length),
        texts.slice(by.reads.length),
        traced.readings,
      );
      return { value: key, codes: partsOf(by).map(({ part }) => codes[part]!), asked: traced.taken() };
    },
    kept: {
      from: { column: 'asked', holds: (asked) => answersAlike(asked, readings) },
    },
  });
  await place.dropValues(engine);
  return filled;
}
