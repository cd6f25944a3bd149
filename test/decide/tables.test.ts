import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../src/audit/decision.js';
import { codeOf } from '../../src/decide/decision-words.js';
import { readDecisions } from '../../src/decide/read-decisions.js';
import type { Failure } from '../../src/text/failure.js';

const NOW = '2023-06-23T00:00:00.000Z';
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-tables-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let count = 0;
function put(bytes: string | Uint8Array, ending: string): string {
  const path = join(dir, `t${++count}.${ending}`);
  writeFileSync(path, bytes);
  return path;
}

type Value = string | number | boolean | Date | null;
type Rows = Value[][];
const ID = (n: number) => `F-000${n}-0000-0000`;
const TITLES = [
  '事案',
  '証拠の指紋',
  '判断(1-5)',
  '正しい候補(C1-C3)',
  '担当者コード',
  '候補1の宛名番号',
  '候補2の宛名番号',
];
const row = (
  n: number,
  decision: Value,
  candidate: Value = null,
  reviewer: Value = 'r-1',
  c1: Value = '0001',
): Value[] => [ID(n), `f${n}`, decision, candidate, reviewer, c1, null];

interface Made {
  readonly name?: string;
  readonly rows: Rows;
  readonly [more: string]: unknown;
}
const xlsx = async (...sheets: Made[]) =>
  put(await writeXlsx({ sheets: sheets.map((sheet, i) => ({ name: `s${i + 1}`, ...sheet })) }), 'xlsx');
const ods = async (...sheets: Made[]) =>
  put(await writeOds({ sheets: sheets.map((sheet, i) => ({ name: `s${i + 1}`, ...sheet })) }), 'ods');
const text = (rows: Rows, delimiter = ',') =>
  rows.map((cells) => cells.map((cell) => String(cell ?? '')).join(delimiter)).join('\r\n');

const read = (...paths: string[]) => readDecisions(paths, { runId: 'run-1', now: NOW });
const taken = async (...paths: string[]) =>
  (await read(...paths)).decisions.map(({ case: id, decision, named, reviewer }: Decision) =>
    [id.slice(5, 6), decision, named ?? '-', reviewer].join(' '),
  );
