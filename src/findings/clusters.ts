import type { Engine } from '../engine/engine.js';
import type { LinkSpec } from '../pipeline/pipeline-file.js';
import type { ClusterView } from '../report/result.js';

/** A place is looked at when at least this many of its links are grade C. */
const LEAST_LINKS = 3;
/** Share of false alarms allowed among the places named. */
const FALSE_DISCOVERY_RATE = 0.01;

const PLACES = {
  terminal: 'l.terminal',
  operator: 'l.operator',
  day: "CASE WHEN l.ts IS NOT NULL THEN strftime(make_timestamp(l.ts * 1000000), '%Y-%m-%d') END",
  lookup: 'l.lookup',
} as const satisfies Record<ClusterView['item'], string>;

interface Place extends ClusterView {
  readonly p: number;
}

/**
 * Terminals, operators, days and look-up methods at which more links are grade C than chance would bring
 * together: exact binomial test against the rate of the source, Benjamini and Hochberg (1995) over all tests.
 */
export async function findClusters(engine: Engine, sources: readonly LinkSpec[]): Promise<ClusterView[]> {
  const places: Place[] = [];
  for (const [item, value] of Object.entries(PLACES) as [ClusterView['item'], string][]) {
    const rows = await engine.rows<{
      src: number;
      value: string;
      n: number;
      c: number;
      all_n: number;
      all_c: number;
    }>(`
      SELECT g.src, g.value, g.n, g.c, t.n AS all_n, t.c AS all_c
      FROM (
        SELECT l.src, ${value} AS value, count(*) AS n, count(*) FILTER (v.grade = 'C') AS c
        FROM links l JOIN verdicts v ON v.lid = l.lid WHERE ${value} IS NOT NULL GROUP BY ALL
        HAVING count(*) FILTER (v.grade = 'C') >= ${LEAST_LINKS}
      ) g JOIN (
        SELECT src, count(*) AS n, count(*) FILTER (grade = 'C') AS c FROM verdicts GROUP BY src
      ) t ON t.src = g.src ORDER BY g.src, g.value`);
    for (const { src, value: name, n, c, all_n, all_c } of rows) {
      const p = binomialTail(c, n, all_c / all_n);
      places.push({ item, source: sources[src]!.id, value: name, links: n, C: c, p });
    }
  }
  return significant(places).map(({ p: _, ...cluster }) => cluster);
}

/** The places that stand out, worst first: the largest set whose expected share of false alarms stays in bounds. */
function significant(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.p - b.p || b.C - a.C || (a.value < b.value ? -1 : 1));
  let kept = 0;
  sorted.forEach(({ p }, i) => {
    if (p <= (FALSE_DISCOVERY_RATE * (i + 1)) / sorted.length) kept = i + 1;
  });
  return sorted.slice(0, kept);
}

/** P(at least k of n) when each happens with probability `rate`; terms in logarithms, so nothing underflows. */
export function binomialTail(k: number, n: number, rate: number): number {
  if (k <= 0 || rate >= 1) return 1;
  if (rate <= 0) return 0;
  let log = k * Math.log(rate) + (n - k) * Math.log1p(-rate);
  for (let i = 0; i < k; i++) log += Math.log((n - i) / (k - i));
  let sum = 0;
  for (let i = k; i <= n; i++) {
    const term = Math.exp(log);
    sum += term;
    if (term < sum * 1e-12) break;
    log += Math.log(((n - i) / (i + 1)) * (rate / (1 - rate)));
  }
  return Math.min(sum, 1);
}
