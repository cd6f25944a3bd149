import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { inlineRow, makeXlsx } from '../ingest/make-xlsx.js';

/** One export as a vendor might have made it, and what each of its columns is. */
export interface OddExport {
  readonly file: string;
  readonly kind: 'register' | 'link';
  readonly encoding: string;
  readonly format: string;
  /** Column to item, with its date notation; parts of one item each name it. Columns left out hold nothing of use. */
  readonly items: Readonly<Record<string, string>>;
}

export interface Person {
  readonly i: number;
  readonly number: string;
  readonly family: readonly [string, string];
  readonly given: readonly [string, string];
  readonly sex: 1 | 2;
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly town: string;
  readonly house: string;
  readonly building: string;
  readonly serial: string;
  readonly phone: string;
}

const FAMILIES =
  '佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ 山本ヤマモト 中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ';
const MEN = '太郎タロウ 健一ケンイチ 大輔ダイスケ 誠マコト 翔太ショウタ 一郎イチロウ 直樹ナオキ';
const WOMEN = '花子ハナコ 美咲ミサキ 陽子ヨウコ 恵子ケイコ 由美ユミ 愛アイ 香織カオリ';
const TOWNS = ['本町', '桜町', '緑町', '旭町', '栄町'];

function pairs(text: string): [string, string][] {
  return text.split(' ').map((word) => /^(\p{Script=Han}+)(.+)$/u.exec(word)!.slice(1) as [string, string]);
}

const COUNT = 90;

/** Made-up residents; their births lie from 1932 to 2016, and their numbers have check digits. */
export const PEOPLE: readonly Person[] = Array.from({ length: COUNT }, (_, i): Person => {
  const sex = ((i * 7) % 2) + 1 === 1 ? 1 : 2;
  const body = String(20_000_000_011 + i * 734_217_913);
  const given = pairs(sex === 1 ? MEN : WOMEN);
  const families = pairs(FAMILIES);
  return {
    i,
    number: `${body}${myNumberCheckDigit(body)}`,
    family: families[(i * 3) % families.length]!,
    given: given[(i * 5 + Math.trunc(i / 7)) % given.length]!,
    sex,
    y: 1932 + ((i * 37) % 85),
    m: 1 + ((i * 5) % 12),
    d: 1 + ((i * 11) % 28),
    town: TOWNS[i % TOWNS.length]!,
    house: `${1 + (i % 9)}-${1 + ((i * 3) % 20)}-${1 + ((i * 13) % 30)}`,
    building: i % 3 === 0 ? `コーポ${['桜', '緑', '光'][i % 9 === 0 ? 0 : 1]}${101 + i}` : '',
    serial: (0x2a00_0000_0000 + i * 7_919_003).toString(16).toUpperCase(),
    phone: `090-${1000 + i * 7}-${2000 + i * 13}`,
  };
});

export const two = (value: number) => String(value).padStart(2, '0');
export const iso = ({ y, m, d }: Person) => `${y}-${two(m)}-${two(d)}`;
const plain = (person: Person) => iso(person).replaceAll('-', '');
export const era = ({ y, m }: Person): [number, string, number] =>
  y > 1989 || (y === 1989 && m > 1)
    ? y > 2019
      ? [5, 'R', y - 2018]
      : [4, 'H', y - 1988]
    : [3, 'S', y - 1925];
export const coded = (person: Person) =>
  `${era(person)[0]}${two(era(person)[2])}${two(person.m)}${two(person.d)}`;
export const wareki = (person: Person) => `${era(person)[1]}${era(person)[2]}.${person.m}.${person.d}`;
const serialDay = (person: Person) =>
  String(Date.UTC(person.y, person.m - 1, person.d) / 86_400_000 + 25_569);
