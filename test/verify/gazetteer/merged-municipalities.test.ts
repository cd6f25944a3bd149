import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../../src/normalize/address/address.js';
import { FORMER_MUNICIPALITIES } from '../../../src/normalize/address/former-municipalities.js';
import { allMunicipalities } from '../../../src/normalize/address/municipalities.js';
import { isMunicipalityCode } from '../../../src/normalize/number/codes.js';
import { createGazetteer } from '../../../src/verify/gazetteer/gazetteer.js';
import { mergedMunicipalities } from '../../../src/verify/gazetteer/merged-municipalities.js';

const gazetteer = createGazetteer(mergedMunicipalities());

describe('municipalities that ended', () => {
  it.each([
    ['宮城県黒川郡富谷町成田九丁目1-2', '宮城県富谷市成田9-1-2'],
    ['富谷町成田9-1-2', '富谷市成田9丁目1番地2'],
    ['福岡県筑紫郡那珂川町西隈一丁目5番1号', '福岡県那珂川市西隈1-5-1'],
    ['兵庫県篠山市北新町41', '兵庫県丹波篠山市北新町41'],
    ['静岡県浜松市中区元城町103-2', '静岡県浜松市中央区元城町103-2'],
    ['静岡県浜松市北区三方原町115', '静岡県浜松市中央区三方原町115'],
    ['静岡県浜松市北区細江町気賀305', '静岡県浜松市浜名区細江町気賀305'],
    ['栃木県下都賀郡岩舟町静5133', '栃木県栃木市岩舟町静5133'],
    ['岩手県東磐井郡藤沢町藤沢字町裏187', '岩手県一関市藤沢町藤沢字町裏187'],
    ['岩手県岩手郡滝沢村鵜飼中鵜飼55', '岩手県滝沢市鵜飼中鵜飼55番地'],
    ['埼玉県鳩ケ谷市三ツ和1-14-3', '埼玉県川口市三ツ和一丁目14番3号'],
    ['島根県簸川郡斐川町荘原2172', '島根県出雲市斐川町荘原2172'],
  ] as const)('%s is %s', (before, after) => {
    expect(gazetteer.find(canonicalAddress(before), canonicalAddress(after))).not.toBeNull();
  });

  it.each([
    ['栃木県那須郡那珂川町馬頭555', '福岡県那珂川市馬頭555'],
    ['静岡県浜松市中区元城町103-2', '静岡県浜松市浜名区元城町103-2'],
    ['静岡県浜松市天竜区二俣町481', '静岡県浜松市中央区二俣町481'],
    ['宮城県富谷町成田9-1-2', '宮城県富谷市成田9-1-3'],
    ['宮城県黒川郡大和町成田9-1-2', '宮城県富谷市成田9-1-2'],
    ['岩手県岩手郡滝沢村鵜飼中鵜飼55', '岩手県滝沢市中鵜飼55'],
    ['愛知県長久手町喜多山12', '愛知県日進市喜多山12'],
  ])('%s is not %s', (before, after) => {
    expect(gazetteer.find(canonicalAddress(before), canonicalAddress(after))).toBeNull();
  });

  it('have codes with their check digits, and names by them', async () => {
    for (const { code } of FORMER_MUNICIPALITIES) expect(isMunicipalityCode(code)).toBe(true);
    const { places } = await allMunicipalities();
    const names = (code: string) => places.filter((place) => place.code === code).map(({ name }) => name);
    expect(names('044237')).toEqual(['黒川郡富谷町']);
    // 丹波篠山市 has the code that 篠山市 had.
    expect(names('282219')).toEqual(['丹波篠山市']);
  });
});
