import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { CASE_RECORDS } from '../tables/found.js';
import { NAME_KEYS, otherRecords } from './case-tables.js';
import { byHolder, type OtherRecords } from './other-records.js';

/** What else is linked to residents beside links, by link (`lid`) and resident, as it is read of cases. */
export async function recordsOfPairs(
  engine: Engine,
  pairs: readonly { readonly lid: number; readonly rid: number }[],
): Promise<OtherRecords> {
  if (pairs.length === 0) return new Map();
  const asked = pairs.map(({ lid, rid }) => `(${lid}, ${rid})`).join(', ');
  const rows = await allRows(
    engine,
    CASE_RECORDS.columns,
    otherRecords(
      `
      SELECT p.lid AS seq, p.rid, p.lid AS own, o.src, o.file, o.organisation, o.terminal, o.ts, o.record_id, ${NAME_KEYS.map((key) => `o.${key}`).join(', ')}
      FROM (VALUES ${asked}) p(lid, rid) JOIN links o ON o.lid = p.lid`,
      // The page stays with whoever has the folders of all offices, and names the records of all of them.
      true,
    ),
  );
  return byHolder(rows);
}
