import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { ident } from '../engine/sql.js';
import { keyDictionary } from '../tables/dictionaries.js';

/** A key column of `residents` and `links` that a comparison needs: what a pure function makes of an item's text. */
export interface KeyColumn {
  readonly column: string;
  readonly item: CanonicalItem;
  /** The key, null where the text says nothing that could be compared. Called once per distinct text. */
  readonly keyOf: (text: string) => string | null;
}

/** Whether an input has the item that the key is made from. */
export const carries = ({ columns }: InputSpec, { item }: KeyColumn) => columns[item] !== undefined;

/** Table that holds the keys of an item's texts. */
function keyTable({ column }: KeyColumn): string {
  return keyDictionary(column).name;
}

/** The columns for a select list of rows `t` of an input, each followed by a comma, and the joins that look them up. */
export function keySql(keys: readonly KeyColumn[], spec: InputSpec): { columns: string; joins: string } {
  const known = keys.filter((key) => carries(spec, key));
  const alias = ({ column }: KeyColumn) => ident(`d_${column}`);
  return {
    columns: keys
      .map((key) => {
        const value = known.includes(key) ? `${alias(key)}."key"` : 'CAST(NULL AS VARCHAR)';
        return `${value} AS ${ident(key.column)}, `;
      })
      .join(''),
    joins: known
      .map(
        (key) =>
          `LEFT JOIN ${ident(keyTable(key))} ${alias(key)} ON ${alias(key)}."value" = t.${ident(key.item)}`,
      )
      .join('\n    '),
  };
}
