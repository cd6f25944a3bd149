import type { SourceName } from '../records.js';
import { SRC, type WrongCell } from './cell.js';

const BLOCK = 16;
const LENGTH = 8;
const LEAST = 5;

function shifted(source: SourceName, share: number): WrongCell {
  // A run starts a block of rows; blocks do not overlap, so neither do runs.
  return {
    cause: 'row-shift',
    source,
    share,
    links: LENGTH,
    leastRun: LEAST,
    strikes: `SELECT r.rid // ${BLOCK} AS grp, r.rid, q.pid AS linked, '' AS note FROM rec r
      JOIN rec q ON q.src = r.src AND q.rid = r.rid + 1
      WHERE r.src = ${SRC[source]} AND r.rid % ${BLOCK} < 6 + pick('shift.length', r.rid // ${BLOCK}, 5)
        AND r.org = q.org AND q.pid IN (SELECT pid FROM living) AND r.pid <> q.pid`,
  };
}

/** A deleted row left its numbers one place off: each record of a run carries its neighbour's. */
export const rowShifts: readonly WrongCell[] = [
  shifted('insurance', 0.09),
  shifted('cards', 0.04),
  shifted('accounts', 0.02),
];