/** What a refusal says in English, its exit code asserted. */
async function refusal(...paths: string[]): Promise<string> {
  const error = await read(...paths).then(
    () => {
      throw new Error('was taken');
    },
    (failure: Failure) => failure,
  );
  expect(error).toMatchObject({ name: 'Failure', exitCode: 2 });
  expect(error.text.ja).not.toMatch(/undefined|\{/);
  return error.message;
}

describe('columns that stand twice', () => {
  const twice = (at: number, title = TITLES[at]!) => [
    [...TITLES, title],
    [...row(1, 3), '3'],
  ];
  test.each<[string, Rows, RegExp]>([
    ['the decision', twice(2), /C1, H1 "decision \(number\)".* twice/],
    ['the case', twice(0), /A1, H1 "finding_id"/],
    ['the fingerprint', twice(1), /B1, H1/],
    ['the candidate', twice(3), /D1, H1/],
    ['the reviewer', twice(4), /E1, H1/],
    ['a resident', twice(5), /F1, H1/],
    ['once in each language', twice(2, 'decision (1-5)'), /C1, H1/],
    ['once in full width', twice(2, '判断（１-５）'), /C1, H1/],
    ['once with a blank', twice(4, ' 担当者 コード '), /E1, H1/],
    ['in another case', [['Finding_ID', 'fingerprint', 'Decision (1-5)', 'DECISION (1-5)'], []], /C1, D1/],
    ['below a line of the office', [['5月分'], ...twice(2)], /C2, H2/],
    ['three sets', [[...TITLES, ...TITLES.slice(2, 5), ...TITLES.slice(2, 5)], row(1, 3)], /C1, H1, K1/],
  ])('%s: refused with their cells', async (_, rows, said) => {
    expect(await refusal(await xlsx({ name: '要確認', rows }))).toMatch(said);
    expect(await refusal(put(text(rows), 'csv'))).toMatch(said);
  });

  test.each<[string, Rows]>([
    [
      'another column twice',
      [
        [...TITLES, 'メモ', 'メモ'],
        [...row(1, 3), 'x', 'y'],
      ],
    ],
    [
      'a column without a title twice',
      [
        [...TITLES, '', ''],
        [...row(1, 3), 'x', 'y'],
      ],
    ],
  ])('%s: taken', async (_, rows) => {
    expect(await taken(await xlsx({ rows }))).toEqual(['1 right - r-1']);
  });
});

describe('a table saved in another program', () => {
  const rows = [TITLES, row(1, 1, 'C1', "'00123", "'0000001198"), row(2, '3', '', 'r-1')];
  const EXPECTED = ['1 wrong-candidate 0000001198 123', '2 right - r-1'];
  test.each<[string, () => Promise<string> | string]>([
    ['CSV saved as .xlsx, apostrophes in its cells', () => xlsx({ rows })],
    ['the same as .ods', () => ods({ rows })],
    ['UTF-8', () => put(text(rows), 'csv')],
    ['UTF-8 with its mark', () => put(`\ufeff${text(rows)}`, 'csv')],
    ['CP932', () => put(iconv.encode(text(rows), 'cp932'), 'csv')],
    ['semicolons', () => put(text(rows, ';'), 'csv')],
    ['semicolons in CP932', () => put(iconv.encode(text(rows, ';'), 'cp932'), 'csv')],
    ['tabs', () => put(text(rows, '\t'), 'csv')],
    ['tabs in a .tsv', () => put(text(rows, '\t'), 'tsv')],
    ['Unicode text of Excel', () => put(iconv.encode(text(rows, '\t'), 'utf-16le', { addBOM: true }), 'txt')],
    ['UTF-16 with commas', () => put(iconv.encode(text(rows), 'utf-16le', { addBOM: true }), 'csv')],
    [
      'UTF-16 the other way round',
      () => put(iconv.encode(text(rows, '\t'), 'utf-16be', { addBOM: true }), 'csv'),
    ],
    ['a line for Excel above', () => put(`sep=;\r\n${text(rows, ';')}`, 'csv')],
    ['lines of old Macs', () => put(text(rows).replaceAll('\r\n', '\r'), 'csv')],
    ['empty lines between', () => put(text(rows).replaceAll('\r\n', '\r\n\r\n'), 'csv')],
    ['a workbook called .csv', async () => put(readFileSync(await xlsx({ rows })), 'csv')],
    ['a table called .xlsx', async () => put(readFileSync(await ods({ rows })), 'xlsx')],
    [
      'titles in other widths and cases',
      () =>
        xlsx({
          rows: [
            [
              '事案 ',
              '証拠の指紋',
              '判断（１－５）'.replace('－', '-'),
              '正しい候補（C1-C3）',
              '担当者コード',
              '候補１の宛名番号',
              '',
            ],
            ...rows.slice(1),
          ],
        }),
    ],
  ])('%s: taken', async (_, make) => {
    expect(await taken(await make())).toEqual(EXPECTED);
  });

  const OLE2 = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['a password', Buffer.concat([OLE2, Buffer.from('EncryptedPackage', 'utf16le')]), 'xlsx', /password/],
    [
      'a password, called .csv',
      Buffer.concat([OLE2, Buffer.from('EncryptedPackage', 'utf16le')]),
      'csv',
      /password/,
    ],
    ['an old workbook', OLE2, 'xls', /old Excel workbook/],
    ['an old workbook called .xlsx', OLE2, 'xlsx', /old Excel workbook/],
    ['a page of HTML', '<html><table></table></html>', 'xls', /HTML or XML/],
    ['a page with its mark', '\ufeff<!DOCTYPE html>', 'csv', /HTML or XML/],
    ['XML of Excel 2003', '<?xml version="1.0"?><Workbook/>', 'xml', /HTML or XML/],
    ['a PDF', '%PDF-1.7', 'csv', /no decisions file/],
    ['an archive of something else', zipSync({ 'a.txt': Buffer.from('x') }), 'xlsx', /no decisions file/],
    ['a workbook cut short', Buffer.from('PK\u0003\u0004xxxx'), 'xlsx', /no decisions file/],
    ['nothing', '', 'csv', /no column "finding_id"/],
    [
      'a table of something else',
      'a,b\n1,2',
      'csv',
      /no column "finding_id", "fingerprint", "decision \(number\)"/,
    ],
    [
      'a table without one of the columns',
      'finding_id,fingerprint,decision\nx,y,3',
      'csv',
      /no column "decision \(number\)"/,
    ],
  ])('%s: refused, saying what it is', async (_, bytes, ending, said) => {
    expect(await refusal(put(bytes, ending))).toMatch(said);
  });
});

