import type { Bilingual } from '../../../text/bilingual.js';

/** Facets that come from the registration: where, by whom, when and how. */
export const GATHERINGS = ['terminal', 'operator', 'day', 'lookup'] as const;

/** Keys by which a list is filtered, in the order in which the page shows them. */
export const FACETS = [
  'group',
  'kind',
  'cause',
  'source',
  'severity',
  'review',
  'status',
  ...GATHERINGS,
] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetValue extends Bilingual {
  readonly key: string;
}
