// Writes the sample exports beside this file: made-up people in the shapes of eight kinds of system.
// node test/cases/inspect/make.mjs
import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';

const COUNT = 60;
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const FAMILIES = [['佐藤', 'サトウ'], ['鈴木', 'スズキ'], ['高橋', 'タカハシ'], ['田中', 'タナカ'], ['伊藤', 'イトウ'], ['渡辺', 'ワタナベ'], ['山本', 'ヤマモト'], ['中村', 'ナカムラ'], ['林', 'ハヤシ'], ['佐々木', 'ササキ'], ['長谷川', 'ハセカワ']];
const GIVENS = [['太郎', 'タロウ'], ['花子', 'ハナコ'], ['健一', 'ケンイチ'], ['美咲', 'ミサキ'], ['翔', 'ショウ'], ['恵子', 'ケイコ'], ['大輔', 'ダイスケ']];
const TOWNS = ['東京都千代田区霞が関', '大阪府大阪市北区梅田', '北海道札幌市中央区大通西', '福岡県福岡市博多区博多駅前', '京都府京都市中京区', '宮城県仙台市青葉区本町'];
const HALF = Object.fromEntries([...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンョ'].map((full, i) => [full, 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾖ'[i]]));
const VOICED = { ダ: 'ﾀﾞ', ベ: 'ﾍﾞ', ズ: 'ｽﾞ', 'ー': 'ｰ', '　': ' ' };

const half = (text) => [...text].map((c) => HALF[c] ?? VOICED[c] ?? c).join('');
const pad2 = (n) => String(n).padStart(2, '0');

function myNumber(n) {
  const body = String(10_000_000_000 + n * 7_919_357).slice(-11);
  const rest = WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11;
  return body + (rest <= 1 ? 0 : 11 - rest);
}

const people = Array.from({ length: COUNT }, (_, i) => {
  const [family, familyKana] = FAMILIES[i % FAMILIES.length];
  const [given, givenKana] = GIVENS[(i * 3) % GIVENS.length];
  const year = 1935 + ((i * 17) % 80);
  const month = 1 + ((i * 5) % 12);
  const day = 1 + ((i * 11) % 28);
  return {
    i,
    number: myNumber(i + 1),
    name: `${family}　${given}`,
    kana: `${familyKana}　${givenKana}`,
    half: half(`${familyKana}　${givenKana}`),
    year, month, day,
    sex: (i % 2) + 1,
    address: `${TOWNS[i % 6]}${1 + (i % 3)}丁目${1 + (i % 20)}番${1 + (i % 9)}号`,
  };
});

const era = ({ year, month, day }) => {
  const key = year * 10000 + month * 100 + day;
  if (key >= 20190501) return ['令和', 'R', 5, year - 2018];
  if (key >= 19890108) return ['平成', 'H', 4, year - 1988];
  return ['昭和', 'S', 3, year - 1925];
};
const wareki = (p) => `${era(p)[0]}${era(p)[3] === 1 ? '元' : era(p)[3]}年${p.month}月${p.day}日`;
const dotted = (p) => `${era(p)[1]}${era(p)[3]}.${p.month}.${p.day}`;
const eraCode = (p) => `${era(p)[2]}${pad2(era(p)[3])}${pad2(p.month)}${pad2(p.day)}`;
const iso = (p) => `${p.year}-${pad2(p.month)}-${pad2(p.day)}`;
const stamp = (p, sep) => `2022${sep}${pad2(1 + (p.i % 12))}${sep}${pad2(1 + (p.i % 28))}`;
const later = (p) => ({ ...p, year: 2015 + (p.i % 8) });

const save = (name, content) => writeFileSync(new URL(name, import.meta.url), content);
const table = (rows, delimiter, end) => rows.map((row) => row.join(delimiter) + end).join('');

save('municipality.csv', iconv.encode(table([
  ['宛名番号', '個人番号', '世帯番号', '氏名', '旧氏', '通称', '氏名カナ', '生年月日', '性別', '住所', '転入前住所', '市区町村コード', '住民状態', '異動日', '支援措置'],
  ...people.map((p) => [`10${String(p.i).padStart(8, '0')}`, p.number, `2${String(p.i >> 1).padStart(8, '0')}`, p.name, '', '', p.kana, wareki(p), p.sex === 1 ? '男' : '女', p.address, p.i % 5 ? '' : '大阪府大阪市北区梅田1番1号', '131016', '現存', p.i % 3 ? '' : wareki(later(p)), '0']),
], ',', '\r\n'), 'cp932'));

