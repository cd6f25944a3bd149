import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { InputSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { inputFiles } from '../../src/ingest/input-file.js';
import { estimateRows } from '../../src/ingest/preflight/estimate-rows.js';

const dir = mkdtempSync(join(tmpdir(), 'totsugo-estimate-'));

async function estimate(bytes: Uint8Array, spec: Partial<InputSpec>): Promise<number | null> {
  writeFileSync(join(dir, 'x'), bytes);
  const full: InputSpec = {
    id: 'x',
    files: ['x'],
    format: 'csv',
    encoding: 'utf-8',
    layout: null,
    columns: {},
    maxRejectShare: 1,
    ...spec,
  };
  const [file] = await inputFiles(full, dir);
  return (await estimateRows(file!, full)).rows;
}

/** Rows of different lengths, so that a large file can only be estimated. */
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `${String(i).padStart(8, '0')},\u4e0a\u7530${'x'.repeat(i % 7)}`);
const csv = (count: number) => `a,b\n${rows(count).join('\n')}\n`;
const fixed = (count: number, end: string) =>
  Buffer.from(Array.from({ length: count }, (_, i) => `${String(i).padStart(20, '0')}${end}`).join(''));
const LAYOUT = { layout: { a: [1, 12], b: [13, 8] } } as const;

describe('rows of a file of one block are counted', () => {
  test.each<[string, Uint8Array, Partial<InputSpec>, number]>([
    ['csv with its header', Buffer.from(csv(100)), {}, 100],
    ['a last row without line end', Buffer.from(csv(100).trimEnd()), {}, 100],
    ['no header', Buffer.from(csv(99)), { reading: { header: false } }, 100],
    ['rows above the header', Buffer.from(`title\n\n${csv(100)}`), { reading: { skipRows: 2 } }, 100],
    ['cp932', iconv.encode(csv(100), 'cp932'), { encoding: 'cp932' }, 100],
    // 上 is U+4E0A: its low byte is a line feed's.
    ['utf-16le', iconv.encode(csv(100), 'utf-16le'), { encoding: 'utf-16le' }, 100],
    ['utf-16be', iconv.encode(csv(100), 'utf-16be'), { encoding: 'utf-16be' }, 100],
    ['gzip', gzipSync(csv(100)), {}, 100],
    ['jsonl', Buffer.from('{}\n{}\n{}\n'), { format: 'jsonl' }, 3],
    ['fixed with line ends', fixed(50, '\r\n'), { format: 'fixed', ...LAYOUT }, 50],
    ['fixed without', fixed(50, ''), { format: 'fixed', ...LAYOUT }, 50],
    ['only a header', Buffer.from('a,b\n'), {}, 0],
  ])('%s', async (_, bytes, spec, expected) => {
    expect(await estimate(bytes, spec)).toBe(expected);
  });
});

describe('rows of a large file are estimated', () => {
  test.each<[string, (text: string) => Uint8Array]>([
    ['plain', (text) => Buffer.from(text)],
    ['gzip', (text) => gzipSync(text)],
  ])('%s: within 2 %%', async (_, pack) => {
    const found = (await estimate(pack(csv(200_000)), {}))!;
    expect(Math.abs(found - 200_000)).toBeLessThan(4000);
  });
  test('parquet says itself', async () => {
    const engine = await openDuckDb();
    await engine.run(
      `COPY (SELECT * FROM range(12345) AS t(a)) TO '${join(dir, 'p.parquet')}' (FORMAT parquet)`,
    );
    engine.close();
    const spec = {
      id: 'x',
      files: ['p.parquet'],
      format: 'parquet',
      encoding: 'utf-8',
    } as unknown as InputSpec;
    const [file] = await inputFiles(spec, dir);
    expect((await estimateRows(file!, spec)).rows).toBe(12_345);
  });
});
