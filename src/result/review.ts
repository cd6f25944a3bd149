import type { ReviewCounts } from '../audit/summary.js';
import {
  type CountedStatus,
  type DecisionStore,
  reviewCounts,
  reviewersNeeded,
  statusOf,
  upperBound,
} from '../decide/index.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { FINDINGS } from '../tables/found.js';

const COLUMNS = {
  ...pick(FINDINGS, 'source', 'finding_id', 'fingerprint', 'kind', 'cause'),
  grade: 'text',
} as const;

/** The link of which a case says how it came to be wrong: each link of grade C has one such case. */
export function linkOf(source: string, grade: string | null, cause: string | null): CountedStatus['link'] {
  return grade === 'C' && cause !== null ? { source, cause } : null;
}

/** What reviewers have decided on tonight's findings, and what the blind sample says was missed at most. */
export async function reviewOf(engine: Engine, decisions: DecisionStore): Promise<ReviewCounts> {
  const statuses = async (table: string) => {
    const rows = await allRows(
      engine,
      COLUMNS,
      `SELECT source, finding_id, fingerprint, kind, cause, json_extract_string(json, '$.grade') AS grade
      FROM ${table} ORDER BY rank`,
    );
    return rows.map(({ source, cause, grade, ...row }) => ({
      ...statusOf(decisions, row.finding_id, row.fingerprint, reviewersNeeded(row.kind)),
      link: linkOf(source, grade, cause),
    }));
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
