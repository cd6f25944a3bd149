import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../../src/normalize/address/address.js';
import comparison, { compareAddresses } from '../../../src/verify/comparisons/address.js';

const level = (record: string, resident: string, previous: string | null = null) =>
  comparison.levels[
    compareAddresses(
      canonicalAddress(record),
      canonicalAddress(resident),
      previous === null ? null : canonicalAddress(previous),
    )
  ]?.id;

const HOME = '神奈川県横浜市中区本町6丁目50番地の10 コーポ田中305号室';

describe('against the address of today', () => {
  test.each<[string, string, string]>([
    [HOME, HOME, 'identical'],
    [HOME, '', 'missing'],
    [HOME, '不詳', 'missing'],
    // the same place written differently
    [HOME, '横浜市中区本町６－５０－１０　コーポ田中　３０５', 'equivalent'],
    [HOME, '神奈川県横浜市本町6-50-10-305', 'equivalent'],
    [HOME, '中区本町6-50-10-305', 'equivalent'],
    [HOME, '本町6-50-10 ｺｰﾎﾟ田中305', 'equivalent'],
    [HOME, '横浜市中区本町6-50-10 田中コーポ305号', 'equivalent'],
    ['東京都千代田区霞が関2-1-2', '千代田区霞ヶ関二丁目一番二号', 'equivalent'],
    ['京都市中京区寺町通御池上る上本能寺前町488番地', '京都府京都市中京区上本能寺前町488', 'equivalent'],
    ['北海道余市郡余市町朝日町26番地', '余市町朝日町26', 'equivalent'],
    ['北海道余市郡余市町朝日町26番地', '朝日町26', 'equivalent'],
    ['宮城県柴田郡村田町大字村田字迫6', '柴田郡村田町村田6番地', 'equivalent'],
    ['宮崎県宮崎市高岡町内山2887', '宮崎市内山2887番地', 'town_shortened'],
    // two towns, whatever the numbers
    ['広島県廿日市市阿品台1-2', '広島県廿日市市阿品1-2', 'same_city'],
    ['広島県廿日市市阿品台1-2', '広島県廿日市市阿品1-3', 'same_city'],
    ['高松市番町12-3 コーポ205', '高松市番町12-3-205', 'equivalent'],
    ['横浜市中区本町1-2 田中様方', '横浜市中区本町1-2', 'equivalent'],
    // unknown characters are neither match nor mismatch
    ['高松市●町1-8-15', '高松市番町1-8-15', 'equivalent'],
    ['高松市番町1-8-15', '高松市\ue001町1-8-15', 'equivalent'],
    ['高松市●●●1-8-15', '高松市番町町1-8-15', 'same_city'],
    // a gaiji is another character in every system
    ['高松市\ue001町1-8-15', '高松市\ue001町1-8-15', 'equivalent'],
    // building or room
    [HOME, '神奈川県横浜市中区本町6-50-10', 'building_differs'],
    [HOME, '神奈川県横浜市中区本町6-50-10 コーポ田中', 'building_differs'],
    [HOME, '神奈川県横浜市中区本町6-50-10 コーポ田中306', 'building_differs'],
    [HOME, '神奈川県横浜市中区本町6-50-10 鈴木荘', 'building_differs'],
    ['高松市番町12-3', '高松市番町12-3-205', 'building_differs'],
    // less written
    [HOME, '神奈川県横浜市中区本町', 'number_missing'],
    [HOME, '神奈川県横浜市中区本町6丁目', 'number_missing'],
    ['高松市番町12', '高松市番町12-3', 'number_missing'],
    // other places
    [HOME, '神奈川県横浜市中区本町6-51-10', 'same_town'],
    [HOME, '神奈川県横浜市中区本町1-1', 'same_town'],
    [HOME, '神奈川県横浜市中区元町6-50-10', 'same_city'],
    // a municipality alone says too little
    [HOME, '横浜市中区', 'missing'],
    [HOME, '神奈川県川崎市中区本町6-50-10', 'different'],
    [HOME, '大阪府大阪市北区梅田1-1', 'different'],
    ['東京都府中市本町1-1', '広島県府中市本町1-1', 'different'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(level(a, b)).toBe(expected);
    expect(level(b, a)).toBe(expected);
  });
});

describe('against the previous address', () => {
  const OLD = '大阪府大阪市北区梅田1丁目1番3号';
  test.each<[string, string]>([
    ['大阪市北区梅田1-1-3', 'previous_address'],
    ['大阪市北区梅田1-1-3 ビル2F', 'previous_address'],
    [OLD, 'previous_address'],
    ['大阪市北区梅田1-1-4', 'different'],
    [HOME, 'identical'],
    ['横浜市中区本町6-50-10', 'building_differs'],
    ['', 'missing'],
  ])('%s: %s', (record, expected) => expect(level(record, HOME, OLD)).toBe(expected));

  test('outranks the same town, and an unknown previous address explains nothing', () => {
    expect(level('横浜市中区本町1-1', HOME, '横浜市中区本町1丁目1番')).toBe('previous_address');
    expect(level('横浜市中区本町1-1', HOME, '')).toBe('same_town');
    expect(level('横浜市中区本町1-1', HOME, '不詳')).toBe('same_town');
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    ...[
      '横浜市',
      '中区',
      '本町',
      '元町',
      '1',
      '2',
      '-',
      '丁目',
      '番',
      '号',
      ' ',
      'コーポ',
      '305',
      '●',
      '字',
      '神奈川県',
      '方',
    ],
  );
  const address = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  test('symmetric; an address agrees with itself as far as it is known', () => {
    fc.assert(
      fc.property(address, address, (a, b) => {
        expect(level(a, b)).toBe(level(b, a));
        if (canonicalAddress(a).key !== '' && !a.includes('●') && !/[\ue000-\uf8ff\ufffd?？〓]/.test(a)) {
          expect(level(a, a)).toBe('identical');
        }
      }),
      { numRuns: 5000 },
    );
  });
  test('first estimates of m sum to one', () => {
    expect(comparison.levels.reduce((sum, each) => sum + each.m, 0)).toBeCloseTo(1, 9);
  });
});

describe('addresses in Latin letters', () => {
  test.each<[string, string, string]>([
    ['12 Oak Street, Kingsbury', '12 OAK STREET KINGSBURY', 'equivalent'],
    ['Kingsbury, 12 Oak Street', '12 Oak Street, Kingsbury', 'equivalent'],
    // The estate, the street or the suburb left out, with a slip or without.
    ['10 French Street Orange 3223', '10 French Street Cedarview Orange 3223', 'town_shortened'],
    ['9 Sandy Bay 2484', '9 Archdall Street Boxwood Hill Sandy Bay 2484', 'town_shortened'],
    [
      '4 Raworth Cottage Meedical Practice 6210',
      '4 Hunter Road Raworth Cottage Medical Practice 6210',
      'town_shortened',
    ],
    ['12 Oak Stret, Kingsbruy', '12 Oak Street, Kingsbury', 'town_shortened'],
    // Words in another order and a slip in one, run together, cut apart; the number or postcode is another, or is missing.
    ['12 Glenview Audas Place Robian 2322 NSW', '12 Audas Place Glenview Robina 2322 NSW', 'town_shortened'],
    ['5 Coola Farms Oakton 3072', '5 Coolafarms Oakton 3072', 'town_shortened'],
    ['5 Brae Brun Crescent Oakton 3072', '5 Braeburn Crescent Oakton 3072', 'town_shortened'],
    ['3 Anukana Lachlan Nstreet Eastwood 2121', 'Lachlan Street Anukana Eastwood 2112', 'number_missing'],
    ['14 Lilac Village Hawker Place Ashford', '105 Hawker Place Lilac Village Ashford', 'same_town'],
    ['Honcho 1-2-3, Niigata-shi', 'Niigata-shi, Honcho 1-2-3', 'equivalent'],
    // Words in common that half a town has make no place.
    ['12 Oak Street Kingsbury NSW', '12 Elm Street Robina NSW', 'different'],
    ['7 Harbour View Crescent Ashford', '7 Mountain View Crescent Kingsbury', 'different'],
    ['3 Long Street Oakton 2121', '3 Short Place Marbury 2121', 'different'],
    // Another street of the town is another place, whatever else agrees.
    ['10 Hooper Street Orange 3223', '10 French Street Cedarview Orange 3223', 'different'],
    ['10 Orange 3223', '10 French Street Cedarview Orange 3223', 'different'],
    ['11 French Street Orange 3223', '10 French Street Cedarview Orange 3223', 'same_town'],
    ['13 Oak Street, Kingsbury', '12 Oak Street, Kingsbury', 'same_town'],
    ['12 Oak Street, Kingsbury', '7 Station Parade, Ashford', 'different'],
  ])('%s / %s: %s', (record, resident, expected) => {
    expect(level(record, resident)).toBe(expected);
    expect(level(resident, record)).toBe(expected);
  });
});
