import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';
import { ident } from '../engine/sql.js';
import { validityOf } from '../normalize/valid-values.js';
import { commonest, shapeOf } from '../text/shape.js';
import { itemsOf, rawTable } from './check.js';
import type { ValueLook } from './counts.js';

/** Rows of an input that are looked at one by one, and shapes that are kept of each item. */
const SAMPLE = 10_000;
const SHAPES = 5;
/** A shape that fewer values have might tell who somebody is. */
const FEWEST = 3;

/** Looks at a sample of an input's rows, the same for the same rows. */
export async function lookAtValues(
  engine: Engine,
  input: InputSpec,
  rows: number,
): Promise<ReadonlyMap<CanonicalItem, ValueLook>> {
  const items = itemsOf(input);
  const tallies = items.map((item) => tally(validityOf(item, input.columns[item]!)));
  const drawn = `(("row" + file * 1000003)::BIGINT * 2654435761) % 4294967296 < ${Math.ceil((SAMPLE / Math.max(rows, 1)) * 2 ** 32)}`;
  const sample = `SELECT ${items.map(ident).join(', ')} FROM ${rawTable(input)} ${rows > SAMPLE ? `WHERE ${drawn}` : ''}`;
  // Sexes, towns and dates repeat: each value is looked at once.
  const counted = items.map(
    (item, i) =>
      `SELECT ${i} AS place, ${ident(item)} AS v, count(*) AS n FROM sample WHERE ${ident(item)} IS NOT NULL GROUP BY ${ident(item)}`,
  );
  const query = `WITH sample AS MATERIALIZED (${sample}) ${counted.join(' UNION ALL ')}`;
  for await (const { rows, columns } of readColumns(engine, COUNTED, query)) {
    for (let r = 0; r < rows; r++) tallies[columns.place[r]!]!.add(columns.v[r]!, columns.n[r]!);
  }
  return new Map(items.map((item, i) => [item, tallies[i]!.look()]));
}

const COUNTED = { place: 'int', v: 'text', n: 'big' } as const;

function tally(isValid: ((text: string) => boolean) | null) {
  const shapes = new Map<string, number>();
  let sampled = 0;
  let valid = 0;
  return {
    add: (value: string, count: number) => {
      sampled += count;
      if (isValid?.(value)) valid += count;
      const shape = shapeOf(value);
      shapes.set(shape, (shapes.get(shape) ?? 0) + count);
    },
    look: (): ValueLook => ({
      sampled,
      valid: isValid && sampled > 0 ? round(valid / sampled) : null,
      shapes: commonest(shapes, SHAPES)
        .filter(([, count]) => count >= FEWEST)
        .map(([shape, count]) => ({ shape, share: round(count / sampled) })),
    }),
  };
}

/** Enough digits for a share of ten thousand values. */
function round(share: number): number {
  return Math.round(share * 1e5) / 1e5;
}
