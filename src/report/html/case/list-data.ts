import type { ShownCase } from '../../../audit/shown.js';
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

/** Kana of record and resident, the resident's key and the last digits of the number. */
function foundBy({ record, linked, residentId, numberTail }: ShownCase): string {
  const texts = [record.items.kana, linked?.items.kana, linked?.residentId ?? residentId, numberTail];
  return [...new Set(texts.flatMap((text) => (text ? [shown(text, 24).text] : [])))].join(' ');
}

/** `incident` is the row of the first case with which it belongs together; with `hides` without the name. */
export function listRow(
  item: ShownCase,
  incident: number,
  facets: CaseFacets,
  table: FacetTable,
  texts: TextTable,
  hides: boolean,
): ListRow {
  const { name, kana } = item.record.items;
  return [
    item.findingId,
    shown(item.recordId, 40).text,
    hides ? '' : shown(name ?? kana ?? '', 24).text,
    hides ? '' : foundBy(item),
    texts.intern(item.blind ? facets.kind : item.headline),
    incident,
    ...FACETS.map((facet) => table.number(facet, facets[facet])),
  ];
}
