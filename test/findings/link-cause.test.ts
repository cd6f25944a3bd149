import { expect, test } from 'vitest';
import { type RelationId, relationBit } from '../../src/audit/relations.js';
import { causeOfLink } from '../../src/findings/link-cause.js';

const NONE = { owners: new Map(), holders: new Map(), rowShifts: new Map(), swaps: new Map() };

/** The cause of a link to `rid` whose candidates are of these probabilities and relations. */
function cause(rid: number | null, ...candidates: readonly (readonly [number, RelationId])[]) {
  const hit = { lid: 1, rid, codes: null } as unknown as Parameters<typeof causeOfLink>[0];
  const shown = candidates.map(([probability, relation], index) => ({
    ...{ rid: 10 + index, residentId: `${index}`, probability, codes: [] },
    relations: relationBit(relation),
  }));
  const owners = new Map<number, number | null>(rid === null ? [] : [[1, 10]]);
  return causeOfLink(hit, shown, { ...NONE, owners } as unknown as Parameters<typeof causeOfLink>[2]).id;
}

test.each<[string, ReturnType<typeof cause>, string]>([
  ['who is likely says how a number of nobody came to be', cause(null, [0.9, 'number-slip']), 'number-typo'],
  ['so do two who are likely together', cause(null, [0.4, 'household'], [0.4, 'household']), 'family'],
  ['who merely stands in the next row does not', cause(null, [0.003, 'adjacent-row']), 'unknown'],
  ['nor do two who are unlikely together', cause(null, [0.2, 'terminal'], [0.2, 'terminal']), 'unknown'],
  ['nobody says nothing', cause(null), 'unknown'],
  ['of a number that leads to somebody the owner says it', cause(5, [0.4, 'household']), 'family'],
])('%s', (_, id, expected) => {
  expect(id).toBe(expected);
});
