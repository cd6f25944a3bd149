import type { SourceName } from '../records.js';
import { SRC, type WrongCell } from './cell.js';

function namesake(source: SourceName, share: number, note = ''): WrongCell {
  return {
    cause: 'namesake',
    source,
    share,
    links: 1,
    strikes: `SELECT r.rid AS grp, r.rid, s.b AS linked, '${note}' AS note FROM namesakes s
      JOIN rec r ON r.src = ${SRC[source]} AND r.pid = s.a AND r.copy = 0
      WHERE s.b IN (SELECT pid FROM living)`,
  };
}

/** Found by kana, birth date and sex, without the address: the other person of that name was taken. */
export const namesakes: readonly WrongCell[] = [
  namesake('services', 0.04),
  namesake('cards', 0.04),
  // A bank knows the kana only: nothing in such a record can show the mistake.
  namesake('accounts', 0.01, 'kana-only'),
  namesake('insurance', 0.15),
];
