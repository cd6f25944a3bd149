import type { ClusterView } from '../audit/summary.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { GATHERINGS, type GatheringItem } from '../score/clusters.js';
import type { GatheringEvidence } from '../score/evidence.js';
import { CLUSTERED, CLUSTERS } from '../tables/weighed.js';

/** The gatherings that stood out when links were weighed (`clusters`), most telling first, with their links as graded. */
export async function readClusters(engine: Engine, sources: readonly string[]): Promise<ClusterView[]> {
  const clusters = await allRows(
    engine,
    CLUSTERS.columns,
    'SELECT cluster, src, item, value FROM clusters ORDER BY cluster',
  );
  const counts = await countLinks(engine, new Set(clusters.map(({ item }) => item)));
  return clusters.map(({ cluster, src, item, value }) => ({
    item,
    source: sources[src]!,
    value,
    ...counts.get(cluster)!,
  }));
}

/** Links and those of grade C by cluster: one pass over the links for each kind of gathering, however many stood out. */
async function countLinks(engine: Engine, items: ReadonlySet<GatheringItem>) {
  const counts = new Map<number, { readonly links: number; readonly C: number }>();
  for (const item of items) {
    const rows = await allRows(
      engine,
      { ...pick(CLUSTERS, 'cluster'), links: 'big', C: 'big' },
      `
      SELECT c.cluster, count(*) AS links, count(*) FILTER (v.grade = 'C') AS "C"
      FROM clusters c JOIN links l ON l.src = c.src AND ${GATHERINGS[item]} = c.value JOIN verdicts v ON v.lid = l.lid
      WHERE c.item = ${literal(item)} GROUP BY c.cluster`,
    );
    for (const { cluster, links, C } of rows) counts.set(cluster, { links, C });
  }
  return counts;
}

/** A cluster to which a link belongs. */
export interface LinkGathering extends GatheringEvidence {
  readonly value: string;
}

/** The clusters to which suspects belong, worst first, by `lid`; of one link only, or of all. */
export async function readGatherings(
  engine: Engine,
  clusters: readonly ClusterView[],
  lid?: number,
): Promise<ReadonlyMap<number, readonly LinkGathering[]>> {
  const rows = await allRows(
    engine,
    CLUSTERED.columns,
    `
    SELECT lid, cluster, rate FROM clustered ${lid === undefined ? '' : `WHERE lid = ${lid}`}
    ORDER BY lid, rate DESC, cluster`,
  );
  const gatherings = new Map<number, LinkGathering[]>();
  for (const { lid: each, cluster, rate } of rows) {
    const { item, value, links, C } = clusters[cluster]!;
    gatherings.set(each, [...(gatherings.get(each) ?? []), { item, value, links, C, rate }]);
  }
  return gatherings;
}
