import type { SourceName } from '../records.js';
import { SRC, type WrongCell, worst } from './cell.js';

function nextUser(source: SourceName, share: number, faulty: boolean): WrongCell {
  return {
    cause: 'shared-terminal',
    source,
    share,
    links: 1,
    strikes: `SELECT r.rid AS grp, r.rid, q.pid AS linked, '${faulty ? 'faulty-terminal' : ''}' AS note FROM rec r
      JOIN rec q ON q.src = r.src AND q.terminal = r.terminal AND q.tseq = r.tseq - 1
      WHERE r.src = ${SRC[source]} AND r.tseq % 3 = 1 AND r.hid <> q.hid AND CAST(r.stamp AS DATE) = CAST(q.stamp AS DATE)
        AND q.pid IN (SELECT pid FROM living) ${faulty ? `AND r.terminal IN (${worst('terminal', source)})` : ''}`,
  };
}

/** The previous user was still logged in: the next person's record lands on them, minutes later. */
export const sharedTerminals: readonly WrongCell[] = [
  nextUser('accounts', 0.07, false),
  nextUser('accounts', 0.05, true),
  nextUser('cards', 0.05, false),
];
