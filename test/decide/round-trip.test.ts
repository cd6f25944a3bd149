import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DecisionCode } from '../../src/audit/case.js';
import { applyDecisions } from '../../src/decide/apply-decisions.js';
import { readDecisions } from '../../src/decide/read-decisions.js';
import { storeOf } from '../../src/decide/store.js';
import { type Cell, type Dialect, openDocument, type SheetOf, workbook } from './workbook-dialects.js';

const NOW = '2023-06-23T00:00:00.000Z';
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-round-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let count = 0;
function put(bytes: string | Uint8Array, ending: string): string {
  const path = join(dir, `r${++count}.${ending}`);
  writeFileSync(path, bytes);
  return path;
}

const TITLES = [
  '事案',
  '証拠の指紋',
  '判断（番号）',
  '正しい候補（C1-C3）',
  '点検担当者コード',
  '候補1の宛名番号',
];
const idOf = (n: number) => `F-${String(n).padStart(4, '0')}-0000-0000`;
const row = (n: number, decision: Cell, candidate: Cell = null, reviewer: Cell = 'r-1'): Cell[] => [
  ...[idOf(n), `f${n}`, decision, candidate, reviewer, '0001'],
];
const text = (rows: readonly (readonly Cell[])[], delimiter = ',', end = '\r\n') =>
  rows.map((cells) => cells.map((cell) => String(cell ?? '')).join(delimiter)).join(end) + end;

async function read(path: string, keepGood = false) {
  const { decisions, leftOut, incomplete } = await readDecisions([path], {
    runId: 'run-1',
    now: NOW,
    keepGood,
  });
  return {
    kept: decisions.map((one) => [Number(one.case.slice(2, 6)), one.decision, one.reviewer]),
    left: leftOut.map(({ sheet, cell }) => (sheet === null ? cell : `${sheet}!${cell}`)),
    incomplete,
  };
}

/** What is typed into the column of decisions; null: refused. */
const TYPED: readonly (readonly [Cell, DecisionCode | null])[] = [
  ...(
    [
      [1, 'wrong-candidate'],
      ['1', 'wrong-candidate'],
      ['１', 'wrong-candidate'],
      ['①', 'wrong-candidate'],
      ['⑴', 'wrong-candidate'],
      ['(1)', 'wrong-candidate'],
      ['（１）', 'wrong-candidate'],
      ['1)', 'wrong-candidate'],
      ['1.', 'wrong-candidate'],
      ['1:', 'wrong-candidate'],
      ['1、', 'wrong-candidate'],
      ['01', 'wrong-candidate'],
      [' 1', 'wrong-candidate'],
      ['1　', 'wrong-candidate'],
      ["'1", 'wrong-candidate'],
      ['1 誤り（候補を選択）', 'wrong-candidate'],
      ['誤り（候補を選択）', 'wrong-candidate'],
      ['誤り(候補を選択)', 'wrong-candidate'],
      ['wrong-candidate', 'wrong-candidate'],
      [{ formula: '1+0', value: 1 }, 'wrong-candidate'],
      [2, 'wrong-unknown'],
      ['②', 'wrong-unknown'],
      ['2 誤り（正しい人は不明）', 'wrong-unknown'],
      ['WRONG-UNKNOWN', 'wrong-unknown'],
      [3, 'right'],
      ['3.0', 'right'],
      ['正しい', 'right'],
      ['　正しい', 'right'],
      ['3 正しい', 'right'],
      ['3正しい', 'right'],
      ['3. 正しい', 'right'],
      ['Right', 'right'],
      [{ formula: 'A1', value: '正しい' }, 'right'],
      [4, 'hold'],
      ['４．', 'hold'],
      ['保留・要照会', 'hold'],
      ['保留･要照会', 'hold'],
      ['hold', 'hold'],
      [5, 'bad-data'],
      ['ﾃﾞｰﾀ不備', 'bad-data'],
      ['bad-data', 'bad-data'],
      ['こちらが有効', 'this-valid'],
      ['ほかの記録が有効', 'other-valid'],
      ['両方有効', 'both-valid'],
      ['1 紐付けを終える', 'to-end'],
      ['理由があり残す', 'stays'],
      ['同一人（二重登録）', 'one-person'],
      ['別人', 'two-persons'],
      ['更新が必要', 'to-renew'],
    ] as const
  ).map(([cell, code]) => [cell, code] as const),
  ...(
    [
      0,
      6,
      1.5,
      -1,
      true,
      { error: '#N/A' },
      { error: '#REF!' },
      { day: 45_000 },
      { formula: '1+0' },
      '誤り',
      '正しくない',
      '○',
      'OK',
      '1,2',
      '1と3',
      '1 正しい',
      '6月1日',
      '保留?',
    ] as const
  ).map((cell) => [cell, null] as const),
];

