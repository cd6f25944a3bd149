import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { inspectFile, renderInspection } from '../../src/inspect/index.js';
import { layoutOfTable } from '../../src/inspect/layout-table.js';
import { recordKinds } from '../../src/inspect/record-kinds.js';
import { inlineRow, makeXlsx } from '../ingest/make-xlsx.js';
import { PEOPLE } from './odd-exports.js';

const rows = (text: string) => text.split('\n').map((line) => line.split(','));
const PLACES = { 個人番号: [1, 12], 氏名: [13, 20], 生年月日: [33, 8] };

describe('a description of records', () => {
  it.each([
    ['places and lengths', '項目名,開始位置,桁数,属性\n個人番号,1,12,9\n氏名,13,20,N\n生年月日,33,8,9'],
    ['lengths alone', 'No.,項目名称,バイト数\n1,個人番号,12\n2,氏名,20\n3,生年月日,8'],
    ['lengths with units', '項目,長さ\n個人番号,12桁\n氏名,20桁\n生年月日,８桁'],
    ['places from 0', '項目名,オフセット,長さ\n個人番号,0,12\n氏名,12,20\n生年月日,32,8'],
    ['from and to', 'フィールド名,開始,終了\n個人番号,1,12\n氏名,13,32\n生年月日,33,40'],
    ['ranges', '項目名,位置\n個人番号,1-12\n氏名,13～32\n生年月日,33-40'],
    ['COBOL pictures', '項目名,桁数\n個人番号,9(12)\n氏名,X(20)\n生年月日,9(8)'],
    ['English headers', 'Field name,Start,Length,Type\n個人番号,1,12,C\n氏名,13,20,C\n生年月日,33,8,C'],
    ['English, from and to', 'Item,From,To\n個人番号,1,12\n氏名,13,32\n生年月日,33,40'],
    [
      'a title above and a total below',
      '被保険者ファイル\n\n項目名,桁数\n個人番号,12\n氏名,20\n生年月日,8\n合計,40',
    ],
    ['bytes beside digits', '項目名,桁数,バイト数\n個人番号,12,12\n氏名,10,20\n生年月日,8,8'],
  ])('with %s', (_, text) => {
    expect(layoutOfTable(rows(text))?.readings[0]).toEqual(PLACES);
  });

  it('may tell lengths in characters: both readings are kept', () => {
    const text = '項目名,桁数,属性\n個人番号,12,X\n氏名,10,N\n生年月日,8,X';
    expect(layoutOfTable(rows(text))?.readings).toEqual([
      { 個人番号: [1, 12], 氏名: [13, 10], 生年月日: [23, 8] },
      PLACES,
    ]);
  });

  it('names every field once', () => {
    const text = '項目名,桁数\n予備,2\n氏名,20\n予備,3';
    expect(layoutOfTable(rows(text))?.readings[0]).toEqual({ 予備: [1, 2], 氏名: [3, 20], 予備_2: [23, 3] });
  });

  it.each([
    ['a table of people', '宛名番号,氏名,生年月日\n1,山田　花子,1975-03-02\n2,鈴木　一郎,1980-01-01'],
    ['a table of names and amounts', '名称,金額\n甲,100\n乙,200'],
    ['names without lengths', '項目名,桁数\n氏名,\n住所,'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(layoutOfTable(rows(text))).toBeNull();
  });
});

describe('kinds of records', () => {
  it.each([
    ['レコード区分', '1:ヘッダ 2:データ 9:トレーラ', '2', ['2', '1', '9']],
    [
      'レコード種別',
      '１：ヘッダレコード、２：データレコード、８：トレーラレコード、９：エンドレコード',
      '2',
      ['2', '1', '8', '9'],
    ],
    ['レコード識別区分', '1=ヘッダー/2=明細/3=合計', '2', ['2', '1', '3']],
    ['レコードID', 'ヘッダ(H) データ(D) トレーラ(T)', 'D', ['D', 'H', 'T']],
    ['データ区分', '「1」ヘッダー ｢2｣ﾃﾞｰﾀ ｢9｣ｴﾝﾄﾞ', '2', ['2', '1', '9']],
    ['record_type', 'H:Header D:Data T:Trailer', 'D', ['D', 'H', 'T']],
  ])('%s: %s', (field, remark, data, known) => {
    expect(recordKinds(field, ['X', '1', '1', remark])).toEqual({ field, data, known });
  });

  it.each([
    ['資格区分', '1:ヘッダ 2:データ 9:トレーラ'],
    ['レコード区分', '1:追加 2:変更 3:削除'],
    ['レコード区分', '1:ヘッダ 2:データA 3:データB'],
    ['レコード区分', '2:データ'],
    ['レコード区分', '1:データ 1:ヘッダ'],
    ['レコード区分', ''],
  ])('%s: %s tells none', (field, remark) => {
    expect(recordKinds(field, ['X', '1', '1', remark])).toBeNull();
  });

  it('may be told in rows of their own', () => {
    const text = '項目名,桁数,備考\nレコード区分,1,1:ヘッダ\n,,2:データ\n,,9:トレーラ\n氏名,20,';
    expect(layoutOfTable(rows(text))?.kinds).toMatchObject({ field: 'レコード区分', data: '2' });
  });

  const told = iconv.encode(
    '項目名,桁数,備考\n区,2,\nレコード区分,1,1:ヘッダ 2:データ 9:トレーラ\n個人番号,12,\n氏名,20,\n生年月日,8,\n',
    'cp932',
  );
  const kindsFile = (first: string, end: string) => {
    const dir = mkdtempSync(join(tmpdir(), 'kinds-'));
    const line = (start: string, wide: string, last: string) => {
      const name = iconv.encode(wide, 'cp932');
      return Buffer.concat([
        iconv.encode(start.padEnd(15), 'cp932'),
        name,
        Buffer.from(`${' '.repeat(20 - name.length)}${last.padEnd(8)}${end}`),
      ]);
    };
    const two = (n: number) => String(n).padStart(2, '0');
    const data = PEOPLE.map((one) =>
      line(`KG2${one.number}`, `${one.family[0]}　${one.given[0]}`, `${one.y}${two(one.m)}${two(one.d)}`),
    );
    writeFileSync(
      join(dir, 'host.dat'),
      Buffer.concat([line(`KG${first}202136`, '', ''), ...data, line('KG900000090', '', '')]),
    );
    writeFileSync(join(dir, 'レイアウト.csv'), told);
    return join(dir, 'host.dat');
  };

  it.each([['\r\n'], ['\n'], ['']])('are proposed, and rows are those of data: line end %j', async (end) => {
    const inspection = await inspectFile(kindsFile('1', end));
    expect(inspection.reading).toEqual({ dataRecords: { at: [3, 1], is: '2' } });
    expect(inspection.rows).toBe(PEOPLE.length);
    expect(renderInspection(inspection, 'kaigo', 'host.dat', 'ja')).toContain(
      'data_records: { at: [ 3, 1 ], is: "2" }',
    );
  });

  it('are not where a record has another', async () => {
    const inspection = await inspectFile(kindsFile('5', '\r\n'));
    expect(inspection.reading).toEqual({});
  });
});

const FIELDS = '宛名番号,10\n個人番号,12\n氏名,20\n生年月日,8\n性別,1\n住所,40';
const ITEMS = {
  resident_id: '宛名番号',
  my_number: '個人番号',
  name: '氏名',
  birth_date: '生年月日',
  sex: '性別',
  address: '住所',
};

/** A host file whose fields stand together without blanks, and beside it what `files` hold. */
function folder(files: Readonly<Record<string, string | Uint8Array>>, end = '\r\n'): string {
  const dir = mkdtempSync(join(tmpdir(), 'layout-'));
  const field = (text: string, size: number) => {
    const bytes = iconv.encode(text, 'cp932');
    return Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length), 0x20)]).subarray(0, size);
  };
  const two = (n: number) => String(n).padStart(2, '0');
  const records = PEOPLE.map((one) =>
    Buffer.concat([
      field(String(1_000_000_000 + 97 * one.i), 10),
      field(one.number, 12),
      field(`${one.family[0]}　${one.given[0]}`, 20),
      field(`${one.y}${two(one.m)}${two(one.d)}`, 8),
      field(String(one.sex), 1),
      field(`長野県ひばり野市${one.town}１丁目${one.i}番地`, 40),
      Buffer.from(end),
    ]),
  );
  writeFileSync(join(dir, 'host.dat'), Buffer.concat(records));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

