import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';
import type { Address } from '../normalize/address/address.js';
import { addressOnce } from '../normalize/address/address-once.js';
import { samePlace } from '../verify/address-sameness.js';

/** Says of an address text whether a protected person lives there. */
export type IsProtectedPlace = (address: string | null) => boolean;

/**
 * Where protected persons (支援措置対象者) live. Whoever lives with them would give their address away as surely as
 * they themselves, so an address is known by its place, whoever's row or record it stands in and in whatever notation.
 */
export function protectedPlaces(engine: Engine): Promise<IsProtectedPlace> {
  const found = known.get(engine) ?? readPlaces(engine);
  known.set(engine, found);
  return found;
}

const known = new WeakMap<Engine, Promise<IsProtectedPlace>>();

async function readPlaces(engine: Engine): Promise<IsProtectedPlace> {
  const texts = new Set<string>();
  const byNumber = new Map<string, Address[]>();
  const query = 'SELECT DISTINCT address FROM residents WHERE is_protected AND address IS NOT NULL';
  for await (const { columns } of readColumns(engine, { address: 'text' }, query)) {
    for (const text of columns.address) {
      texts.add(text);
      const place = addressOnce(text);
      // Without a house number an address is a whole town, of which only the text itself is hidden.
      if (place.number === '') continue;
      const list = byNumber.get(place.number);
      if (list) list.push(place);
      else byNumber.set(place.number, [place]);
    }
  }
  return (address) => {
    if (address === null || texts.size === 0) return false;
    if (texts.has(address)) return true;
    const place = addressOnce(address);
    return (byNumber.get(place.number) ?? []).some((other) => HERE.has(samePlace(place, other)));
  };
}

/** A building or room may differ: the house number alone would lead there. */
const HERE: ReadonlySet<string> = new Set(['same', 'town-shortened', 'room-in-number']);
