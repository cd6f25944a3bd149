import type { Columns } from './columns.js';
import { ident } from './sql.js';

/** Name before that of a table that stays in memory (`scratch.levels_open`) and spills where memory is bounded. */
export const SCRATCH = 'scratch';

/** A table by its name and columns. */
export interface Relation<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
  /** Kept in memory, for a table that is gone before its stage ends. */
  readonly scratch?: boolean;
}

/** The name of a table as statements write it. */
export function tableSql({ name, scratch }: Pick<Relation, 'name' | 'scratch'>): string {
  return scratch ? `${SCRATCH}.${ident(name)}` : ident(name);
}
