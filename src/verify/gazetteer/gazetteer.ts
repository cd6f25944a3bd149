import type { Address } from '../../normalize/address/address.js';
import { samePlace } from '../address-sameness.js';
import { afterChange, type Place, type PlaceChange } from './place-change.js';

/** A change and where it is known from: a table of the office, or a list that the program carries. */
export interface KnownChange extends PlaceChange {
  readonly origin: 'gazetteer' | 'built-in';
}

/** Places and lots whose names changed, to be looked up. */
export interface Gazetteer {
  readonly size: number;
  /** Some of the changes give new numbers: an address may be found under others than its own. */
  readonly renumbers: boolean;
  /** The first change by which two addresses, in either order of time, are one place and lot; null where none makes them so. */
  readonly find: (record: Address, resident: Address) => KnownChange | null;
  /** An address under all names and numbers that it had later. */
  readonly later: (address: Address) => readonly Address[];
}

/** Names that a place has had at most, one after the other, and forms that are looked at. */
const MOST_STEPS = 4;
const MOST_FORMS = 48;

/** Takes changes in any order; one place may have become several, and several one. */
export function createGazetteer(changes: readonly KnownChange[]): Gazetteer {
  const byPlace = new Map<string, KnownChange[]>();
  for (const change of changes) {
    const key = keyOf(change.before);
    const known = byPlace.get(key);
    if (known) known.push(change);
    else byPlace.set(key, [change]);
  }
  const longest = Math.max(0, ...[...byPlace.keys()].map((key) => key.length));

  function* changesOf(address: Address): Generator<KnownChange> {
    const whole = address.city + address.town;
    // A municipality without its prefecture was not told from the town: any beginning may be it.
    const wholes = new Set([whole, address.city, address.city + address.oaza]);
    if (address.city === '')
      for (let n = 2; n < Math.min(whole.length, longest); n++) wholes.add(whole.slice(0, n));
    for (const key of wholes) yield* byPlace.get(key) ?? [];
  }

  function reached(address: Address): readonly Reached[] {
    const found: Reached[] = [];
    const seen = new Set([address.city + address.town + address.number]);
    let last: readonly Reached[] = [{ address, first: null }];
    for (let step = 0; step < MOST_STEPS && last.length > 0 && found.length < MOST_FORMS; step++) {
      const next: Reached[] = [];
      for (const from of last)
        for (const change of changesOf(from.address))
          for (const form of afterChange(from.address, change)) {
            if (seen.has(form.text)) continue;
            seen.add(form.text);
            next.push({ address: form, first: from.first ?? change });
          }
      found.push(...next);
      last = next;
    }
    return found.slice(0, MOST_FORMS);
  }

  const leads = (from: Address, to: Address): KnownChange | null =>
    reached(from).find(({ address }) => samePlace(address, to) === 'same')?.first ?? null;

  return {
    size: changes.length,
    renumbers: changes.some(({ before, after, lot }) => lot || before.number !== after.number),
    find: (record, resident) => {
      if (byPlace.size === 0 || record.number === '' || resident.number === '') return null;
      return leads(record, resident) ?? leads(resident, record);
    },
    later: (address) => reached(address).map((one) => one.address),
  };
}

interface Reached {
  readonly address: Address;
  /** The change that was taken first on the way; null of the address itself. */
  readonly first: KnownChange | null;
}

function keyOf({ city, town }: Place): string {
  return city + town;
}
