import { bufferRows } from '../engine/buffer-rows.js';
import type { Engine } from '../engine/engine.js';
import { findCycles, findRuns, type Shape, type WrongLink } from './shapes.js';

/** The wrong links of a run and how they hang together. */
export interface WrongLinks {
  readonly owners: ReadonlyMap<number, number | null>;
  readonly cycles: ReadonlyMap<number, Shape>;
  readonly runs: ReadonlyMap<number, Shape>;
}

/**
 * Makes `graded_wrong(lid, owner)`: links of grade C that have a resident, with the likeliest rightful one
 * (NULL when "nobody in the register" is likelier than any), and `swap_cycles(lid, cycle)`.
 */
export async function makeWrongLinks(engine: Engine): Promise<WrongLinks> {
  await engine.run(`
    CREATE OR REPLACE TABLE graded_wrong AS
    SELECT v.lid, v.src, v.rid, CASE WHEN h.best > v.probability - h.known THEN h.rid END AS owner
    FROM verdicts v JOIN links l ON l.lid = v.lid
    LEFT JOIN (
      SELECT lid, sum(probability) AS known, max(probability) AS best, min(CASE WHEN place = 1 THEN rid END) AS rid
      FROM hypotheses GROUP BY lid
    ) h ON h.lid = v.lid
    WHERE v.grade = 'C' AND v.rid IS NOT NULL AND l.number_state NOT IN ('check-digit', 'malformed')`);
  const links = await engine.rows<WrongLink>(`
    SELECT w.lid, w.src, w.rid, w.owner, (
      SELECT min_by(d.k, abs(d.k) * 10 + CASE WHEN d.k < 0 THEN 0 ELSE 1 END)
      FROM (VALUES (-2), (-1), (1), (2)) AS d(k) JOIN links n ON n.lid = w.lid + d.k
      WHERE n.src = w.src AND n.rid = w.owner
    ) AS shift
    FROM graded_wrong w ORDER BY w.lid`);
  const cycles = findCycles(links);
  await engine.run('CREATE OR REPLACE TABLE swap_cycles (lid INTEGER, cycle INTEGER)');
  const appender = bufferRows(await engine.appender('swap_cycles', ['int', 'int']));
  for (const [lid, { id }] of cycles) appender.push(lid, id);
  appender.close();
  return { owners: new Map(links.map(({ lid, owner }) => [lid, owner])), cycles, runs: findRuns(links) };
}
