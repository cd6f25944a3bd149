// An act on cases that belong together: what of their data the decisions are derived by, and what they come to.
import type { CaseData } from '../viewer-data.js';
import { decisionOn } from './decisions.js';
import { type Implied, type LinkedCase, type Settled, settle } from './implied.js';
import { caseDataOf } from './load-case.js';
import { type Row, rowOf, rows, valueIn } from './rows.js';
import { org } from './state.js';

/** The other cases of the incident of a case in this organisation, as far as the list is there. */
export function membersOf(id: string): readonly Row[] {
  const own = rows()[rowOf(id)];
  return own === undefined ? [] : rows().filter((row) => row.incident === own.incident && row.id !== id);
}

/** The data of all cases that belong together with a case. */
export function membersDataOf(id: string): Promise<readonly CaseData[]> {
  return Promise.all(membersOf(id).map((row) => caseDataOf(row.id)));
}

/** What saying `said` of a case comes to for its `members`, of which those chosen are decided along. */
export function settledBy(
  item: CaseData,
  said: Implied,
  members: readonly CaseData[],
  chosen: ReadonlySet<string>,
): Settled {
  const unchosen = members.filter(({ id }) => !chosen.has(id));
  const standing = unchosen.flatMap(({ id }) => {
    const event = decisionOn(id);
    return event && event.decision !== 'withdrawn' ? [[id, event as Implied] as const] : [];
  });
  return settle({
    start: linkedCase(item),
    said,
    chosen: members.filter(({ id }) => chosen.has(id)).map(linkedCase),
    unchosen: unchosen.map(linkedCase),
    standing: new Map(standing),
  });
}

function linkedCase(item: CaseData): LinkedCase {
  const row = rows()[rowOf(item.id)];
  const key = (facet: 'cause' | 'source') => (row ? valueIn(row, facet).key : '');
  return {
    id: item.id,
    kind: item.kindId,
    cause: key('cause'),
    source: key('source'),
    record: item.record,
    resident: item.columns.find(({ label }) => label === 'B')?.resident ?? null,
    candidates: item.columns.filter(({ label }) => label.startsWith('C')),
    beside: item.columns.filter(({ label }) => /^A\d/.test(label)).length,
    offered: org().choices[item.kindId] ?? [],
  };
}
