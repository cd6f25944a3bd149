import { type DecisionStore, historyOf } from '../decide/index.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import type { Marks } from '../findings/marks.js';
import type { PastDecision } from '../report/result.js';

/** What reviewers have decided on a finding, and what has changed behind it since. */
export interface Decided {
  readonly findingId: string;
  readonly history: readonly PastDecision[];
}

interface Row {
  readonly finding_id: string;
  readonly fingerprint: string;
  readonly marks: string;
}

/** Decisions on findings of a run, those without any left out. `hideAddress` says nothing of changed addresses. */
export async function decidedOn(
  engine: Engine,
  store: DecisionStore,
  findingIds: readonly string[],
  hideAddress: boolean,
): Promise<readonly Decided[]> {
  const known = findingIds.filter((id) => store.byCase.has(id));
  if (known.length === 0) return [];
  const rows = await engine.rows<Row>(
    `SELECT finding_id, fingerprint, marks FROM findings
     WHERE finding_id IN (${known.map(literal).join(', ')}) ORDER BY place`,
  );
  return rows.map(({ finding_id, fingerprint, marks }) => ({
    findingId: finding_id,
    history: historyOf(store, finding_id, fingerprint, { marks: JSON.parse(marks) as Marks, hideAddress }),
  }));
}
