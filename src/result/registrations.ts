import type { Registration } from '../audit/case.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { GATHERINGS } from '../score/clusters.js';
import { type CaseRange, within } from './case-tables.js';
import type { PersonRow } from './people.js';

/** When, where and how the records of cases were registered, by lid: as they state it, with the day by which links are counted. */
export async function readRegistrations(
  engine: Engine,
  range: CaseRange,
  records: ReadonlyMap<number, PersonRow>,
): Promise<ReadonlyMap<number, Registration>> {
  const rows = await allRows(
    engine,
    { lid: 'int', day: 'text?' },
    `SELECT l.lid, ${GATHERINGS.day} AS day FROM case_links l WHERE ${within(range)}`,
  );
  return new Map(
    rows.map(({ lid, day }) => {
      const { registered_at: at, terminal, operator, lookup } = records.get(lid)!.facts;
      const [own = null, where = null, who = null, how = null] = [at, terminal, operator, lookup];
      return [lid, { at: own, day, terminal: where, operator: who, lookup: how }];
    }),
  );
}
