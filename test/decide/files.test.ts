import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx as book } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DECISION_CODES } from '../../src/audit/decision.js';
import { readDecisions } from '../../src/decide/read-decisions.js';
import { addToStore, readStore } from '../../src/decide/store.js';
import { CHOICES } from '../../src/report/hand-off.js';

const NOW = '2023-06-23T00:00:00.000Z';
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-decide-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}
const read = (path: string) => readDecisions([path], { runId: 'run-1', now: NOW });

const LINE =
  '{"case":"c1","fingerprint":"f1","decision":"wrong-candidate","candidate":"C2","reason":"form","at":"2023-06-22T01:00:00.000Z"}\n';
// CRC-32 of LINE by Python's zlib.crc32.
const CRC = 'crc32:c7f0c1e3';
const head = (over: Record<string, unknown> = {}) =>
  `${JSON.stringify({ schema: 'totsugo-decisions/1', run_id: 'run-1', organisation: '01130012', reviewer: 'r-1', count: 1, checksum: CRC, ...over })}\n`;

describe('decisions.jsonl', () => {
  test('is read as the page writes it', async () => {
    expect(await read(put('ok.jsonl', head() + LINE))).toEqual([
      {
        case: 'c1',
        fingerprint: 'f1',
        decision: 'wrong-candidate',
        candidate: 'C2',
        reason: 'form',
        reviewer: 'r-1',
        at: '2023-06-22T01:00:00.000Z',
      },
    ]);
  });

  test.each<[string, string, string]>([
    ['empty', '', 'decisions-head'],
    ['no head', LINE, 'decisions-head'],
    ['no reviewer', head({ reviewer: ' ' }) + LINE, 'decisions-head'],
    ['another schema', head({ schema: 'x/2' }) + LINE, 'decisions-head'],
    ['cut short', head() + LINE.slice(0, 40), 'decisions-checksum'],
    ['edited', head() + LINE.replace('C2', 'C1'), 'decisions-checksum'],
    ['wrong count', head({ count: 2 }) + LINE, 'decisions-checksum'],
    ['another run', head({ run_id: 'run-2' }) + LINE, 'decisions-run'],
  ])('%s is refused with %s', async (name, content, code) => {
    await expect(read(put(`${name}.jsonl`, content))).rejects.toMatchObject({ code, exitCode: 2 });
  });

  test.each(['nowhere.jsonl', 'nowhere.csv', 'nowhere.xlsx'])(
    '%s that is not there is refused',
    async (name) => {
      await expect(read(join(dir, name))).rejects.toMatchObject({ code: 'decisions-missing', exitCode: 2 });
    },
  );

  test('another kind of file is refused', async () => {
    await expect(read(put('x.txt', 'x'))).rejects.toMatchObject({ code: 'decisions-format' });
  });
});

const TITLES = ['担当者コード', '事案', '証拠の指紋', '判断(1-5)', '正しい候補(C1-C3)'];
const ROWS = [
  ['r-1', 'c1', "'0012", '１', 'c2'],
  ['', 'c2', 'f2', '', ''],
  ['r-1', 'c3', 'f3', '正しい', ''],
];
const EXPECTED = [
  {
    case: 'c1',
    fingerprint: '0012',
    decision: 'wrong-candidate',
    candidate: 'C2',
    reason: null,
    reviewer: 'r-1',
    at: NOW,
  },
  {
    case: 'c3',
    fingerprint: 'f3',
    decision: 'right',
    candidate: null,
    reason: null,
    reviewer: 'r-1',
    at: NOW,
  },
];
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n');

