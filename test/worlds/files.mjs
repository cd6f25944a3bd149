/** Writes a world: register, seven sources, pipeline file. Every file is small, and the same bytes for the same seed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { eraCode, gregorian, iso, shortWareki, slash } from './calendar.mjs';
import { halfWidth, zengin } from './kana.mjs';

/** Text columns of each source: header → value of a record. */
const COLUMNS = {
  cards: {
    発行番号: (r) => r.id,
    個人番号: (r) => r.number,
    氏名: (r) => r.shown.name,
    生年月日: (r) => (r.person.nation === 'JP' ? shortWareki(r.shown.birth) : gregorian(r.shown.birth)),
    性別: (r) => ['', '男', '女'][Number(r.shown.sex)],
    住所: (r) => r.shown.addressText,
    交付市区町村コード: (r) => r.organisation,
    交付日時: (r) => r.at,
    端末番号: (r) => r.terminal,
    担当者コード: (r) => r.operator,
  },
  insurance: {
    保険者番号: (r) => r.insurer,
    記号: (r) => r.symbol,
    番号: (r) => r.member,
    枝番: (r) => r.branch,
    個人番号: (r) => r.number,
    氏名カナ: (r) => halfWidth(r.shown.kana),
    氏名: (r) => r.shown.name,
    生年月日: (r) => eraCode(r.shown.birth),
    性別: (r) => r.shown.sex,
    住所: (r) => r.shown.addressText,
    登録日時: (r) => r.at,
    取得方法: (r) => r.lookup,
  },
  certificates: {
    手帳番号: (r) => r.id,
    個人番号: (r) => r.number,
    氏名: (r) => r.shown.name,
    生年月日: (r) => shortWareki(r.shown.birth),
    住所: (r) => r.shown.addressText,
    事務所: (r) => r.organisation,
    入力者: (r) => r.operator,
    入力日時: (r) => r.at,
  },
  benefits: {
    申請番号: (r) => r.id,
    個人番号: (r) => r.number,
    氏名: (r) => r.shown.name,
    フリガナ: (r) => r.shown.kana,
    生年月日: (r) => slash(r.shown.birth),
    住所: (r) => r.shown.addressText,
    窓口: (r) => r.organisation,
    担当: (r) => r.operator,
    受付日時: (r) => r.at,
  },
};
const REGISTER = {
  宛名番号: (p) => p.id,
  個人番号: (p) => p.number,
  世帯番号: (p) => p.household,
  氏名: (p) => p.register.name,
  旧氏: (p) => p.register.former,
  通称: (p) => p.register.alias,
  フリガナ: (p) => p.register.kana,
  生年月日: (p) => p.register.birth,
  性別: (p) => p.register.sex,
  住所: (p) => p.register.address,
  転入前住所: (p) => p.register.previous,
  市区町村コード: (p) => p.register.municipality,
  住民状態: (p) => p.register.status,
  異動日: (p) => p.register.movedOn,
  利用者証明用シリアル番号: (p) => p.serial,
};
const PENSION = [
  [(r) => r.id, 10],
  [(r) => r.number, 12],
  [(r) => halfWidth(r.shown.kana), 40],
  [(r) => eraCode(r.shown.birth, true), 7],
  [(r) => r.shown.sex, 1],
  [(r) => r.shown.addressText, 90],
  [(r) => r.organisation, 2],
  [(r) => r.at.replace(/\D/g, ''), 14],
];
const ACCOUNT = [
  [(r) => r.bank, 4],
  [(r) => r.branch, 3],
  [(r) => r.type, 1],
  [(r) => r.account, 7],
  [(r) => zengin(r.shown.kana), 30],
  [(r) => r.number, 12],
  [(r) => r.at.replace(/\D/g, ''), 14],
  [(r) => r.terminal, 6],
];
const service = (r) =>
  JSON.stringify({
    user_id: r.id,
    serial: r.serial,
    name: r.shown.name,
    birth_date: iso(r.shown.birth),
    gender: ['', 'M', 'F'][Number(r.shown.sex)],
    address: r.shown.addressText,
    provider: r.organisation,
    registered_at: r.at,
  });

/**
 * @param {string} folder made where it is missing
 * @param {{people: object[], sources: Map<string, import('./sources.mjs').LinkRecord[]>, truth: string, damage: (id: string, lines: string[]) => string[]}} world
 */
export async function writeWorld(folder, { people, sources, truth, damage }) {
  await mkdir(folder, { recursive: true });
  const put = (name, text, encoding) => writeFile(join(folder, name), encode(text, encoding));
  const table = (id, comma) =>
    damage(id, separated(COLUMNS[id], sources.get(id), comma))
      .map((line) => `${line}\r\n`)
      .join('');
  await put(
    'residents.csv',
    separated(REGISTER, people, ',')
      .map((line) => `${line}\n`)
      .join(''),
    'utf8',
  );
  await put('cards.csv', table('cards', ','), 'cp932');
  await put('insurance.csv', table('insurance', ','), 'utf8');
  await put('certificates.tsv', table('certificates', '\t'), 'utf-16le');
  await put('benefits.csv', table('benefits', ','), 'euc-jp');
  await put('pensions.txt', fixed(PENSION, sources.get('pensions')), 'cp932');
  await put('accounts.txt', fixed(ACCOUNT, sources.get('accounts')), 'cp932');
  await put(
    'services.jsonl',
    sources
      .get('services')
      .map((record) => `${service(record)}\n`)
      .join(''),
    'utf8',
  );
  await put('truth.csv', truth, 'utf8');
  await put('pipeline.yaml', PIPELINE, 'utf8');
}

