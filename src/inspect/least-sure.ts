import { isNoName } from '../audit/fold-name.js';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import type { Candidate, Looked } from './candidate.js';
import { areHalfNames } from './half-names.js';
import type { Persons } from './persons.js';

/** The most that an item may be sure of where only values speak. */
const VALUES_ALONE = 0.79;
/** A family name alone, or its kana, taken for the whole, would leave the given name uncompared: asked after. */
const HALF = 0.6;

/** No surer than it is that the column is of the same person and holds the whole name, and that values alone can make. */
export function capped(one: Candidate, { atMost }: Persons, { values }: Looked): Candidate {
  const [first, ...further] = one.columns;
  const isHalf =
    (one.item === 'name' || one.item === 'kana') &&
    further.length === 0 &&
    areHalfNames(one.item, values.get(first!) ?? []);
  const most = Math.min(
    one.columns.every(isNoName) ? VALUES_ALONE : 1,
    isHalf ? HALF : 1,
    ...one.columns.map((name) => atMost.get(name) ?? 1),
  );
  return { ...one, confidence: Math.min(one.confidence, most) };
}

/** No surer than values alone make where it is open what kind of file this is. */
export function cappedByKind(one: Candidate, isOpen: boolean): Candidate {
  return isOpen && isOfKind(one.item) ? { ...one, confidence: Math.min(one.confidence, VALUES_ALONE) } : one;
}

/** Whether an item means something only in a register, or only in a source, or another thing in each. */
function isOfKind(item: CanonicalItem): boolean {
  const both = [REGISTER_ITEMS, LINK_ITEMS].every((items) => items.some((one) => one === item));
  return !both || item === 'status' || item === 'household_id' || item === 'resident_id';
}
