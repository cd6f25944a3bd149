import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { readManifest } from '../pipeline/manifest.js';
import { type BlockingCount, ruleBit } from '../rivals/find-rivals.js';
import { BLOCKING_RULES } from '../rivals/rules/index.js';
import type {
  BlockingEvaluation,
  BlockingMiss,
  BlockingRuleEvaluation,
  BlockingSource,
} from './evaluation.js';
import { share } from './measures.js';

/** Missed owners listed at most; the total is always told. */
const MOST = 1000;

/**
 * Was the rightful resident among the rivals that the blocking rules found? Over wrong links whose rightful
 * resident is in the register. Reads `judged` and the working tables of the run.
 */
export async function measureBlocking(engine: Engine, runDir: string): Promise<BlockingEvaluation> {
  await engine.run(OWNED);
  const counts = await blockingCounts(runDir);
  await makeCuts(
    engine,
    counts.map(({ rule }) => rule),
  );
  return {
    sources: await sources(engine),
    rules: await Promise.all(counts.map((count, place) => ruleFigures(engine, count, ruleBit(place)))),
    missed: await missed(engine),
  };
}

// grades.parquet holds the verdicts in the order of lid.
const OWNED = `
  CREATE TABLE owned AS
  SELECT j.*, v.lid, r.rid AS owner, s.lid IS NOT NULL AS suspected, coalesce(f.rules, 0) AS rules
  FROM judged j
  JOIN (SELECT lid, row_number() OVER (ORDER BY lid) - 1 AS place FROM verdicts) v ON v.place = j.place
  JOIN (SELECT resident_id, min(rid) AS rid FROM residents GROUP BY resident_id) r ON r.resident_id = j.true_resident_id
  LEFT JOIN suspects s ON s.lid = v.lid
  LEFT JOIN rivals f ON f.lid = v.lid AND f.rid = r.rid
  WHERE j.wrong AND j.shown`;

/** What each rule found and cut in the run, in the order of the bits of `rivals.rules`. */
async function blockingCounts(runDir: string): Promise<readonly BlockingCount[]> {
  const stages = (await readManifest(runDir))?.stages ?? [];
  const figures = stages.find(({ name }) => name === 'rivals')?.figures;
  return (figures?.blocking ?? []) as readonly BlockingCount[];
}

/** Makes `owner_cuts(lid, rule)`: the rules that would have named an owner whom nobody found, were it not for their cap. */
async function makeCuts(engine: Engine, applied: readonly string[]): Promise<void> {
  await engine.run('CREATE TABLE owner_cuts (lid INTEGER, rule VARCHAR)');
  const lost = await engine.value<number>('SELECT count(*) FROM owned WHERE suspected AND rules = 0');
  if (lost === 0) return;
  for (const { id, sql } of BLOCKING_RULES.filter((rule) => applied.includes(rule.id))) {
    await engine.run(`
      INSERT INTO owner_cuts SELECT DISTINCT o.lid, ${literal(id)} FROM (${sql}) q
      JOIN (SELECT lid, owner FROM owned WHERE suspected AND rules = 0) o ON o.lid = q.lid AND o.owner = q.rid`);
  }
}

async function sources(engine: Engine): Promise<readonly BlockingSource[]> {
  const rows = await engine.rows<Omit<BlockingSource, 'recall'>>(`
    SELECT coalesce(source, 'all') AS source, count(*) AS wrong, count(*) FILTER (suspected) AS suspects,
      count(*) FILTER (rules > 0) AS found
    FROM owned GROUP BY GROUPING SETS ((), (source)) ORDER BY grouping(source) DESC, min(n)`);
  return rows.map((row) => ({ ...row, recall: share(row.found, row.wrong) }));
}

async function ruleFigures(
  engine: Engine,
  { rule, pairs, cut }: BlockingCount,
  bit: bigint,
): Promise<BlockingRuleEvaluation> {
  const rows = await engine.rows<{ source: string; found: number; only: number }>(`
    SELECT coalesce(source, 'all') AS source, count(*) FILTER ((rules & ${bit}) <> 0) AS found,
      count(*) FILTER (rules = ${bit}) AS only
    FROM owned GROUP BY GROUPING SETS ((), (source)) ORDER BY grouping(source) DESC, min(n)`);
  return {
    rule,
    title: BLOCKING_RULES.find(({ id }) => id === rule)?.title ?? { ja: rule, en: rule },
    pairs,
    cut,
    ownersCut: await engine.value<number>(`SELECT count(*) FROM owner_cuts WHERE rule = ${literal(rule)}`),
    sources: Object.fromEntries(rows.map(({ source, found, only }) => [source, { found, only }])),
  };
}

async function missed(engine: Engine): Promise<BlockingEvaluation['missed']> {
  await engine.run(`
    CREATE TABLE missed_owners AS
    SELECT o.*, CASE WHEN NOT suspected THEN 'not-suspected' WHEN c.lid IS NULL THEN 'no-rule' ELSE 'cut' END AS why,
      coalesce(c.cut_by, []) AS cut_by
    FROM owned o
    LEFT JOIN (SELECT lid, list(rule ORDER BY rule) AS cut_by FROM owner_cuts GROUP BY lid) c ON c.lid = o.lid
    WHERE o.rules = 0`);
  const counts = await engine.rows<{ why: BlockingMiss['why']; n: number }>(
    'SELECT why, count(*) AS n FROM missed_owners GROUP BY why',
  );
  const count = (why: BlockingMiss['why']) => counts.find((row) => row.why === why)?.n ?? 0;
  return {
    total: counts.reduce((sum, { n }) => sum + n, 0),
    causes: { 'not-suspected': count('not-suspected'), 'no-rule': count('no-rule'), cut: count('cut') },
    links: await engine.rows<BlockingMiss>(`
      SELECT source, record_id, resident_id, true_resident_id, cause, grade, why, cut_by
      FROM missed_owners ORDER BY n LIMIT ${MOST}`),
  };
}
