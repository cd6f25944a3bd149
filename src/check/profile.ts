import type { Engine } from '../engine/engine.js';
import { ident } from '../engine/sql.js';
import type { CanonicalItem, InputSpec } from '../pipeline/pipeline-file.js';
import { itemsOf, rawTable } from './check.js';

/** How one item of one input is filled: counts only. Kept from run to run to see jumps. */
export interface ItemProfile {
  readonly source: string;
  readonly item: CanonicalItem;
  readonly rows: number;
  readonly filled: number;
  /** Distinct values, estimated (HyperLogLog: the same values give the same estimate in any order). */
  readonly distinct: number;
  /** One value in all filled rows. */
  readonly constant: boolean;
}

/** Profiles every item of every input, one scan per table. */
export async function profileInputs(engine: Engine, inputs: readonly InputSpec[]): Promise<ItemProfile[]> {
  const profiles: ItemProfile[] = [];
  for (const input of inputs) {
    const items = itemsOf(input);
    const columns = items.map((item, i) => {
      const column = ident(item);
      return (
        `count(${column}) AS f${i}, approx_count_distinct(${column}) AS d${i}, ` +
        `coalesce(min(${column}) = max(${column}), false) AS c${i}`
      );
    });
    const [row] = await engine.rows<Record<string, unknown>>(
      `SELECT ${['count(*) AS n', ...columns].join(', ')} FROM ${rawTable(input)}`,
    );
    items.forEach((item, i) => {
      profiles.push({
        source: input.id,
        item,
        rows: Number(row?.n ?? 0),
        filled: Number(row?.[`f${i}`] ?? 0),
        distinct: Number(row?.[`d${i}`] ?? 0),
        constant: row?.[`c${i}`] === true,
      });
    });
  }
  return profiles;
}
