import type { Facet } from '../case/facet-names.js';
import type { OrgData } from '../viewer-data.js';

/** A facet of the data, or the decision, which only this browser knows; it comes last. */
export type FacetId = Facet | 'decision';

/** All that the parts of the viewer share: what the first data script tells. Set once, by `setOrg`. */
let known: { readonly org: OrgData; readonly facets: readonly FacetId[] } | null = null;

export function setOrg(org: OrgData): void {
  known = { org, facets: [...(Object.keys(org.facets) as Facet[]), 'decision'] };
}

/** The organisation and the words of its page. Nothing that needs them is drawn before they are there. */
export function org(): OrgData {
  if (known === null) throw new Error('the first data script is not there yet');
  return known.org;
}

/** Facets in the order of the page; none as long as the first script is not there. */
export function facets(): readonly FacetId[] {
  return known === null ? [] : known.facets;
}
