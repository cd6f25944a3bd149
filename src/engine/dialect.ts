import { type ColumnType, SQL_TYPES } from './columns.js';
import { literal } from './sql.js';

/**
 * What register-sized statements write differently on either engine. All else they write in forms that both know
 * (docs/cluster.md lists those to avoid). Both are asked for each by `test/engine/dialect.test.ts`.
 */
export interface Dialect {
  readonly id: 'duckdb' | 'trino';
  /** Name of a type to cast to. Trino has no unsigned ones: the next larger holds the same numbers. */
  type(type: ColumnType): string;
  /** Whether a pattern fits the whole text. Patterns in what RE2 and Java's both read: classes, groups, counts. */
  fullMatch(text: string, pattern: string): string;
}

export const DUCKDB: Dialect = {
  id: 'duckdb',
  type: (type) => SQL_TYPES[type],
  fullMatch: (text, pattern) => `regexp_full_match(${text}, ${literal(pattern)})`,
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

export const TRINO: Dialect = {
  id: 'trino',
  type: (type) => TRINO_TYPES[type],
  // `$` would fit before a line break at the end, too.
  fullMatch: (text, pattern) => `regexp_like(${text}, ${literal(`^(?:${pattern})\\z`)})`,
};
