import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { countItems } from '../../src/ingest/preflight/item-counts.js';
import { countNotes } from '../../src/ingest/preflight/item-counts-text.js';
import { folder, linkSpec } from './support.js';

const NAMES = ['発行番号', '個人番号', '氏名', '生年月日'];
const ROWS = 9_000;
/** From here on the dates are of another notation, and names are empty. */
const TURN = 5_000;
const rows = Array.from({ length: ROWS }, (_, at) => [
  `K${String(at).padStart(5, '0')}`,
  '123456789018',
  at < TURN ? `山田ポ${at % 7}` : '',
  at < TURN ? '1975-03-02' : '02/03/75x',
]);

const text = (delimiter: string, end = '\n') =>
  [NAMES, ...rows].map((row) => `${row.join(delimiter)}${end}`).join('');
const pad = (value: string, bytes: number) => {
  const encoded = iconv.encode(value, 'cp932');
  return Buffer.concat([encoded, Buffer.alloc(bytes - encoded.length, 0x20)]);
};
const fixed = (end: string) =>
  Buffer.concat(
    rows.map((row) =>
      Buffer.concat([...row.map((value, at) => pad(value, [6, 12, 20, 10][at]!)), Buffer.from(end)]),
    ),
  );
const LAYOUT = { 発行番号: [1, 6], 個人番号: [7, 12], 氏名: [19, 20], 生年月日: [39, 10] } as const;
const jsonl = rows
  .map((row) => `${JSON.stringify(Object.fromEntries(row.map((value, at) => [NAMES[at]!, value])))}\n`)
  .join('');

async function parquet(): Promise<Buffer> {
  const dir = folder({ 'a.csv': text(',') });
  const engine = await openDuckDb({ threads: 1 });
  await engine.run(
    `copy (from read_csv('${join(dir, 'a.csv')}', all_varchar = true)) to '${join(dir, 'a')}' (format parquet)`,
  );
  engine.close();
  return readFileSync(join(dir, 'a'));
}

const sheet = { sheets: [{ name: '一覧', rows: [NAMES, ...rows] }] };

const FILES: readonly (readonly [string, Partial<LinkSpec>, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['csv', {}, () => Buffer.from(text(','))],
  ['csv, packed', {}, () => gzipSync(text(','))],
  ['csv, packed, of several megabytes', {}, () => gzipSync(text(',', `${' '.repeat(200)}\n`))],
  [
    'csv cp932, | in a trail byte, titles above',
    { encoding: 'cp932', reading: { delimiter: '|', skipRows: 2 } },
    () => iconv.encode(`一覧\r\n\r\n${text('|', '\r\n')}`, 'cp932'),
  ],
  [
    'tsv utf-16le',
    { format: 'tsv', encoding: 'utf-16le' },
    () => iconv.encode(`\ufeff${text('\t')}`, 'utf-16le'),
  ],
  ['csv utf-16be', { encoding: 'utf-16be' }, () => iconv.encode(`\ufeff${text(',')}`, 'utf-16be')],
  ['jsonl', { format: 'jsonl' }, () => Buffer.from(jsonl)],
  ['fixed', { format: 'fixed', encoding: 'cp932', layout: LAYOUT }, () => fixed('\r\n')],
  ['fixed, unbroken', { format: 'fixed', encoding: 'cp932', layout: LAYOUT }, () => fixed('')],
  ['parquet', { format: 'parquet' }, parquet],
  ['xlsx', { format: 'xlsx' }, () => writeXlsx(sheet)],
  ['ods', { format: 'ods' }, () => writeOds(sheet)],
];

const columns = {
  ...linkSpec().columns,
  birth_date: { from: ['生年月日'], format: null },
} as LinkSpec['columns'];

describe('what changes further down a file is seen before a run', () => {
  it.each(FILES)('%s', async (_, over, write) => {
    const dir = folder({ input: await write() });
    const spec = linkSpec({ columns, ...over });
    const counts = await countItems(spec, dir);
    const [key, , name, date] = counts;
    expect([key!.rows, key!.distinct, name!.empty, date!.unreadable]).toEqual([2000, 2000, 0, 0]);
    const later = counts.map((count) => count.later!);
    // No row twice, from all over the file: four of seven rows behind the first 2,000 lie behind the turn.
    expect(later[0]!.rows).toBeGreaterThan(1000);
    expect(later[0]!.rows).toBeLessThanOrEqual(2000);
    expect(later[0]!.distinct).toBe(later[0]!.rows);
    for (const share of [later[2]!.empty, later[3]!.unreadable].map((n) => n / later[0]!.rows))
      expect(Math.abs(share - 4 / 7)).toBeLessThan(0.08);
    expect(await countItems(spec, dir)).toEqual(counts);
    expect(countNotes('cards', counts).map(({ en }) => en)).toEqual([
      expect.stringMatching(
        /^cards: Date of birth \("生年月日"\) cannot be read in \d+ of \d+ filled rows drawn from/,
      ),
    ]);
  });

  it('a file of which all rows were looked at has no others', async () => {
    const dir = folder({ input: [NAMES, ...rows.slice(0, 1999)].map((row) => row.join(',')).join('\n') });
    expect((await countItems(linkSpec({ columns }), dir)).map(({ later }) => later)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
