import { codesOf, type Level } from '../../audit/level.js';
import { type Address, canonicalAddress } from '../../normalize/address/address.js';
import { UNKNOWN_CHARACTER } from '../../normalize/address/address-fold.js';
import { type Sameness, sameBuilding, samePlace } from '../address-sameness.js';
import { type Comparison, OPEN } from '../comparison.js';

const LEVELS = [
  { id: 'missing', kind: 'missing', title: { ja: '住所が未登録です', en: 'Address not stated' }, m: 0 },
  {
    id: 'identical',
    kind: 'equal',
    title: { ja: '住所が一致します', en: 'Address agrees' },
    m: 0.545,
    counted: true,
    home: 'here',
  },
  {
    id: 'equivalent',
    kind: 'equivalent',
    title: { ja: '表記は異なりますが同じ住所です', en: 'Same place written differently' },
    m: 0.33,
    counted: true,
    home: 'here',
  },
  {
    id: 'building_differs',
    kind: 'explained',
    title: {
      ja: '番地は同じで、建物や部屋の記載が異なります',
      en: 'Same house number, other or missing building or room',
    },
    m: 0.06,
    // Neighbours in one building: oftener than two residents share a whole address, rarer than the pairs drawn can show.
    guess: 0.5,
    home: 'here',
  },
  // Set once the gazetteer and the links have told which places were renamed (`renamings.ts`).
  {
    id: 'renamed',
    kind: 'explained',
    title: {
      ja: '町名・市区町村名・番地の変更の前後で、同じ場所です',
      en: 'Same place before and after its town or municipality was renamed, or its lots were numbered anew',
    },
    m: 0.001,
    counted: true,
    home: 'here',
  },
  {
    id: 'previous_address',
    kind: 'explained',
    title: { ja: '前の住所（転入・転居前）と一致します', en: 'Agrees with the previous address' },
    m: 0.02,
    home: 'before',
  },
  {
    id: 'town_shortened',
    kind: 'explained',
    title: {
      ja: '番地は同じで、町名の一部が異なります',
      en: 'Same house number, part of the town name missing or other',
    },
    m: 0.005,
    home: 'nearly',
  },
  {
    id: 'number_missing',
    kind: 'explained',
    title: {
      ja: '町名は同じで、片方に番地がありません',
      en: 'Same town, house number missing or incomplete on one side',
    },
    m: 0.005,
    home: 'nearly',
  },
  {
    id: 'same_town',
    kind: 'different',
    title: { ja: '町名は同じで、番地が異なります', en: 'Same town, other house number' },
    m: 0.006,
    // Where no pair drawn lives in one street: no rarer than two who live in one building.
    guess: 0.5,
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
    m: 0.016,
    guess: 0.5,
  },
] as const satisfies readonly Level[];

/** Code of an address level by its id. */
export const ADDRESS_CODES = codesOf(LEVELS);

/** How two addresses differ, from agreement to contradiction. Who lives together shares all of it. */
const comparison: Comparison = {
  id: 'address',
  title: { ja: '住所', en: 'Address' },
  about: 'home',
  levels: LEVELS.map((level) => ({ ...level, kin: true })),
  items: ['address'],
  row: 'address',
  rows: ['address'],
  tellsPlace: true,
  by: {
    id: 'address',
    settle: (l, r) => `CASE WHEN ${l}.address IS NULL OR ${r}.address IS NULL THEN ${ADDRESS_CODES.missing}
      WHEN ${l}.address = ${r}.address THEN ${ADDRESS_CODES.identical} ELSE ${OPEN} END`,
    reads: ['address'],
    residentReads: ['previous_address'],
    compare: ([record], [resident, previous]) => [
      compareAddresses(
        canonicalAddress(record ?? ''),
        canonicalAddress(resident ?? ''),
        previous ? canonicalAddress(previous) : null,
      ),
    ],
  },
  part: 0,
  collision: { value: 'address', where: 'address IS NOT NULL' },
};

export default comparison;

const CODE: Readonly<Record<Sameness, number>> = {
  same: ADDRESS_CODES.equivalent,
  'town-shortened': ADDRESS_CODES.town_shortened,
  'number-missing': ADDRESS_CODES.number_missing,
  'room-in-number': ADDRESS_CODES.building_differs,
  town: ADDRESS_CODES.same_town,
  city: ADDRESS_CODES.same_city,
  none: ADDRESS_CODES.different,
};

/**
 * The level code of a record's address against the resident's, and against the resident's previous address
 * where the first leaves doubt. Without `previous` it is symmetric.
 */
export function compareAddresses(record: Address, resident: Address, previous: Address | null): number {
  const level = compareTwo(record, resident);
  if (previous === null || level === ADDRESS_CODES.missing || level <= ADDRESS_CODES.building_differs)
    return level;
  const before = compareTwo(record, previous);
  return before !== ADDRESS_CODES.missing && before <= ADDRESS_CODES.building_differs
    ? ADDRESS_CODES.previous_address
    : level;
}

function compareTwo(a: Address, b: Address): number {
  if (a.key === '' || b.key === '') return ADDRESS_CODES.missing;
  // A gaiji means something else in every system: equal texts that hold one are not identical.
  if (a.text === b.text && !a.key.includes(UNKNOWN_CHARACTER)) return ADDRESS_CODES.identical;
  const sameness = samePlace(a, b);
  if (sameness === 'same')
    return sameBuilding(a, b) ? ADDRESS_CODES.equivalent : ADDRESS_CODES.building_differs;
  return CODE[sameness];
}
