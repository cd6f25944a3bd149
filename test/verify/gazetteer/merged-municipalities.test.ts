import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../../src/normalize/address/address.js';
import { foldAddress } from '../../../src/normalize/address/address-fold.js';
import { formerMunicipalities } from '../../../src/normalize/address/former-municipalities.js';
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
    // The great wave of mergers: into a new city under the town's own name, and without it.
    ['福岡県山門郡瀬高町大字下庄1234', '福岡県みやま市瀬高町下庄1234'],
    ['静岡県榛原郡相良町波津1-2', '静岡県牧之原市波津1丁目2番地'],
    ['新潟県中蒲原郡亀田町船戸山1-2-3', '新潟県新潟市江南区船戸山1-2-3'],
    ['埼玉県浦和市常盤六丁目4番4号', '埼玉県さいたま市浦和区常盤6-4-4'],
    ['静岡県清水市旭町6番8号', '静岡県静岡市清水区旭町6-8'],
    ['北海道網走郡女満別町西二条4-1', '北海道網走郡大空町女満別西2条4丁目1番'],
    ['愛知県尾西市起字用水添60', '愛知県一宮市起用水添60'],
    // Over the border of a prefecture.
    ['長野県木曽郡山口村神坂280', '岐阜県中津川市神坂280'],
    // Three names, one after the other: a village, a town of the same name, a city.
    ['愛知県愛知郡長久手村大字岩作字城の内60-1', '愛知県長久手市岩作城の内60番地1'],
    // One village that was divided.
    ['山梨県西八代郡上九一色村本栖120', '山梨県南都留郡富士河口湖町本栖120'],
    ['山梨県西八代郡上九一色村梯100', '山梨県甲府市梯100'],
    // Before them.
    ['東京都西多摩郡秋多町二宮350', '東京都あきる野市二宮350'],
    ['福岡県北九州市小倉区大手町1-1', '福岡県北九州市小倉北区大手町1-1'],
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
    ['福岡県山門郡瀬高町下庄1234', '福岡県みやま市山川町下庄1234'],
    ['福岡県山門郡瀬高町下庄1234', '福岡県柳川市下庄1234'],
    ['福岡県山門郡瀬高町下庄1234', '福岡県みやま市瀬高町下庄1235'],
    ['埼玉県浦和市常盤6-4-4', '埼玉県川口市常盤6-4-4'],
    // 大和町 of another prefecture.
    ['佐賀県佐賀郡大和町尼寺10', '福岡県柳川市尼寺10'],
    ['静岡県清水市旭町6-8', '静岡県浜松市旭町6-8'],
  ])('%s is not %s', (before, after) => {
    expect(gazetteer.find(canonicalAddress(before), canonicalAddress(after))).toBeNull();
  });

  it('have codes with their check digits, and names by them', async () => {
    for (const { code } of formerMunicipalities()) expect(isMunicipalityCode(code), code).toBe(true);
    const { places } = await allMunicipalities();
    const names = (code: string) => places.filter((place) => place.code === code).map(({ name }) => name);
    expect(names('044237')).toEqual(['黒川郡富谷町']);
    expect(names('405612')).toEqual(['山門郡瀬高町']);
    // 長久手村 had this code before it was a town.
    expect(names('233048')).toEqual(['愛知郡長久手町']);
    // 丹波篠山市 has the code that 篠山市 had.
    expect(names('282219')).toEqual(['丹波篠山市']);
  });

  it('end where their names do', async () => {
    const { places } = await allMunicipalities();
    const names = [
      ...places.map(({ prefecture, name }) => prefecture + name),
      ...formerMunicipalities().flatMap(({ prefecture, name, into }) => [prefecture + name, into]),
    ];
    const cut = names.filter((name) => {
      const { prefecture, city, town } = canonicalAddress(`${name}緑1-2`);
      return !foldAddress(name).endsWith(city) || prefecture === '' || town !== '緑';
    });
    expect(cut).toEqual([]);
  });

  it('are as many as were counted by 総務省', () => {
    const ended = (from: string, to: string) =>
      new Set(
        formerMunicipalities()
          .filter(({ since, name }) => since > from && since <= to && !name.endsWith('区'))
          .map(({ code, name }) => code + name),
      ).size;
    // 3,232 municipalities on 31 March 1999, 1,727 on 31 March 2010.
    expect(ended('1999-03-31', '2010-03-31')).toBeGreaterThan(3232 - 1727);
    // 岩舟町, 富谷町, 那珂川町, 篠山市.
    expect(ended('2014-01-02', '2026-01-01')).toBe(4);
  });
});
