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
  const days = await registeredDays(engine, 'case_links', within(range));
  return new Map(
    [...days].map(([lid, day]) => {
      const { registered_at: at, terminal, operator, lookup } = records.get(lid)!.facts;
      const [own = null, where = null, who = null, how = null] = [at, terminal, operator, lookup];
      return [lid, { at: own, day, terminal: where, operator: who, lookup: how }];
    }),
  );
}

/** The day by which a link is counted, by lid; null where its record states none. Of rows of `links` or a table of that shape. */
export async function registeredDays(
  engine: Engine,
  table: string,
  where: string,
): Promise<ReadonlyMap<number, string | null>> {
  const rows = await allRows(
    engine,
    { lid: 'int', day: 'text?' },
    `SELECT l.lid, ${GATHERINGS.day} AS day FROM ${table} l WHERE ${where}`,
  );
  return new Map(rows.map(({ lid, day }) => [lid, day]));
}
