import { addressOnce } from '../normalize/address/address-once.js';
import { samePlace } from '../verify/address-sameness.js';

/** A record of which no resident is known, and where it says the person lives. */
export interface Homeless {
  readonly id: string;
  readonly organisation: string | null;
  readonly address: string;
}

/** More records than that at one address are an institution's, not a family's. */
const MOST_AT_HOME = 6;

/**
 * Of findings of one organisation whose records no resident fits those that state one address, by the id of each: a household that the
 * register does not hold (moved in, or away) is asked after once. An address without a house number is a town, not a home.
 */
export function sameHome(records: readonly Homeless[]): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, Homeless[]>();
  for (const record of records) {
    const { number } = addressOnce(record.address);
    if (number === '') continue;
    const key = JSON.stringify([record.organisation, number]);
    const list = homes.get(key);
    if (list) list.push(record);
    else homes.set(key, [record]);
  }
  const related = new Map<string, readonly string[]>();
  for (const list of homes.values()) {
    for (const { id, address } of list) {
      const others = list.filter((other) => other.id !== id && isOneHome(address, other.address));
      if (others.length > 0 && others.length < MOST_AT_HOME)
        related.set(
          id,
          others.map((other) => other.id),
        );
    }
  }
  return related;
}

/** Of one building either may leave out the room. */
function isOneHome(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [addressOnce(one), addressOnce(other)];
  return samePlace(a, b) === 'same' && (a.room === b.room || a.room === '' || b.room === '');
}
