import type { SourceName } from '../records.js';
import { SRC, type WrongCell } from './cell.js';

function parentForChild(source: SourceName, share: number): WrongCell {
  return {
    cause: 'family',
    source,
    share,
    links: 1,
    strikes: `SELECT r.rid AS grp, r.rid, q.pid AS linked, 'parent-number' AS note FROM rec r
      JOIN people p ON p.pid = r.pid AND p.role BETWEEN 2 AND 4
      JOIN people q ON q.hid = p.hid AND q.role = CAST(rnd('wrong.which-parent', p.hid) < 0.4 AS INTEGER)
      WHERE r.src = ${SRC[source]} AND q.pid IN (SELECT pid FROM living)`,
  };
}

function spousesSwapped(source: SourceName, share: number): WrongCell {
  return {
    cause: 'family',
    source,
    share,
    links: 2,
    strikes: `SELECT p.hid AS grp, r.rid, q.pid AS linked, 'spouses-swapped' AS note FROM rec r
      JOIN people p ON p.pid = r.pid AND p.role <= 1 JOIN people q ON q.hid = p.hid AND q.role = 1 - p.role
      WHERE r.src = ${SRC[source]} AND r.copy = 0 AND p.pid IN (SELECT pid FROM living) AND q.pid IN (SELECT pid FROM living)
        AND q.pid IN (SELECT pid FROM rec WHERE src = ${SRC[source]})`,
  };
}

/** Same birth date, address and surname, a given name much like the other's: the hardest to see. */
function twinsSwapped(source: SourceName, share: number): WrongCell {
  return {
    cause: 'family',
    source,
    share,
    links: 2,
    strikes: `SELECT p.hid AS grp, r.rid, q.pid AS linked, 'twins-swapped' AS note FROM rec r
      JOIN people p ON p.pid = r.pid AND p.role IN (2, 3)
      JOIN people q ON q.hid = p.hid AND q.role = 5 - p.role AND q.birth = p.birth
      WHERE r.src = ${SRC[source]} AND r.copy = 0 AND p.pid IN (SELECT pid FROM living)
        AND q.pid IN (SELECT pid FROM living) AND q.pid IN (SELECT pid FROM rec WHERE src = ${SRC[source]})`,
  };
}

/** The parent's account entered for the child; `shared-account.ts` adds those where the parent has it too. */
function parentsAccount(share: number): WrongCell {
  return {
    cause: 'family',
    source: 'accounts',
    share,
    links: 1,
    strikes: `SELECT r.rid AS grp, r.rid, c.pid AS linked, 'parent-account' AS note FROM rec r
      JOIN people p ON p.pid = r.pid AND p.role <= 1 JOIN people c ON c.hid = p.hid AND c.role = 2
      JOIN facts f ON f.pid = c.pid AND f.age < 20
      WHERE r.src = 2 AND c.pid IN (SELECT pid FROM living) AND c.pid NOT IN (SELECT pid FROM rec WHERE src = 2)`,
  };
}

/** One number written for another member of the family. */
export const families: readonly WrongCell[] = [
  parentForChild('insurance', 0.07),
  parentForChild('cards', 0.01),
  twinsSwapped('insurance', 0.006),
  twinsSwapped('cards', 0.004),
  spousesSwapped('insurance', 0.025),
  spousesSwapped('cards', 0.025),
  parentsAccount(0.03),
];
