import type { Engine } from '../engine/engine.js';
import type { Registration } from '../report/result.js';
import { PLACES } from '../score/clusters.js';

/** When, where and how records were registered, by lid; from `case_links`. */
export async function readRegistrations(
  engine: Engine,
  lids: readonly number[],
): Promise<ReadonlyMap<number, Registration>> {
  if (lids.length === 0) return new Map();
  const places = Object.entries(PLACES).map(([name, sql]) => `${sql} AS ${name}`);
  const rows = await engine.rows<Registration & Record<string, unknown> & { readonly lid: number }>(`
    SELECT l.lid, l.registered_at AS "at", ${places.join(', ')}
    FROM case_links l WHERE l.lid IN (${lids.join(', ')})`);
  return new Map(
    rows.map(({ lid, at, day, terminal, operator, lookup }) => [
      lid,
      { at, day, terminal, operator, lookup },
    ]),
  );
}
