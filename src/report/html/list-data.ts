import { maskNumbers } from '../mask.js';
import type { Case } from '../result.js';
import { CAUSES, KINDS, REVIEW_STATES, SEVERITIES, STATUSES, wordsFor } from '../text/words.js';
import type { CaseContext } from './case-data.js';
import { shown } from './graphemes.js';
import type { TextTable } from './interner.js';

/** Rows of the list in one script: 2,000 rows stay far below a megabyte. */
export const ROWS_PER_LIST = 2000;

/** Keys by which a list is filtered; a row's numbers stand in the order of `FacetValues.values`. */
type Facet = 'kind' | 'cause' | 'source' | 'severity' | 'status' | 'review';

/** A row of the list: id, record, name as the record has it, headline text, and its value in each facet. */
export type ListRow = readonly [
  id: string,
  record: string,
  name: string,
  headline: number,
  ...facets: number[],
];

/** Values of the facets with their words; collected over the whole organisation. */
export interface FacetValues {
  number(facet: Facet, key: string, words: { readonly ja: string; readonly en: string }): number;
  readonly values: Readonly<Record<Facet, readonly FacetValue[]>>;
}

interface FacetValue {
  readonly key: string;
  readonly ja: string;
  readonly en: string;
  count: number;
}

export function facetValues(): FacetValues {
  const values: Record<Facet, FacetValue[]> = {
    kind: [],
    cause: [],
    source: [],
    severity: [],
    status: [],
    review: [],
  };
  return {
    values,
    number(facet, key, words) {
      const list = values[facet];
      const at = list.findIndex((value) => value.key === key);
      if (at >= 0) {
        list[at]!.count += 1;
        return at;
      }
      return list.push({ key, ja: words.ja, en: words.en, count: 1 }) - 1;
    },
  };
}

export function listRow(
  item: Case,
  facets: FacetValues,
  table: TextTable,
  sourceTitle: CaseContext['sourceTitle'],
): ListRow {
  const kind = item.blind ? 'clean-sample' : item.kind;
  const { cause } = item;
  return [
    item.findingId,
    shown(item.recordId, 40).text,
    shown(maskNumbers(item.record.items.name ?? item.record.items.kana ?? ''), 24).text,
    table.intern(item.blind ? wordsFor(KINDS, kind) : item.headline),
    facets.number('kind', kind, wordsFor(KINDS, kind)),
    item.blind
      ? facets.number('cause', 'none', HIDDEN)
      : cause === null
        ? facets.number('cause', '-', NO_CAUSE)
        : facets.number('cause', cause, wordsFor(CAUSES, cause)),
    facets.number('source', item.source, sourceTitle(item.source)),
    item.blind
      ? facets.number('severity', 'none', HIDDEN)
      : facets.number('severity', item.severity, SEVERITIES[item.severity]),
    facets.number('status', item.status, STATUSES[item.status]),
    facets.number('review', item.review ?? 'open', REVIEW_STATES[item.review ?? 'open']),
  ];
}

const HIDDEN = { ja: '伏せています', en: 'Hidden' };
const NO_CAUSE = { ja: '原因の推定なし', en: 'No cause suggested' };
