import type { ShownCase } from '../../../audit/shown.js';
import { MOST_CANDIDATES } from '../../../findings/candidates.js';
import type { CountedValue, ListRow } from '../viewer-data.js';
import { FACETS, type Facet, type FacetValue } from './facet-names.js';
import { type CaseFacets, KNOWN_VALUES } from './facets.js';
import { shown } from './graphemes.js';
import type { TextTable } from './interner.js';

/** Rows of the list in one script: 2,000 rows stay far below a megabyte. */
export const ROWS_PER_LIST = 2000;

/** Values of the facets with their words; collected over the whole organisation. */
export interface FacetTable {
  number(facet: Facet, value: FacetValue): number;
  readonly values: Readonly<Record<Facet, readonly CountedValue[]>>;
}

export function facetTable(): FacetTable {
  const values = Object.fromEntries(
    FACETS.map((facet) => [facet, KNOWN_VALUES[facet].map((value) => ({ ...value, count: 0 }))]),
  ) as Record<Facet, { key: string; ja: string; en: string; count: number }[]>;
  return {
    values,
    number(facet, value) {
      const list = values[facet];
      const at = list.findIndex(({ key }) => key === value.key);
      if (at < 0) return list.push({ ...value, count: 1 }) - 1;
      list[at]!.count += 1;
      return at;
    },
  };
}

/** Names, kana, keys and last digits of everybody whom the page shows as a resident, and the kana of the record. */
function foundBy({ record, linked, residentId, numberTail, candidates, facts = [] }: ShownCase): string {
  const found = new Set<string>();
  const add = (text: string | null | undefined) => {
    if (text) found.add(shown(text, 24).text);
  };
  for (const text of [record.items.kana, residentId, numberTail]) add(text);
  for (const resident of [linked, ...candidates.slice(0, MOST_CANDIDATES)]) {
    add(resident?.items.name);
    add(resident?.items.kana);
    add(resident?.residentId);
  }
  const tails = facts.find(({ item }) => item === 'number_tail')?.candidates ?? [];
  for (const tail of tails) add(typeof tail === 'string' ? tail : tail?.ja);
  return [...found].join(' ');
}

/** What every list that has the case says of it: id, record, name, and what else it is found by. */
export type RowHead = readonly [id: string, record: string, name: string, found: string];

/** With `hides` without the name. */
export function rowHead(item: ShownCase, hides: boolean): RowHead {
  const { name, kana } = item.record.items;
  return [
    item.findingId,
    shown(item.recordId, 40).text,
    hides ? '' : shown(name ?? kana ?? '', 24).text,
    hides ? '' : foundBy(item),
  ];
}

/** `incident` is the row of the first case with which it belongs together. */
export function listRow(
  item: ShownCase,
  head: RowHead,
  incident: number,
  facets: CaseFacets,
  table: FacetTable,
  texts: Pick<TextTable, 'intern'>,
): ListRow {
  return [
    ...head,
    texts.intern(item.blind ? facets.kind : item.headline),
    incident,
    ...FACETS.map((facet) => table.number(facet, facets[facet])),
  ];
}
