import type { Comparison } from '../audit/level.js';
import type { Address } from '../normalize/address/address.js';
import { UNKNOWN_CHARACTER } from '../normalize/address/address-fold.js';
import { type Sameness, sameBuilding, samePlace } from './address-sameness.js';

/** How two addresses differ, from agreement to contradiction. */
const comparison: Comparison = {
  id: 'address',
  title: { ja: '住所', en: 'Address' },
  levels: [
    { id: 'missing', kind: 'missing', title: { ja: '住所が未登録です', en: 'Address not stated' }, m: 0 },
    { id: 'identical', kind: 'equal', title: { ja: '住所が一致します', en: 'Address agrees' }, m: 0.545 },
    {
      id: 'equivalent',
      kind: 'equivalent',
      title: { ja: '表記は異なりますが同じ住所です', en: 'Same place written differently' },
      m: 0.33,
    },
    {
      id: 'building_differs',
      kind: 'explained',
      title: {
        ja: '番地は同じで、建物や部屋の記載が異なります',
        en: 'Same house number, other or missing building or room',
      },
      m: 0.06,
    },
    {
      id: 'previous_address',
      kind: 'explained',
      title: { ja: '転入前の住所と一致します', en: 'Agrees with the previous address' },
      m: 0.02,
    },
    {
      id: 'town_shortened',
      kind: 'explained',
      title: {
        ja: '番地は同じで、町名の一部が異なります',
        en: 'Same house number, part of the town name missing or other',
      },
      m: 0.005,
    },
    {
      id: 'number_missing',
      kind: 'explained',
      title: {
        ja: '町名は同じで、片方に番地がありません',
        en: 'Same town, house number missing or incomplete on one side',
      },
      m: 0.005,
    },
    {
      id: 'same_town',
      kind: 'different',
      title: { ja: '町名は同じで、番地が異なります', en: 'Same town, other house number' },
      m: 0.006,
    },
    {
      id: 'same_city',
      kind: 'different',
      title: { ja: '同じ市区町村の別の住所です', en: 'Other address in the same municipality' },
      m: 0.012,
    },
    {
      id: 'different',
      kind: 'different',
      title: { ja: '住所が一致しません', en: 'Address differs' },
      m: 0.017,
    },
  ],
};

export default comparison;

const MISSING = 0;
const IDENTICAL = 1;
const EQUIVALENT = 2;
const BUILDING_DIFFERS = 3;
const PREVIOUS_ADDRESS = 4;
const TOWN_SHORTENED = 5;
const NUMBER_MISSING = 6;
const SAME_TOWN = 7;
const SAME_CITY = 8;
const DIFFERENT = 9;

const CODE: Record<Sameness, number> = {
  same: EQUIVALENT,
  'town-shortened': TOWN_SHORTENED,
  'number-missing': NUMBER_MISSING,
  'room-in-number': BUILDING_DIFFERS,
  town: SAME_TOWN,
  city: SAME_CITY,
  none: DIFFERENT,
};

/**
 * The level code of a record's address against the resident's, and against the resident's previous address
 * where the first leaves doubt. Without `previous` it is symmetric.
 */
export function compareAddresses(record: Address, resident: Address, previous: Address | null): number {
  const level = compareTwo(record, resident);
  if (previous === null || level === MISSING || level <= BUILDING_DIFFERS) return level;
  const before = compareTwo(record, previous);
  return before !== MISSING && before <= BUILDING_DIFFERS ? PREVIOUS_ADDRESS : level;
}

function compareTwo(a: Address, b: Address): number {
  if (a.key === '' || b.key === '') return MISSING;
  // A gaiji means something else in every system: equal texts that hold one are not identical.
  if (a.text === b.text && !a.key.includes(UNKNOWN_CHARACTER)) return IDENTICAL;
  const sameness = samePlace(a, b);
  if (sameness === 'same') return sameBuilding(a, b) ? EQUIVALENT : BUILDING_DIFFERS;
  return CODE[sameness];
}