describe('sixty ways of typing a decision', () => {
  const rows = TYPED.map(([cell], at) => row(at + 1, cell));
  const kept = TYPED.flatMap(([, code], at) => (code === null ? [] : [[at + 1, code, 'r-1']]));
  const left = TYPED.flatMap(([, code], at) => (code === null ? [`C${at + 2}`] : []));

  test('there are that many', () => expect(TYPED.length).toBeGreaterThanOrEqual(60));

  test.each<[string, Dialect]>([
    ['texts in a part of their own', {}],
    ['texts in their cells', { texts: 'inline' }],
  ])('in a workbook, %s: each is kept, or left out with its cell', async (_, dialect) => {
    const path = put(workbook([{ name: '要確認', rows: [TITLES, ...rows] }], dialect), 'xlsx');
    expect(await read(path, true)).toEqual({
      kept,
      left: left.map((cell) => `要確認!${cell}`),
      incomplete: [],
    });
    const refusal = await readDecisions([path], { runId: 'run-1', now: NOW }).catch((error: Error) => error);
    for (const cell of left) expect((refusal as Error).message).toContain(`要確認!${cell} `);
    expect((refusal as Error).message).toContain(`${kept.length} other decisions can be taken: --keep-good`);
  });

  test('in a table of text: likewise, but that text has no kinds', async () => {
    const written = TYPED.filter(([cell]) => typeof cell !== 'object' && !String(cell).includes(','));
    const table = text([TITLES, ...written.map(([cell], at) => row(at + 1, cell))]);
    const found = await read(put(table, 'csv'), true);
    expect(found.kept).toEqual(
      written.flatMap(([, code], at) => (code === null ? [] : [[at + 1, code, 'r-1']])),
    );
    expect(found.left).toEqual(written.flatMap(([, code], at) => (code === null ? [`C${at + 2}`] : [])));
  });
});

const ROWS: Cell[][] = [TITLES, row(1, 3), row(2, '2 誤り（正しい人は不明）'), row(3, 1, 'C1', '00123')];
const KEPT = [
  [1, 'right', 'r-1'],
  [2, 'wrong-unknown', 'r-1'],
  [3, 'wrong-candidate', '123'],
];
const one: readonly SheetOf[] = [{ name: '要確認', rows: ROWS }];
const NOTES: SheetOf = { name: 'メモ', rows: [['5月分'], ['担当', 3]] };

/** The table of an OpenDocument; `cells` writes those of a row. */
const table = (rows: readonly string[], name = '要確認') =>
  `<table:table table:name="${name}">${rows.map((cells) => `<table:table-row>${cells}</table:table-row>`).join('')}</table:table>`;
