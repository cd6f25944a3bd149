import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import type { ClusterView } from '../report/result.js';
import { PLACES, type PlaceItem } from '../score/clusters.js';
import type { PlaceEvidence } from '../score/evidence.js';

/** The places that stood out when links were weighed (`clusters`), most telling first, with their links as graded. */
export async function readClusters(engine: Engine, sources: readonly string[]): Promise<ClusterView[]> {
  const clusters = await engine.rows<{ src: number; item: PlaceItem; value: string }>(
    'SELECT src, item, value FROM clusters ORDER BY cluster',
  );
  const views: ClusterView[] = [];
  for (const { src, item, value } of clusters) {
    const [counts] = await engine.rows<{ links: number; C: number }>(`
      SELECT count(*) AS links, count(*) FILTER (v.grade = 'C') AS "C"
      FROM links l JOIN verdicts v ON v.lid = l.lid
      WHERE l.src = ${src} AND ${PLACES[item]} = ${literal(value)}`);
    views.push({ item, source: sources[src]!, value, ...counts! });
  }
  return views;
}

/** A cluster to which a link belongs. */
export interface LinkPlace extends PlaceEvidence {
  readonly value: string;
}

/** The clusters to which suspects belong, worst first, by `lid`; of one link only, or of all. */
export async function readPlaces(
  engine: Engine,
  clusters: readonly ClusterView[],
  lid?: number,
): Promise<ReadonlyMap<number, readonly LinkPlace[]>> {
  const rows = await engine.rows<{ lid: number; cluster: number; rate: number }>(`
    SELECT lid, cluster, rate FROM clustered ${lid === undefined ? '' : `WHERE lid = ${lid}`}
    ORDER BY lid, rate DESC, cluster`);
  const places = new Map<number, LinkPlace[]>();
  for (const { lid: each, cluster, rate } of rows) {
    const { item, value, links, C } = clusters[cluster]!;
    places.set(each, [...(places.get(each) ?? []), { item, value, links, C, rate }]);
  }
  return places;
}
