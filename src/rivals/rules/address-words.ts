import { tableSql } from '../../engine/append.js';
import { type Dialect, DUCKDB } from '../../engine/dialect.js';
import type { Engine } from '../../engine/engine.js';
import { makeFrom } from '../../engine/from-register.js';
import type { BlockingRule } from '../rule.js';

/** From this probability of a wrong link on, before rivals are known. */
const CONTRADICTED = 0.5;
/** Words that more residents' addresses hold (street, a state, a large town) lead everywhere. */
const MOST_RESIDENTS = 500;
/** Bits that the words in common must say together: of so many addresses two hold them by chance once in a thousand. */
const FEWEST_BITS = 10;

const isLatin = (dialect: Dialect) => dialect.fullMatch('address', '[ -~]*[A-Za-z]{2}[ -~]*');
const isAsked = (dialect: Dialect) => `p0 >= ${CONTRADICTED} AND ${isLatin(dialect)}`;

// An address in Latin letters is a row of words in any order, some left out: no part of it can be a key by itself.
const rule: BlockingRule = {
  id: 'address-words',
  title: { ja: 'ローマ字の住所の語が記録と重なる', en: 'Words of an address in Latin letters in common' },
  relation: 'resembles',
  cap: 20,
  prepare: makeAddressWords,
  sql: `
    SELECT lid, rid, -sum(bits) AS closeness FROM address_words
    GROUP BY lid, rid HAVING count(*) > 1 AND sum(bits) >= ${FEWEST_BITS}`,
};

export default rule;

const SHARED = {
  name: 'shared_words',
  columns: { lid: 'int', rid: 'int', bearers: 'big', residents: 'big' },
  scratch: true,
} as const;

/** `address_words(lid, rid, bits)` of suspects and residents whose addresses are in Latin letters. */
async function makeAddressWords(engine: Engine): Promise<void> {
  const asked = await engine.value<number>(`SELECT count(*) FROM suspects WHERE ${isAsked(DUCKDB)}`);
  await shareWords(engine, asked > 0);
  await engine.run(`
    CREATE OR REPLACE TABLE address_words AS
    SELECT lid, rid, log2(CAST(residents AS DOUBLE) / bearers) AS bits FROM ${tableSql(SHARED)} ORDER BY lid, rid, bits;
    DROP TABLE ${tableSql(SHARED)}`);
}

/**
 * Makes the words that suspects share with residents, and of how many residents with such an address how many have each. Where
 * no suspect `asks`, no address is read.
 */
export async function shareWords(engine: Engine, asks: boolean): Promise<void> {
  const sql = (dialect: Dialect) => sharedWords(dialect, asks);
  await makeFrom(engine, SHARED, { reads: ['suspects', 'residents'], sql });
}

function sharedWords(dialect: Dialect, asks: boolean): string {
  const words = (id: string, from: string, where: string) => `
    SELECT ${id}, u.word FROM (
      SELECT ${id}, array_distinct(regexp_extract_all(lower(address), '[a-z0-9]+')) AS words FROM ${from} WHERE ${where}
    ) a CROSS JOIN UNNEST(a.words) AS u(word)`;
  const bearing = `${asks} AND ${isLatin(dialect)}`;
  const asked = words('lid', 'suspects', isAsked(dialect));
  return `
    SELECT s.lid, w.rid, w.bearers, t.residents
    FROM (
      SELECT rid, word, count(*) OVER (PARTITION BY word) AS bearers
      FROM (${words('rid', 'residents', bearing)}) e WHERE word IN (SELECT word FROM (${asked}) o)
    ) w
    JOIN (${asked}) s ON s.word = w.word
    CROSS JOIN (SELECT count(*) AS residents FROM residents WHERE ${bearing}) t
    WHERE w.bearers <= ${MOST_RESIDENTS}`;
}
