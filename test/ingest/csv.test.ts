import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ReadingOptions } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { inputFiles } from '../../src/ingest/input-file.js';
import csv from '../../src/ingest/readers/csv.js';
import { folder, ingested, linkSpec } from './support.js';

const HEADER = '発行番号,個人番号,氏名\r\n';
const CLEAN = `${HEADER}K1,123456789018,山田　太郎\r\nK2, 987654321098 ,　髙橋 花子　\r\nK3,"111111111111","田中, 一"\r\nK4,222222222222,\r\n`;

const ROWS = [
  { file: 0, row: 1, record_id: 'K1', my_number: '123456789018', name: '山田　太郎' },
  { file: 0, row: 2, record_id: 'K2', my_number: '987654321098', name: '髙橋 花子' },
  { file: 0, row: 3, record_id: 'K3', my_number: '111111111111', name: '田中, 一' },
  { file: 0, row: 4, record_id: 'K4', my_number: '222222222222', name: null },
];

const ENCODED: readonly [name: string, encoding: string, bytes: Uint8Array][] = [
  ['UTF-8', 'utf-8', Buffer.from(CLEAN)],
  ['UTF-8 with BOM', 'utf-8', Buffer.from(`\ufeff${CLEAN}`)],
  ['UTF-8, LF', 'utf-8', Buffer.from(CLEAN.replaceAll('\r\n', '\n'))],
  ['UTF-8, no line end at the end', 'utf-8', Buffer.from(CLEAN.trimEnd())],
  ['UTF-8, gzip', 'utf-8', gzipSync(CLEAN)],
  ['CP932', 'cp932', iconv.encode(CLEAN, 'cp932')],
  ['CP932, gzip', 'cp932', gzipSync(iconv.encode(CLEAN, 'cp932'))],
  ['EUC-JP', 'euc-jp', iconv.encode(CLEAN.replace('髙', '高'), 'euc-jp')],
  ['UTF-16LE with BOM', 'utf-16le', Buffer.from(`\ufeff${CLEAN}`, 'utf16le')],
  ['UTF-16BE', 'utf-16be', Buffer.from(CLEAN, 'utf16le').swap16()],
];

