import { appendTo, createSql, tableSql } from '../engine/append.js';
import { type Dialect, DUCKDB } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom, rowsFrom } from '../engine/from-register.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { type Address, canonicalAddress } from '../normalize/address/address.js';
import { makeDictionary } from '../prepare/dictionary.js';
import { houseNumbers } from '../prepare/house-numbers.js';
import { RENAMINGS } from '../tables/compared.js';
import { ADDRESS_CODES } from './comparisons/address.js';
import type { Gazetteer, KnownChange } from './gazetteer/gazetteer.js';
import { gazetteerOf } from './gazetteer/place-changes.js';

/** Links from one place to another with the same lots, and lots among them, from which on it was the place that changed. */
const FEWEST_LINKS = 5;
const FEWEST_LOTS = 3;
/** And so many of all records that stand at the old place while their resident lives elsewhere. */
const LEAST_SHARE = 0.5;

/** Where lots were kept, the numbers are the same. */
const sameHouse = (dialect: Dialect) => `${houseNumbers('l.address', dialect)} = r.house`;
const anyHouse = () => 'true';

const UNIT = '\u001f';
/** Levels of addresses that are apart: a place that was renamed looks so. */
const APART = [ADDRESS_CODES.same_city, ADDRESS_CODES.different].join(', ');
/** One town with other numbers: a lot that was given a new one looks so, too. */
const NEAR = [ADDRESS_CODES.same_town, ADDRESS_CODES.number_missing, ADDRESS_CODES.town_shortened].join(', ');

const PLACES = {
  name: 'apart_places',
  columns: {
    value: 'text',
    before: 'text?',
    after: 'text?',
    city_before: 'text?',
    city_after: 'text?',
    lot: 'text?',
    // What a gazetteer says of the two.
    known_before: 'text?',
    known_after: 'text?',
    origin: 'text?',
  },
  scratch: true,
} as const;
const APART_PAIRS = {
  name: 'apart',
  columns: { lid: 'int', rid: 'int', apart: 'bool', texts: 'text' },
  scratch: true,
} as const;
const PAIRS = tableSql(APART_PAIRS);

/**
 * Makes `renamings` of what `place_changes` says of links whose addresses are apart, and of what the links say themselves: where many records of one place lead to residents of another with the
 * same lots, nobody moved, and the place was renamed or merged into another; then marks these links in `levels`. Of people who
 * move, one in some hundreds comes to the same lot, and they do not all go to one place.
 */
export async function learnRenamings(engine: Engine, { learned = true } = {}): Promise<void> {
  await engine.run(createSql(RENAMINGS));
  if (!learned) return;
  await comparePlaces(engine, 'levels', sameHouse, await gazetteerOf(engine));
  await markKnown(engine);
  const rows = await allRows(
    engine,
    { before: 'text', after: 'text', links: 'int', lots: 'int' },
    `
    SELECT before, after, CAST(count(*) AS INTEGER) AS links, CAST(count(DISTINCT lot) AS INTEGER) AS lots FROM (
      SELECT d.before, d.after, d.lot FROM ${UNEXPLAINED}
      UNION ALL
      SELECT d.city_before, d.city_after, d.after || d.lot FROM ${UNEXPLAINED}
    ) WHERE before IS NOT NULL
    GROUP BY before, after HAVING count(*) >= ${FEWEST_LINKS} AND count(DISTINCT lot) >= ${FEWEST_LOTS}
    ORDER BY before, after`,
  );
  await dropPlaces(engine);
  if (rows.length === 0) return;
  const records = await recordsAt(engine, new Set(rows.map(({ before }) => before)));
  const appender = await appendTo(engine, RENAMINGS);
  for (const row of rows)
    if (row.links >= LEAST_SHARE * (records.get(row.before) ?? 0))
      appender.push({ ...row, origin: 'learned' });
  appender.close();
  await markRenamed(engine, 'levels');
}

/** What a gazetteer says of the links: their levels, and `renamings` with the counts that its rows have here. */
async function markKnown(engine: Engine): Promise<void> {
  const known = `${PAIRS} p JOIN ${tableSql(PLACES)} d ON d.value = p.texts AND d.origin IS NOT NULL`;
  // A cluster has `levels` already, and would be lent it anew.
  if ((await engine.value(`SELECT 1 FROM ${known} LIMIT 1`)) === undefined) return;
  await engine.run(`
    UPDATE levels SET address = ${ADDRESS_CODES.renamed} FROM ${known}
    WHERE levels.lid = p.lid AND levels.rid = p.rid`);
  await engine.run(`
    INSERT INTO renamings
    SELECT d.known_before, d.known_after, CAST(count(*) AS INTEGER), CAST(count(DISTINCT d.lot) AS INTEGER), d.origin
    FROM ${known}
    GROUP BY d.known_before, d.known_after, d.origin ORDER BY d.known_before, d.known_after, d.origin`);
}

