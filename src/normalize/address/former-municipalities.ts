/** A municipality or ward that ended, with the code that it had. */
export interface FormerMunicipality {
  readonly code: string;
  readonly prefecture: string;
  /** With its 郡. */
  readonly name: string;
  /** What its towns belong to since, with the prefecture. */
  readonly into: string;
  readonly since: string;
}

/**
 * Municipalities and wards that were merged, renamed or became cities after the great wave of mergers, from 1 April 2011 to
 * 1 January 2024: 総務省, 都道府県コード及び市区町村コードの改正一覧 (https://www.soumu.go.jp/denshijiti/code.html), and 政府統計の総合窓口,
 * 市区町村名・コード, 廃置分合等情報. What ended before belongs into the office's own table (`gazetteer:`).
 */
const ENDED: readonly (readonly [string, string, string, string, string])[] = [
  ['033057', '岩手県', '岩手郡滝沢村', '岩手県滝沢市', '2014-01-01'],
  ['034223', '岩手県', '東磐井郡藤沢町', '岩手県一関市', '2011-09-26'],
  ['044237', '宮城県', '黒川郡富谷町', '宮城県富谷市', '2016-10-10'],
  ['093211', '栃木県', '上都賀郡西方町', '栃木県栃木市', '2011-10-01'],
  ['093670', '栃木県', '下都賀郡岩舟町', '栃木県栃木市', '2014-04-05'],
  ['112267', '埼玉県', '鳩ヶ谷市', '埼玉県川口市', '2011-10-11'],
  ['114456', '埼玉県', '南埼玉郡白岡町', '埼玉県白岡市', '2012-10-01'],
  ['124028', '千葉県', '山武郡大網白里町', '千葉県大網白里市', '2013-01-01'],
  ['173444', '石川県', '石川郡野々市町', '石川県野々市市', '2011-11-11'],
  ['221317', '静岡県', '浜松市中区', '静岡県浜松市中央区', '2024-01-01'],
  ['221325', '静岡県', '浜松市東区', '静岡県浜松市中央区', '2024-01-01'],
  ['221333', '静岡県', '浜松市西区', '静岡県浜松市中央区', '2024-01-01'],
  ['221341', '静岡県', '浜松市南区', '静岡県浜松市中央区', '2024-01-01'],
  ['221350', '静岡県', '浜松市北区', '静岡県浜松市中央区', '2024-01-01'],
  ['221350', '静岡県', '浜松市北区', '静岡県浜松市浜名区', '2024-01-01'],
  ['221368', '静岡県', '浜松市浜北区', '静岡県浜松市浜名区', '2024-01-01'],
  ['233048', '愛知県', '愛知郡長久手町', '愛知県長久手市', '2012-01-04'],
  ['234818', '愛知県', '幡豆郡一色町', '愛知県西尾市', '2011-04-01'],
  ['234826', '愛知県', '幡豆郡吉良町', '愛知県西尾市', '2011-04-01'],
  ['234834', '愛知県', '幡豆郡幡豆町', '愛知県西尾市', '2011-04-01'],
  ['282219', '兵庫県', '篠山市', '兵庫県丹波篠山市', '2019-05-01'],
  ['323047', '島根県', '八束郡東出雲町', '島根県松江市', '2011-08-01'],
  ['324019', '島根県', '簸川郡斐川町', '島根県出雲市', '2011-10-01'],
  ['403059', '福岡県', '筑紫郡那珂川町', '福岡県那珂川市', '2018-10-01'],
];

export const FORMER_MUNICIPALITIES: readonly FormerMunicipality[] = ENDED.map(
  ([code, prefecture, name, into, since]) => ({ code, prefecture, name, into, since }),
);
