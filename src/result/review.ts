import type { CaseState } from '../audit/case.js';
import { OUTCOMES } from '../audit/decision.js';
import type { ReviewCounts, ReviewProgress } from '../audit/summary.js';
import {
  type CountedStatus,
  type DecisionStore,
  reviewCounts,
  reviewersNeeded,
  reviewersOn,
  statusOf,
  upperBound,
} from '../decide/index.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { FINDINGS } from '../tables/found.js';
import { NO_ORGANISATION } from './run-files.js';

const COLUMNS = {
  ...pick(FINDINGS, 'source', 'organisation', 'finding_id', 'fingerprint', 'kind', 'cause', 'grade'),
} as const;

/** The link of which a case says how it came to be wrong: each link of grade C has one such case. */
export function linkOf(source: string, grade: string | null, cause: string | null): CountedStatus['link'] {
  return grade === 'C' && cause !== null ? { source, cause } : null;
}

/** How far the cases of each organisation have come, in the order of the findings. */
function progressOf(
  found: readonly { readonly organisation: string; readonly state: CaseState }[],
): readonly ReviewProgress[] {
  const progress = new Map<string, ReviewProgress>();
  for (const { organisation, state } of found) {
    const known = progress.get(organisation) ?? { organisation, closed: 0, secondNeeded: 0, onHold: 0 };
    progress.set(organisation, {
      organisation,
      closed: known.closed + (state === 'closed' ? 1 : 0),
      secondNeeded: known.secondNeeded + (state === 'second-needed' ? 1 : 0),
      onHold: known.onHold + (state === 'on-hold' ? 1 : 0),
    });
  }
  return [...progress.values()];
}

function casesByReviewer(found: readonly { readonly reviewers: readonly string[] }[]) {
  const cases = new Map<string, number>();
  for (const reviewer of found.flatMap(({ reviewers }) => reviewers))
    cases.set(reviewer, (cases.get(reviewer) ?? 0) + 1);
  return [...cases]
    .map(([reviewer, n]) => ({ reviewer, cases: n }))
    .sort((a, b) => b.cases - a.cases || (a.reviewer < b.reviewer ? -1 : 1));
}

/** What reviewers have decided on tonight's findings, and what the blind sample says was missed at most. */
export async function reviewOf(engine: Engine, decisions: DecisionStore): Promise<ReviewCounts> {
  const statuses = async (table: string) => {
    const rows = await allRows(
      engine,
      COLUMNS,
      `SELECT source, organisation, finding_id, fingerprint, kind, cause, grade FROM ${table} ORDER BY rank`,
    );
    return rows.map(({ source, organisation, cause, grade, ...row }) => ({
      ...statusOf(decisions, row.finding_id, row.fingerprint, reviewersNeeded(row.kind)),
      link: linkOf(source, grade, cause),
      organisation: organisation ?? NO_ORGANISATION,
      reviewers: reviewersOn(decisions, row.finding_id, row.fingerprint),
    }));
  };
  const found = await statuses('findings');
  const counts = {
    ...reviewCounts(found),
    organisations: progressOf(found),
    reviewers: casesByReviewer(found),
  };
  const settled = (await statuses('blind_sample')).flatMap(({ verdict }) =>
    verdict === null ? [] : [OUTCOMES[verdict.decision]].filter((outcome) => outcome !== 'data'),
  );
  if (settled.length === 0) return counts;
  const wrong = settled.filter((outcome) => outcome !== 'right').length;
  const upper = upperBound(settled.length, wrong) * 10_000;
  return {
    ...counts,
    sample: { reviewed: settled.length, wrong, upperPer10000: Math.round(upper * 100) / 100 },
  };
}
