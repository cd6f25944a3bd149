import { tableSql } from '../engine/append.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { allRows } from '../engine/read.js';
import { SESSION_SECONDS } from '../rivals/rule.js';
import { LINKS } from '../tables/people.js';

/** Rows within which a resident's two records are beside each other. */
export const BESIDE_ROWS = 2;

/**
 * Makes `beside(lid)`: links whose resident has another record of the source within two rows, or within half an
 * hour at the same terminal. A number that was copied from a neighbour, or a session that was left open, shows
 * in this way even where the rightful resident is nowhere near.
 */
export async function makeBeside(engine: Engine): Promise<void> {
  // Links of residents who have more than one in a source: few, so the join with themselves stays small.
  await makeFrom(engine, REPEATED, {
    reads: ['links'],
    sql: () => `
      SELECT l.lid, l.src, l.rid, l.file, l.terminal, l.ts FROM links l
      JOIN (SELECT src, rid FROM links WHERE rid IS NOT NULL GROUP BY src, rid HAVING count(*) > 1) m
        ON m.src = l.src AND m.rid = l.rid`,
  });
  const repeated = tableSql(REPEATED);
  await engine.run(`
    CREATE OR REPLACE TABLE beside AS
    SELECT DISTINCT a.lid FROM ${repeated} a JOIN ${repeated} b ON b.src = a.src AND b.rid = a.rid AND b.lid <> a.lid
    WHERE (b.file = a.file AND abs(b.lid - a.lid) <= ${BESIDE_ROWS})
      OR (b.terminal = a.terminal AND abs(b.ts - a.ts) <= ${SESSION_SECONDS});
    DROP TABLE ${repeated}`);
}

const REPEATED = {
  name: 'repeated_links',
  columns: pick(LINKS, 'lid', 'src', 'rid', 'file', 'terminal', 'ts'),
  scratch: true,
} as const;

/** Share of all links that have such a record beside them, by source; half a link is added. */
export async function besideRates(engine: Engine, sources: number): Promise<readonly number[]> {
  const rows = await allRows(
    engine,
    { ...pick(LINKS, 'src'), links: 'big', beside: 'big' },
    `
    SELECT l.src, l.n AS links, coalesce(b.n, 0) AS beside
    FROM (SELECT src, count(*) AS n FROM links GROUP BY src) l
    LEFT JOIN (SELECT l.src, count(*) AS n FROM beside b JOIN links l ON l.lid = b.lid GROUP BY l.src) b ON b.src = l.src`,
  );
  const counts = new Map(rows.map((row) => [row.src, row]));
  return Array.from({ length: sources }, (_, src) => {
    const { links, beside } = counts.get(src) ?? { links: 0, beside: 0 };
    return (beside + 0.5) / (links + 1);
  });
}

/** First guess of the share of wrong links that have one: kiosks and neighbouring numbers are among the causes. */
export const INITIAL_BESIDE_SHARE = 0.15;
