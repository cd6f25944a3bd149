import { maskNumbers } from '../audit/mask.js';
import type { TerminalDay } from '../audit/result.js';
import type { ClusterView } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { GATHERINGS } from '../score/clusters.js';
import type { Secrets } from './secrets.js';

/** Terminals shown at most, and days: as many as stand side by side on a page. */
const MOST_TERMINALS = 12;
const MOST_DAYS = 14;

/**
 * Links of the terminals where links in doubt gather, by day: the days with most of them, in the order of the calendar. Only
 * such terminals' links are read.
 */
export async function timelineIn(
  engine: Engine,
  sources: readonly string[],
  clusters: readonly ClusterView[],
  { isNumber }: Secrets,
): Promise<readonly TerminalDay[]> {
  const terminals = clusters.filter(({ item }) => item === 'terminal').slice(0, MOST_TERMINALS);
  if (terminals.length === 0) return [];
  const wanted = terminals
    .map(({ source, value }) => `(${sources.indexOf(source)}, ${literal(value)})`)
    .join(', ');
  const rows = await allRows(
    engine,
    { src: 'tiny', terminal: 'text', day: 'text', links: 'big', wrong: 'big' },
    `WITH days AS (
       SELECT l.src, ${GATHERINGS.terminal} AS terminal, ${GATHERINGS.day} AS day, count(*) AS links,
         count(*) FILTER (v.grade = 'C') AS wrong
       FROM links l JOIN verdicts v ON v.lid = l.lid
       WHERE (l.src, ${GATHERINGS.terminal}) IN (${wanted}) AND l.ts IS NOT NULL GROUP BY ALL),
     told AS (SELECT day FROM days GROUP BY day HAVING sum(wrong) > 0 ORDER BY sum(wrong) DESC, day LIMIT ${MOST_DAYS})
     SELECT * FROM days WHERE day IN (FROM told) ORDER BY day, src, terminal`,
  );
  return rows.map(({ src, terminal, day, links, wrong }) => ({
    source: sources[src]!,
    terminal: maskNumbers(terminal, isNumber),
    day,
    links,
    C: wrong,
  }));
}