/** Sets the level of pairs in `levels` or `rival_levels` that are at one lot of a place in `renamings`, or that a gazetteer knows. */
export async function markRenamed(engine: Engine, table: 'levels' | 'rival_levels'): Promise<void> {
  const gazetteer = await gazetteerOf(engine);
  const known = await engine.value<number>(`SELECT count(*) FROM renamings WHERE origin = 'learned'`);
  if (known === 0 && gazetteer.size === 0) return;
  await comparePlaces(engine, table, known > 0 ? anyHouse : sameHouse, gazetteer);
  const isKnown = (before: string, after: string) =>
    `EXISTS (SELECT 1 FROM renamings n WHERE n.origin = 'learned' AND n.before = d.${before} AND n.after = d.${after})`;
  await engine.run(`
    UPDATE ${table} SET address = ${ADDRESS_CODES.renamed}
    FROM ${PAIRS} p JOIN ${tableSql(PLACES)} d ON d.value = p.texts
    WHERE ${table}.lid = p.lid AND ${table}.rid = p.rid
      AND (d.origin IS NOT NULL OR (p.apart AND (${isKnown('before', 'after')} OR ${isKnown('city_before', 'city_after')})))`);
  await dropPlaces(engine);
}

/** Pairs of which no gazetteer says that they are one place. */
const UNEXPLAINED = `${PAIRS} p JOIN ${tableSql(PLACES)} d ON d.value = p.texts AND d.origin IS NULL AND p.apart`;

/**
 * The places of pairs that are apart and for which `where` holds, once per distinct pair of addresses; where the gazetteer knows of
 * new numbers, those of all that are apart, or in one town.
 */
async function comparePlaces(
  engine: Engine,
  table: string,
  where: (dialect: Dialect) => string,
  gazetteer: Gazetteer,
): Promise<void> {
  const levels = gazetteer.renumbers ? `${APART}, ${NEAR}` : APART;
  const asked = gazetteer.renumbers ? anyHouse : where;
  // Few pairs are apart, and their rows alone are read. As a condition of its own, `where` would be joined by: numbers would be looked
  // for in every address of the country.
  const sql = (dialect: Dialect) => `
    SELECT v.lid, v.rid, v.address IN (${APART}) AS apart, l.address || ${literal(UNIT)} || r.address AS texts
    FROM (SELECT lid, rid, address FROM ${table} WHERE address IN (${levels})) v
    JOIN links l ON l.lid = v.lid JOIN residents r ON r.rid = v.rid
    WHERE CASE WHEN v.address IS NOT NULL THEN ${asked(dialect)} END`;
  // Of rivals, which are few, it is not asked of the register.
  if (table === 'levels') await makeFrom(engine, APART_PAIRS, { reads: [table, 'links', 'residents'], sql });
  else await engine.run(`CREATE OR REPLACE TABLE ${PAIRS} AS ${sql(DUCKDB)}`);
  await makeDictionary(engine, {
    table: PLACES,
    values: `SELECT texts FROM ${PAIRS}`,
    map: (value) => {
      const [record, resident] = value.split(UNIT).map(canonicalAddress) as [Address, Address];
      const known = gazetteer.find(record, resident);
      if (known === null) return { value, ...moved(record, resident), ...UNKNOWN };
      return { value, ...NOWHERE, lot: record.number, ...said(known) };
    },
  });
}

const UNKNOWN = { known_before: null, known_after: null, origin: null } as const;

/** A change as the model page names it: lots by their towns. */
function said({ before, after, lot, origin }: KnownChange) {
  const name = ({ city, town, number }: KnownChange['before']) =>
    city + town + (lot || number === '' ? '' : `${number}丁目`);
  return { known_before: name(before), known_after: name(after), origin };
}

async function dropPlaces(engine: Engine): Promise<void> {
  await engine.run(`DROP TABLE ${PAIRS}; DROP TABLE ${tableSql(PLACES)}`);
}

const NOWHERE = { before: null, after: null, city_before: null, city_after: null, lot: null } as const;

/** From which place to which, where the lot is the same; and from which municipality, where the town kept its name. */
function moved(record: Address, resident: Address) {
  const [before, after] = [record.city + record.town, resident.city + resident.town];
  if (record.number === '' || record.number !== resident.number) return NOWHERE;
  if (before === '' || after === '' || before === after) return NOWHERE;
  const merged = record.town === resident.town && record.city !== '' && resident.city !== '';
  return {
    before,
    after,
    city_before: merged ? record.city : null,
    city_after: merged ? resident.city : null,
    lot: record.number,
  };
}

/** How many records stand at each of these places, or in each of these municipalities, while their resident lives elsewhere. */
export async function recordsAt(
  engine: Engine,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const asked = {
    reads: ['levels', 'links'],
    sql: () => `
      SELECT l.address, count(*) AS n FROM levels v JOIN links l ON l.lid = v.lid
      WHERE v.address IN (${APART}) GROUP BY l.address`,
  };
  const counts = new Map<string, number>();
  for await (const rows of rowsFrom(engine, { address: 'text', n: 'big' }, asked, 'address'))
    for (const { address, n } of rows) {
      const { city, town } = canonicalAddress(address);
      // Of an address without a town the municipality is the place.
      for (const name of town === '' ? [city] : [city + town, city])
        if (wanted.has(name)) counts.set(name, (counts.get(name) ?? 0) + n);
    }
  return counts;
}