export const name = ({ family, given }: Person, space = '　') => `${family[0]}${space}${given[0]}`;
export const kana = ({ family, given }: Person, space = '　') => `${family[1]}${space}${given[1]}`;
export const half = (text: string) => {
  const HALF: Readonly<Record<string, string>> = Object.fromEntries(
    [
      ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー',
    ].map((one, at) => [one, [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｱｲｳｴｵﾂﾔﾕﾖｰ'][at]!]),
  );
  return [...text.normalize('NFD').replaceAll('\u3099', 'ﾞ').replaceAll('\u309a', 'ﾟ').replaceAll('　', ' ')]
    .map((one) => HALF[one] ?? one)
    .join('');
};
export const hiragana = (text: string) =>
  text.replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));
export const address = ({ town, house, building }: Person, all = true) =>
  `神奈川県ひばり野市${town}${house}${all && building ? `　${building}` : ''}`;
/** When the record was made: the last years, on weekdays' hours. */
export const when = ({ i }: Person) =>
  `20${two(21 + (i % 3))}-${two(1 + (i % 12))}-${two(1 + ((i * 3) % 28))}`;
export const at = (person: Person) =>
  `${when(person)} ${two(9 + (person.i % 8))}:${two((person.i * 7) % 60)}:00`;

type Column = readonly [name: string, item: string, value: (person: Person) => string];

const table = (columns: readonly Column[]) => [
  columns.map(([title]) => title),
  ...PEOPLE.map((person) => columns.map(([, , value]) => value(person))),
];
const csv = (rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n', quote = '') =>
  rows.map((row) => row.map((value) => `${quote}${value}${quote}`).join(delimiter) + end).join('');
const items = (columns: readonly Column[]) =>
  Object.fromEntries(columns.filter(([, item]) => item !== '').map(([title, item]) => [title, item]));
const bytes = (text: string, width: number) => {
  const encoded = iconv.encode(text, 'cp932');
  return Buffer.concat([encoded.subarray(0, width), Buffer.alloc(Math.max(0, width - encoded.length), 0x20)]);
};
export const zero = (value: number, width: number) => String(value).padStart(width, '0');

/** After 基本データリスト: a name and an address in parts beside the whole. */
const STANDARD: readonly Column[] = [
  ['宛名番号', 'resident_id', ({ i }) => zero(i + 1, 15)],
  ['世帯番号', 'household_id', ({ i }) => zero(500 + Math.trunc(i / 2), 15)],
  ['住民種別コード', '', () => '1'],
  ['住民状態コード', 'status', () => '1'],
  ['氏名', 'name', (p) => name(p)],
  ['氏名_フリガナ', 'kana', (p) => kana(p)],
  ['旧氏_漢字', 'former_name', () => ''],
  ['通称', 'alias', () => ''],
  ['生年月日', 'birth_date iso', iso],
  ['生年月日_不詳フラグ', '', () => '0'],
  ['性別', 'sex', ({ sex }) => String(sex)],
  ['現住所_市区町村コード', 'municipality', () => '142999'],
  ['現住所_都道府県', 'address', () => '神奈川県'],
  ['現住所_市区郡町村名', 'address', () => 'ひばり野市'],
  ['現住所_町字', 'address', ({ town }) => town],
  ['現住所_番地号表記', 'address', ({ house }) => house],
  ['現住所_方書', 'address', ({ building }) => building],
  ['現住所_郵便番号', '', ({ i }) => `${zero(210 + (i % 5), 3)}-0001`],
  ['転入前住所', 'previous_address', () => ''],
  ['異動年月日', 'moved_on iso', (p) => when(p)],
  ['支援措置対象者フラグ', 'protected', () => '0'],
  ['個人番号', 'my_number', ({ number }) => number],
  ['利用者証明用電子証明書シリアル番号', 'auth_serial', ({ serial }) => serial],
];

/** After 中間標準レイアウト: coded, with names in both scripts. */
const MIDDLE: readonly Column[] = [
  ['市町村コード', 'municipality', () => '142999'],
  ['宛名コード', 'resident_id', ({ i }) => zero(i + 1, 10)],
  ['世帯コード', 'household_id', ({ i }) => zero(700 + Math.trunc(i / 3), 10)],
  ['個人番号', 'my_number', ({ number }) => number],
  ['本名カナ', 'kana', (p) => half(kana(p))],
  ['本名漢字', 'name', (p) => name(p)],
  ['通称名漢字', 'alias', () => ''],
  ['生年月日', 'birth_date era-code-12345', coded],
  ['性別コード', 'sex', ({ sex }) => String(sex)],
  ['続柄コード', '', ({ i }) => (i % 2 === 0 ? '02' : '20')],
  ['郵便番号', '', ({ i }) => `2${zero(100001 + (i % 5), 6)}`],
  ['住所', 'address', (p) => address(p, false)],
  ['方書', 'address', ({ building }) => building],
  ['前住所', 'previous_address', () => ''],
  ['本籍地', '', ({ town, house }) => `東京都千代田区${town}${house}`],
  ['住民区分', 'status', () => '1'],
  ['異動年月日', 'moved_on yyyymmdd', (p) => when(p).replaceAll('-', '')],
];

const ENGLISH: readonly Column[] = [
  ['MBR_NO', 'record_id', ({ i }) => `M${zero(40_000 + i * 3, 7)}`],
  ['IND_NO', 'my_number', ({ number }) => number],
  ['FULL_NM', 'name', (p) => name(p)],
  ['FULL_NM_KANA', 'kana', (p) => kana(p)],
  ['DOB', 'birth_date yyyymmdd', plain],
  ['SEX_CD', 'sex', ({ sex }) => String(sex)],
  ['ZIP_CD', '', ({ i }) => `2${zero(100001 + (i % 5), 6)}`],
  ['ADDR_FULL', 'address', (p) => address(p)],
  ['TEL_NO', 'phone', ({ phone }) => phone],
  ['ORG_CD', 'organisation', ({ i }) => `K${i % 3}`],
  ['PLAN_NM', '', ({ i }) => ['基本', '家族'][i % 2]!],
  ['REG_DT', 'registered_at yyyymmdd', (p) => when(p).replaceAll('-', '')],
  ['UPD_DT', '', (p) => when(p).replaceAll('-', '')],
];

const INSURER: readonly Column[] = [
  ['保険者番号', 'record_id+organisation', () => '01130012'],
  ['被保険者証等記号', 'record_id', ({ i }) => zero(100 + Math.trunc(i / 4), 5)],
  ['被保険者証等番号', 'record_id', ({ i }) => String(1 + Math.trunc(i / 2))],
  ['枝番', 'record_id', ({ i }) => two(i % 2)],
  ['資格区分', 'status', () => '本人'],
  ['氏名（カナ）', 'kana', (p) => half(kana(p))],
  ['氏名（漢字）', 'name', (p) => name(p)],
  ['生年月日', 'birth_date era-code-12345', coded],
  ['性別区分', 'sex', ({ sex }) => String(sex)],
  ['住所', 'address', (p) => address(p)],
  ['資格取得年月日', '', (p) => `5${two(1 + (p.i % 4))}0401`],
  ['資格喪失年月日', '', () => ''],
  ['個人番号', 'my_number', ({ number }) => number],
  ['個人番号取得方法', 'lookup', ({ i }) => ['本人届出', 'J-LIS照会'][i % 2]!],
  ['登録年月日', 'registered_at yyyymmdd', (p) => when(p).replaceAll('-', '')],
];

const SHEET: readonly Column[] = [
  ['No.', '', ({ i }) => String(i + 1)],
  ['受給者番号', 'record_id', ({ i }) => `J-${2000 + i}`],
  ['対象者名', 'name', (p) => name(p)],
  ['ふりがな', 'kana', (p) => hiragana(kana(p))],
  ['生年月日(和暦)', 'birth_date wareki', wareki],
  ['男女区分', 'sex', ({ sex }) => (sex === 1 ? '男' : '女')],
  ['電話', 'phone', ({ phone }) => phone],
  ['住所1', 'address', (p) => address(p, false)],
  ['住所2', 'address', ({ building }) => building],
  ['マイナンバー（個人番号）', 'my_number', ({ number }) => number],
  ['認定日', 'registered_at slash', (p) => when(p).replaceAll('-', '/')],
  ['備考', '', ({ i }) => (i % 9 === 0 ? '要確認' : '')],
];

const TURNED: readonly Column[] = [
  ['世帯主氏名', '', ({ i }) => name(PEOPLE[(i + 11) % COUNT]!)],
  ['世帯主カナ', '', ({ i }) => kana(PEOPLE[(i + 11) % COUNT]!)],
  ['本籍', '', ({ town, house }) => `東京都千代田区${town}${house}`],
  ['生年月日(西暦)', 'birth_date slash', (p) => iso(p).replaceAll('-', '/')],
  ['年齢', '', ({ y }) => String(2023 - y)],
  ['更新日時', '', (p) => at(p)],
  ['本人カナ氏名', 'kana', (p) => kana(p)],
  ['本人氏名', 'name', (p) => name(p)],
  ['男女別', 'sex', ({ sex }) => (sex === 1 ? '男性' : '女性')],
  ['現住所', 'address', (p) => address(p)],
  ['転出先住所', '', ({ town }) => (town === '本町' ? '東京都世田谷区桜新町1-1' : '')],
  ['手帳番号', 'record_id', ({ i }) => `第${3000 + i}号`],
  ['障害等級', '', ({ i }) => String(1 + (i % 6))],
  ['担当者名', 'operator', ({ i }) => ['大野　一', '小野　二'][i % 2]!],
  ['個人番号', 'my_number', ({ number }) => `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`],
  ['交付日', 'registered_at iso', (p) => when(p)],
];

const SPREADSHEET: readonly Column[] = [
  ['ID', 'record_id', ({ i }) => String(880_000 + i * 7)],
  ['お名前', 'name', (p) => name(p, ' ')],
  ['フリガナ', 'kana', (p) => kana(p, ' ')],
  ['誕生日', 'birth_date', serialDay],
  ['性別', 'sex', ({ sex }) => `${sex}.0`],
  ['ご住所', 'address', (p) => address(p)],
  ['ケータイ', 'phone', ({ phone }) => phone.slice(1).replaceAll('-', '')],
  ['マイナンバー', 'my_number', ({ number }) => `${number}.0`],
  ['受付日', 'registered_at', (p) => String(Date.parse(`${when(p)}T00:00:00Z`) / 86_400_000 + 25_569)],
];

/** Writes the twelve exports into a folder. */
export async function writeOddExports(dir: string): Promise<readonly OddExport[]> {
  const put = (file: string, content: string | Uint8Array) => writeFileSync(join(dir, file), content);
  put('kihon.csv', `\ufeff${csv(table(STANDARD))}`);
  put('chukan.tsv', iconv.encode(csv(table(MIDDLE), '\t'), 'cp932'));
  put('members.txt', iconv.encode(csv(table(ENGLISH), '|', '\n'), 'euc-jp'));
  put('kenpo.csv', iconv.encode(csv(table(INSURER), ',', '\r\n', '"'), 'cp932'));
  put('koza.dat', zenginFile());
  put('hostfile.dat', hostFile());
  put('jukyusha.xlsx', workbook());
  put('apps.jsonl', PEOPLE.map((person) => `${JSON.stringify(app(person))}\n`).join(''));
  put('nameless.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(csv(nameless()), 'utf-16le')]));
  put('techo.csv', iconv.encode(csv(table(TURNED), ';'), 'cp932'));
  put('form.csv', csv(table(SPREADSHEET), ',', '\n'));
  await parquet(join(dir, 'lake.parquet'));
  return [
    { file: 'kihon.csv', kind: 'register', format: 'csv', encoding: 'utf-8', items: items(STANDARD) },
    { file: 'chukan.tsv', kind: 'register', format: 'tsv', encoding: 'cp932', items: items(MIDDLE) },
    { file: 'members.txt', kind: 'link', format: 'csv', encoding: 'euc-jp', items: items(ENGLISH) },
    { file: 'kenpo.csv', kind: 'link', format: 'csv', encoding: 'cp932', items: items(INSURER) },
    {
      file: 'koza.dat',
      kind: 'link',
      format: 'fixed',
      encoding: 'cp932',
      items: {
        '2+4': 'record_id+organisation',
        '21+3': 'record_id',
        '43+1': 'record_id',
        '44+7': 'record_id',
        '51+30': 'kana',
        '92+12': 'my_number',
      },
    },
    {
      file: 'hostfile.dat',
      kind: 'link',
      format: 'fixed',
      encoding: 'cp932',
      items: {
        '1+8': 'record_id',
        '9+24': 'kana',
        '33+20': 'name',
        '53+12': 'my_number',
        '65+8': 'birth_date yyyymmdd',
        '73+1': 'sex',
        '74+60': 'address',
      },
    },
    { file: 'jukyusha.xlsx', kind: 'link', format: 'xlsx', encoding: 'utf-8', items: items(SHEET) },
    {
      file: 'apps.jsonl',
      kind: 'link',
      format: 'jsonl',
      encoding: 'utf-8',
      items: {
        userId: 'record_id',
        'person.fullName': 'name',
        'person.fullNameKana': 'kana',
        'person.dateOfBirth': 'birth_date iso',
        'person.gender': 'sex',
        'person.address': 'address',
        certSerial: 'auth_serial',
        createdAt: 'registered_at',
        provider: 'organisation',
      },
    },
    {
      file: 'nameless.csv',
      kind: 'link',
      format: 'csv',
      encoding: 'utf-16le',
      items: {
        1: 'record_id',
        2: 'my_number',
        3: 'kana',
        4: 'name',
        5: 'birth_date slash',
        6: 'sex',
        7: 'address',
        8: 'registered_at',
      },
    },
    { file: 'techo.csv', kind: 'link', format: 'csv', encoding: 'cp932', items: items(TURNED) },
    { file: 'form.csv', kind: 'link', format: 'csv', encoding: 'utf-8', items: items(SPREADSHEET) },
    {
      file: 'lake.parquet',
      kind: 'link',
      format: 'parquet',
      encoding: 'utf-8',
      items: {
        case_no: 'record_id',
        my_no: 'my_number',
        kanji_name: 'name',
        kana_name: 'kana',
        birth_dt: 'birth_date iso',
        gender_cd: 'sex',
        res_addr: 'address',
        muni_cd: 'organisation',
        created_on: 'registered_at',
      },
    },
  ];
}

function zenginFile(): Buffer {
  const header = bytes('1210 1234567890ﾋﾊﾞﾘﾉｼ', 120);
  const data = PEOPLE.map((p) =>
    Buffer.concat([
      bytes(`2${zero(100 + (p.i % 4), 4)}`, 5),
      bytes('ﾐﾎﾝｷﾞﾝｺｳ', 15),
      bytes(zero(1 + (p.i % 7), 3), 3),
      bytes('ﾎﾝﾃﾝ', 15),
      bytes('', 4),
      bytes(`1${zero(1_000_003 + p.i * 211, 7)}`, 8),
      bytes(half(kana(p)), 30),
      bytes(zero(0, 10), 10),
      bytes('1', 1),
      bytes(p.number, 20),
      bytes('', 9),
    ]),
  );
  const lines = [header, ...data, bytes(`8${zero(COUNT, 6)}`, 120), bytes('9', 120)];
  return Buffer.concat([...lines.flatMap((line) => [line, Buffer.from('\r\n')]), Buffer.from([0x1a])]);
}

/** Records of one length without line ends. */
function hostFile(): Buffer {
  return Buffer.concat(
    PEOPLE.map((p) =>
      Buffer.concat([
        bytes(`A${zero(7_000_001 + p.i * 13, 7)}`, 8),
        bytes(half(kana(p)), 24),
        bytes(name(p), 20),
        bytes(p.number, 12),
        bytes(plain(p), 8),
        bytes(String(p.sex), 1),
        bytes(address(p, false), 60),
      ]),
    ),
  );
}

function workbook(): Uint8Array {
  const rows = [['交付状況一覧'], ['令和5年6月現在'], [], ...table(SHEET)];
  return makeXlsx([
    { name: '説明', rows: inlineRow(['この表は見本です']) },
    { name: '一覧', rows: rows.map((row) => inlineRow(row)).join('') },
  ]);
}

function app(person: Person) {
  return {
    userId: `u-${zero(90_000 + person.i * 17, 8)}`,
    certSerial: person.serial,
    person: {
      fullName: name(person, ' '),
      fullNameKana: kana(person, ' '),
      dateOfBirth: iso(person),
      gender: person.sex === 1 ? 'male' : 'female',
      address: address(person),
    },
    provider: ['rideon', 'telesign'][person.i % 2],
    createdAt: `${at(person).replace(' ', 'T')}+09:00`,
  };
}

function nameless(): string[][] {
  return PEOPLE.map((p) => [
    `C${10_000 + p.i * 9}`,
    p.number,
    half(kana(p)),
    name(p),
    `${p.y}/${p.m}/${p.d}`,
    p.sex === 1 ? '男' : '女',
    address(p),
    at(p).replaceAll('-', '/'),
  ]);
}

async function parquet(path: string): Promise<void> {
  const engine = await openDuckDb();
  const rows = PEOPLE.map((p) =>
    [
      `'CS-${5000 + p.i}'`,
      `'${p.number}'`,
      `'${name(p)}'`,
      `'${kana(p)}'`,
      `DATE '${iso(p)}'`,
      p.sex,
      `'${address(p)}'`,
      `'142999'`,
      `TIMESTAMP '${at(p)}'`,
    ].join(', '),
  );
  const names = 'case_no, my_no, kanji_name, kana_name, birth_dt, gender_cd, res_addr, muni_cd, created_on';
  try {
    await engine.run(
      `COPY (SELECT * FROM (VALUES (${rows.join('), (')})) AS t(${names})) TO '${path}' (FORMAT parquet)`,
    );
  } finally {
    engine.close();
  }
}
