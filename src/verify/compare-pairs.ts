import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { type Address, canonicalAddress } from '../normalize/address/address.js';
import { makeDictionary } from '../prepare/dictionary.js';
import { compareAddresses } from './compare-address.js';
import { compareDates } from './compare-date.js';
import { compareNames } from './compare-name.js';
import { nameCode } from './name-levels.js';
import { personNames } from './person-name.js';
import type { Readings } from './reading/reading.js';

/** Stands for "SQL could not settle it" until the dictionaries of distinct pairs have been joined. */
const OPEN = 255;

/** Separates the texts of a pair key; no item holds a control character. */
const UNIT = '\u001f';

/**
 * Compares the (lid, rid) pairs of the table `pairs` and makes the table `out`: lid, rid and one level code
 * per comparison (family, given, birth_date, sex, address). Cheap first: equal keys are settled in SQL;
 * what is left is compared in TypeScript once per distinct pair of texts. Returns those calls by kind.
 */
export async function comparePairs(
  engine: Engine,
  pairs: string,
  out: string,
  readings: Readings,
): Promise<Record<string, number>> {
  await engine.run(settleBySql(pairs, `${out}_open`));
  const calls = {
    pair_name: await comparedNames(engine, `${out}_open`, readings),
    pair_date: await comparedDates(engine, `${out}_open`),
    pair_address: await comparedAddresses(engine, `${out}_open`),
  };
  await engine.run(`
    CREATE OR REPLACE TABLE ${out} AS
    SELECT o.lid, o.rid,
      CASE WHEN o.family = ${OPEN} THEN n.family ELSE o.family END AS family,
      CASE WHEN o.family = ${OPEN} THEN n.given ELSE o.given END AS given,
      CASE WHEN o.birth_date = ${OPEN} THEN d.level ELSE o.birth_date END AS birth_date,
      o.sex,
      CASE WHEN o.address = ${OPEN} THEN a.level ELSE o.address END AS address
    FROM ${out}_open o
    LEFT JOIN pair_name n ON n."value" = o.name_key
    LEFT JOIN pair_date d ON d."value" = o.date_key
    LEFT JOIN pair_address a ON a."value" = o.address_key;
    DROP TABLE ${out}_open; DROP TABLE pair_name; DROP TABLE pair_date; DROP TABLE pair_address`);
  return calls;
}

/** Texts of a pair as one key. */
function pairKey(...texts: string[]): string {
  return texts.map((text) => `coalesce(${text}, '')`).join(` || ${literal(UNIT)} || `);
}

function settleBySql(pairs: string, out: string): string {
  const bare = (text: string) => `replace(replace(${text}, ' ', ''), '　', '')`;
  const kanaAgrees = '(l.kw = r.kw OR l.kw IS NULL OR r.kw IS NULL)';
  const name = `CASE
      WHEN l.nw = r.nw AND ${bare('l.name')} = ${bare('r.name')} AND ${kanaAgrees} THEN ${nameCode('exact')}
      WHEN l.nw IS NULL AND l.kw = r.kw THEN ${nameCode('kana')}
      WHEN r.nw IS NULL AND l.kw = r.kw THEN ${nameCode('kana')}
      WHEN l.nw IS NULL AND l.kw IS NULL THEN ${nameCode('missing')}
      ELSE ${OPEN} END`;
  const nameTexts = ['l', 'r'].flatMap((side) =>
    ['name', 'kana', 'former_name', 'alias'].map((t) => `c.${side}_${t}`),
  );
  return `
    CREATE OR REPLACE TABLE ${out} AS
    SELECT c.lid, c.rid, c.name_level AS family, c.name_level AS given, c.birth_date, c.sex, c.address,
      CASE WHEN c.name_level = ${OPEN} THEN ${pairKey(...nameTexts)} END AS name_key,
      CASE WHEN c.birth_date = ${OPEN} THEN least(c.l_dob, c.r_dob) || ${literal(UNIT)} || greatest(c.l_dob, c.r_dob) END AS date_key,
      CASE WHEN c.address = ${OPEN} THEN ${pairKey('c.l_address', 'c.r_address', 'c.r_previous')} END AS address_key
    FROM (
      SELECT p.lid, p.rid, CAST(${name} AS UTINYINT) AS name_level,
        CAST(CASE WHEN l.dob IS NULL OR r.dob IS NULL THEN 0 WHEN l.dob = r.dob AND l.dob % 100 > 0 THEN 1 ELSE ${OPEN} END AS UTINYINT) AS birth_date,
        CAST(CASE WHEN l.sex_code = 0 OR r.sex_code = 0 THEN 0 WHEN l.sex_code = r.sex_code THEN 1 ELSE 2 END AS UTINYINT) AS sex,
        CAST(CASE WHEN l.address IS NULL OR r.address IS NULL THEN 0 WHEN l.address = r.address THEN 1 ELSE ${OPEN} END AS UTINYINT) AS address,
        l.name AS l_name, l.kana AS l_kana, l.former_name AS l_former_name, l.alias AS l_alias,
        r.name AS r_name, r.kana AS r_kana, r.former_name AS r_former_name, r.alias AS r_alias,
        l.dob AS l_dob, r.dob AS r_dob,
        l.address AS l_address, r.address AS r_address, r.previous_address AS r_previous
      FROM ${pairs} p JOIN links l ON l.lid = p.lid JOIN residents r ON r.rid = p.rid
    ) c`;
}

function comparedNames(engine: Engine, open: string, readings: Readings): Promise<number> {
  return makeDictionary(engine, {
    table: 'pair_name',
    values: `SELECT name_key FROM ${open}`,
    columns: { family: 'tiny', given: 'tiny' },
    map: (key) => {
      const texts = key.split(UNIT).map((text) => text || null);
      const person = (from: number) => ({
        name: texts[from]!,
        kana: texts[from + 1]!,
        formerName: texts[from + 2]!,
        alias: texts[from + 3]!,
      });
      return compareNames(personNames(person(0)), personNames(person(4)), readings);
    },
    row: ({ family, given }) => [family, given],
  });
}

function comparedDates(engine: Engine, open: string): Promise<number> {
  return makeDictionary(engine, {
    table: 'pair_date',
    values: `SELECT date_key FROM ${open}`,
    columns: { level: 'tiny' },
    map: (key) => {
      const [a, b] = key.split(UNIT).map(Number);
      return compareDates(a!, b!);
    },
    row: (level) => [level],
  });
}

/** Addresses parsed at once; beyond it the memory starts anew, so it stays bounded. */
const REMEMBERED = 200_000;

function comparedAddresses(engine: Engine, open: string): Promise<number> {
  const remembered = new Map<string, Address>();
  const parse = (text: string) => {
    let address = remembered.get(text);
    if (!address) {
      if (remembered.size >= REMEMBERED) remembered.clear();
      address = canonicalAddress(text);
      remembered.set(text, address);
    }
    return address;
  };
  return makeDictionary(engine, {
    table: 'pair_address',
    values: `SELECT address_key FROM ${open}`,
    columns: { level: 'tiny' },
    map: (key) => {
      const [record, resident, previous] = key.split(UNIT);
      return compareAddresses(parse(record!), parse(resident!), previous ? parse(previous) : null);
    },
    row: (level) => [level],
  });
}