save('insurer.csv', iconv.encode(table([
  ['保険者番号', '被保険者証記号', '被保険者証番号', '枝番', '個人番号', '氏名カナ', '氏名', '生年月日', '性別コード', '住所', '資格取得年月日', '登録日時', '取得方法'],
  ...people.map((p) => ['01130012', 100 + (p.i % 7), 5000 + (p.i >> 1), pad2(p.i % 2), p.number, p.half, p.name, eraCode(p), p.sex, p.address, eraCode(later(p)), `${stamp(p, '/')} 10:${pad2(p.i)}:00`, p.i % 2 ? 'J-LIS照会' : '本人申告']),
], ',', '\r\n'), 'cp932'));

const bytes = (text, size) => {
  const encoded = iconv.encode(text, 'cp932');
  return Buffer.concat([encoded, Buffer.alloc(size - encoded.length, 0x20)]);
};
save('zengin.txt', Buffer.concat([
  bytes(`1${'21'}0${'0000012345'}${half('テスト')}`, 120),
  ...people.map((p) => bytes(`20001${'ﾐｽﾞﾎ'.padEnd(15)}${String(100 + (p.i % 9))}${'ﾎﾝﾃﾝ'.padEnd(15)}    1${String(1000000 + p.i * 37)}${p.half.padEnd(30)}0000000000${'1'}${p.number.padEnd(20)}`, 120)),
  bytes(`8${String(COUNT).padStart(6, '0')}${'0'.repeat(12)}`, 120),
  bytes('9', 120),
]));

save('pension.tsv', Buffer.from(`\ufeff${table([
  ['基礎年金番号', '個人番号', 'カナ氏名', '漢字氏名', '生年月日', '性別', '郵便番号', '住所', '年金コード', '登録年月日', '年金事務所コード'],
  ...people.map((p) => [`${1000 + p.i}-${String(100000 + p.i * 7)}`, p.number, p.kana, p.name, iso(p).replaceAll('-', '/'), p.sex === 1 ? '男' : '女', '100-0013', p.address, '1150', stamp(p, '/'), 2100 + (p.i % 3)]),
], '\t', '\r\n')}`, 'utf16le'));

save('disability.csv', iconv.encode(`身体障害者手帳交付台帳\r\n令和5年6月1日現在\r\n\r\n${table([
  ['手帳番号', '個人番号', '氏名', 'ﾌﾘｶﾞﾅ', '生年月日', '性別', '居住地', '障害名', '等級', '交付年月日', '実施機関コード'],
  ...people.map((p) => [`第${String(2000 + p.i)}号`, p.number, p.name, p.half, dotted(p), p.sex === 1 ? '男' : '女', p.address, '"肢体不自由,下肢"', `${1 + (p.i % 6)}級`, dotted(later(p)), '131016']),
], ',', '\r\n')}`, 'cp932'));

save('services.jsonl', people.map((p) => `${JSON.stringify({ user_id: `u-${1000 + p.i}`, serial: (p.i * 7_919_357 + 99).toString(16).padStart(16, '0'), name: p.name, birth_date: iso(p), gender: p.sex === 1 ? 'M' : 'F', address: p.address, provider: 'S01', created_at: `${stamp(p, '-')}T09:30:00+09:00`, plan: 'basic' })}\n`).join(''));

// Record of 132 bytes without line ends: key 10, number 12, kana 20, name 20, birth 7, sex 1, address 62 (its end always blank:
// nothing tells a filler from the padding of the field before it).
save('mainframe.dat', Buffer.concat(people.map((p) => Buffer.concat([
  bytes(`90${String(p.i * 31).padStart(8, '0')}${p.number}`, 22),
  bytes(p.half, 20),
  Buffer.concat([iconv.encode(p.name, 'cp932'), Buffer.from('8140'.repeat(10), 'hex')]).subarray(0, 20),
  bytes(`${eraCode(p)}${p.sex}`, 8),
  bytes(p.address, 62),
]))));

save('benefits.xlsx', await writeXlsx({
  sheets: [{
    name: '受給者一覧',
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 8 }],
    rows: [
      ['児童扶養手当受給者一覧'],
      ['作成日', '2023-06-01', null, null, null, null, null, '所管', '子育て支援課'],
      [],
      ['受給者番号', '個人番号', '氏名', 'フリガナ', '生年月日', '性別', '住所', '認定日', '備考'],
      ...people.map((p) => [`J${5000 + p.i}`, p.number, p.name, p.kana, new Date(Date.UTC(p.year, p.month - 1, p.day)), p.sex === 1 ? '男' : '女', p.address, new Date(Date.UTC(2019, p.i % 12, 1)), null]),
    ],
  }],
}));
