import { type Address, canonicalAddress } from '../../normalize/address/address.js';

/** A place of a gazetteer, in the form of keys; '' for a part that is not written. */
export interface Place {
  readonly prefecture: string;
  readonly city: string;
  readonly town: string;
  /** House numbers, or their beginning (2 of 緑町二丁目). */
  readonly number: string;
}

/** One place under two names, or one lot under two numbers. */
export interface PlaceChange {
  readonly before: Place;
  readonly after: Place;
  /** The numbers are whole ones that were given anew; else what stands behind them stays. */
  readonly lot: boolean;
}

/** Why a row of a gazetteer cannot be used. */
export type BadRow =
  | 'no-old'
  | 'no-new'
  | 'same'
  | 'no-municipality'
  | 'unknown-code'
  | 'lot-on-one-side'
  | 'not-a-place';

/** What a row says, from both sides as text: 愛知県旧野町, 緑市北浜町四丁目, 緑市北浜町123番地1. */
export function placeChange(before: string, after: string): PlaceChange | BadRow {
  if (before === '') return 'no-old';
  if (after === '') return 'no-new';
  const [old, fresh] = [placeOf(before), placeOf(after)];
  if (typeof old === 'string') return old;
  if (typeof fresh === 'string') return fresh;
  if (old.lot !== fresh.lot) return 'lot-on-one-side';
  if (samePlaces(old.place, fresh.place)) return 'same';
  return { before: old.place, after: fresh.place, lot: old.lot };
}

function placeOf(text: string): { readonly place: Place; readonly lot: boolean } | BadRow {
  const { prefecture, city, town, number, key } = canonicalAddress(text);
  // A town alone, 旧野町: without its prefecture nothing tells that it is a municipality.
  const alone = city === '' && number === '' && MUNICIPALITY.test(town);
  const place = { prefecture, city: alone ? town : city, town: alone ? '' : town, number };
  if (place.city === '') return key === '' ? 'not-a-place' : 'no-municipality';
  return { place, lot: number !== '' && !text.endsWith('丁目') };
}

const MUNICIPALITY = /^.{2,8}[市区町村]$/u;

function samePlaces(a: Place, b: Place): boolean {
  return a.city === b.city && a.town === b.town && a.number === b.number;
}

/** The address after a change of its place, or null where the change is of another place. */
export function afterChange(address: Address, { before, after, lot }: PlaceChange): readonly Address[] {
  if (address.prefecture !== '' && before.prefecture !== '' && address.prefecture !== before.prefecture)
    return [];
  const number = changedNumber(address.number, before.number, after.number, lot);
  if (number === null) return [];
  return changedTowns(address, before, after).map((town) => {
    const prefecture = after.prefecture === '' ? address.prefecture : after.prefecture;
    return {
      ...address,
      prefecture,
      city: after.city,
      town,
      number,
      oaza: '',
      streets: '',
      text: after.city + town + number,
      key: town + number,
    };
  });
}

function changedNumber(number: string, before: string, after: string, lot: boolean): string | null {
  if (lot) return number === before ? after : null;
  if (before === '') return [after, number].filter((part) => part !== '').join('-');
  if (number !== before && !number.startsWith(`${before}-`)) return null;
  return after === '' ? number.slice(before.length + 1) : after + number.slice(before.length);
}

/**
 * A town whose name is told gets the new one; where a municipality became another, its towns kept theirs, or took the old
 * municipality's before them (細江町気賀 of 浜松市, 旧野西町).
 */
function changedTowns(address: Address, before: Place, after: Place): readonly string[] {
  const whole = address.city + address.town;
  if (before.town !== '')
    return whole === before.city + before.town || isSectionOf(address, before) ? [after.town] : [];
  const town = townWithin(address, before.city);
  if (town === null) return [];
  const bare = before.city.replace(/[市町村]$/u, '');
  return [after.town + town, after.town + before.city + town, after.town + bare + town];
}

/** 大字馬場字上原123 stands at 馬場123. */
function isSectionOf(address: Address, before: Place): boolean {
  return address.oaza !== '' && address.city + address.oaza === before.city + before.town;
}

/** The town of an address in a municipality, which may not have been told from the town (旧野町西町 without its prefecture). */
function townWithin(address: Address, city: string): string | null {
  if (address.city === city) return address.town;
  return address.city === '' && address.town.startsWith(city) && address.town.length > city.length
    ? address.town.slice(city.length)
    : null;
}