describe('cells that cannot be taken', () => {
  const rows = (...cells: [Value, Value?, Value?]) => [TITLES, row(1, ...cells)];
  test.each<[string, Rows, RegExp]>([
    ['a word that is none', rows('誤り'), /C2 "decision \(number\)": text of 2 characters; .*1 to 5/],
    ['a number too high', rows(6), /C2 .*another number/],
    ['a number with a fraction', rows(1.5), /C2 .*fraction/],
    ['a truth value', rows(true), /C2 .*truth value/],
    ['a date', rows(new Date('2023-06-22')), /C2 .*a date/],
    ['the error of a formula', rows('#N/A'), /C2 .*error of a formula/],
    ['a candidate in words', rows(1, '候補1'), /D2 "rightful candidate \(C1-C3\)": text of 3 .*C1, C2 or C3/],
    ['a fourth candidate', rows(1, 'C4'), /D2/],
    ['no reviewer', rows(3, null, null), /E2 "reviewer": empty/],
    ['a reviewer that is a truth value', rows(3, null, false), /E2 .*truth value/],
    ['a reviewer that is a day', rows(3, null, new Date('2023-01-02')), /E2 .*date/],
    ['a reviewer with a fraction', rows(3, null, 1.5), /E2 .*fraction/],
    ['a reviewer that is an error', rows(3, null, '#REF!'), /E2 .*error/],
    ['a reviewer with what is not seen', rows(3, null, 'sa\u200bto'), /E2 .*not seen/],
    ['no case', [TITLES, [null, 'f', 3, null, 'r-1']], /A2 "finding_id"/],
  ])('%s: named with its cell', async (_, made, said) => {
    const message = await refusal(await xlsx({ name: '要確認', rows: made }));
    expect(message).toMatch(said);
    expect(message).toContain('要確認!');
    expect(message).not.toMatch(/誤り|候補|sa.?to/);
  });

  test('all at once, over sheets and files, and nothing of the content is told', async () => {
    const first = await xlsx(
      {
        name: '要確認',
        rows: [TITLES, row(1, '誤り', 'C1'), row(2, 1, '候補1'), row(3, 3, null, null), row(4, 3)],
      },
      { name: '福祉課', rows: [TITLES, row(5, '山田太郎')] },
    );
    const second = put(text([TITLES, row(6, 'x')]), 'csv');
    const message = await refusal(first, second);
    for (const cell of ['要確認!C2', '要確認!D3', '要確認!E4', '福祉課!C2', `${second} C2`])
      expect(message).toContain(cell);
    expect(message).not.toContain('山田');
    expect(message).not.toContain('要確認!C5');
  });

  test('a thousand of them are counted', async () => {
    const message = await refusal(
      await xlsx({ rows: [TITLES, ...Array.from({ length: 1000 }, () => row(1, 'x'))] }),
    );
    expect(message).toContain('and 900 more');
    // Lines, for how long each is hangs on where temporary folders are.
    expect(message.split('\n').length).toBeLessThan(120);
  });

  test.each<[Value, string]>([
    [1, 'wrong-candidate'],
    ['1', 'wrong-candidate'],
    ['１', 'wrong-candidate'],
    ['①', 'wrong-candidate'],
    ['⒈', 'wrong-candidate'],
    ['⑴', 'wrong-candidate'],
    ['1.', 'wrong-candidate'],
    ['1)', 'wrong-candidate'],
    ['1．', 'wrong-candidate'],
    ['01', 'wrong-candidate'],
    ['1.0', 'wrong-candidate'],
    [' 1 ', 'wrong-candidate'],
    ["'1", 'wrong-candidate'],
    ['誤り(候補を選択)', 'wrong-candidate'],
    ['誤り（候補を選択）', 'wrong-candidate'],
    ['1 誤り(候補を選択)', 'wrong-candidate'],
    ['2', 'wrong-unknown'],
    ['2誤り（正しい人は不明）', 'wrong-unknown'],
    ['wrong-unknown', 'wrong-unknown'],
    ['正しい', 'right'],
    [' 正しい　', 'right'],
    ['3 正しい', 'right'],
    ['RIGHT', 'right'],
    ['Right', 'right'],
    ['4', 'hold'],
    ['保留・要照会', 'hold'],
    ['hold', 'hold'],
    ['5', 'bad-data'],
    ['データ不備', 'bad-data'],
    ['ﾃﾞｰﾀ不備', 'bad-data'],
  ])('the decision %j is %s', async (typed, code) => {
    expect((await read(await xlsx({ rows: [TITLES, row(1, typed)] }))).decisions[0]?.decision).toBe(code);
  });

  test.each([
    '誤り',
    '0',
    '6',
    '11',
    '1-2',
    '1,2',
    '1 正しい',
    '正しくない',
    '○',
    'ok',
    '-1',
    '1e0',
    '1年',
    '3か2',
    '保留?',
  ])('the decision %j is none', (typed) => {
    expect(codeOf(typed)).toBeNull();
  });
});

