// An act on cases that belong together: what of their data the decisions are derived by, and what they come to.
import type { DecisionCode } from '../../../audit/case.js';
import type { CaseData } from '../viewer-data.js';
import { decisionOn } from './decisions.js';
import { type Implied, type LinkedCase, SECOND_RECORD, type Settled, settle } from './implied.js';
import { caseDataOf } from './load-case.js';
import { type Odds, oddsOf } from './odds.js';
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

/** An answer to the case of a record, held against the answers to the other records of its resident. */
export interface Held {
  readonly odds: Odds | null;
  /** The data of the others, by case. */
  readonly others: ReadonlyMap<string, CaseData>;
  readonly standing: ReadonlyMap<string, DecisionCode>;
  /** Cases with which it collides otherwise: the record's own link was decided wrong. */
  readonly contradictions: readonly string[];
}

/** Null where no decision on another case could stand against it. */
export function heldAgainst(item: CaseData, said: Implied): Promise<Held> | null {
  const decided = item.kindId === SECOND_RECORD ? membersOf(item.id).filter(({ id }) => decisionOn(id)) : [];
  return decided.length === 0 ? null : held(item, said, decided);
}

async function held(item: CaseData, said: Implied, decided: readonly Row[]): Promise<Held> {
  const members = await Promise.all(decided.map(({ id }) => caseDataOf(id)));
  const own = linkedCase(item);
  const others = new Map(
    members.flatMap((one) => {
      const { kind, resident, source } = linkedCase(one);
      const isOther = kind === SECOND_RECORD && resident === own.resident && source === own.source;
      return isOther ? [[one.id, one] as const] : [];
    }),
  );
  const standing = new Map(
    [...others.keys()].flatMap((id) => {
      const event = decisionOn(id);
      return event && event.decision !== 'withdrawn' ? [[id, event.decision as DecisionCode] as const] : [];
    }),
  );
  const odds = oddsOf(own, said.decision, standing);
  const { contradictions } = settledBy(item, said, members, new Set());
  return { odds, others, standing, contradictions: odds ? [] : contradictions };
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
