import type { SourceName } from '../records.js';
import { SRC, type WrongCell, worst } from './cell.js';

function nextRecord(source: SourceName, share: number, careless = false): WrongCell {
  return {
    cause: 'neighbour-record',
    source,
    share,
    links: 1,
    strikes: `SELECT r.rid AS grp, r.rid, q.pid AS linked, '${careless ? 'careless-operator' : ''}' AS note FROM rec r
      JOIN rec q ON q.src = r.src AND q.rid = r.rid + CASE WHEN rnd('neighbour.side', r.rid) < 0.5 THEN 1 ELSE -1 END
      WHERE r.src = ${SRC[source]} AND r.rid % 5 = 2 AND r.hid <> q.hid AND r.org = q.org
        AND q.pid IN (SELECT pid FROM living) ${careless ? `AND r.operator IN (${worst('operator', source)})` : ''}`,
  };
}

/** The certificate issued just after this person's: its serial was noted down instead. */
const nextSerial: WrongCell = {
  cause: 'neighbour-record',
  source: 'services',
  share: 0.03,
  links: 1,
  strikes: `SELECT r.rid AS grp, r.rid, g.pid AS linked, 'next-serial' AS note FROM rec r
    JOIN facts f ON f.pid = r.pid JOIN facts g ON g.serial_order = f.serial_order + 1
    WHERE r.src = 3 AND r.copy = 0 AND f.serial_order % 2 = 0 AND g.pid IN (SELECT pid FROM living)`,
};

/** The number was read off the neighbouring line or paper. */
export const neighbourRecords: readonly WrongCell[] = [
  nextRecord('insurance', 0.035),
  nextRecord('cards', 0.01),
  nextRecord('cards', 0.01, true),
  nextSerial,
];
