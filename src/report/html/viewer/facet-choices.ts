import type { FacetValue } from '../case/facet-names.js';
import { decisionOn } from './decisions.js';
import type { Row } from './rows.js';
import { type FacetId, facets, org } from './state.js';

/** A value to filter by; `occurs` where any case of the organisation has it, or may come to have it; `cases` are those in all. */
export interface Choice extends FacetValue {
  readonly occurs: boolean;
  readonly cases: number;
}

/** Values of a facet by their numbers; for the decision: none, then each that can be taken. */
export function choicesOf(facet: FacetId): readonly Choice[] {
  if (facet !== 'decision')
    return org().facets[facet].map((value) => ({ ...value, occurs: value.count > 0, cases: value.count }));
  return [
    { key: 'undecided', ...org().words.undecided, occurs: true, cases: 0 },
    ...Object.entries(org().decisions).map(([key, text]) => ({
      ...{ key, ...text },
      ...{ occurs: offered().has(key), cases: 0 },
    })),
  ];
}

/** Decisions that the kinds of this organisation's cases may be given. */
function offered(): ReadonlySet<string | null> {
  const { facets, choices } = org();
  const kinds = facets.kind.filter(({ count }) => count > 0);
  return new Set(kinds.flatMap(({ key }) => choices[key] ?? []));
}

/** Numbers of a row's values, in the order of the facets. */
export function numbersOf(row: Row): readonly number[] {
  const decision = decisionOn(row.id);
  const decided = decision ? Object.keys(org().decisions).indexOf(decision.decision) + 1 : 0;
  return facets().map((facet, index) => (facet === 'decision' ? decided : row.facets[index]!));
}
