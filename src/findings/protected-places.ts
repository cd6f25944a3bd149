import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';
import type { Address } from '../normalize/address/address.js';
import { addressOnce } from '../normalize/address/address-once.js';
import { samePlace } from '../verify/address-sameness.js';
import { areLatin } from '../verify/latin-address.js';

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
  const byKey = new Map<string, Address[]>();
  const query = 'SELECT DISTINCT address FROM residents WHERE is_protected AND address IS NOT NULL';
  for await (const { columns } of readColumns(engine, { address: 'text' }, query)) {
    for (const text of columns.address) {
      texts.add(text);
      const place = addressOnce(text);
      // Without a house number an address is a whole town, of which only the text itself is hidden.
      if (place.number === '') continue;
      for (const key of keysOf(place)) {
        const list = byKey.get(key);
        if (list) list.push(place);
        else byKey.set(key, [place]);
      }
    }
  }
  return (address) => {
    if (address === null || texts.size === 0) return false;
    if (texts.has(address)) return true;
    const place = addressOnce(address);
    return keysOf(place).some((key) => (byKey.get(key) ?? []).some((other) => isSameDwelling(place, other)));
  };
}

/** Last of the house numbers, where it may be a room: 12-3-205 is 12-3, room 205. */
const ROOM_IN_NUMBER = /-\d{3,}$/;

/** The house numbers by which two notations of one place meet, wherever the room stands in them. */
function keysOf({ number, room }: Address): readonly string[] {
  const keys = [number];
  if (room !== '') keys.push(`${number}-${room}`);
  if (ROOM_IN_NUMBER.test(number)) keys.push(number.replace(ROOM_IN_NUMBER, ''));
  return keys;
}

/** Of two whose numbers meet: 12 beside 12-205 is the house without the room. */
const HERE: ReadonlySet<string> = new Set(['same', 'town-shortened', 'room-in-number', 'number-missing']);

/**
 * Whether an address may lead to the door of another: the house number alone does, and a room does unless both write one and
 * these differ. Who has another room of the block is not of the household.
 */
function isSameDwelling(a: Address, b: Address): boolean {
  return HERE.has(samePlace(a, b)) && !hasOtherRoom(a, b);
}

/**
 * Whether both write a room, and another one in whatever notation. A storey or a wing may stand before the number, in it or
 * nowhere (2階5号, 205, A205, 2-205): numbers of which one ends with the other may be one room.
 */
function hasOtherRoom(a: Address, b: Address): boolean {
  // In Latin letters nothing tells a room from a postcode.
  if (areLatin(a.text, b.text)) return false;
  const [one, other] = [insideOf(a, b), insideOf(b, a)];
  return isRoom(one) && isRoom(other) && !isAmong(one.at(-1)!, other) && !isAmong(other.at(-1)!, one);
}

/** The numbers that an address writes after the house number that both have; the last is its room. A storey alone tells none. */
function insideOf({ number, building, room }: Address, beside: Address): readonly string[] {
  if (room.endsWith('F')) return [];
  const rest = number.length > beside.number.length ? number.slice(beside.number.length) : '';
  if (room === '' && rest === '') return [];
  return `${rest} ${building} ${room}`.match(/\d+/g) ?? [];
}

const isRoom = (numbers: readonly string[]) => numbers.length > 0;

function isAmong(room: string, numbers: readonly string[]): boolean {
  return numbers.some((number) => number.endsWith(room) || room.endsWith(number));
}
