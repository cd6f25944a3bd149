// Where the reader is: filters, page and case live in the address, so a link or a reload leads back to it.
import { rowOf } from './rows.js';
import { type FacetId, facets } from './state.js';

/** Keys of the values that each facet is filtered by; none lets everything through. */
export type Filters = Readonly<Record<FacetId, readonly string[]>>;

export interface Place {
  readonly filters: Filters;
  readonly q: string;
  /** Column by which the list is sorted, with - the other way round; empty: worst first. */
  readonly sort: string;
  /** From 0. */
  readonly page: number;
  /** The open case; null in the list. */
  readonly case: string | null;
  /** `all` where the reader came from the pages over all organisations, `list` (and which of them it was filtered by) from their one list. */
  readonly from: string | null;
  /** The row at which the case stood when the address was made, else -1. */
  readonly at: number;
}

/** Filters with what `keysOf` gives for each facet. */
export function filtersOf(keysOf: (facet: FacetId) => readonly string[]): Filters {
  const entries = facets().map((facet) => [facet, keysOf(facet)] as const);
  return Object.fromEntries(entries) as Record<FacetId, readonly string[]>;
}

export function place(): Place {
  const params = new URLSearchParams(location.hash.slice(1));
  return {
    filters: filtersOf((facet) => (params.get(facet) ?? '').split(',').filter((value) => value !== '')),
    q: params.get('q') ?? '',
    sort: params.get('sort') ?? '',
    page: Math.max(0, (Number.parseInt(params.get('page') ?? '1', 10) || 1) - 1),
    case: params.get('case'),
    from: params.get('from'),
    at: Number.parseInt(params.get('at') ?? '-1', 10),
  };
}

/** A place as the address has it. */
export function hashOf(wanted: Place): string {
  const params = new URLSearchParams();
  for (const facet of facets()) {
    if (wanted.filters[facet].length > 0) params.set(facet, wanted.filters[facet].join(','));
  }
  if (wanted.q) params.set('q', wanted.q);
  if (wanted.sort) params.set('sort', wanted.sort);
  if (wanted.page > 0) params.set('page', String(wanted.page + 1));
  if (wanted.from) params.set('from', wanted.from);
  if (wanted.case) {
    // The row is a hint by which a reload finds the case before the list is loaded.
    const row = rowOf(wanted.case);
    if (row >= 0) params.set('at', String(row));
    params.set('case', wanted.case);
  }
  return `#${params}`;
}

export function link(change: Partial<Place>): string {
  return hashOf({ ...place(), ...change });
}

/** Goes to another place; `replace` keeps typing in the filter out of the history. */
export function go(change: Partial<Place>, replace = false): void {
  const hash = link(change);
  if (hash === location.hash) return;
  if (replace) {
    history.replaceState(null, '', hash);
    redraw();
  } else {
    location.hash = hash;
  }
}

/** Draws the place anew, as if the address had changed: a replaced one tells nobody. */
export function redraw(): void {
  dispatchEvent(new Event('hashchange'));
}