const said = (value: Cell, inside = '') =>
  value === null
    ? '<table:table-cell/>'
    : typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}" calcext:value-type="float">${inside}<text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string">${inside}<text:p>${String(value)}</text:p></table:table-cell>`;
const cells = (values: readonly Cell[]) => values.map((value) => said(value)).join('');
const NOTE =
  '<office:annotation><dc:creator>係長</dc:creator><dc:date>2023-06-22T00:00:00</dc:date><text:p>要確認 2</text:p></office:annotation>';

/** Shapes in which the same three decisions come back. */
const TAKEN: readonly (readonly [string, string, () => string | Uint8Array])[] = [
  ['texts in a part of their own', 'xlsx', () => workbook(one)],
  ['texts in their cells', 'xlsx', () => workbook(one, { texts: 'inline' })],
  ['texts in runs of two fonts', 'xlsx', () => workbook(one, { texts: 'runs' })],
  ['readings beside the texts', 'xlsx', () => workbook(one, { texts: 'phonetic' })],
  ['cells that do not say where they stand', 'xlsx', () => workbook(one, { placeless: true })],
  ['every element with a prefix', 'xlsx', () => workbook(one, { prefix: 'x' })],
  ['the strict form', 'xlsx', () => workbook(one, { strict: true })],
  ['parts named from the root', 'xlsx', () => workbook(one, { absolute: true })],
  ['parts with byte order marks', 'xlsx', () => workbook(one, { bom: true })],
  ['a range that is not what there is', 'xlsx', () => workbook(one, { dimension: 'A1' })],
  ['empty cells far to the right', 'xlsx', () => workbook(one, { trailing: true })],
  ['sheets moved', 'xlsx', () => workbook([NOTES, ...one], { reversed: true })],
  ['a macro workbook', 'xlsm', () => workbook(one)],
  [
    'rows hidden by a filter',
    'xlsx',
    () => workbook([{ ...one[0]!, rowAttributes: (at) => (at === 2 ? 'hidden="1"' : '') }]),
  ],
  [
    'rows sorted out to a sheet with the titles',
    'xlsx',
    () =>
      workbook([
        { name: '要確認', rows: [TITLES, ROWS[1]!] },
        { name: '福祉課', rows: [TITLES, ROWS[2]!, ROWS[3]!] },
      ]),
  ],
  [
    'formulas with the values stored',
    'xlsx',
    () => {
      const rows = ROWS.slice(1).map((cells) =>
        cells.map((value, at) => (at === 2 ? { formula: 'Z1', value: value as string | number } : value)),
      );
      return workbook([{ name: '要確認', rows: [TITLES, ...rows] }]);
    },
  ],
  [
    'formulas that give the empty text below',
    'xlsx',
    () => {
      const undecided = row(4, { formula: 'IF(Z1="","",1)', value: '' }, null, {
        formula: 'IF(Z1="","",2)',
        value: '',
      });
      return workbook([{ name: '要確認', rows: [...ROWS, undecided] }]);
    },
  ],
  [
    'lines of the office above, columns of its own between',
    'xlsx',
    () => {
      const rows = ROWS.map((cells, at) => [
        at === 0 ? '済' : '✓',
        ...cells.slice(0, 2),
        at === 0 ? 'メモ' : 'x',
        ...cells.slice(2),
      ]);
      return workbook([{ name: '要確認', rows: [['5月分'], [], ...rows] }]);
    },
  ],
  ['OpenDocument', 'ods', () => openDocument(table(ROWS.map(cells)))],
  [
    'OpenDocument with notes at its cells',
    'ods',
    () => openDocument(table(ROWS.map((values) => values.map((value) => said(value, NOTE)).join('')))),
  ],
  [
    'OpenDocument with a million empty rows and columns told once',
    'ods',
    () =>
      openDocument(
        table([
          ...ROWS.map(
            (values) => `${cells(values)}<table:table-cell table:number-columns-repeated="16378"/>`,
          ),
          '<table:table-cell table:number-columns-repeated="16384"/>',
        ]).replace(
          /<table:table-row>(<table:table-cell table:number-columns-repeated="16384"\/>)/,
          '<table:table-row table:number-rows-repeated="1048572">$1',
        ),
      ),
  ],
  ['UTF-8', 'csv', () => text(ROWS)],
  ['UTF-8 with its mark', 'csv', () => `\ufeff${text(ROWS)}`],
  ['CP932', 'csv', () => iconv.encode(text(ROWS), 'cp932')],
  [
    'every value in quotes',
    'csv',
    () => text(ROWS.map((values) => values.map((value) => `"${value ?? ''}"`))),
  ],
  ['semicolons', 'csv', () => text(ROWS, ';')],
  ['tabs', 'tsv', () => text(ROWS, '\t')],
  [
    'Unicode text of a spreadsheet',
    'txt',
    () => iconv.encode(text(ROWS, '\t'), 'utf-16le', { addBOM: true }),
  ],
  ['UTF-16 the other way round', 'txt', () => iconv.encode(text(ROWS, '\t'), 'utf-16be', { addBOM: true })],
  ['lines of old Macs', 'csv', () => text(ROWS, ',', '\r')],
  ['lines of Unix', 'csv', () => text(ROWS, ',', '\n')],
  [
    'values as formulas of text',
    'csv',
    () => text(ROWS.map((values) => values.map((value) => `"=""${value ?? ''}"""`))),
  ],
];

/** Shapes in which something cannot be told: the place that the refusal names. */
const REFUSED: readonly (readonly [string, string, () => string | Uint8Array, RegExp])[] = [
  [
    'a formula without a value',
    'xlsx',
    () => workbook([{ name: '要確認', rows: [TITLES, ROWS[1]!, row(2, { formula: 'Z1' })] }]),
    /要確認!C3 .*formula without a value/,
  ],
  [
    'rows moved to a sheet without the titles',
    'xlsx',
    () =>
      workbook([
        { name: '要確認', rows: ROWS.slice(0, 2) },
        { name: '福祉課', rows: ROWS.slice(2) },
      ]),
    /福祉課: holds case ids/,
  ],
  [
    'columns of decisions twice',
    'xlsx',
    () => workbook([{ name: '要確認', rows: ROWS.map((values) => [...values, ...values.slice(2, 5)]) }]),
    /要確認!C1, G1 /,
  ],
  [
    'a decision joined over rows',
    'xlsx',
    () => workbook([{ ...one[0]!, merges: ['C2:C3'] }]),
    /要確認!C2:C3: merged/,
  ],
  [
    'a hidden sheet',
    'xlsx',
    () => workbook([NOTES, { ...one[0]!, state: 'hidden' }]),
    /要確認: a hidden sheet/,
  ],
  [
    'a very hidden sheet',
    'xlsx',
    () => workbook([NOTES, { ...one[0]!, state: 'veryHidden' }]),
    /要確認: a hidden/,
  ],
  [
    'OpenDocument joined over rows',
    'ods',
    () =>
      openDocument(
        table([
          cells(TITLES),
          cells(ROWS[1]!).replace(
            '<table:table-cell office:value-type="float"',
            '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="float"',
          ),
          cells(row(2, null)).replace('<table:table-cell/>', '<table:covered-table-cell/>'),
        ]),
      ),
    /要確認!C2:C3: merged/,
  ],
  [
    'no column of decisions',
    'csv',
    () => text(ROWS.map((values) => values.slice(0, 2))),
    /no column "decision/,
  ],
  [
    'a line cut short within quotes',
    'csv',
    () => `${text(ROWS.slice(0, 2))}"${text(ROWS.slice(2))}`,
    /no column/,
  ],
  [
    'a password',
    'xlsx',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    /password/,
  ],
  [
    'an old workbook',
    'xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    /old Excel/,
  ],
  [
    'a page called .xls',
    'xls',
    () => `<html><table><tr><td>${idOf(1)}</td></tr></table></html>`,
    /HTML or XML/,
  ],
  ['XML of 2003', 'xml', () => '<?xml version="1.0"?><Workbook/>', /HTML or XML/],
  ['a document', 'csv', () => '%PDF-1.7', /no decisions file/],
  ['a letter', 'xlsx', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), /no decisions file/],
  ['a workbook cut short', 'xlsx', () => workbook(one).slice(0, 900), /no decisions file/],
];