describe('the hand-off comes back', () => {
  test.each<[string, Uint8Array]>([
    ['utf-8 with BOM', Buffer.from(`\ufeff${csv([TITLES, ...ROWS])}`)],
    ['saved by Excel as CP932', iconv.encode(csv([TITLES, ...ROWS]), 'cp932')],
  ])('as CSV, %s', async (_, bytes) => {
    expect(await read(put('back.csv', bytes))).toEqual(EXPECTED);
  });

  test('as XLSX, a number typed as a number', async () => {
    const rows = [
      TITLES,
      ['r-1', 'c1', '0012', 1, 'C2'],
      ['', 'c2', 'f2', null, null],
      ['r-1', 'c3', 'f3', 3, null],
    ];
    const bytes = await book({ sheets: [{ name: '要確認', rows }] });
    expect(await read(put('back.xlsx', bytes))).toEqual(EXPECTED);
  });

  const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
    name,
    rows: rows.map((row) => [...row]),
  });
  const done = (id: string, decision: string, reviewer = 'r-1', candidate = '') => [
    reviewer,
    id,
    'f',
    decision,
    candidate,
  ];
  const decided = async (name: string, sheets: ReturnType<typeof sheet>[]) =>
    (await read(put(name, await book({ sheets })))).map((decision) => [
      decision.case,
      decision.decision,
      decision.reviewer,
    ]);

  test.each(['ja', 'en'] as const)(
    'what the list of the workbook offers is taken, in %s',
    async (language) => {
      const words = CHOICES[language].decision!.choices;
      const path = put('words.csv', csv([TITLES, ...words.map((word, i) => done(`c${i}`, word))]));
      expect((await read(path)).map(({ decision }) => decision)).toEqual(DECISION_CODES);
      expect(words.join(',').length).toBeLessThanOrEqual(255);
      expect(words.some((word) => word.includes(','))).toBe(false);
      for (const { hint } of Object.values(CHOICES[language])) expect(hint.length).toBeLessThanOrEqual(255);
    },
  );

  test('every sheet with the columns is read, others are passed over, a row in two sheets counts once', async () => {
    const sheets = [
      sheet('説明', [['担当: 福祉課'], ['5月分']]),
      sheet('要確認', [TITLES, done('c1', ''), done('c2', '3'), done('c3', '2'), done('c4', '3')]),
      sheet('福祉課', [
        ['メモ', ...TITLES],
        ['済', ...done('c1', '4')],
        ['', ...done('c2', '正しい', 'Ｒ-1')],
        ['', ...done('c3', '3', 'r-2')],
      ]),
    ];
    expect(await decided('sheets.xlsx', sheets)).toEqual([
      ['c2', 'right', 'r-1'],
      ['c3', 'wrong-unknown', 'r-1'],
      ['c4', 'right', 'r-1'],
      ['c1', 'hold', 'r-1'],
      ['c3', 'right', 'r-2'],
    ]);
  });

  test.each<[string, ReturnType<typeof sheet>[], string, RegExp]>([
    ['no sheet has the columns', [sheet('a', [['x']]), sheet('b', [])], 'decisions-columns', /lacks/],
    [
      'one reviewer says two things',
      [
        sheet('要確認', [TITLES, done('c1', '3')]),
        sheet('福祉課', [TITLES, done('c2', ''), done('c1', '2', 'R-1')]),
      ],
      'decisions-twice',
      /要確認!2 and 福祉課!3/,
    ],
    [
      'a bad line in the second sheet',
      [sheet('a', [TITLES]), sheet('b', [TITLES, done('c1', '9')])],
      'decisions-line',
      /b!2/,
    ],
  ])('%s: refused', async (_, sheets, code, text) => {
    const path = put('refused.xlsx', await book({ sheets }));
    await expect(read(path)).rejects.toMatchObject({
      code,
      exitCode: 2,
      message: expect.stringMatching(text),
    });
  });

  test('whom the row itself names counts, however the candidates stand tonight', async () => {
    const titles = [...TITLES, '候補1の宛名番号', '候補2の宛名番号', '候補3の宛名番号'];
    const rows = [
      titles,
      [...done('c1', '1', 'r-1', 'C2'), "'0001", "'0002", ''],
      [...done('c2', '1'), "'0003", '', ''],
      [...done('c3', '1'), "'0004", "'0005", ''],
      [...done('c4', '3'), "'0006", '', ''],
    ];
    expect((await read(put('named.csv', csv(rows)))).map(({ named }) => named)).toEqual([
      '0002',
      '0003',
      undefined,
      undefined,
    ]);
  });

  test.each<[string, string[][], string]>([
    ['no decision column', [['事案', '証拠の指紋']], 'decisions-columns'],
    ['a decision nobody knows', [TITLES, ['r-1', 'c1', 'f', '9', '']], 'decisions-line'],
    ['a candidate nobody knows', [TITLES, ['r-1', 'c1', 'f', '1', 'D']], 'decisions-line'],
    ['no reviewer', [TITLES, ['', 'c1', 'f', '3', '']], 'decisions-reviewer'],
  ])('%s is refused', async (_, rows, code) => {
    await expect(read(put('bad.csv', csv(rows)))).rejects.toMatchObject({ code, exitCode: 2 });
  });
});

describe('the store', () => {
  const kept = {
    case: 'c1',
    fingerprint: 'f1',
    decision: 'right' as const,
    resident: null,
    reason: null,
    reviewer: 'r-1',
    at: NOW,
    runId: 'run-1',
  };

  test('an absent file is an empty store; what is written is read again, by its owner only', async () => {
    const path = join(dir, 'decisions');
    expect((await readStore(path)).kept).toEqual([]);
    await addToStore(path, [kept]);
    expect((await readStore(path)).kept).toEqual([kept]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe('{"schema":"totsugo-decision-store/1"}');
  });

  test('a damaged line is named', async () => {
    const path = put('damaged', '{"schema":"totsugo-decision-store/1"}\n{"case":\n');
    await expect(readStore(path)).rejects.toMatchObject({ code: 'decisions-store' });
    await expect(readStore(path)).rejects.toThrow(/line 2/);
  });
});
