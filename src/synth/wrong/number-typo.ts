import type { SourceName } from '../records.js';
import { SRC, type WrongCell } from './cell.js';

/** `note` tells `numbers.ts` what kind of number to make: `slip`, `slip-unknown`, `slip-invalid`. */
function slip(source: SourceName, share: number, note: 'slip' | 'slip-unknown' | 'slip-invalid'): WrongCell {
  const linked = note === 'slip' ? 'pool.target' : 'NULL';
  const targets = '(SELECT count(*) FROM typo_targets)';
  return {
    cause: 'number-typo',
    source,
    share,
    links: 1,
    // Every strike has a target of its own, and no target is struck: a number can only be made one slip from one.
    strikes: `SELECT pool.rid AS grp, pool.rid, ${linked} AS linked, '${note}' AS note FROM (
        SELECT r.rid, t.pid AS target FROM (
          SELECT rid, row_number() OVER (ORDER BY rnd('typo.pool', rid), rid) AS k FROM rec
          WHERE src = ${SRC[source]} AND copy = 0 AND pid NOT IN (SELECT pid FROM typo_targets)
            AND rnd('typo.pool', rid) < (SELECT 4000.0 / count(*) FROM rec)
          QUALIFY k <= ${targets} // 3
        ) r JOIN typo_targets t ON t.n = r.k + ${SRC[source]} * (${targets} // 3)
      ) pool`,
  };
}

/** A digit mistyped or two swapped: another resident's number, nobody's, or one with a wrong check digit. */
export const numberTypos: readonly WrongCell[] = [
  slip('insurance', 0.035, 'slip'),
  slip('cards', 0.015, 'slip'),
  slip('accounts', 0.02, 'slip'),
  slip('insurance', 0.02, 'slip-unknown'),
  slip('insurance', 0.01, 'slip-invalid'),
  slip('cards', 0.005, 'slip-invalid'),
];
