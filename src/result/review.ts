import type { ReviewCounts } from '../audit/summary.js';
import { type DecisionStore, reviewCounts, reviewersNeeded, statusOf, upperBound } from '../decide/index.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { FINDINGS } from '../tables/found.js';

const COLUMNS = pick(FINDINGS, 'finding_id', 'fingerprint', 'kind');

/** What reviewers have decided on tonight's findings, and what the blind sample says was missed at most. */
export async function reviewOf(engine: Engine, decisions: DecisionStore): Promise<ReviewCounts> {
  const statuses = async (table: string) => {
    const rows = await allRows(
      engine,
      COLUMNS,
      `SELECT finding_id, fingerprint, kind FROM ${table} ORDER BY rank`,
    );
    return rows.map((row) => statusOf(decisions, row.finding_id, row.fingerprint, reviewersNeeded(row.kind)));
  };
  const counts = reviewCounts(await statuses('findings'));
  const settled = (await statuses('blind_sample')).flatMap(({ verdict }) =>
    verdict === null || verdict.decision === 'bad-data' ? [] : [verdict.decision],
  );
  if (settled.length === 0) return counts;
  const wrong = settled.filter((decision) => decision !== 'right').length;
  const upper = upperBound(settled.length, wrong) * 10_000;
  return {
    ...counts,
    sample: { reviewed: settled.length, wrong, upperPer10000: Math.round(upper * 100) / 100 },
  };
}
