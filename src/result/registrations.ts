import type { Registration } from '../audit/case.js';
import type { Engine } from '../engine/engine.js';
import { PLACES } from '../score/clusters.js';
import { type CaseRange, within } from './case-tables.js';

/** When, where and how the records of cases were registered, by lid. */
export async function readRegistrations(
  engine: Engine,
  range: CaseRange,
): Promise<ReadonlyMap<number, Registration>> {
  const places = Object.entries(PLACES).map(([name, sql]) => `${sql} AS ${name}`);
  const rows = await engine.rows<Registration & Record<string, unknown> & { readonly lid: number }>(`
    SELECT l.lid, l.registered_at AS "at", ${places.join(', ')}
    FROM case_links l WHERE ${within(range)}`);
  return new Map(
    rows.map(({ lid, at, day, terminal, operator, lookup }) => [
      lid,
      { at, day, terminal, operator, lookup },
    ]),
  );
}