describe('thirty shapes of file', () => {
  test('there are that many', () => expect(TAKEN.length + REFUSED.length).toBeGreaterThanOrEqual(30));

  test.each(TAKEN)('%s: all of it is kept', async (_, ending, make) => {
    expect(await read(put(make(), ending))).toEqual({ kept: KEPT, left: [], incomplete: [] });
  });

  test.each(REFUSED)('%s: refused, saying where', async (_, ending, make, place) => {
    const failure = await read(put(make(), ending)).then(
      ({ kept }) => `was taken: ${JSON.stringify(kept)}`,
      (error: Error & { exitCode: number }) => `${error.exitCode} ${error.message}`,
    );
    expect(failure).toMatch(/^2 /);
    expect(failure).toMatch(place);
  });
});

describe('a key that lost its zeros in a spreadsheet', () => {
  const decision = {
    case: 'F',
    fingerprint: 'f',
    decision: 'wrong-candidate',
    candidate: 'C1',
    reason: null,
  } as const;
  test.each<[string, readonly string[], string | null]>([
    ['1198', ['0000001198', '0000002441'], '0000001198'],
    ['0000001198', ['0000001198', '1198'], '0000001198'],
    ['01198', ['0000001198', '1198'], null],
    ['1198', ['R-1198'], null],
    ['A1', ['0A1'], null],
    ['0', ['000'], '000'],
  ])('%s among %j is %j', (named, candidates, resident) => {
    const said = { ...decision, named, reviewer: 'r-1', at: NOW };
    const finding = () => ({ fingerprint: 'f', candidates });
    const { added, refused } = applyDecisions(storeOf([]), [said], { runId: 'run-1', finding });
    expect(added.map((kept) => kept.resident)).toEqual(resident === null ? [] : [resident]);
    expect(refused).toHaveLength(resident === null ? 1 : 0);
  });
});

