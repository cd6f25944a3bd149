import type { StageName } from '../audit/stage-name.js';
import type { Relation } from '../engine/append.js';
import type { Columns } from '../engine/columns.js';

/** A table of the working database: its columns, what they mean, and which stages touch it. */
export interface Table<C extends Columns = Columns> extends Relation<C> {
  /** Name that stands for all tables of the kind, such as `dict_<kind>`, where there are several. */
  readonly family?: string;
  /** The table whose columns it has, beside its own. */
  readonly like?: Relation;
  /** What a row stands for, and columns that need words. In the words of docs/architecture.md, which has them from here. */
  readonly row: string;
  readonly notes?: { readonly [K in keyof C & string]?: string };
  readonly writtenBy: StageName;
  /** Stages that read it; `explain` and `evaluate` may read any. */
  readonly readBy: readonly StageName[];
}

export function table<const C extends Columns>(schema: Table<C>): Table<C> {
  return schema;
}

/** Texts that may be NULL, under these names. */
export function texts<const N extends string>(names: readonly N[]): Readonly<Record<N, 'text?'>> {
  return Object.fromEntries(names.map((name) => [name, 'text?'])) as Record<N, 'text?'>;
}