const itemsOf = (mapping: Awaited<ReturnType<typeof inspectFile>>['mapping']) =>
  Object.fromEntries(mapping.map(({ item, columns }) => [item, columns.join('+')]));

describe('a fixed-width file', () => {
  const csv = iconv.encode(`項目名,桁数\n${FIELDS}\n`, 'cp932');
  const xlsx = makeXlsx([
    { name: '表紙', rows: inlineRow(['レイアウト']) },
    {
      name: '項目',
      rows: ['項目名,バイト数', ...FIELDS.split('\n')].map((row) => inlineRow(row.split(','))).join(''),
    },
  ]);

  it.each([
    ['text', csv, '\r\n'],
    ['a workbook', xlsx, '\r\n'],
    ['text, records without line ends', csv, ''],
  ])('is read by the description told: %s', async (_, description, end) => {
    const dir = folder({ 'elsewhere.bin': description }, end);
    const inspection = await inspectFile(join(dir, 'host.dat'), 'register', join(dir, 'elsewhere.bin'));
    expect(itemsOf(inspection.mapping)).toEqual(ITEMS);
    expect(inspection.layout).toMatchObject({ 氏名: [23, 20], 住所: [52, 40] });
    expect(inspection.mapping.every(({ confidence }) => confidence > 0.8)).toBe(true);
  });

  it('takes the one beside it that fits to the byte, and says so', async () => {
    const dir = folder({ 'レイアウト.csv': csv, 'other.csv': '項目名,桁数\n甲,5\n乙,7\n' });
    const inspection = await inspectFile(join(dir, 'host.dat'), 'register');
    expect(itemsOf(inspection.mapping)).toEqual(ITEMS);
    expect(renderInspection(inspection, 'register', 'host.dat', 'ja')).toContain('レイアウト.csv から');
  });

  it('takes none where two fit, and asks for it', async () => {
    const dir = folder({ 'a.csv': csv, 'b.csv': csv });
    const inspection = await inspectFile(join(dir, 'host.dat'), 'register');
    expect(inspection.layoutFile).toBeNull();
    expect(renderInspection(inspection, 'register', 'host.dat', 'en')).toContain('told with --layout');
  });

  it.each([
    ['is of a longer record', '項目名,桁数\n甲,50\n乙,70\n', 'inspect-layout/length', '\r\n'],
    ['does not divide the file', '項目名,桁数\n甲,50\n乙,7\n', 'inspect-layout/divides', ''],
    ['is none', '氏名,住所\n甲,乙\n', 'inspect-layout', '\r\n'],
  ])('refuses a description that %s', async (_, description, key, end) => {
    const dir = folder({ 'layout.txt': description }, end);
    const refused = inspectFile(join(dir, 'host.dat'), 'register', join(dir, 'layout.txt'));
    await expect(refused).rejects.toMatchObject({ key, exitCode: 2 });
  });
});
