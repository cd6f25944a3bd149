import type { Engine } from '../engine/engine.js';
import { WORLD_DAY } from './world.js';

/** Share of households that came from elsewhere in the last five years. */
const MOVERS = 0.16;

/**
 * Makes `facts`, one row per person, what a register knows beside name and birth: resident_id and
 * household_no (text, NULL outside the register), order (file order), state (0 living here, 1 dead, 2 moved
 * away), state_on, mover (the household came from its former place), moved_on, protected, kana_missing,
 * aid (the place where the person lives; a duplicate row has its original's, now and then the former one), former_registered (旧氏), newlywed (sources may still know the maiden name), alias_id, serial_order.
 */
export async function makeFacts(engine: Engine): Promise<void> {
  const day = `DATE '${WORLD_DAY}'`;
  const moved = `(${day} - (30 + pick('moved.on', hid, 1800)))`;
  await engine.run(`
    CREATE TABLE facts AS
    WITH numbered AS (
      SELECT p.*, row_number() OVER (ORDER BY outsider, rnd('resident.order',
          CASE WHEN role = 1 OR rnd('resident.own', pid) < 0.1 THEN 2000000000 + pid ELSE hid END), pid) AS ord,
        CAST(${day} - birth AS INTEGER) / 365.25 AS age FROM people p
    ), told AS (
      SELECT *, min(ord) OVER (PARTITION BY hid) AS first_ord,
        ${moved} AS moved_on, rnd('mover', hid) < ${MOVERS} AND ${moved} > birth AS mover,
        sex = 2 AND nation = 0 AND role IN (0, 1) AND age BETWEEN 20 AND 75 AS bride FROM numbered
    )
    SELECT pid, CAST(ord AS INTEGER) AS ord, age,
      coalesce((SELECT 2 * o.hid + CAST(rnd('mover', o.hid) < ${MOVERS} AND d.n % 2 = 1 AS INTEGER) FROM duplicates d
        JOIN people o ON o.pid = d.a WHERE d.b = told.pid), 2 * hid) AS aid,
      CASE WHEN NOT outsider THEN lpad(CAST(ord AS VARCHAR), 10, '0') END AS resident_id,
      CASE WHEN NOT outsider THEN '1' || lpad(CAST(first_ord AS VARCHAR), 9, '0') END AS household_no,
      ${stateSql()} AS state,
      ${day} - (1 + pick('state.on', pid, 700)) AS state_on,
      mover, moved_on,
      rnd('protected', hid) < 0.0015 AS protected,
      rnd('kana.missing', pid) < CASE WHEN nation > 0 THEN 0.3 ELSE 0.12 END AS kana_missing,
      bride AND role = 1 AND rnd('former.registered', pid) < 0.02 AS former_registered,
      bride AND role = 1 AND age < 45 AND rnd('newlywed', pid) < 0.06 AS newlywed,
      CASE WHEN nation > 0 AND rnd('alias', pid) < 0.35
        THEN pick('alias.family', hid, 300) END AS alias_id,
      row_number() OVER (ORDER BY rnd('serial.order', pid), pid) AS serial_order
    FROM told ORDER BY pid`);
}

function stateSql(): string {
  return `CASE WHEN NOT outsider AND rnd('dead', pid) < 0.0007 + 0.09 * pow(greatest(age - 40, 0) / 60, 3) THEN 1
    WHEN NOT outsider AND rnd('departed', pid) < 0.012 THEN 2 ELSE 0 END`;
}
