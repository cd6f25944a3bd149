import type { ModelView } from '../audit/model-view.js';
import { type DecisionStore, labelsOf, reviewersNeeded, statusOf } from '../decide/index.js';
import { BIN_EDGES, reliabilityOf } from '../decide/reliability.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows, readRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { kindsThat } from '../findings/kinds/index.js';
import { RENAMINGS } from '../tables/compared.js';
import { FINDINGS } from '../tables/found.js';
import { VERDICTS } from '../tables/weighed.js';

/** A merger renames a municipality with all of its towns. */
const MOST_RENAMINGS = 200;

/** How the probabilities of all links spread over the bins of the calibration, and what people have settled of them. */
export async function modelFigures(
  engine: Engine,
  decisions: DecisionStore,
  sources: readonly string[],
): Promise<
  Pick<
    ModelView,
    'distribution' | 'distributions' | 'renamings' | 'givenNames' | 'reliability' | 'reliabilities'
  >
> {
  const place = BIN_EDGES.map((edge) => `CAST(probability >= ${edge} AS INTEGER)`).join(' + ');
  const rows = await allRows(
    engine,
    { src: 'tiny', place: 'int', n: 'big' },
    `SELECT src, greatest(${place}, 1) - 1 AS place, count(*) AS n FROM verdicts WHERE rid IS NOT NULL GROUP BY ALL`,
  );
  const linksAt = (at: number, src: number | null = null) =>
    rows
      .filter((row) => row.place === at && (src === null || row.src === src))
      .reduce((sum, { n }) => sum + n, 0);
  const distribution = BIN_EDGES.map((from, at) => ({ from, links: linksAt(at) }));
  const distributions = Object.fromEntries(
    sources.map((source, src) => [source, BIN_EDGES.map((_, at) => linksAt(at, src))]),
  );
  const renamings = await allRows(
    engine,
    RENAMINGS.columns,
    `SELECT * FROM renamings ORDER BY links DESC, before, after, origin LIMIT ${MOST_RENAMINGS}`,
  );
  const figures = {
    distribution,
    distributions,
    ...(renamings.length > 0 ? { renamings } : {}),
    ...(await givenNames(engine)),
  };
  if (decisions.kept.length === 0) return figures;
  const settled = await settledLinks(engine, decisions);
  const bySource = sources.flatMap((source) => {
    const bins = reliabilityOf(settled.filter((link) => link.source === source));
    return bins.length > 0 ? [[source, bins] as const] : [];
  });
  return { ...figures, reliability: reliabilityOf(settled), reliabilities: Object.fromEntries(bySource) };
}

/** The commonest names of each sex that are shown, and bearers from which on a name tells of nobody in particular. */
const SHOWN_NAMES = 10;
const FEWEST_BEARERS = 20;

/** The middle half of the bearers by decade: from the first decade that a quarter has passed to the one that three quarters have. */
async function givenNames(engine: Engine): Promise<Pick<ModelView, 'givenNames'>> {
  const rows = await allRows(
    engine,
    { kana: 'text', residents: 'int', women: 'double', from: 'int', to: 'int' },
    `
    WITH by_decade AS (
      SELECT name, total, decade, sum(n) AS n, sum(n) FILTER (sex = 2) AS women FROM given_bearers
      WHERE kind = 'kana' AND total >= ${FEWEST_BEARERS} GROUP BY ALL
    ), passed AS (
      SELECT *, sum(n) OVER (PARTITION BY name ORDER BY decade) AS until FROM by_decade
    ), names AS (
      SELECT name AS kana, total AS residents, coalesce(sum(women), 0) / total AS women,
        CAST(min(decade) FILTER (until * 4 >= total) * 10 AS INTEGER) AS "from",
        CAST(min(decade) FILTER (until * 4 >= total * 3) * 10 AS INTEGER) AS "to"
      FROM passed GROUP BY name, total
    )
    SELECT kana, residents, women, "from", "to" FROM names
    QUALIFY row_number() OVER (PARTITION BY women >= 0.5 ORDER BY residents DESC, kana) <= ${SHOWN_NAMES}
    ORDER BY women >= 0.5, residents DESC, kana`,
  );
  return rows.length === 0 ? {} : { givenNames: rows };
}

const KINDS = [...kindsThat(({ asksWhoseRecord }) => asksWhoseRecord)].map(literal).join(', ');

async function settledLinks(engine: Engine, decisions: DecisionStore) {
  const settled: { source: string; probability: number; wrong: boolean }[] = [];
  const query = `
    SELECT f.source, f.finding_id, f.fingerprint, f.kind, v.probability
    FROM (SELECT * FROM findings WHERE kind IN (${KINDS}) UNION ALL SELECT * FROM blind_sample) f
    JOIN verdicts v ON v.lid = f.lid ORDER BY f.lid, f.kind`;
  const columns = {
    ...pick(FINDINGS, 'source', 'finding_id', 'fingerprint', 'kind'),
    ...pick(VERDICTS, 'probability'),
  };
  for await (const rows of readRows(engine, columns, query)) {
    for (const { source, finding_id: id, fingerprint, kind, probability } of rows) {
      const status = statusOf(decisions, id, fingerprint, reviewersNeeded(kind));
      for (const { wrong } of labelsOf([[id, status]])) {
        settled.push({ source, probability, wrong });
      }
    }
  }
  return settled;
}