describe('formulas', () => {
  const formula = (cell: string, value: Value) => ({
    rows: [TITLES, row(1, 3, 'C1')],
    cells: new Map([[cell, { value, type: 'formula', formula: '1+2', formulaResult: value }]]),
  });
  test.each<[string, string, RegExp]>([
    ['the decision', '1,2', /C2 .*formula without a value: open/],
    ['the candidate', '1,3', /D2/],
    ['the reviewer', '1,4', /E2/],
    ['the case', '1,0', /A2/],
    ['the fingerprint', '1,1', /B2/],
  ])('without a value in %s: refused', async (_, cell, said) => {
    expect(await refusal(await xlsx(formula(cell, null)))).toMatch(said);
  });

  test('with a value: taken', async () => {
    expect(await taken(await xlsx(formula('1,2', 3)))).toEqual(['1 right - r-1']);
  });

  test('elsewhere they do not matter', async () => {
    expect(await taken(await xlsx(formula('1,6', null)))).toEqual(['1 right - r-1']);
  });
});

describe('rows that would be lost', () => {
  test.each<[string, Value[]]>([
    ['a candidate alone', row(2, null, 'C1', null)],
    ['a reviewer alone', row(2, null, null, 'r-1')],
    ['both', row(2, null, 'C1', 'r-1')],
    ['blanks for a decision', row(2, '　', null, 'r-1')],
    ['an apostrophe for a decision', row(2, "'", null, 'r-1')],
  ])('%s: passed over and told', async (_, half) => {
    const path = await xlsx({ name: '要確認', rows: [TITLES, row(1, 3), half, row(3, null, null, null)] });
    const { decisions, incomplete } = await read(path);
    expect([decisions.length, incomplete]).toEqual([1, [`${path} 要確認!C3`]]);
  });

  const good = { name: '要確認', rows: [TITLES, row(1, 3)] };
  const moved = [row(2, 2), row(3, 3)];
  test.each<[string, Made, RegExp]>([
    ['a sheet without header', { name: '0001', rows: moved }, /0001: holds case ids but no header/],
    ['a sheet with half a header', { name: '福祉課', rows: [['事案', 'x'], ...moved] }, /福祉課/],
    ['rows above the header', { name: 'a', rows: [row(2, 2), TITLES, row(3, 3)] }, /a: holds case ids/],
    ['case ids in another column', { name: 'b', rows: [['', '', ID(2), 3]] }, /b: holds case ids/],
    ['a case of the blind sample', { name: 'c', rows: [['S-6d85-161a-421d', 3]] }, /c: holds case ids/],
    [
      'a header too far down',
      { name: 'd', rows: [...Array(30).fill(['x']), TITLES, row(2, 3)] },
      /d: holds case ids/,
    ],
    ['a hidden sheet', { name: '控え', rows: [TITLES, row(2, 3)], hidden: true }, /控え: a hidden sheet/],
    ['a very hidden sheet', { name: 'x', rows: [TITLES, row(2, 3)], veryHidden: true }, /x: a hidden sheet/],
    ['a hidden sheet without header', { name: 'y', rows: moved, hidden: true }, /y: holds case ids/],
    [
      'a decision joined over rows',
      {
        name: 'm',
        rows: [TITLES, row(2, 3), row(3, null)],
        merges: [{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 }],
      },
      /m!C2:C3: merged cells/,
    ],
    [
      'a reviewer joined over rows',
      {
        name: 'm',
        rows: [TITLES, row(2, 3), row(3, 3, null, null)],
        merges: [{ startRow: 1, endRow: 2, startCol: 4, endCol: 4 }],
      },
      /m!E2:E3: merged cells/,
    ],
  ])('%s: refused by name', async (_, sheet, said) => {
    expect(await refusal(await xlsx(good, sheet))).toMatch(said);
    expect(await refusal(await xlsx(sheet, good))).toMatch(said);
  });

  test.each<[string, Made]>([
    ['a hidden sheet of words for lists', { name: 'リスト', rows: [['正しい'], ['保留']], hidden: true }],
    ['an empty sheet', { name: '空', rows: [] }],
    ['notes', { name: 'メモ', rows: [['5月分'], ['担当: 福祉課']] }],
    ['the header alone', { name: '次', rows: [TITLES] }],
    ['the same rows again', { name: '控え', rows: [TITLES, row(1, 3)] }],
    ['rows with the header once more between', { name: '貼付', rows: [TITLES, TITLES] }],
    [
      'a joined title above the table',
      { name: '題', rows: [['5月分'], TITLES], merges: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 4 }] },
    ],
    [
      'cells joined elsewhere',
      {
        name: '余白',
        rows: [[...TITLES, 'メモ'], [], []],
        merges: [{ startRow: 1, endRow: 2, startCol: 7, endCol: 7 }],
      },
    ],
  ])('%s beside: taken', async (_, sheet) => {
    expect(await taken(await xlsx(good, sheet))).toEqual(['1 right - r-1']);
  });

  test('a hidden sheet of an .ods is told too', async () => {
    const made = readFileSync(await ods(good, { name: '控え', rows: [TITLES, row(2, 3)] }));
    const { unzipSync } = await import('fflate');
    const parts = unzipSync(made);
    const xml = Buffer.from(parts['content.xml']!).toString('utf8');
    const style =
      '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
    const hidden = xml
      .replace('<office:automatic-styles/>', style)
      .replace('table:name="控え"', 'table:name="控え" table:style-name="ta2"');
    expect(hidden.match(/"ta2"/g)).toHaveLength(2);
    const path = put(zipSync({ ...parts, 'content.xml': Buffer.from(hidden) }), 'ods');
    expect(await refusal(path)).toMatch(/控え: a hidden sheet/);
  });
});

