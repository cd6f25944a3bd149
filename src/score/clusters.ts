import { makeTable } from '../engine/append.js';
import { pick, type Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { CLUSTERED, CLUSTERS } from '../tables/weighed.js';
import { binomialTail, standingOut } from './chance.js';

/** Where a link was made: what several wrong links of one source can have in common. */
export const GATHERINGS = {
  terminal: 'l.terminal',
  operator: 'l.operator',
  day: "CASE WHEN l.ts IS NOT NULL THEN strftime(make_timestamp(l.ts * 1000000), '%Y-%m-%d') END",
  lookup: 'l.lookup',
} as const satisfies Record<Row<typeof CLUSTERS.columns>['item'], string>;

export type GatheringItem = Row<typeof CLUSTERS.columns>['item'];

/** A gathering is looked at when at least this many of its links are judged wrong. */
const LEAST_LINKS = 3;
/** Links' worth of belief in the rate of the whole source. */
const PRIOR_LINKS = 20;

interface Gathering {
  readonly src: number;
  readonly item: GatheringItem;
  readonly value: string;
  readonly links: number;
  readonly wrong: number;
  /** Wrong rate of the whole source. */
  readonly rate: number;
}

/** Makes `clusters` and `clustered` empty: before anything was weighed none stands out. */
export async function makeNoClusters(engine: Engine): Promise<void> {
  await makeTable(engine, CLUSTERS);
  await makeTable(engine, CLUSTERED);
}

/**
 * Makes `clusters(cluster, src, item, value)`: terminals, operators, days and look-up methods at which more links
 * were weighed wrong (`suspect_verdicts`) than chance would bring together, by an exact binomial test against the rate
 * of the source, corrected for the number of them. And `clustered(lid, cluster, rate)`: the suspects there, with the
 * wrong rate of the other links there.
 */
export async function makeClusters(engine: Engine, threshold: number): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE judged_wrong AS
    SELECT v.lid FROM suspect_verdicts v JOIN suspects s ON s.lid = v.lid
    WHERE v.probability >= ${literal(threshold)} AND (s.rid IS NOT NULL OR s.serial IS NULL)`);
  const clusters = await findClusters(engine);
  await makeTable(
    engine,
    CLUSTERS,
    clusters.map(({ src, item, value }, cluster) => ({ cluster, src, item, value })),
  );
  await makeTable(engine, CLUSTERED);
  for (const [cluster, { src, item, value, links, wrong, rate }] of clusters.entries()) {
    await engine.run(`
      INSERT INTO clustered
      SELECT l.lid, ${cluster},
        (${wrong} - CASE WHEN w.lid IS NULL THEN 0 ELSE 1 END + ${literal(PRIOR_LINKS * rate)}) / ${links - 1 + PRIOR_LINKS}
      FROM suspects l LEFT JOIN judged_wrong w ON w.lid = l.lid
      WHERE l.src = ${src} AND ${GATHERINGS[item]} = ${literal(value)} ORDER BY l.lid`);
  }
  await engine.run('DROP TABLE judged_wrong');
}

async function findClusters(engine: Engine): Promise<Gathering[]> {
  let tests = 0;
  const looked: (Gathering & { p: number })[] = [];
  for (const item of Object.keys(GATHERINGS) as GatheringItem[]) {
    const found = await gatheringsOf(engine, item);
    tests += found.tests;
    looked.push(
      ...found.gatherings.map((one) => ({ ...one, p: binomialTail(one.wrong, one.links, one.rate) })),
    );
  }
  return standingOut(looked, tests);
}

const COUNTED = {
  ...pick(CLUSTERS, 'src', 'value'),
  links: 'double',
  wrong: 'double',
  rate: 'double',
  tests: 'double',
} as const;

/** The values of one item with enough wrong links, in the order of source and value, and how many values there are. */
async function gatheringsOf(
  engine: Engine,
  item: GatheringItem,
): Promise<{ tests: number; gatherings: Gathering[] }> {
  const rows = await allRows(
    engine,
    COUNTED,
    `
    SELECT src, value, links, wrong, rate, tests FROM (
      SELECT *, sum(wrong) OVER (PARTITION BY src) / sum(links) OVER (PARTITION BY src) AS rate,
        CAST(count(value) OVER () AS DOUBLE) AS tests
      FROM (
        SELECT l.src, ${GATHERINGS[item]} AS value, CAST(count(*) AS DOUBLE) AS links, CAST(count(w.lid) AS DOUBLE) AS wrong
        FROM links l LEFT JOIN judged_wrong w ON w.lid = l.lid GROUP BY ALL
      )
    ) WHERE value IS NOT NULL AND wrong >= ${LEAST_LINKS} ORDER BY src, value`,
  );
  return { tests: rows[0]?.tests ?? 0, gatherings: rows.map(({ tests: _, ...one }) => ({ ...one, item })) };
}
