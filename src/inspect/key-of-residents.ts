import { foldName, hepburn } from '../audit/fold-name.js';
import { namedAs } from '../audit/item-names.js';
import { type CanonicalItem, isTie } from '../audit/items.js';
import { type Candidate, LEAST, LIKELY, type Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';

/** Said of the key by which a town's systems hold people; other names for the number of a person may be anybody's. */
const OF_TOWN = /宛名|住民|^at[e]?na|^j[yu]+min|^jmn|resident/;
/** How sure the name makes, by how it says it. */
const SURE = { whole: 0.95, part: 0.85, read: 0.79, other: 0 } as const;
const TYPES: readonly string[] = [
  'digits',
  'code',
  'serial',
  'phone',
  'place-code',
  'insurer-code',
  'postal',
];
/** The key of each row, where the person's is the only one. */
const ONLY_KEY = 0.6;

/**
 * The key of residents (宛名番号) that ties a source without My Number and serial of a certificate, by the name of its column; and as the key of the
 * records themselves where they have no other, one for each person. Where a number or a serial ties, the column is left to what else it is.
 */
export function keyOfResidents(own: Looked, chosen: readonly Candidate[]): readonly Candidate[] {
  const isTied = chosen.some(({ item, confidence }) => isTie(item) && confidence >= LIKELY);
  const used = new Set(chosen.flatMap(({ columns }) => columns));
  if (isTied) return [];
  const [first] = own.columns
    .filter(({ name, profile }) => !used.has(name) && TYPES.includes(profile.type) && profile.filled > 0.5)
    .map((column) => ({ item: 'resident_id' as const, columns: [column.name], confidence: sureOf(column) }))
    .filter(({ confidence }) => confidence >= LEAST)
    .toSorted((a, b) => b.confidence - a.confidence);
  return first ? [first] : [];
}

function sureOf({ name }: InspectedColumn): number {
  const said = namedAs(name, true).find(({ item }) => item === 'resident_id');
  if (said === undefined) return 0;
  return [foldName(name), hepburn(foldName(name))].some((one) => OF_TOWN.test(one))
    ? SURE[said.strength]
    : Math.min(SURE[said.strength], LEAST);
}

/** The column of the residents' key as that of the records, where these have none. */
export function keyAsRecords({ columns }: Looked, chosen: readonly Candidate[]): readonly Candidate[] {
  const has = (item: CanonicalItem) => chosen.find((one) => one.item === item);
  const key = has('resident_id');
  const profile = columns.find(({ name }) => name === key?.columns[0])?.profile;
  const isOne = profile !== undefined && profile.distinct === 1 && profile.filled === 1;
  return key && isOne && !has('record_id') ? [{ ...key, item: 'record_id', confidence: ONLY_KEY }] : [];
}
