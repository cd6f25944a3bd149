import type { Columns } from './columns.js';

/** A table by its name and columns. */
export interface Relation<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
  /** Kept in memory, for a table that is gone before its stage ends. */
  readonly scratch?: boolean;
}
