import { literal } from '../engine/sql.js';
import { MOST_CANDIDATES } from '../findings/candidates.js';
import defunctResident from '../findings/kinds/defunct-resident.js';

/**
 * SQL of `case_bearers`, from `cases` and `case_links`: of a link that survives its resident, and of which nothing but the kana
 * tells whose it is, the residents who live here and are registered with these kana; those of the same household first, a few at most. A case
 * with nobody has one row that says so. The kana of a few records meet the register, never the register itself.
 */
export const BEARERS = `
  WITH asked AS MATERIALIZED (
    SELECT c.seq, c.rid, l.kw, me.household_id FROM cases c
    JOIN case_links l ON l.seq = c.seq AND l.lid = c.lid JOIN residents me ON me.rid = c.rid
    WHERE c.kind = ${literal(defunctResident.id)} AND NOT c.blind
      AND l.kw IS NOT NULL AND l.nw IS NULL AND l.dob IS NULL AND l.sex_code = 0 AND l.address IS NULL
  )
  SELECT a.seq, b.rid, coalesce(b.of_household, false) AS of_household, CAST(coalesce(b.total, 0) AS INTEGER) AS total
  FROM asked a LEFT JOIN (
    SELECT a.seq, r.rid, coalesce(r.household_id = a.household_id, false) AS of_household, count(*) OVER (PARTITION BY a.seq) AS total,
      row_number() OVER (PARTITION BY a.seq ORDER BY coalesce(r.household_id = a.household_id, false) DESC, r.rid) AS place
    FROM asked a JOIN residents r ON r.kw = a.kw AND r.rid <> a.rid WHERE r.vitality = 'active'
  ) b ON b.seq = a.seq AND b.place <= ${MOST_CANDIDATES}
  ORDER BY a.seq, b.place`;
