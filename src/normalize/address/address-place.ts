import { foldAddress } from './address-fold.js';

/** Prefecture and municipality at the start of an address, and where the rest begins. */
export interface Place {
  readonly prefecture: string;
  /** Municipality without its 郡, with the ward of a designated city; empty when left out. */
  readonly city: string;
  readonly end: number;
}

/** Names separated by blanks, in folded form. */
function names(list: string): readonly string[] {
  return list.split(' ').map(foldAddress);
}

const PREFECTURES = new Set(
  names(
    '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 ' +
      '石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 ' +
      '岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県',
  ),
);

/**
 * Municipalities of today and of before the mergers whose names hold 市, 町, 村 or 郡 before their own last
 * letter; all others end at the first such letter.
 */
const AWKWARD_NAMES =
  '市川市 市原市 四日市市 廿日市市 八日市場市 八日市市 野々市市 今市市 大町市 町田市 十日町市 村上市 村山市 東村山市 武蔵村山市 ' +
  '羽村市 田村市 大村市 中村市 郡山市 郡上市 大和郡山市 蒲郡市 小郡市 原町市 余市町 市貝町 市川町 市川三郷町 上市町 下市町 ' +
  '羽村町 岩村町 野村町 鹿町町 玉村町 村田町 大町町 野々市町 五日市町 廿日市町 市場町 市島町 市浦村 小郡町 町野町 村松町 村岡町 中村町 志村町';
const AWKWARD_BY_FIRST = new Map<string, string[]>();
for (const name of names(AWKWARD_NAMES)) {
  const list = AWKWARD_BY_FIRST.get(name[0] as string) ?? [];
  AWKWARD_BY_FIRST.set(name[0] as string, [...list, name]);
}

const CITY = 0x5e02;
const WARD = 0x533a;
const TOWN = 0x753a;
const VILLAGE = 0x6751;
const COUNTY = 0x90e1;
const COUNTIES_WITH_CITY = new Set(['余市郡', '高市郡']);
/** Only these have wards; the 区 of any other city (上越市安塚区) is part of the town. */
const DESIGNATED_CITIES = new Set(
  names(
    '札幌市 仙台市 サイタマ市 千葉市 横浜市 川崎市 相模原市 新潟市 静岡市 浜松市 名古屋市 京都市 大阪市 堺市 神戸市 ' +
      '岡山市 広島市 北九州市 福岡市 熊本市',
  ),
);
/** The longest municipality names have eight letters. */
const NAME_LIMIT = 8;
/** 地区, 学区, 街区, 工区: not the ward of a city. */
const NOT_A_WARD = '地学街工';

/** Splits a folded address after its municipality. Prefecture, 郡, city or ward may each be left out. */
export function splitPlace(text: string): Place {
  const three = text.slice(0, 3);
  const four = text.slice(0, 4);
  const prefecture = PREFECTURES.has(three) ? three : PREFECTURES.has(four) ? four : '';
  const start = prefecture.length;
  const county = countyEnd(text, start);
  if (county > 0) {
    const end = townEnd(text, county);
    if (end > 0) return { prefecture, city: text.slice(county, end), end };
  }
  const end = cityEnd(text, start, prefecture !== '');
  return { prefecture, city: text.slice(start, end), end };
}

/** Where the 郡 at the start of a name ends, or -1; 郡山市 and 蒲郡市 are not counties. */
function countyEnd(text: string, start: number): number {
  if (awkwardEnd(text, start) > 0) return -1;
  for (let i = start + 1; i < text.length && i <= start + 5; i++) {
    const code = text.charCodeAt(i);
    // 上郡町 is a town, not a county.
    if (code === COUNTY) return text.charCodeAt(i + 1) === TOWN ? -1 : i + 1;
    // 余市郡 and 高市郡 hold a 市, 田村郡 and 北村山郡 a 村; any other 市 or 区 has ended a municipality.
    const ended = code === WARD || (code === CITY && !COUNTIES_WITH_CITY.has(text.slice(start, i + 2)));
    if (ended || code < 0x3000) return -1;
  }
  return -1;
}

function townEnd(text: string, start: number): number {
  const awkward = awkwardEnd(text, start);
  if (awkward > 0) return awkward;
  for (let i = start + 1; i < text.length && i <= start + NAME_LIMIT; i++) {
    const code = text.charCodeAt(i);
    if (code === TOWN || code === VILLAGE) return i + 1;
  }
  return -1;
}

/** Without a 郡, 町 and 村 end a municipality only after a prefecture: 栄町3丁目 is part of some city. */
function cityEnd(text: string, start: number, townsToo: boolean): number {
  const awkward = awkwardEnd(text, start);
  if (awkward > 0) return townsToo || text.charCodeAt(awkward - 1) === CITY ? awkward : start;
  for (let i = start + 1; i < text.length && i <= start + NAME_LIMIT; i++) {
    const code = text.charCodeAt(i);
    if (code === CITY) return DESIGNATED_CITIES.has(text.slice(start, i + 1)) ? wardEnd(text, i + 1) : i + 1;
    if (code === WARD) return NOT_A_WARD.includes(text[i - 1] as string) ? start : i + 1;
    if (code === TOWN || code === VILLAGE) return townsToo ? i + 1 : start;
    if (code < 0x3000) return start;
  }
  return start;
}

/** The ward of a designated city, if one follows: 横浜市 + 保土ケ谷区. */
function wardEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length && i <= start + 5; i++) {
    const code = text.charCodeAt(i);
    if (code === WARD) return NOT_A_WARD.includes(text[i - 1] as string) ? start : i + 1;
    // 中村区 of Nagoya
    const ended = code === TOWN || code === CITY || (code === VILLAGE && text.charCodeAt(i + 1) !== WARD);
    if (ended || code < 0x3000) return start;
  }
  return start;
}

function awkwardEnd(text: string, start: number): number {
  const names = AWKWARD_BY_FIRST.get(text[start] ?? '');
  if (!names) return -1;
  for (const name of names) if (text.startsWith(name, start)) return start + name.length;
  return -1;
}
