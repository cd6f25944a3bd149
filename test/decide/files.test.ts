import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
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
async function read(...paths: string[]) {
  const { decisions } = await readDecisions(paths, { runId: 'run-1', now: NOW });
  return decisions.map(({ place: _, isFormer: __, offered: ___, ...decision }) => decision);
}

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
    ['no reviewer', head({ reviewer: ' ' }) + LINE, 'decisions-reviewer'],
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

  /** A file as pages write it now, its checksum over head and body right. */
  function second(lines: readonly object[], over: Record<string, unknown> = {}): string {
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const head = {
      schema: 'totsugo-decisions/2',
      run_id: 'run-1',
      organisation: '-',
      reviewer: 'r-1',
      count: lines.length,
      ...over,
    };
    const checksum = `crc32:${crc32(`${JSON.stringify(head)}\n${body}`)
      .toString(16)
      .padStart(8, '0')}`;
    return `${JSON.stringify({ ...head, checksum })}\n${body}`;
  }
  const event = { ...JSON.parse(LINE), reviewer: 'r-1' };

  test('of today: the checksum is over the head, too', () => {
    // By Python: zlib.crc32 of the head without its checksum, a line feed, and the line.
    expect(second([event])).toContain('"checksum":"crc32:95eaa2ca"');
  });

  test.each<[string, string, string[]]>([
    ['of today', second([event]), ['r-1']],
    ['a code in another width', second([{ ...event, reviewer: 'Ｒ－１' }]), ['r-1']],
    ['zeros in front', second([{ ...event, reviewer: '123' }], { reviewer: '00123' }), ['123']],
    ['nothing decided', second([]), []],
    ['four minutes ahead', second([{ ...event, at: '2023-06-23T00:04:00.000Z' }]), ['r-1']],
  ])('%s: taken', async (_, content, reviewers) => {
    expect((await read(put('second.jsonl', content))).map(({ reviewer }) => reviewer)).toEqual(reviewers);
  });

  test.each<[string, string, string]>([
    ['another head', second([event]).replace('"r-1","count"', '"r-2","count"'), 'decisions-checksum'],
    ['another organisation', second([event]).replace('"-"', '"x"'), 'decisions-checksum'],
    ['another run in the head', second([event]).replace('run-1', 'run-2'), 'decisions-checksum'],
    ['another run', second([event], { run_id: 'run-2' }), 'decisions-run'],
    [
      'a colleague’s decision',
      second([event, { ...event, case: 'c2', reviewer: 'r-2' }]),
      'decisions-reviewer',
    ],
    ['all of them a colleague’s', second([{ ...event, reviewer: 'r-2' }]), 'decisions-reviewer'],
    ['a line without reviewer', second([JSON.parse(LINE)]), 'decisions-reviewer'],
    ['a reviewer that is no text', second([{ ...event, reviewer: ['r-1'] }]), 'decisions-reviewer'],
    [
      'a reviewer of two million letters',
      second([event], { reviewer: 'x'.repeat(2_000_000) }),
      'decisions-reviewer',
    ],
    ['a reviewer with what is not seen', second([event], { reviewer: 'r\u200b-1' }), 'decisions-reviewer'],
    ['the year 9999', second([{ ...event, at: '9999-12-31T00:00:00.000Z' }]), 'decisions-line'],
    ['an hour ahead', second([{ ...event, at: '2023-06-23T01:00:00.000Z' }]), 'decisions-line'],
    ['the first form, of the future', '', 'decisions-line'],
    ['a time that is none', second([{ ...event, at: '2023-06-31T00:00:00Z' }]), 'decisions-line'],
    ['a prototype key', second([{ ...event, decision: '__proto__' }]), 'decisions-line'],
    ['a list for a line', second([[]]), 'decisions-line'],
  ])('%s: refused with %s', async (_, content, code) => {
    const future = LINE.replace('2023-06-22', '2024-06-22');
    const first = head({ checksum: `crc32:${crc32(future).toString(16).padStart(8, '0')}` }) + future;
    const path = put('refused.jsonl', content || first);
    await expect(read(path)).rejects.toMatchObject({ code, exitCode: 2 });
  });

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
    ['no sheet has the columns', [sheet('a', [['x']]), sheet('b', [])], 'decisions-columns', /finding_id/],
    [
      'one reviewer says two things',
      [
        sheet('要確認', [TITLES, done('c1', '3')]),
        sheet('福祉課', [TITLES, done('c2', ''), done('c1', '2', 'R-1')]),
      ],
      'decisions-twice',
      /福祉課!D3 .*要確認!D2/,
    ],
    [
      'a bad line in the second sheet',
      [sheet('a', [TITLES]), sheet('b', [TITLES, done('c1', '9')])],
      'decisions-line',
      /b!D2/,
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
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe('{"schema":"totsugo-decision-store/2"}');
  });

  test('a damaged line is named', async () => {
    const path = put('damaged', '{"schema":"totsugo-decision-store/1"}\n{"case":\n');
    await expect(readStore(path)).rejects.toMatchObject({ code: 'decisions-store' });
    await expect(readStore(path)).rejects.toThrow(/line 2/);
  });
});