function separated(columns, rows, comma) {
  const quoted = (text) =>
    /["\r\n]/.test(text) || text.includes(comma) ? `"${text.replace(/"/g, '""')}"` : text;
  return [
    Object.keys(columns).join(comma),
    ...rows.map((row) =>
      Object.values(columns)
        .map((value) => quoted(value(row)))
        .join(comma),
    ),
  ];
}

/** Fields of so many bytes in CP932, cut between characters, filled with spaces. */
function fixed(fields, records) {
  const one = ([value, length], record) => {
    const chars = Array.from(encodable(value(record), 'cp932'));
    while (iconv.encode(chars.join(''), 'cp932').length > length) chars.pop();
    return chars.join('') + ' '.repeat(length - iconv.encode(chars.join(''), 'cp932').length);
  };
  return records.map((record) => `${fields.map((field) => one(field, record)).join('')}\r\n`).join('');
}

function encode(text, encoding) {
  return encoding === 'utf8'
    ? text
    : iconv.encode(encodable(text, encoding), encoding, { addBOM: encoding === 'utf-16le' });
}

/** What the encoding lacks becomes ● (CP932) or 〓 (EUC-JP), as such systems write it. */
function encodable(text, encoding) {
  if (encoding === 'utf-16le' || iconv.decode(iconv.encode(text, encoding), encoding) === text) return text;
  const known = new Map();
  const sign = encoding === 'cp932' ? '●' : '〓';
  return Array.from(text, (char) => {
    if (!known.has(char))
      known.set(char, iconv.decode(iconv.encode(char, encoding), encoding) === char ? char : sign);
    return known.get(char);
  }).join('');
}

const layout = (names, fields) => {
  let at = 1;
  return names
    .map((name, i) => {
      const part = `${name}: [${at}, ${fields[i][1]}]`;
      at += fields[i][1];
      return part;
    })
    .join(', ');
};

const PIPELINE = `version: 1
name: world
as_of: 2023-06-22
register:
  file: residents.csv
  columns: {resident_id: 宛名番号, my_number: 個人番号, household_id: 世帯番号, name: 氏名, former_name: 旧氏, alias: 通称, kana: フリガナ,
    birth_date: {column: 生年月日, format: wareki}, sex: 性別, address: 住所, previous_address: 転入前住所, municipality: 市区町村コード,
    status: 住民状態, moved_on: 異動日, auth_serial: 利用者証明用シリアル番号}
links:
  cards:
    file: cards.csv
    encoding: cp932
    columns: {record_id: 発行番号, my_number: 個人番号, name: 氏名, birth_date: {column: 生年月日, format: wareki}, sex: 性別, address: 住所,
      organisation: 交付市区町村コード, registered_at: 交付日時, terminal: 端末番号, operator: 担当者コード}
    one_per_resident: true
  insurance:
    file: insurance.csv
    columns: {record_id: [保険者番号, 記号, 番号, 枝番], my_number: 個人番号, kana: 氏名カナ, name: 氏名,
      birth_date: {column: 生年月日, format: era-code-12345}, sex: 性別, address: 住所, organisation: 保険者番号, registered_at: 登録日時, lookup: 取得方法}
  certificates:
    file: certificates.tsv
    format: tsv
    encoding: utf-16le
    columns: {record_id: 手帳番号, my_number: 個人番号, name: 氏名, birth_date: {column: 生年月日, format: wareki}, address: 住所,
      organisation: 事務所, operator: 入力者, registered_at: 入力日時}
  pensions:
    file: pensions.txt
    format: fixed
    encoding: cp932
    layout: {${layout(['id', 'my_number', 'kana', 'birth', 'sex', 'address', 'office', 'at'], PENSION)}}
    columns: {record_id: id, my_number: my_number, kana: kana, birth_date: {column: birth, format: era-code-13579}, sex: sex, address: address,
      organisation: office, registered_at: at}
  accounts:
    file: accounts.txt
    format: fixed
    encoding: cp932
    layout: {${layout(['bank', 'branch', 'type', 'number', 'holder', 'my_number', 'registered_at', 'terminal'], ACCOUNT)}}
    columns: {record_id: [bank, branch, type, number], my_number: my_number, kana: holder, registered_at: registered_at, terminal: terminal, organisation: bank}
    one_per_record: true
  services:
    file: services.jsonl
    format: jsonl
    via: auth_serial
    columns: {record_id: user_id, auth_serial: serial, name: name, birth_date: {column: birth_date, format: iso}, sex: gender, address: address,
      organisation: provider, registered_at: registered_at}
  benefits:
    file: benefits.csv
    encoding: euc-jp
    columns: {record_id: 申請番号, my_number: 個人番号, name: 氏名, kana: フリガナ, birth_date: {column: 生年月日, format: slash}, address: 住所,
      organisation: 窓口, operator: 担当, registered_at: 受付日時}
report: {language: en, formats: [csv]}
`;
