import type { InputSpec } from '../audit/pipeline-file.js';
import { each } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { oneRow } from '../engine/read.js';
import { ident } from '../engine/sql.js';
import { itemsOf, numbered, rawTable } from './check.js';
import type { ItemProfile } from './counts.js';
import { lookAtValues } from './sampled-values.js';

/** Inputs up to this many rows have their distinct values counted exactly. */
const EXACT_ROWS = 200_000;

/** Profiles every item of every input: one scan per table, and a sample of its rows. */
export async function profileInputs(engine: Engine, inputs: readonly InputSpec[]): Promise<ItemProfile[]> {
  const profiles: ItemProfile[] = [];
  for (const input of inputs) {
    const items = itemsOf(input);
    if (items.length === 0) continue;
    const rows = await engine.value<number>(`SELECT count(*) FROM ${rawTable(input)}`);
    const columns = items.map((item, i) => {
      const column = ident(item);
      return (
        `count(${column}) AS f${i}, ${distinct(rows, column)} AS d${i}, ` +
        `coalesce(min(${column}) = max(${column}), false) AS c${i}`
      );
    });
    const counted = {
      filled: numbered('f', items),
      distinct: numbered('d', items),
      constant: each(
        'bool',
        items.map((_, i) => `c${i}`),
      ),
    };
    const row = await oneRow(engine, counted, `SELECT ${columns.join(', ')} FROM ${rawTable(input)}`);
    const looks = await lookAtValues(engine, input, rows);
    items.forEach((item, i) => {
      profiles.push({
        ...looks.get(item)!,
        source: input.id,
        item,
        rows,
        filled: row.filled[i]!,
        distinct: row.distinct[i]!,
        estimated: rows > EXACT_ROWS,
        constant: row.constant[i]!,
      });
    });
  }
  return profiles;
}

function distinct(rows: number, column: string): string {
  return rows > EXACT_ROWS ? `approx_count_distinct(${column})` : `count(DISTINCT ${column})`;
}
