import type { Engine } from '../engine/engine.js';
import { SESSION_SECONDS } from '../rivals/rule.js';

/** Rows within which a resident's two records are beside each other. */
const ROWS = 2;

/**
 * Makes `beside(lid)`: links whose resident has another record of the source within two rows, or within half an
 * hour at the same terminal. A number that was copied from a neighbour, or a session that was left open, shows
 * in this way even where the rightful resident is nowhere near.
 */
export async function makeBeside(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE beside AS
    -- Links of residents who have more than one in a source: few, so the join with themselves stays small.
    WITH repeated AS MATERIALIZED (
      SELECT l.lid, l.src, l.rid, l.file, l.terminal, l.ts FROM links l
      JOIN (SELECT src, rid FROM links WHERE rid IS NOT NULL GROUP BY src, rid HAVING count(*) > 1) m
        ON m.src = l.src AND m.rid = l.rid
    )
    SELECT DISTINCT a.lid FROM repeated a JOIN repeated b ON b.src = a.src AND b.rid = a.rid AND b.lid <> a.lid
    WHERE (b.file = a.file AND abs(b.lid - a.lid) <= ${ROWS})
      OR (b.terminal = a.terminal AND abs(b.ts - a.ts) <= ${SESSION_SECONDS})`);
}

/** Share of all links of a source that have such a record beside them; half a link is added. */
export async function besideRate(engine: Engine, src: number): Promise<number> {
  return engine.value<number>(`
    SELECT ((SELECT count(*) FROM beside b JOIN links l ON l.lid = b.lid WHERE l.src = ${src}) + 0.5)
      / ((SELECT count(*) FROM links WHERE src = ${src}) + 1.0)`);
}

/** First guess of the share of wrong links that have one: kiosks and neighbouring numbers are among the causes. */
export const INITIAL_BESIDE_SHARE = 0.15;
