import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case, PersonView } from '../../src/audit/case.js';
import type { AuditResult } from '../../src/audit/result.js';
import { isToSuspend } from '../../src/report/action-list.js';
import { COLUMNS } from '../../src/report/hand-off.js';
import { writeReports } from '../../src/report/index.js';
import { redactClusters } from '../../src/result/redact.js';
import { csvCell, fromCsvCell } from '../../src/text/csv-cell.js';
import { temporaryFolder } from './browser.js';
import {
  familyCase,
  HOSTILE,
  NO_SECRETS,
  type SampleCase,
  sampleResult,
  shownSample,
} from './sample-result.js';

const PAST = {
  decision: 'right' as const,
  candidate: null,
  reason: null,
  reviewer: 'a',
  at: '2023-06-22T00:00:00.000Z',
  current: true,
};

describe('csvCell', () => {
  test.each([
    ['山田 太郎', '"山田 太郎"'],
    ['a"b', '"a""b"'],
    ['=1+1', `"'=1+1"`],
    ['+81', `"'+81"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    [' =1', `"' =1"`],
    ['＝1', `"'＝1"`],
    ['2-1-1', `"'2-1-1"`],
    ['1/2', `"'1/2"`],
    ['0012', `"'0012"`],
    ['1E5', `"'1E5"`],
    ['1234567890123456', `"'1234567890123456"`],
    ['0.9987', '"0.9987"'],
    ['42', '"42"'],
    ['霞が関2-1-2', '"霞が関2-1-2"'],
    ['', '""'],
  ])('%j becomes %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
    expect(fromCsvCell(cell.slice(1, -1).replaceAll('""', '"'))).toBe(text);
  });
});

test('an address that is not shown says why, in the table too; one that there is none of is empty', () => {
  const { cell } = COLUMNS.find(({ key }) => key === 'address')!;
  const of = (isProtected: boolean, address: string | null, language: 'ja' | 'en') =>
    cell(
      { isProtected, record: { items: { address } } } as never,
      { language, result: { run: { disclosure: 'full' } } } as never,
    );
  expect(of(true, null, 'ja')).toBe('表示しません（支援措置）');
  expect(of(true, null, 'en')).toBe('Not shown (protected person)');
  expect([of(false, null, 'ja'), of(false, '緑町1-1', 'ja')]).toEqual(['', '緑町1-1']);
});

const NUMBER = '983205673214';

/** A case with a My Number where none belongs: in every item of every person, as columns one off would put it. */
function withNumbers(item: SampleCase): SampleCase {
  if (item.findingId !== 'C-0001') return item;
  const filled = <T extends PersonView>(person: T, text: (key: string) => string): T => ({
    ...person,
    birthDate: null,
    items: Object.fromEntries(Object.keys(person.items).map((key) => [key, text(key)])),
  });
  return {
    ...item,
    record: filled(item.record, () => NUMBER),
    linked: item.linked && filled(item.linked, (key) => `${key} ${NUMBER}`),
    candidates: item.candidates.map((one) => filled(one, () => NUMBER)),
    registration: { at: NUMBER, day: NUMBER, terminal: NUMBER, operator: NUMBER, lookup: NUMBER },
  };
}

function numberedResult(): AuditResult {
  const result = sampleResult(withNumbers);
  const cluster = { item: 'terminal', source: 'insurance', value: NUMBER, links: 9, C: 9 } as const;
  return { ...result, summary: { ...result.summary, clusters: redactClusters([cluster], NO_SECRETS) } };
}

describe('files', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(numberedResult(), dir, ['html', 'csv', 'xlsx']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('findings.csv has a BOM, CRLF and no cell a spreadsheet would calculate', () => {
    const bytes = readFileSync(join(dir, 'findings.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
    expect(rows).toHaveLength(1 + 25 + HOSTILE.length);
    expect(rows[0]!.slice(0, 5)).toEqual([
      '事案',
      '選べる判断',
      '判断（番号）',
      '正しい候補（C1-C3）',
      '点検担当者コード',
    ]);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const names = rows.slice(26).map((row) => fromCsvCell(row[17]!));
    expect(names.slice(0, 8)).toEqual(HOSTILE.slice(0, 8));
    expect(names[9]).toBe('斎'.repeat(500));
  });

  test('keys stand in it as they are looked up elsewhere, unless a formula threatens; dates and addresses open as text', () => {
    const [titles, ...rows]: string[][] = parse(readFileSync(join(dir, 'findings.csv')), { bom: true });
    const column = (title: string) => rows.map((row) => row[titles!.indexOf(title)]!);
    expect(column('記録')[1]).toBe('01130012-12-3456-01');
    expect(column('機関')[1]).toBe('01130012');
    for (const title of ['事案', '記録', '機関', '紐付け先の宛名番号', '候補1の宛名番号', '証拠の指紋'])
      expect(column(title).filter((cell) => /^'[^=+\-@\s＝＋－＠]/u.test(cell))).toEqual([]);
  });

  test('findings.xlsx holds every cell as text, with the text format for what is typed in', async () => {
    const bytes = readFileSync(join(dir, 'findings.xlsx'));
    const book = await readXlsx(bytes);
    const rows = book.sheets[0]!.rows;
    // The blind sample has a sheet of its own.
    expect(rows).toHaveLength(1 + 24 + HOSTILE.length);
    const sheets = book.sheets.map(({ name, rows: all }) => [name, all.length]);
    expect(sheets).toEqual([
      ['要確認', rows.length],
      ['抽出点検', 2],
      ['集計', 4],
      ['凡例', 19],
    ]);
    expect(rows[1]![0]).toBe('C-0001');
    expect(rows[1]!.slice(5, 12)).toEqual([
      '重大度 高',
      '別の住民がより合致',
      '家族の番号との取り違え',
      '健康保険',
      '01130012',
      '01130012-12-3456-01',
      'insurance.csv:18204',
    ]);
    expect(rows[25 + 3]![17]).toBe(HOSTILE[3]);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(
      [...sheet.matchAll(/<c [^>]*>/g)].filter(
        (cell) => !/t="inlineStr"|r="N\d+"/.test(cell[0]) && !cell[0].endsWith('/>'),
      ),
    ).toEqual([]);
    // The probability, and nothing else, is a number.
    expect(rows[1]![13]).toBe(0.9987);
    expect(rows.flat().filter((cell) => typeof cell === 'number')).toHaveLength(24 + HOSTILE.length);
    expect(sheet).not.toContain('<f>');
    // Format 49 is the built-in text format: what is typed in stays as typed, too.
    const styles = part(bytes, 'xl/styles.xml');
    const formats = [...styles.matchAll(/<xf [^>]*xfId="0"[^>]*>/g)].map(([xf]) =>
      xf.includes('numFmtId="49"'),
    );
    expect(formats).toEqual([false, true, true, true]);
    expect(sheet).not.toMatch(/<c (?!r="N|[^>]*s="[123]")/);
    expect(sheet.match(/<col [^>]*style="[13]"/g)).toHaveLength(rows[0]!.length);
  });

  test('findings.xlsx offers the decisions in a list, under a header that stays and filters', async () => {
    const bytes = readFileSync(join(dir, 'findings.xlsx'));
    const [sheet] = (await readXlsx(bytes)).sheets;
    const titles = sheet!.rows[0]!;
    expect([titles[2], titles[3], titles.length]).toEqual(['判断（番号）', '正しい候補（C1-C3）', 50]);
    const last = sheet!.rows.length;
    expect(sheet!.autoFilter?.range).toBe(`A1:AX${last}`);
    expect(sheet!.freezePane).toMatchObject({ rows: 1, columns: 1 });
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(xml).toContain(`numberStoredAsText="1"`);
    expect(part(bytes, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'要確認'!$A:$A,'要確認'!$1:$1</definedName>`,
    );
    const [decision, candidate] = sheet!.dataValidations!;
    expect(decision).toMatchObject({ type: 'list', range: `C2:C${last}` });
    expect(candidate).toMatchObject({ type: 'list', range: `D2:D${last}` });
    expect((decision!.values as string[]).slice(0, 7)).toEqual([
      '誤り（候補を選択）',
      '誤り（正しい人は不明）',
      '正しい',
      '番号は正しい（住民にない方）',
      '保留・要照会',
      'データ不備',
      'こちらが有効',
    ]);
    expect((decision!.values as string[]).join(',').length).toBeLessThan(255);
    expect(candidate!.values ?? candidate!.formula1).toEqual(['C1', 'C2', 'C3']);
  });

  test('action-list.csv names the links to suspend, exactly as the holding system knows them', () => {
    const rows: string[][] = parse(readFileSync(join(dir, 'action-list.csv')));
    expect(rows[0]).toEqual(['source', 'organisation', 'record_id', 'resident_id', 'finding_id', 'review']);
    expect(rows[1]).toEqual(['insurance', '01130012', '01130012-12-3456-01', 'R-100', 'C-0001', 'open']);
    const ids = rows.slice(1).map((row) => row[4]);
    for (const id of ['S-0001', 'C-0005', 'C-0009']) expect(ids).not.toContain(id);
    expect(ids).toHaveLength(20 + HOSTILE.length);
  });

  test.each<[string, Partial<Case>, boolean]>([
    ['open', {}, true],
    ['closed as wrong', { review: 'closed', verdict: 'wrong-unknown' }, true],
    ['closed as right', { review: 'closed', verdict: 'right' }, false],
    ['found right on other evidence', { review: 'reopened', history: [{ ...PAST, current: false }] }, true],
    ['not grade C', { grade: 'U' }, false],
    ['about the number only', { kind: 'invalid-number' }, false],
  ])('%s: suspend %s', (_, over, expected) => {
    expect(isToSuspend(shownSample({ ...familyCase('x'), ...over }))).toBe(expected);
  });

  test('no file holds twelve digits in a row, even where a number was written into a name', () => {
    const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    const texts = names
      .filter((name) => /\.(html|js|csv)$/.test(name))
      .map((name) => readFileSync(join(dir, name), 'utf8'));
    texts.push(part(readFileSync(join(dir, 'findings.xlsx')), 'xl/worksheets/sheet1.xml'));
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.join('\n')).toContain('＊＊＊＊＊＊＊＊3214');
    for (const text of texts) expect(text.match(/[0-9０-９]{12}/)).toBeNull();
  });

  test('only the owner may read what names people', async () => {
    const { statSync } = await import('node:fs');
    expect(statSync(join(dir, 'findings.csv')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'findings.xlsx')).mode & 0o777).toBe(0o600);
  });
});

/** One part of a zip archive by its central directory, read without the library that wrote it. */
function part(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength, extra, comment] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`no ${name}`);
}
