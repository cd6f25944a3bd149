// The one pass over the list that filters it and counts by facet.
import type { Facet } from '../case/facet-names.js';
import { decisionOn } from './decisions.js';
import { choicesOf, numbersOf } from './facet-choices.js';
import type { Place } from './place.js';
import { type Row, rows } from './rows.js';
import { facets, org } from './state.js';

let found: readonly number[] = [];
let counts: readonly number[][] = [];

/** Numbers of the rows that the filter lets through. */
export function matching(): readonly number[] {
  return found;
}

/** Rows of each value of a facet that every other filter lets through; holes where there is none. */
export function countsOf(facet: number): readonly number[] {
  return counts[facet]!;
}

function plain(text: string): string {
  const kana = (hiragana: string) => String.fromCharCode(hiragana.charCodeAt(0) + 0x60);
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[ぁ-ゖ]/g, kana);
}

/** What is searched in a row, made when it is searched first. */
const searched = new WeakMap<Row, string>();

function contains(row: Row, query: string): boolean {
  const known = searched.get(row);
  const text = known ?? plain(`${row.id} ${row.record} ${row.name} ${row.found}`);
  if (known === undefined) searched.set(row, text);
  return text.includes(query);
}

/** Numbers of the values wanted in each facet, null where every value will do. */
function wantedNumbers(place: Place): readonly (ReadonlySet<number> | null)[] {
  return facets().map((facet) => {
    if (place.filters[facet].length === 0) return null;
    const keys = choicesOf(facet).map((value) => value.key);
    return new Set(place.filters[facet].map((key) => keys.indexOf(key)));
  });
}

/** Rows in the order of a column, or of another's reverse (`-name`); those that are alike stay worst first. */
function sorted(passed: readonly number[], sort: string): readonly number[] {
  const column = sort.replace(/^-/, '');
  const valueIn = SORTED[column];
  if (valueIn === undefined) return passed;
  const sign = sort.startsWith('-') ? -1 : 1;
  const values = new Map(passed.map((index) => [index, valueIn(rows()[index]!)]));
  return passed.toSorted((a, b) => {
    const [left, right] = [values.get(a)!, values.get(b)!];
    const order =
      typeof left === 'number' ? left - (right as number) : left.localeCompare(right as string, 'ja');
    return sign * order || a - b;
  });
}

const byFacet = (facet: Facet) => (row: Row) => row.facets[facets().indexOf(facet)]!;

/** Columns of the list by which it is sorted. */
const SORTED: Readonly<Record<string, (row: Row) => number | string>> = {
  severity: byFacet('severity'),
  case: byFacet('kind'),
  name: (row) => row.name,
  cause: byFacet('cause'),
  source: byFacet('source'),
  status: byFacet('status'),
  review: byReview,
};

/** As the column says it: what was decided on this page stands behind what was known before. */
function byReview(row: Row): number {
  const decision = decisionOn(row.id);
  if (decision === null) return byFacet('review')(row);
  const { facets, decisions } = org();
  return facets.review.length + Object.keys(decisions).indexOf(decision.decision);
}

/** Rows that belong together follow the first of them. */
function together(passed: readonly number[]): readonly number[] {
  const members = new Map<number, number[]>();
  for (const index of passed) {
    const { incident } = rows()[index]!;
    const list = members.get(incident);
    if (list) list.push(index);
    else members.set(incident, [index]);
  }
  return members.size === passed.length ? passed : [...members.values()].flat();
}

/** A row that fails one facet only still counts for the values of that facet. */
export function filter(place: Place): void {
  const wanted = wantedNumbers(place);
  const query = plain(place.q);
  const passed: number[] = [];
  const tally = wanted.map((): number[] => []);
  rows().forEach((row, index) => {
    if (query && !contains(row, query)) return;
    const values = numbersOf(row);
    const failed = values.flatMap((value, facet) => (wanted[facet]?.has(value) === false ? [facet] : []));
    if (failed.length === 0) passed.push(index);
    if (failed.length > 1) return;
    for (const facet of failed.length === 1 ? failed : values.keys()) {
      const ofFacet = tally[facet]!;
      const value = values[facet]!;
      ofFacet[value] = (ofFacet[value] ?? 0) + 1;
    }
  });
  found = together(sorted(passed, place.sort));
  counts = tally;
}
