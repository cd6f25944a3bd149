import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { CASE_RECORDS } from '../tables/found.js';
import { otherRecords } from './case-tables.js';
import { holderKey, type OtherRecord, type OtherRecords } from './other-records.js';

/** What else is linked to residents beside links, by link (`lid`) and resident, as it is read of cases. */
export async function recordsOfPairs(
  engine: Engine,
  pairs: readonly { readonly lid: number; readonly rid: number }[],
): Promise<OtherRecords> {
  const found = new Map<string, OtherRecord[]>();
  if (pairs.length === 0) return found;
  const asked = pairs.map(({ lid, rid }) => `(${lid}, ${rid})`).join(', ');
  const rows = await allRows(
    engine,
    CASE_RECORDS.columns,
    otherRecords(`
      SELECT p.lid AS seq, p.rid, p.lid AS own, o.src, o.file, o.organisation, o.terminal, o.ts
      FROM (VALUES ${asked}) p(lid, rid) JOIN links o ON o.lid = p.lid`),
  );
  for (const row of rows) {
    const { src, elsewhere, registered_at: registeredAt, terminal, doubted: isDoubted } = row;
    const how = row.near as NonNullable<OtherRecord['near']>['how'] | null;
    const near = how === null ? null : { how, recordId: row.record_id ?? '' };
    const key = holderKey(row.seq, row.rid);
    const told = { src, elsewhere, registeredAt, terminal, near, isDoubted };
    found.set(key, [...(found.get(key) ?? []), told]);
  }
  return found;
}