describe('good ones beside', () => {
  const sheets = (...more: SheetOf[]) => put(workbook([{ name: '要確認', rows: ROWS }, ...more]), 'xlsx');
  test.each<[string, SheetOf, string[], number[]]>([
    ['a bad cell', { name: 'b', rows: [TITLES, row(7, 'x'), row(8, 3)] }, ['b!C2'], [1, 2, 3, 8]],
    ['two bad cells of a row', { name: 'b', rows: [TITLES, row(7, 'x', 'C9')] }, ['b!C2', 'b!D2'], [1, 2, 3]],
    ['a sheet without titles', { name: 'b', rows: [row(7, 3)] }, ['b!'], [1, 2, 3]],
    ['a hidden sheet', { name: 'b', rows: [TITLES, row(7, 3)], state: 'hidden' }, ['b!'], [1, 2, 3]],
    ['rows above the titles', { name: 'b', rows: [row(7, 3), TITLES, row(8, 3)] }, ['b!'], [1, 2, 3, 8]],
    [
      'a column twice: nothing of the sheet',
      {
        name: 'b',
        rows: [
          [...TITLES, TITLES[2]!],
          [...row(7, 3), 2],
        ],
      },
      ['b!C1, G1'],
      [1, 2, 3],
    ],
    [
      'joined rows, the others kept',
      { name: 'b', rows: [TITLES, row(7, 3), row(8, null), row(9, 3)], merges: ['C2:C3'] },
      ['b!C2:C3'],
      [1, 2, 3, 9],
    ],
    ['two answers of one reviewer: neither', { name: 'b', rows: [TITLES, row(1, 2)] }, ['b!C2'], [2, 3]],
    [
      'two answers, and the first once more: neither',
      { name: 'b', rows: [TITLES, row(1, 2), row(1, 3)] },
      ['b!C2'],
      [2, 3],
    ],
    ['half filled in', { name: 'b', rows: [TITLES, row(7, null, 'C1')] }, [], [1, 2, 3]],
  ])('%s', async (_, sheet, left, kept) => {
    const found = await read(sheets(sheet), true);
    expect(found.left.map((place) => place.replace(/^b$/, 'b!'))).toEqual(left);
    expect(found.kept.map(([n]) => n)).toEqual(kept);
  });

  test('a file that is none is refused all the same', async () => {
    const failed = readDecisions([sheets(), put('%PDF-1.7', 'csv')], {
      runId: 'run-1',
      now: NOW,
      keepGood: true,
    });
    await expect(failed).rejects.toMatchObject({ code: 'decisions-format' });
  });
});

/** LibreOffice, where it is installed; the CI image has it not everywhere. */
const soffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (soffice === undefined) console.warn('round trips through LibreOffice skipped: no soffice');

describe.skipIf(soffice === undefined)('through LibreOffice', () => {
  test.each([
    ['xlsx', 'xlsx'],
    ['ods', 'ods'],
    ['csv', 'csv:Text - txt - csv (StarCalc):44,34,76,1'],
    ['csv', 'csv:Text - txt - csv (StarCalc):44,34,64,1'],
  ])(
    'saved as .%s by filter %s: all of it is kept',
    async (ending, filter) => {
      const from = put(workbook(one), 'xlsx');
      const out = join(dir, `lo${++count}`);
      mkdirSync(out);
      const args = [
        `-env:UserInstallation=file://${join(dir, 'profile')}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        out,
        from,
      ];
      execFileSync(soffice!, args, { stdio: 'ignore', timeout: 120_000 });
      const name = from.split('/').at(-1)!.replace(/xlsx$/, ending);
      expect((await read(join(out, name))).kept).toEqual(KEPT);
    },
    150_000,
  );
});

test('the writer of these workbooks writes archives', () => {
  expect(Object.keys(unzipSync(workbook(one)))).toContain('xl/workbook.xml');
});
