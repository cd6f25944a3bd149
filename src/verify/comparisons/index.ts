import type { CanonicalItem } from '../../audit/items.js';
import type { Level } from '../../audit/level.js';
import type { KeyColumn } from '../../prepare/key-column.js';
import type { Aspect, Comparer, Comparison } from '../comparison.js';
import address from './address.js';
import birthDate from './birth-date.js';
import family from './family.js';
import given from './given.js';
import phone from './phone.js';
import sex from './sex.js';

/** Every comparison of a link with a resident. */
export const COMPARISONS: readonly Comparison[] = [family, given, birthDate, sex, address, phone];

/** What sets the levels, each once. */
export const COMPARERS: readonly Comparer[] = [...new Set(COMPARISONS.map(({ by }) => by))];

/** Key columns that they need, made when `residents` and `links` are. */
export const KEY_COLUMNS: readonly KeyColumn[] = COMPARISONS.flatMap(({ keys = [] }) => keys);

/** Column list of the levels, in the order of `COMPARISONS`. */
export const LEVEL_COLUMNS = COMPARISONS.map((comparison) => comparison.id);

/** Place in `COMPARISONS` of the comparison that says this of a person. */
export function placeOf(about: Aspect): number {
  return COMPARISONS.findIndex((comparison) => comparison.about === about);
}

/** Codes of the levels for which something holds. */
export function codesWhere({ levels }: Comparison, holds: (level: Level) => unknown): readonly number[] {
  return levels.flatMap((level, code) => (holds(level) ? [code] : []));
}

/** What a level says is told of every comparison, and of an optional one where there was something to compare. */
export function isTold({ optional }: Comparison, code: number): boolean {
  return !optional || code > 0;
}

/** Items and comparisons that tell where people live, by their names. */
const PLACE_NAMES: ReadonlySet<string> = new Set(
  COMPARISONS.flatMap(({ id, items, tellsPlace }) => (tellsPlace ? [id, ...items] : [])),
);

export function tellsPlace(name: string): boolean {
  return PLACE_NAMES.has(name) || name === 'previous_address';
}

const itemsOf = (comparisons: readonly Comparison[]): readonly CanonicalItem[] => [
  ...new Set(comparisons.flatMap(({ items }) => items)),
];

/** Items with which every record and resident is shown, and those of optional comparisons, shown where stated. */
export const PERSON_ITEMS = itemsOf(COMPARISONS.filter(({ optional }) => !optional));
export const OPTIONAL_ITEMS = itemsOf(COMPARISONS.filter(({ optional }) => optional));

/** Whether an item speaks for one person, as far as both sides state it. */
export function speaksFor({ kind }: Level): boolean {
  return kind !== 'different' && kind !== 'missing';
}
