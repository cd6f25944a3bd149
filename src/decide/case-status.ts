import type { CaseState, DecisionCode, PastDecision } from '../audit/case.js';
import type { KeptDecision } from '../audit/decision.js';
import type { Marks } from '../audit/marks.js';
import { reviewerKey } from '../audit/reviewer.js';
import { changesBetween, relinkedChanges } from './changes.js';
import type { DecisionStore } from './store.js';

/** The state and, when closed, the verdict: what was decided and the rightful resident if one was named. */
export interface CaseStatus {
  readonly state: CaseState;
  readonly verdict: { readonly decision: DecisionCode; readonly resident: string | null } | null;
}

const OPEN: CaseStatus = { state: 'open', verdict: null };

/** Where a finding stands, given its fingerprint of tonight: only decisions on the same evidence count. `needed`: `reviewersNeeded`. */
export function statusOf(
  store: DecisionStore,
  findingId: string,
  fingerprint: string,
  needed: number,
): CaseStatus {
  const all = store.byCase.get(findingId);
  if (all === undefined) return OPEN;
  const inForce = opinions(all.filter((decision) => decision.fingerprint === fingerprint));
  if (inForce.length === 0) {
    const before = all.some(
      (decision) => decision.fingerprint !== fingerprint && decision.decision !== 'withdrawn',
    );
    return { state: before ? 'reopened' : 'open', verdict: null };
  }
  if (inForce.some((decision) => decision.decision === 'hold')) return { state: 'on-hold', verdict: null };
  const said = new Set(inForce.map(({ decision, resident }) => JSON.stringify([asSaid(decision), resident])));
  if (said.size > 1) return { state: 'disagreement', verdict: null };
  if (inForce.length < needed) return { state: 'second-needed', verdict: null };
  const { decision, resident } = inForce[0]!;
  return { state: 'closed', verdict: { decision: decision as DecisionCode, resident } };
}

/** That a number is right though nobody here has it was kept as plainly right once. */
function asSaid(decision: KeptDecision['decision']): KeptDecision['decision'] {
  return decision === 'number-right' ? 'right' : decision;
}

/** Who has a word in force on a finding, on the evidence of tonight. */
export function reviewersOn(store: DecisionStore, findingId: string, fingerprint: string): readonly string[] {
  const all = store.byCase.get(findingId) ?? [];
  return opinions(all.filter((decision) => decision.fingerprint === fingerprint)).map(
    ({ reviewer }) => reviewer,
  );
}

/** The last word of each reviewer, those who took theirs back left out. The later time wins, then the later line. */
function opinions(decisions: readonly KeptDecision[]): readonly KeptDecision[] {
  const byReviewer = new Map<string, KeptDecision>();
  for (const decision of decisions) {
    const key = reviewerKey(decision.reviewer);
    const before = byReviewer.get(key);
    if (before === undefined || Date.parse(decision.at) >= Date.parse(before.at))
      byReviewer.set(key, decision);
  }
  return [...byReviewer.values()].filter((decision) => decision.decision !== 'withdrawn');
}

/**
 * Earlier decisions as the case page shows them, oldest first; `current` ones are on the evidence of tonight, others say
 * what has changed since where both nights left `marks`.
 */
export function historyOf(
  store: DecisionStore,
  findingId: string,
  fingerprint: string,
  tonight: Tonight = {},
): readonly PastDecision[] {
  return (store.byCase.get(findingId) ?? []).map((decision) => ({
    decision: decision.decision,
    candidate: decision.resident,
    reason: decision.reason,
    reviewer: decision.reviewer,
    at: decision.at,
    ...since(decision, fingerprint, tonight),
  }));
}

/** What the case rests on tonight. */
interface Tonight {
  readonly marks?: Marks;
  /** The linked resident; a decision on the record may be of another. */
  readonly residentId?: string | null;
}

function since(decision: KeptDecision, fingerprint: string, tonight: Tonight) {
  if (decision.fingerprint === fingerprint) return { current: true };
  const { marks, residentId } = tonight;
  const before = decision.link?.resident_id;
  const changed =
    before === undefined || residentId === undefined || before === residentId
      ? changesBetween(decision.marks, marks)
      : relinkedChanges(before, residentId, decision.marks, marks);
  return { current: false, ...(changed ? { changed } : {}) };
}
