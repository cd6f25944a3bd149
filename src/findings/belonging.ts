import type { Finding } from '../audit/finding.js';
import { incidentsOf } from './incidents.js';
import { sameHome } from './same-home.js';
import { sameStranger } from './same-stranger.js';
import { twinCases } from './twins.js';

/** A finding with what it can belong together by. */
export interface Belonging {
  readonly finding: Finding;
  /** Those of one group are of one incident (`incident-groups.ts`). */
  readonly groups: readonly string[];
  /** Where the record says that its person lives, of whom the register seems to know nothing. */
  readonly home: string | null;
  /** And whose it says that it is. */
  readonly stranger: string | null;
}

/** Findings named as related at most: a shifted file can hold thousands that belong together. */
const MOST_RELATED = 20;

/** Of each of the findings, worst first, those to look at beside it, and its incident, by the id of the first that belongs to it. */
export function belonging(all: readonly Belonging[]): readonly Pick<Finding, 'related' | 'incident'>[] {
  const members = membersOf(all);
  const incidents = incidentsOf(all.map(({ groups }) => groups));
  // They are told of each other, and are decided apart: what comes of the one does not settle whose the other record is.
  const twins = twinCases(all.map(({ finding }) => finding));
  const homes = sameHome(
    all.flatMap(({ finding: { finding_id: id, organisation }, home: address }) =>
      address === null ? [] : [{ id, organisation, address }],
    ),
  );
  const strangers = sameStranger(
    all.flatMap(({ finding: { finding_id: id, organisation }, stranger: person }) =>
      person === null ? [] : [{ id, organisation, person }],
    ),
  );
  return all.map(({ finding: { finding_id: own }, groups }, place) => {
    const of = (beside: ReadonlyMap<string, readonly string[]>) => beside.get(own) ?? [];
    const together = groups.flatMap((group) => members.get(group)!);
    const related = new Set([...of(twins), ...together, ...of(homes), ...of(strangers)]);
    related.delete(own);
    return {
      related: [...related].slice(0, MOST_RELATED),
      incident: all[incidents[place]!]!.finding.finding_id,
    };
  });
}

/** The first of each group: one more than are named, as one of them may be the finding itself. */
function membersOf(all: readonly Belonging[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { groups, finding } of all) {
    for (const group of groups) {
      const ids = members.get(group) ?? [];
      if (ids.length <= MOST_RELATED) ids.push(finding.finding_id);
      members.set(group, ids);
    }
  }
  return members;
}
