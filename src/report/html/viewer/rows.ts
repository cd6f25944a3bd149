import type { Bilingual } from '../../../text/bilingual.js';
import type { Facet } from '../case/facet-names.js';
import type { CountedValue, ListData } from '../viewer-data.js';
import { facets, org } from './state.js';

/** A row of the list; `facets` holds the number of its value in each facet of the data. */
export interface Row {
  readonly id: string;
  readonly record: string;
  readonly name: string;
  /** Kana, 宛名番号 and last digits, to be found by. */
  readonly found: string;
  readonly headline: Bilingual;
  /** Place of the first case with which it belongs together. */
  readonly incident: number;
  readonly facets: readonly number[];
}

/** How a case has been reviewed where nothing waits for anybody any more. */
export const SETTLED = ['closed-wrong', 'closed-found', 'closed-right', 'closed-data'];

const all: Row[] = [];
const placeOf = new Map<string, number>();

/** The rows that are there by now, in the order of the list. */
export function rows(): readonly Row[] {
  return all;
}

/** Place of a case in the list, -1 as long as it is not known. */
export function rowOf(id: string): number {
  return placeOf.get(id) ?? -1;
}

export function addRows({ texts, rows: added }: ListData): void {
  for (const [id, record, name, found, headline, incident, ...numbers] of added) {
    const [ja, en] = texts[headline]!;
    placeOf.set(id, all.length);
    all.push({ id, record, name, found, headline: { ja, en }, incident, facets: numbers });
  }
}

export function valueIn(row: Row, facet: Facet): CountedValue {
  return org().facets[facet][row.facets[facets().indexOf(facet)]!]!;
}
