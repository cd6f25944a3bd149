import { type ColumnType, SQL_TYPES } from './columns.js';
import { type Relation, tableSql } from './relation.js';
import { ident, literal } from './sql.js';

/**
 * What register-sized statements write differently on either engine. All else they write in forms that both know
 * (docs/cluster.md lists those to avoid). Both are asked for each by `test/engine/dialect.test.ts`.
 */
export interface Dialect {
  readonly id: 'duckdb' | 'trino';
  /** The name of a table that `keepFrom` has made. */
  kept(table: Relation): string;
  /** Name of a type to cast to. Trino has no unsigned ones: the next larger holds the same numbers. */
  type(type: ColumnType): string;
  /** Whether a pattern fits the whole text. Patterns in what RE2 and Java's both read: classes, groups, counts. */
  fullMatch(text: string, pattern: string): string;
  /** A text with all that fits a pattern replaced by a text without `$` or backslash. Patterns as of `fullMatch`. */
  replaceAll(text: string, pattern: string, by: string): string;
  /** Whole-number quotient of two whole numbers that are not negative. */
  quotient(a: string, b: string): string;
  /** Whether a whole number has any of some bits. */
  hasBits(number: string, bits: number): string;
  /** Whether a 64-bit number from the MD5 of a text, which is not NULL, is among the lowest `share` of all 2⁶⁴. */
  hashBelow(text: string, share: bigint): string;
  /** That number as a BIGINT, in the same order. */
  hashPlace(text: string): string;
  /** A number that tells equal columns, none of them NULL, from others but for chance. Each engine has its own. */
  digest(columns: readonly string[]): string;
}

export const DUCKDB: Dialect = {
  id: 'duckdb',
  kept: tableSql,
  type: (type) => SQL_TYPES[type],
  fullMatch: (text, pattern) => `regexp_full_match(${text}, ${literal(pattern)})`,
  replaceAll: (text, pattern, by) => `regexp_replace(${text}, ${literal(pattern)}, ${literal(by)}, 'g')`,
  quotient: (a, b) => `${a} // ${b}`,
  hasBits: (number, bits) => `(${number} & ${bits}) <> 0`,
  hashBelow: (text, share) => `md5_number_lower(${text}) < ${share}::UBIGINT`,
  hashPlace: (text) => `CAST(CAST(md5_number_lower(${text}) AS HUGEINT) - ${2n ** 63n} AS BIGINT)`,
  digest: (columns) => `hash(${columns.join(', ')})`,
};

const TRINO_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  tiny: 'smallint',
  small: 'integer',
  int: 'integer',
  big: 'bigint',
  double: 'double',
  bool: 'boolean',
};

/** Between the texts of a digest; no item holds a control character. */
const UNIT = literal('\u001f');

export const TRINO: Dialect = {
  id: 'trino',
  kept: ({ name }) => ident(name),
  type: (type) => TRINO_TYPES[type],
  // `$` would fit before a line break at the end, too.
  fullMatch: (text, pattern) => `regexp_like(${text}, ${literal(`^(?:${pattern})\\z`)})`,
  replaceAll: (text, pattern, by) => `regexp_replace(${text}, ${literal(pattern)}, ${literal(by)})`,
  quotient: (a, b) => `${a} / ${b}`,
  hasBits: (number, bits) => `bitwise_and(${number}, ${bits}) <> 0`,
  hashBelow: (text, share) => `${hashPlace(text)} < CAST(${literal(String(share - 2n ** 63n))} AS bigint)`,
  hashPlace,
  digest: (columns) => {
    const text = columns.map((column) => `CAST(${column} AS varchar)`).join(` || ${UNIT} || `);
    return `from_big_endian_64(xxhash64(to_utf8(${text})))`;
  },
};

/** The bytes of `md5_number_lower`, read with a sign; turned, it gives the order that they have without. */
function hashPlace(text: string): string {
  const signed = `from_big_endian_64(reverse(substr(md5(to_utf8(${text})), 9, 8)))`;
  return `bitwise_xor(${signed}, CAST('${-(2n ** 63n)}' AS bigint))`;
}
