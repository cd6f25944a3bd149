import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { describe, expect, it } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { preflight } from '../../src/ingest/index.js';
import { inputFiles } from '../../src/ingest/input-file.js';
import { readerOf } from '../../src/ingest/readers/index.js';
import { HEADER, inlineRow, makeXlsx } from './make-xlsx.js';
import { folder, ingested, linkSpec } from './support.js';

const xlsx = linkSpec({ format: 'xlsx' });
const ods = linkSpec({ format: 'ods' });
const AS_OF = '2023-06-22';
const A = ['A1', '123456789018', '山田　太郎'];
const B = ['B1', '987654321098', '髙橋'];

const texts = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ record_id, my_number, name }) => [record_id, my_number, name]);
const read = async (bytes: Uint8Array, spec: LinkSpec = xlsx) => ingested({ input: bytes }, spec);
const notesOf = async (bytes: Uint8Array, spec: LinkSpec = xlsx) =>
  preflight(spec, { dir: folder({ input: bytes }), asOf: AS_OF });
const sheet = (name: string, rows: readonly (readonly string[])[], state?: 'hidden' | 'veryHidden') => ({
  name,
  rows: [HEADER, ...rows].map(inlineRow).join(''),
  ...(state ? { state } : {}),
});

describe('columns known by their place', () => {
  const byPlace = linkSpec({
    format: 'xlsx',
    reading: { header: false, skipRows: 1 },
    columns: {
      record_id: { from: ['1'], format: null },
      my_number: { from: ['2'], format: null },
      name: { from: ['3'], format: null },
      address: { from: ['5'], format: null },
    },
  });
  const book = (...rows: readonly (readonly string[])[]) =>
    makeXlsx([{ name: 'x', rows: rows.map(inlineRow).join('') }]);
  const TITLES = ['番号', '個人番号', '氏名', '電話', '住所'];
  const WHOLE = [...B, '', '本町1-2'];

  // The first row of a register has the flag of protected people as empty as most rows have.
  it.each([
    ['the first row ends before the last of them', [A, WHOLE], [null, '本町1-2']],
    ['only a row far down has the last', [...Array.from({ length: 60 }, () => A), WHOLE], [null, '本町1-2']],
    ['no row has', [A, A], [null, null]],
  ])('are there where %s', async (_, rows, [first, last]) => {
    const found = await read(book(TITLES, ...rows), byPlace);
    expect(found.rejects).toEqual([]);
    expect(found.rows).toHaveLength(rows.length);
    expect([found.rows[0]!.address, found.rows.at(-1)!.address]).toEqual([first, last]);
  });

  it.each(['6', '4000000000'])('are refused where no row has a column %s', async (place) => {
    const columns = { ...byPlace.columns, address: { from: [place], format: null } };
    await expect(read(book(TITLES, A, WHOLE), { ...byPlace, columns })).rejects.toMatchObject({
      exitCode: 2,
    });
  });

  it('are as many as any of the first rows has, for who asks what there is', async () => {
    const spec = linkSpec({ format: 'xlsx', reading: { header: false, skipRows: 1 }, columns: {} });
    const [file] = await inputFiles(spec, folder({ input: book(TITLES, A, WHOLE) }));
    const sample = await readerOf('xlsx').sample(file!, spec);
    expect(sample.columns).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('readings above the characters are no part of a value', () => {
  const PHONETIC = '<rPh sb="0" eb="2"><t>ヤマダ</t></rPh><phoneticPr fontId="1"/>';
  const number = `<c t="inlineStr"><is><t>${A[1]}</t></is></c>`;
  const id = '<c t="inlineStr"><is><t>A1</t></is></c>';
  const cell = (inner: string) => `<c t="inlineStr"><is>${inner}</is></c>`;
  it.each([
    ['an inline text', cell(`<t>山田　太郎</t>${PHONETIC}`)],
    [
      'inline runs',
      cell(`<r><rPr><b/></rPr><t>山田</t></r><r><t xml:space="preserve">　太郎</t></r>${PHONETIC}`),
    ],
    ['a reading before the text', cell(`${PHONETIC}<t>山田　太郎</t>`)],
  ])('%s', async (_, name) => {
    const rows = `${inlineRow(HEADER)}<row>${id}${number}${name}</row>`;
    expect(texts((await read(makeXlsx([{ name: 'x', rows }]))).rows)).toEqual([A]);
  });

  it('in the header', async () => {
    const header = HEADER.map((name) => cell(`<t>${name}</t><rPh sb="0" eb="1"><t>ヨミ</t></rPh>`)).join('');
    const rows = `<row>${header}</row>${inlineRow(A)}`;
    expect(texts((await read(makeXlsx([{ name: 'x', rows }]))).rows)).toEqual([A]);
  });

  it('in shared strings, with a prefix of the namespace and an escaped character', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const strings = [
      '<x:si><x:t>山田_x000D_</x:t><x:rPh sb="0" eb="2"><x:t>ヤマダ</x:t></x:rPh></x:si>',
      '<x:si><x:r><x:t>髙</x:t></x:r><x:r><x:t>橋</x:t></x:r><x:rPh sb="0" eb="2"><x:t>タカハシ</x:t></x:rPh></x:si>',
    ];
    const shared = `<x:sst xmlns:x="${main}">${strings.join('')}</x:sst>`;
    const name = (place: number) => `<c t="s"><v>${place}</v></c>`;
    const rows = `${inlineRow(HEADER)}<row>${id}${number}${name(0)}</row><row>${id}${number}${name(1)}</row>`;
    const found = await read(makeXlsx([{ name: 'x', rows }], { 'xl/sharedStrings.xml': shared }));
    expect(found.rows.map(({ name: text }) => text)).toEqual(['山田\r', '髙橋']);
  });

  it('in OpenDocument, where they are ruby, and comments neither', async () => {
    const office = 'urn:oasis:names:tc:opendocument:xmlns';
    const ruby =
      '<text:ruby><text:ruby-base>山田</text:ruby-base><text:ruby-text>ヤマダ</text:ruby-text></text:ruby>';
    const note = '<office:annotation><text:p>確認済み</text:p></office:annotation>';
    const plain = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const rows = [
      `<table:table-row>${HEADER.map(plain).join('')}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>',
      `<table:table-row>${plain('A1')}${plain(A[1]!)}<table:table-cell office:value-type="string">${note}<text:p>${ruby}<text:s text:c="2"/>太郎</text:p></table:table-cell></table:table-row>`,
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ];
    const content = `<office:document-content xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="x">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
    const bytes = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(content),
    });
    const found = await read(bytes, ods);
    expect(texts(found.rows)).toEqual([['A1', A[1], '山田  太郎']]);
    expect(found.report.files[0]?.rows).toBe(1);
  });
});

describe('cells', () => {
  it('are read for what they hold: dates, numbers, booleans, formulas', async () => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`;
    const columns = ['発行番号', '個人番号', 'a', 'b', 'c', 'd', 'e'];
    const cells = [
      '<c r="A2" t="str"><f>"A"&amp;1</f><v>A1</v></c><c r="B2"><v>1.23456789018E11</v></c>',
      '<c r="C2" s="1"><v>27455</v></c><c r="D2" s="2"><v>27455.5</v></c><c r="E2" s="0"><v>27455</v></c>',
      '<c r="G2" t="b"><v>1</v></c>',
    ];
    const rows = `${inlineRow(columns)}<row r="2">${cells.join('')}</row><row r="3"><c r="C3" t="inlineStr"><is><t>　 </t></is></c></row>`;
    const items = {
      record_id: '発行番号',
      my_number: '個人番号',
      birth_date: 'a',
      registered_at: 'b',
      terminal: 'c',
      operator: 'd',
      lookup: 'e',
    };
    const spec = linkSpec({
      format: 'xlsx',
      columns: Object.fromEntries(
        Object.entries(items).map(([item, name]) => [item, { from: [name], format: null }]),
      ),
    });
    const found = await read(makeXlsx([{ name: 'x', rows }], { 'xl/styles.xml': styles }), spec);
    // Serial 27455 is 2 March 1975.
    expect(found.rows).toMatchObject([
      {
        record_id: 'A1',
        my_number: '123456789018',
        birth_date: '1975-03-02',
        registered_at: '1975-03-02T12:00:00',
        terminal: '27455',
        operator: null,
        lookup: 'true',
      },
    ]);
    expect(found.report.files[0]).toMatchObject({ rows: 1, rejected: 0 });
  });

  it.each(['合計', '計', '総 計', '小計：', '【件数】', 'TOTAL', 'Sub-total', '合　計', '総件数', 'ｺﾞｳｹｲ'])(
    'a row %s with a count is rejected with its line, wherever the label stands',
    async (label) => {
      for (const total of [
        [label, '2'],
        [label, '1,234,567 件'],
        ['2', label],
        [label, '23456789012345', '2'],
      ]) {
        const found = await read(makeXlsx([sheet('x', [A, [], total, B])]));
        expect(texts(found.rows)).toEqual([A, B]);
        expect(found.rejects).toMatchObject([{ code: 'total-row', line: 4 }]);
      }
    },
  );

  it.each([
    ['レコード件数', '2', ''],
    ['データ数', '2', ''],
    ['登録人数', '2 名', ''],
    ['対象の総件数', '2', ''],
    ['全2件', '2', ''],
    ['以上 2 件', '2', ''],
    ['合計', '=COUNTA(B2:B3)', ''],
    ['合計', '=SUBTOTAL(103,$B$2:$B$41)', ''],
    ['合計', '2', '男 1　女 1'],
    ['合計', '2', '（うち女性 1名）'],
  ])('a row of totals: %s, %s, %s', async (...total) => {
    const found = await read(makeXlsx([sheet('x', [A, total, B])]));
    expect(texts(found.rows)).toEqual([A, B]);
    expect(found.rejects).toMatchObject([{ code: 'total-row', line: 3 }]);
  });

  it.each([
    ['a man called 数男', ['C1', '12', '数男']],
    ['全 as a name', ['C1', '12', '全　男']],
    ['a number in the notation of a formula', ['合計', '="111111111118"', '']],
    ['a key that begins like a count of records', ['登録数え', '12', '']],
    ['a name with a number', ['合計', '12', '男山 1']],
    ['a person called 計', ['C1', '111111111118', '計']],
    ['a key that ends in 計', ['会計', '12', '']],
    ['a short number of a person', ['合計', '12', '山田']],
    ['a whole number', ['合計', '111111111118', '']],
  ])('no row of totals: %s', async (_, row) => {
    const found = await read(makeXlsx([sheet('x', [A, row])]));
    expect(found.rejects).toEqual([]);
    expect(found.rows).toHaveLength(2);
  });
});

describe('which sheet is read', () => {
  it('the first, and the note names others with rows', async () => {
    const bytes = makeXlsx([sheet('1月', [A]), sheet('2月', [B, B]), { name: '空', rows: '' }]);
    const found = await read(bytes);
    expect(texts(found.rows)).toEqual([A]);
    expect(found.report.files[0]?.sheets).toEqual({
      read: ['1月'],
      unread: [{ name: '2月', hidden: false, rows: 2, fits: true }],
    });
    const [note, ...more] = await notesOf(bytes);
    expect(more).toEqual([]);
    expect(note?.en).toMatch(/cards: input: the sheet "1月" is read.*2月 \(2 rows\).*sheet: "\*"/);
    expect(note?.ja).toMatch(/シート「1月」.*2月（2 行）.*sheet: "\*"/);
  });

  it('all with the columns for *, in order; rejected rows name their sheet', async () => {
    const bytes = makeXlsx([
      { name: '説明', rows: inlineRow(['この表は']) },
      sheet('1月', [A, ['X', '', 'y']]),
      sheet('古い', [A], 'hidden'),
      {
        name: '2月',
        rows: [
          ['個人番号', '氏名', '発行番号'],
          [B[1]!, B[2]!, B[0]!],
        ]
          .map(inlineRow)
          .join(''),
      },
    ]);
    const spec = linkSpec({ format: 'xlsx', reading: { sheet: '*' } });
    const found = await read(bytes, spec);
    expect(texts(found.rows)).toEqual([A, B]);
    expect(found.rows.map(({ row }) => row)).toEqual([1, 3]);
    expect(found.rejects).toMatchObject([{ line: 3, code: 'required-item-missing' }]);
    expect(found.report.files[0]).toMatchObject({
      rows: 3,
      accepted: 2,
      rejected: 1,
      sheets: { read: ['1月', '2月'] },
    });
    const [note] = await notesOf(bytes, spec);
    expect(note?.en).toMatch(/説明 \(1 row\), 古い \(1 row, hidden\)/);
    const again = await read(readFileSync(join(found.workDir, 'quarantine', 'cards.1')), spec);
    expect(again.report.files[0]).toMatchObject({ rows: 1, rejected: 1 });
  });

  it('the first that is not hidden; a hidden one is named', async () => {
    const bytes = makeXlsx([sheet('控え', [B], 'veryHidden'), sheet('カード', [A])]);
    expect(texts((await read(bytes)).rows)).toEqual([A]);
    expect((await notesOf(bytes))[0]?.en).toMatch(/"カード" is read.*控え \(1 row, hidden\)/);
    const named = linkSpec({ format: 'xlsx', reading: { sheet: '控え' } });
    expect(texts((await read(bytes, named)).rows)).toEqual([B]);
  });

  it('a sheet that is named needs no note of others that are of another kind', async () => {
    const bytes = makeXlsx([{ name: '説明', rows: inlineRow(['この表は']) }, sheet('カード', [A])]);
    expect(await notesOf(bytes, linkSpec({ format: 'xlsx', reading: { sheet: 'カード' } }))).toEqual([]);
  });

  it.each([
    ['a name that no sheet has', 'かーど', 'input-sheet', /no sheet "かーど"\. Sheets: 説明, カード$/],
    ['a misspelt name', 'カアド', 'input-sheet', /Did you mean "カード"\? Sheets: 説明, カード$/],
    [
      'a sheet without the columns',
      undefined,
      'input-column',
      /"説明" was read; the sheet "カード" has the columns: write "sheet: カード"/,
    ],
    ['an explained sheet, named', '説明', 'input-column', /the sheet "カード" has the columns/],
  ])('refuses %s', async (_, name, code, says) => {
    const bytes = makeXlsx([{ name: '説明', rows: inlineRow(['この表は']) }, sheet('カード', [A])]);
    const spec = linkSpec({ format: 'xlsx', ...(name ? { reading: { sheet: name } } : {}) });
    await expect(notesOf(bytes, spec)).rejects.toMatchObject({
      code,
      exitCode: 2,
      text: { en: expect.stringMatching(says) },
    });
  });

  it('the same in OpenDocument', async () => {
    const bytes = await writeOds({
      sheets: [
        { name: '1月', rows: [HEADER, A] },
        { name: '2月', rows: [HEADER, B] },
      ],
    });
    expect(texts((await read(bytes, ods)).rows)).toEqual([A]);
    expect(texts((await read(bytes, linkSpec({ format: 'ods', reading: { sheet: '*' } }))).rows)).toEqual([
      A,
      B,
    ]);
    expect((await notesOf(bytes, ods))[0]?.en).toMatch(/2月 \(1 row\)/);
  });
});

describe('what is no workbook is called by its name', () => {
  const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const wide = (text: string) =>
    Buffer.concat([OLE2, Buffer.alloc(1500), Buffer.from(text, 'utf16le'), Buffer.alloc(600)]);
  const zip = (...names: string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
  const encrypted = zipSync({
    'META-INF/manifest.xml': strToU8('<m><manifest:encryption-data xmlns:manifest="x"/></m>'),
    'content.xml': new Uint8Array([1, 2, 3]),
  });
  it.each([
    ['an old workbook', wide('Workbook\0'), /old Excel workbook \(\.xls\)/],
    ['a workbook with a password', wide('EncryptedPackage\0'), /protected by a password/],
    ['an old document', wide('WordDocument\0'), /old Office document/],
    ['HTML', Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'), /is HTML/],
    ['a bare table of HTML', Buffer.from('\r\n<table border=1><tr><td>'), /is HTML/],
    [
      'an XML spreadsheet',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
      /XML spreadsheet/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
    [
      'a binary workbook',
      zipSync({
        '_rels/.rels': strToU8(
          '<R><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
        ),
        'xl/workbook.bin': new Uint8Array([1]),
      }),
      /\.xlsb/,
    ],
    ['another archive', zip('word/document.xml'), /no workbook/],
    ['an OpenDocument with a password', encrypted, /protected by a password/],
    ['CSV', Buffer.from('発行番号,個人番号,氏名\nA1,123456789018,x\n'), /is not xlsx but text.*format: csv/],
    ['JSON', Buffer.from('{"発行番号":"A1"}\n'), /format: jsonl/],
  ])('%s', async (_, bytes, says) => {
    for (const format of ['xlsx', 'csv', 'ods'] as const) {
      const isText = /format: /.test(String(says));
      if (isText && format === 'csv') continue;
      const expected = isText && format === 'ods' ? /is not ods but text/ : says;
      await expect(notesOf(bytes, linkSpec({ format }))).rejects.toMatchObject({
        code: 'input-format',
        exitCode: 2,
        text: { en: expect.stringMatching(expected), ja: expect.stringMatching(/input/) },
      });
    }
  });

  it.each([
    ['an .xlsx declared csv', linkSpec(), makeXlsx([sheet('x', [A])]), /looks like xlsx, not csv/],
    ['an .ods declared xlsx', xlsx, null, /looks like ods, not xlsx/],
  ])('%s', async (_, spec, bytes, says) => {
    const content = bytes ?? (await writeOds({ sheets: [{ name: 'x', rows: [HEADER, A] }] }));
    await expect(notesOf(content, spec)).rejects.toMatchObject({
      code: 'input-format',
      text: { en: expect.stringMatching(says) },
    });
  });

  it('a workbook cut short', async () => {
    const whole = makeXlsx([sheet('x', [A])]);
    await expect(notesOf(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({
      code: 'input-broken',
      exitCode: 2,
    });
  });
});