describe('CSV', () => {
  it.each(ENCODED)('reads %s', async (_, encoding, bytes) => {
    const { rows, report, rejects } = await ingested({ input: bytes }, linkSpec({ encoding }));
    const expected =
      encoding === 'euc-jp' ? ROWS.map((r) => ({ ...r, name: r.name?.replace('髙', '高') ?? null })) : ROWS;
    expect(rows).toEqual(expected);
    expect(rejects).toEqual([]);
    expect(report.files).toEqual([
      {
        path: 'input',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        bytes: bytes.length,
        rows: 4,
        accepted: 4,
        rejected: 0,
      },
    ]);
  });

  it.each([
    ['CRLF', CLEAN],
    ['LF', CLEAN.replaceAll('\r\n', '\n')],
    ['CRLF with a BOM', `\ufeff${CLEAN}`],
    ['CRLF and no line end at the end', CLEAN.trimEnd()],
    ['CRLF, and line ends of either kind inside values', `${CLEAN}K5,123456789018,"a\r\nb\nc ""d"""\r\n`],
    ['gzip', gzipSync(CLEAN)],
  ])('leaves a sound UTF-8 file where it is: %s', async (_, input) => {
    const dir = folder({ input });
    const spec = linkSpec();
    const [file] = await inputFiles(spec, dir);
    const rejects = () => expect.unreachable();
    const reading = await csv.read(file!, spec, { workDir: dir, rejects, alwaysStage: false });
    expect(reading.temporary).toBeNull();
    const engine = await openDuckDb();
    const seen = await engine.value<number>(`select count(*) from ${reading.from}`);
    engine.close();
    expect(seen).toBe(reading.rows);
  });

  it.each([
    ['blank lines', `${CLEAN.replace('K2', '\r\n\r\nK2')}\r\n`],
    ['an end-of-file mark', `${CLEAN}\u001a`],
    ['line ends of two kinds', CLEAN.replace('太郎\r\n', '太郎\n')],
    ['rows above the header', `交付一覧\r\n\r\n${CLEAN}`, { skipRows: 2 }],
    ['no header, but a BOM', `\ufeff${CLEAN.slice(HEADER.length)}`, { header: false }],
    ['another delimiter', CLEAN.replaceAll(',', '|').replace('田中| 一', '田中, 一'), { delimiter: '|' }],
  ])('reads a file with %s', async (_, text, reading?: ReadingOptions) => {
    const columns = { record_id: ['1'], my_number: ['2'], name: ['3'] };
    const byPosition = Object.fromEntries(
      Object.entries(columns).map(([item, from]) => [item, { from, format: null }]),
    );
    const over = reading ? { reading, ...(reading.header === false ? { columns: byPosition } : {}) } : {};
    const { rows, rejects } = await ingested({ input: text }, linkSpec(over));
    expect(rejects).toEqual([]);
    expect(rows).toEqual(ROWS);
  });

  it('joins the columns of one item, keeping empty parts', async () => {
    const text = '番号,枝番,個人番号,氏名\n12,01,123456789018,a\n13,,123456789018,b\n,,123456789018,c\n';
    const columns = {
      record_id: { from: ['番号', '枝番'], format: null },
      my_number: { from: ['個人番号'], format: null },
    };
    const { rows, rejects } = await ingested({ input: text }, linkSpec({ columns }));
    expect(rows.map((r) => r.record_id)).toEqual(['12-01', '13-']);
    expect(rejects).toEqual([
      { file: 'input', line: 4, offset: 74, code: 'required-item-missing', column: '番号, 枝番' },
    ]);
  });

  it('rejects damaged rows with their place and keeps every sound one', async () => {
    const bytes = Buffer.concat([
      iconv.encode(
        '発行番号,個人番号,氏名\r\nA1,123456789018,山田\r\nA2,"123456789018,山田\r\nA3,123456789018\r\nA4,123456789018,山',
        'cp932',
      ),
      Buffer.from([0x93]),
      iconv.encode(
        '\r\nA5,123456789018,山\u0000田\r\nA6,123456789018,山田,x\r\nA7,1234\r56789018,山田\r\nA8,,山田\r\nA9,123456789018,表\r\n',
        'cp932',
      ),
    ]);
    const { rows, rejects, report, workDir } = await ingested(
      { input: bytes },
      linkSpec({ encoding: 'cp932' }),
    );
    expect(rows.map((r) => [r.row, r.record_id, r.name])).toEqual([
      [1, 'A1', '山田'],
      [9, 'A9', '表'],
    ]);
    expect(rejects.map((r) => [r.line, r.code, r.column])).toEqual([
      [3, 'quote-open', null],
      [4, 'columns-too-few', null],
      [5, 'invalid-bytes', '氏名'],
      [6, 'nul', null],
      [7, 'columns-too-many', null],
      [8, 'stray-carriage-return', null],
      [9, 'required-item-missing', '個人番号'],
    ]);
    expect(rejects[0]?.offset).toBe(bytes.indexOf('A2,'));
    expect(report.files[0]).toMatchObject({ rows: 9, accepted: 2, rejected: 7 });
    const quarantine = join(workDir, 'quarantine', 'cards.1');
    expect(statSync(quarantine).mode & 0o777).toBe(0o600);
    expect(statSync(join(workDir, 'quarantine')).mode & 0o777).toBe(0o700);
    expect(readFileSync(quarantine).includes(iconv.encode('A8,,山田\r\n', 'cp932'))).toBe(true);
  });

  it('takes a corrected file of rejected rows back as another file of the source', async () => {
    const first = await ingested(
      { input: `${HEADER}K1,123456789018,山田\r\nK2,123456789018\r\n` },
      linkSpec(),
    );
    const corrected = readFileSync(join(first.workDir, 'quarantine', 'cards.1'), 'utf8').replace(
      '123456789018',
      '123456789018,佐藤',
    );
    const again = await ingested(
      { input: `${HEADER}K1,123456789018,山田\r\n`, corrected },
      linkSpec({ files: ['input', 'corrected'] }),
    );
    expect(again.rows.map((r) => [r.file, r.row, r.record_id])).toEqual([
      [0, 1, 'K1'],
      [1, 1, 'K2'],
    ]);
  });

  it('reads more files than a byte can count', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `${String(i).padStart(3, '0')}.csv`);
    const one = (name: string) => `発行番号,個人番号,氏名\n${name},123456789018,氏\n`;
    const { rows, report } = await ingested(
      Object.fromEntries(names.map((name) => [name, one(name)])),
      linkSpec({ files: ['*.csv'] }),
    );
    expect(rows.map((row) => [row.file, row.row, row.record_id])).toEqual(
      names.map((name, file) => [file, 1, name]),
    );
    expect(report.files.map(({ path }) => path)).toEqual(names);
  });

  it('numbers rows of several files and globs, rejected ones counted', async () => {
    const file = (from: number) =>
      `${HEADER}${from},123456789018,a\r\n${from + 1},,b\r\n${from + 2},123456789018,c\r\n`;
    const { rows, report } = await ingested(
      { 'b.csv': file(10), 'a.csv': file(0), 'c.txt': 'x' },
      linkSpec({ files: ['*.csv'] }),
    );
    expect(rows.map((r) => [r.file, r.row, r.record_id])).toEqual([
      [0, 1, '0'],
      [0, 3, '2'],
      [1, 1, '10'],
      [1, 3, '12'],
    ]);
    expect(report.files.map((f) => f.path)).toEqual(['a.csv', 'b.csv']);
  });

  it.each(['utf-8', 'cp932'])(
    'loses none of 3,000 sound rows to 60 damaged ones of six kinds (%s)',
    async (encoding) => {
      const sound = (n: number) => `K${n},123456789018,山田　太郎${n % 7 === 0 ? '' : '表'},"住所, ${n}"\r\n`;
      const half = Buffer.from(encoding === 'cp932' ? [0x93] : [0xe5, 0xb1]);
      const kinds: readonly ((n: number) => Buffer)[] = [
        (n) => iconv.encode(`D${n},"123456789018,山田,x\r\n`, encoding),
        (n) => iconv.encode(`D${n},123456789018,山\r田,x\r\n`, encoding),
        (n) => iconv.encode(`D${n},123456789018,山\u0000田,x\r\n`, encoding),
        (n) =>
          Buffer.concat([
            iconv.encode(`D${n},123456789018,山`, encoding),
            half,
            iconv.encode(',x\r\n', encoding),
          ]),
        (n) => iconv.encode(`D${n},123456789018,山田,x,y\r\n`, encoding),
        (n) => iconv.encode(`D${n},123456789018,山田\r\n`, encoding),
      ];
      const parts = [iconv.encode('発行番号,個人番号,氏名,住所\r\n', encoding)];
      for (let n = 0; n < 3000; n++) {
        parts.push(iconv.encode(sound(n), encoding));
        if (n % 50 === 0) parts.push(kinds[(n / 50) % 6]!(n));
      }
      const { rows, rejects, report } = await ingested(
        { input: Buffer.concat(parts) },
        linkSpec({ encoding }),
      );
      expect(rows.map((r) => r.record_id)).toEqual(Array.from({ length: 3000 }, (_, n) => `K${n}`));
      expect(report.files[0]).toMatchObject({ rows: 3060, accepted: 3000, rejected: 60 });
      const codes = [
        'quote-open',
        'stray-carriage-return',
        'nul',
        'invalid-bytes',
        'columns-too-many',
        'columns-too-few',
      ];
      expect(rejects.map((r) => r.code)).toEqual(Array.from({ length: 60 }, (_, n) => codes[n % 6]));
    },
  );

  it('stops beyond the limit, but not for a handful', async () => {
    const rows = (bad: number) => HEADER + 'K,123456789018,a\r\n'.repeat(3000) + 'K,1\r\n'.repeat(bad);
    await expect(ingested({ input: rows(100) }, linkSpec())).resolves.toMatchObject({
      report: { files: [{ rejected: 100 }] },
    });
    await expect(ingested({ input: rows(101) }, linkSpec())).rejects.toMatchObject({
      code: 'too-many-rejects',
      exitCode: 1,
      text: { en: expect.stringContaining('cards: 101 of 3101 rows (3.26 %)') },
    });
  });
});
