import type { Bilingual } from '../../../text/bilingual.js';

/** Folder of the list over all organisations; no organisation's own is called so (`folder-names.ts`). */
export const ALL_FOLDER = 'all';

/** Facets that come from the registration: where, by whom, when and how. */
export const GATHERINGS = ['terminal', 'operator', 'day', 'lookup'] as const;

/** Keys by which a list is filtered, in the order in which the page shows them. */
export const FACETS = [
  'organisation',
  'group',
  'kind',
  'cause',
  'candidates',
  'source',
  'severity',
  'review',
  'status',
  'protection',
  ...GATHERINGS,
] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetValue extends Bilingual {
  readonly key: string;
}
