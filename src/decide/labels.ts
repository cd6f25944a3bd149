import { type KeptDecision, OUTCOMES } from '../audit/decision.js';
import { CLEAN_SAMPLE } from '../findings/blind-sample.js';
import { kindsThat } from '../findings/kinds/index.js';
import { type CaseStatus, statusOf } from './case-status.js';
import { reviewersNeeded } from './reviewers-needed.js';
import type { DecisionStore } from './store.js';

/** What people have settled of a case: test data for the model that judged it. */
export interface Label {
  readonly findingId: string;
  readonly wrong: boolean;
  /** The rightful resident where one was named. */
  readonly resident: string | null;
}

/** Labels of closed cases; cases closed as faulty data say nothing about the link. */
export function labelsOf(
  statuses: Iterable<readonly [findingId: string, status: CaseStatus]>,
): readonly Label[] {
  return [...statuses].flatMap(([findingId, status]) => {
    const settled = settledAs(status);
    return settled ? [{ findingId, ...settled }] : [];
  });
}

/** A link of which people have settled whether it is wrong: training data for the next model. */
export interface LinkLabel {
  readonly source: string;
  readonly recordId: string;
  readonly residentId: string;
  readonly wrong: boolean;
  readonly resident: string | null;
}

/** Kinds of case that ask whether the record is the linked resident's. Others are about numbers, bindings or rows. */
const ABOUT_THE_PERSON: ReadonlySet<string> = new Set([
  ...kindsThat(({ asksWhoseRecord }) => asksWhoseRecord),
  CLEAN_SAMPLE,
]);

/**
 * Labels of links, by the keys that find them again in a later run. A case counts when enough people agree on the
 * evidence that they saw last; where several cases of a link were settled, the latest decides.
 */
export function linkLabels(store: DecisionStore): readonly LinkLabel[] {
  const latest = new Map<string, { readonly at: number; readonly label: LinkLabel }>();
  for (const [findingId, decisions] of store.byCase) {
    const last = decisions.reduce((a, b) => (Date.parse(b.at) >= Date.parse(a.at) ? b : a));
    const label = labelOf(store, findingId, last);
    if (!label) continue;
    const key = JSON.stringify([label.source, label.recordId, label.residentId]);
    const at = Date.parse(last.at);
    if (at >= (latest.get(key)?.at ?? Number.NEGATIVE_INFINITY)) latest.set(key, { at, label });
  }
  return [...latest.values()].map(({ label }) => label);
}

function labelOf(
  store: DecisionStore,
  findingId: string,
  { link, fingerprint }: KeptDecision,
): LinkLabel | null {
  if (!link?.resident_id || !ABOUT_THE_PERSON.has(link.kind)) return null;
  const settled = settledAs(statusOf(store, findingId, fingerprint, reviewersNeeded(link.kind)));
  if (!settled) return null;
  return { source: link.source, recordId: link.record_id, residentId: link.resident_id, ...settled };
}

function settledAs({ verdict }: CaseStatus): Pick<Label, 'wrong' | 'resident'> | null {
  const outcome = verdict && OUTCOMES[verdict.decision];
  return outcome === 'wrong' || outcome === 'right'
    ? { wrong: outcome === 'wrong', resident: verdict!.resident }
    : null;
}
