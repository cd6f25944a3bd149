import type { SourceName } from '../records.js';
import { SRC, type WrongCell } from './cell.js';

/** Cards handed out crosswise: two (or three in a ring) of one window and day, a few people apart. */
function cardRing(size: 2 | 3, share: number): WrongCell {
  const step = size === 2 ? 4 : 3;
  const block = 10;
  return {
    cause: 'swap',
    source: 'cards',
    share,
    links: size,
    strikes: `SELECT bits('ring', hash(r.terminal)) // 1000 * 1000 + r.tseq // ${block} AS grp, r.rid, q.pid AS linked,
        '${size === 2 ? '' : 'ring-of-three'}' AS note FROM rec r
      JOIN rec q ON q.src = 0 AND q.terminal = r.terminal
        AND q.tseq = r.tseq - r.tseq % ${block} + (r.tseq % ${block} + ${step}) % ${size * step}
      WHERE r.src = 0 AND r.tseq % ${block} < ${size * step} AND r.tseq % ${block} % ${step} = 0 AND r.hid <> q.hid
        AND q.pid IN (SELECT pid FROM living)`,
  };
}

/** Two numbers entered crosswise by a clerk who had both papers on the desk. */
function crosswise(source: SourceName, share: number): WrongCell {
  const block = 64;
  const step = 23;
  return {
    cause: 'swap',
    source,
    share,
    links: 2,
    strikes: `SELECT r.rid // ${block} AS grp, r.rid, q.pid AS linked, '' AS note FROM rec r
      JOIN rec q ON q.src = r.src AND q.rid = r.rid - r.rid % ${block} + ${step} - r.rid % ${block}
      WHERE r.src = ${SRC[source]} AND r.rid % ${block} IN (0, ${step}) AND r.hid <> q.hid AND r.org = q.org
        AND q.pid IN (SELECT pid FROM living)`,
  };
}

export const swaps: readonly WrongCell[] = [
  cardRing(2, 0.05),
  cardRing(3, 0.015),
  crosswise('insurance', 0.02),
  crosswise('accounts', 0.01),
];
