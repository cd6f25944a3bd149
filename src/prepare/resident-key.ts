import { ident, literal } from '../engine/sql.js';
import { ownerTable } from '../tables/people.js';

/** Signs of full width, and dashes that are meant for a hyphen. */
const WIDE = Array.from({ length: 0x7e - 0x20 }, (_, place) => String.fromCodePoint(0xff01 + place));
const DASHES = [...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212'];
const NARROW = WIDE.map((sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0));
const SIGNS = [
  literal([...WIDE, ...DASHES].join('')),
  literal([...NARROW, ...DASHES.map(() => '-')].join('')),
];

/**
 * SQL for a key of residents (宛名番号) in the form in which register and sources are held against each other, NULL where nothing is left:
 * full width narrow, without blanks and commas, and without what a spreadsheet adds (an apostrophe, `="…"`, a trailing `.0`). Hyphens, letters and
 * zeros stay: they may tell two keys apart.
 */
export function residentKey(text: string): string {
  const narrow = `regexp_replace(translate(${text}, ${SIGNS.join(', ')}), '[\\s\\p{Z}\\p{Cf},]+', '', 'g')`;
  const bare = `regexp_replace(regexp_replace(${narrow}, '^=?"([^"]*)"$', '\\1'), '^''+', '')`;
  return `CASE WHEN regexp_full_match(${text}, '[0-9A-Za-z]+') THEN ${text}
        ELSE nullif(regexp_replace(${bare}, '^([0-9]+)[.]0+$', '\\1'), '') END`;
}

/** SQL for a key without the zeros before it, which spreadsheets shed; NULL where it is no number, or has none. */
function withoutZeros(key: string): string {
  return `CASE WHEN regexp_full_match(${key}, '0+[1-9][0-9]*') THEN ltrim(${key}, '0') END`;
}

const OWNERS = ident(ownerTable('resident_id').name);

/**
 * SQL for the rows of `owner_resident_id`: each key as it is written, and likewise without leading zeros, where that is the key of nobody else, written
 * or without its zeros. `written` gives `tie` and `rid`.
 */
export function ownersByKey(written: string): string {
  return `
    WITH written AS (${written})
    SELECT tie, rid FROM written
    UNION ALL
    SELECT shed AS tie, any_value(rid) AS rid FROM (SELECT ${withoutZeros('tie')} AS shed, rid FROM written)
    WHERE shed IS NOT NULL AND shed NOT IN (SELECT tie FROM written) GROUP BY shed HAVING count(*) = 1`;
}

/** Joins that lead a key to its resident: as it is written, else without its zeros; `heldBy` is SQL for whose it is. */
export function keyJoins(key: string): { readonly joins: string; readonly heldBy: string } {
  return {
    joins: `LEFT JOIN ${OWNERS} o ON o.tie = ${key}
      LEFT JOIN ${OWNERS} z ON z.tie = CASE WHEN o.rid IS NULL THEN ${withoutZeros(key)} END`,
    heldBy: 'coalesce(o.rid, z.rid)',
  };
}

/**
 * SQL for how many `records` of a source state a key, and how many lead to a resident, but not as they are written (`shed`): either side has lost its
 * leading zeros. Takes the tables `raw_*` of register and source.
 */
export function countByKey(register: string, source: string): string {
  const stated = (table: string) => `(SELECT ${residentKey('resident_id')} AS tie FROM ${table})`;
  return `
    WITH held AS (SELECT DISTINCT tie, 0 AS rid FROM ${stated(register)} WHERE tie IS NOT NULL),
    leads AS (${ownersByKey('SELECT * FROM held')}),
    keys AS (SELECT tie, count(*) AS n FROM ${stated(source)} WHERE tie IS NOT NULL GROUP BY tie)
    SELECT coalesce(CAST(sum(n) AS BIGINT), 0) AS records,
      coalesce(CAST(sum(n) FILTER (WHERE h.tie IS NULL AND (o.tie IS NOT NULL OR z.tie IS NOT NULL)) AS BIGINT), 0) AS shed
    FROM keys k LEFT JOIN held h ON h.tie = k.tie LEFT JOIN leads o ON o.tie = k.tie
    LEFT JOIN leads z ON z.tie = ${withoutZeros('k.tie')}`;
}
