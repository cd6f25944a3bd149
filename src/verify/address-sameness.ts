import type { Address } from '../normalize/address/address.js';
import { UNKNOWN_CHARACTER } from '../normalize/address/address-fold.js';

/** How far two addresses name one place, down to the house number. */
export type Sameness =
  | 'same'
  | 'town-shortened'
  | 'number-missing'
  | 'room-in-number'
  | 'town'
  | 'city'
  | 'none';

/** Compares town and number; prefecture, municipality, 小字 and an old municipality may be left out on one side. */
export function samePlace(a: Address, b: Address): Sameness {
  if (a.prefecture !== '' && b.prefecture !== '' && a.prefecture !== b.prefecture) return 'none';
  const numbers = sameNumber(a, b);
  if (sameTown(a, b) || sectionLeftOut(a, b) || sectionLeftOut(b, a)) return numbers;
  if (numbers === 'same' && a.number !== '' && shortenedTown(a, b)) return 'town-shortened';
  return a.city !== '' && b.city !== '' && sameCity(a.city, b.city) ? 'city' : 'none';
}

function sameTown(a: Address, b: Address): boolean {
  if (sameText(a.town, b.town)) return a.town !== '' && cityFits(a.city, b.city);
  return endsWithTown(a, b) || endsWithTown(b, a);
}

/** Where the municipality was left out of `short`, or could not be told from the town (余市町朝日町). */
function endsWithTown(long: Address, short: Address): boolean {
  const rest = short.city + short.town;
  return long.town.length >= 2 && rest.length >= long.town.length && (long.city + long.town).endsWith(rest);
}

/** 大字馬場字上原123 is 馬場123: house numbers run through the whole 大字. */
function sectionLeftOut(full: Address, short: Address): boolean {
  return full.oaza !== '' && full.oaza === short.town && cityFits(full.city, short.city);
}

/** 馬場 for 馬場上原, 内山 for 高岡町内山 — but also 阿品 and 阿品台, which are two towns. */
function shortenedTown(a: Address, b: Address): boolean {
  const [long, short] = a.town.length >= b.town.length ? [a.town, b.town] : [b.town, a.town];
  return (
    short.length >= 2 &&
    a.city !== '' &&
    sameCity(a.city, b.city) &&
    (long.startsWith(short) || long.endsWith(short))
  );
}

function cityFits(a: string, b: string): boolean {
  return a === '' || b === '' || sameCity(a, b);
}

/** A designated city with its ward (横浜市中区) may stand without the ward, or as the ward alone. */
function sameCity(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return (
    sameText(a, b) || (short !== '' && (long.startsWith(short) || long.endsWith(short)) && short.length >= 2)
  );
}

function sameNumber(a: Address, b: Address): Sameness {
  if (a.number === b.number) return 'same';
  const [long, short] = a.number.length >= b.number.length ? [a, b] : [b, a];
  if (short.number === '') return 'number-missing';
  if (!long.number.startsWith(`${short.number}-`)) return 'town';
  const rest = long.number.slice(short.number.length + 1);
  // 12-3-205 beside 12-3 コーポ田中205: the last number was a room.
  if (rest === short.room) return 'same';
  return /^\d{3,}$/.test(rest) && short.number.includes('-') ? 'room-in-number' : 'number-missing';
}

/** Same building and room, as far as both sides tell: one of them may write the room alone. */
export function sameBuilding(a: Address, b: Address): boolean {
  if (a.number !== b.number) return true;
  if (a.room !== b.room) return false;
  return a.room !== '' || a.building === b.building;
}

/** Equal, taking unknown characters for any one character; at least half of the characters must be known. */
function sameText(a: string, b: string): boolean {
  if (!(a.includes(UNKNOWN_CHARACTER) || b.includes(UNKNOWN_CHARACTER))) return a === b;
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length) return false;
  let known = 0;
  for (let i = 0; i < left.length; i++) {
    if (left[i] === UNKNOWN_CHARACTER || right[i] === UNKNOWN_CHARACTER) continue;
    if (left[i] !== right[i]) return false;
    known++;
  }
  return known * 2 >= left.length;
}