describe('one reviewer', () => {
  test.each<[string, Value, Value]>([
    ['zeros that a spreadsheet took off', '00123', 123],
    ['zeros in another number', '0123', '00123'],
    ['full width', '００１２３', '123'],
    ['an apostrophe', "'00123", 123],
    ['case', 'Sato', 'SATO'],
    ['full-width letters', 'Ｓａｔｏ', 'sato'],
    ['half-width kana', 'ｻﾄｳ', 'サトウ'],
    ['blanks around', ' sato ', 'sato'],
    ['a wide blank between', '佐藤　花子', '佐藤 花子'],
    ['blanks between', '佐藤  花子', '佐藤 花子'],
  ])('%s: one answer, two are refused', async (_, one, other) => {
    const [a, b] = [
      await xlsx({ rows: [TITLES, row(1, 3, null, one)] }),
      await xlsx({ rows: [TITLES, row(1, 3, null, other)] }),
    ];
    expect(await taken(a, b)).toHaveLength(1);
    const c = await xlsx({ rows: [TITLES, row(1, 2, null, other)] });
    expect(await refusal(a, c)).toMatch(/C2 .*one reviewer decides the case of .*C2 in another way/);
    expect(
      await refusal(await xlsx({ rows: [TITLES, row(1, 3, null, one), row(1, 2, null, other)] })),
    ).toMatch(/C3/);
  });

  test.each<[Value, Value]>([
    ['00123', 1230],
    ['A001', 'A1'],
    ['sato', 'satoh'],
  ])('%j and %j are two', async (one, other) => {
    expect(
      await taken(await xlsx({ rows: [TITLES, row(1, 3, null, one), row(1, 2, null, other)] })),
    ).toHaveLength(2);
  });

  test('codes are those of the pipeline file', async () => {
    const path = await xlsx({ rows: [TITLES, row(1, 3, null, 123), row(2, 3, null, 'x9')] });
    const options = { runId: 'run-1', now: NOW, reviewers: { codes: ['00123'] } };
    await expect(readDecisions([path], options)).rejects.toThrow(/s1!E3 .*review\.reviewers/);
  });
});
