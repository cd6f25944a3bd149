import type { Registration } from '../audit/case.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { GATHERINGS } from '../score/clusters.js';
import { LINKS } from '../tables/people.js';
import { type CaseRange, within } from './case-tables.js';

const COLUMNS = {
  ...pick(LINKS, 'lid', 'terminal', 'operator', 'lookup'),
  at: 'text?',
  day: 'text?',
} as const;

/** When, where and how the records of cases were registered, by lid. */
export async function readRegistrations(
  engine: Engine,
  range: CaseRange,
): Promise<ReadonlyMap<number, Registration>> {
  const columns = Object.entries(GATHERINGS).map(([name, sql]) => `${sql} AS ${name}`);
  const rows = await allRows(
    engine,
    COLUMNS,
    `
    SELECT l.lid, l.registered_at AS "at", ${columns.join(', ')}
    FROM case_links l WHERE ${within(range)}`,
  );
  return new Map(
    rows.map(({ lid, at, day, terminal, operator, lookup }) => [
      lid,
      { at, day, terminal, operator, lookup },
    ]),
  );
}
