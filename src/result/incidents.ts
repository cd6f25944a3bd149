import type { Incidents } from '../audit/result.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { FINDINGS } from '../tables/found.js';
import { NO_ORGANISATION } from './run-files.js';

/** Incidents named at most. */
const MOST = 10;

/** A link of grade C has one case that says how it came to be wrong (`linkOf` of `result/review.ts`). */
const IN_DOUBT = `cause IS NOT NULL AND grade = 'C'`;

/** How many incidents the findings of the run are, and the largest of them as their worst finding names them. */
export async function incidentsIn(engine: Engine): Promise<Incidents> {
  const count = await engine.value<number>('SELECT CAST(count(DISTINCT incident) AS INTEGER) FROM findings');
  const rows = await allRows(
    engine,
    { ...pick(FINDINGS, 'incident', 'organisation', 'source', 'kind', 'cause'), n: 'int', links: 'int' },
    `
    SELECT g.incident, f.organisation, f.source, f.kind, f.cause, g.n, g.links
    FROM (SELECT incident, CAST(count(*) AS INTEGER) AS n, CAST(count(*) FILTER (WHERE ${IN_DOUBT}) AS INTEGER) AS links
      FROM findings GROUP BY incident HAVING count(*) > 1) g
    JOIN findings f ON f.finding_id = g.incident
    ORDER BY g.n DESC, f.rank LIMIT ${MOST}`,
  );
  const largest = rows.map(({ n, organisation, ...row }) => ({
    ...row,
    organisation: organisation ?? NO_ORGANISATION,
    findings: n,
  }));
  const register = await allRows(
    engine,
    { ...pick(FINDINGS, 'kind'), n: 'int' },
    `SELECT kind, CAST(count(DISTINCT incident) AS INTEGER) AS n FROM findings WHERE source = 'register'
     GROUP BY kind ORDER BY kind`,
  );
  return { count, register: Object.fromEntries(register.map(({ kind, n }) => [kind, n])), largest };
}
