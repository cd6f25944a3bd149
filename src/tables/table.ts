import type { Relation } from '../engine/append.js';
import type { Columns } from '../engine/columns.js';
import type { TableName } from './stages-of-tables.js';

/** A table of the working database: its columns and what they mean. Which stages touch it stands in `stages-of-tables.ts`. */
export interface Table<C extends Columns = Columns> extends Relation<C> {
  /** Name that stands for all tables of the kind, such as `dict_<kind>`, where there are several. */
  readonly family?: TableName;
  /** The table whose columns it has, beside its own. */
  readonly like?: Relation;
  /** What a row stands for, and columns that need words. In the words of docs/architecture.md, which has them from here. */
  readonly row: string;
  readonly notes?: { readonly [K in keyof C & string]?: string };
}

/** A schema is one of a table that some stage makes, by its own name or by that of its kind. */
type Known = { readonly name: TableName } | { readonly family: TableName };

export function table<const C extends Columns>(schema: Table<C> & Known): Table<C> {
  return schema;
}

/** Texts that may be NULL, under these names. */
export function texts<const N extends string>(names: readonly N[]): Readonly<Record<N, 'text?'>> {
  return Object.fromEntries(names.map((name) => [name, 'text?'])) as Record<N, 'text?'>;
}
