import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputFormat } from '../../src/audit/formats.js';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { countItems } from '../../src/ingest/preflight/item-counts.js';
import { parseDate } from '../../src/normalize/date/parse-date.js';
import { parseTimestamp } from '../../src/normalize/date/parse-timestamp.js';
import { inlineRow, makeXlsx } from './make-xlsx.js';
import { ingested, linkSpec } from './support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

const HEADER = ['番号', '個人番号', '元号', '年', '月', '日', '登録日', '登録時刻'];
const ROWS = [
  ['A1', '123456789018', '昭和', '50', '3', '2', '2022-01-05', '10:30'],
  ['A2', '987654321098', '平成', '元', '1', '8', '2022-01-06', '08:05'],
  ['A3', '111111111118', '', '1980', '12', '31', '2022-01-07', ''],
  ['A4', '222222222226', '令和', '5', '4', '', '2022-01-08', '23:59'],
];
const BIRTHS = [19750302, 19890108, 19801231, 20230400];
const TIMES = [
  Date.UTC(2022, 0, 5, 10, 30),
  Date.UTC(2022, 0, 6, 8, 5),
  Date.UTC(2022, 0, 7),
  Date.UTC(2022, 0, 8, 23, 59),
].map((time) => time / 1000);

const COLUMNS: LinkSpec['columns'] = {
  record_id: { from: ['番号'], format: null },
  my_number: { from: ['個人番号'], format: null },
  birth_date: { from: ['元号', '年', '月', '日'], format: null },
  registered_at: { from: ['登録日', '登録時刻'], format: null },
};
const WIDTHS = [4, 12, 6, 4, 2, 2, 10, 5];
const text = (delimiter: string) => [HEADER, ...ROWS].map((row) => `${row.join(delimiter)}\n`).join('');

async function files(): Promise<Readonly<Record<InputFormat, string | Uint8Array>>> {
  const path = join(mkdtempSync(join(tmpdir(), 'parts-')), 'file');
  const tuples = ROWS.map(
    (row) => `(${row.map((value) => (value === '' ? 'NULL' : literal(value))).join(', ')})`,
  );
  await engine.run(
    `copy (select * from (values ${tuples.join(', ')}) t(${HEADER.map((name) => `"${name}"`).join(', ')})) to ${literal(path)} (format parquet)`,
  );
  const pad = (value: string, width: number) => value + ' '.repeat(width - Buffer.byteLength(value));
  return {
    csv: text(','),
    tsv: text('\t'),
    jsonl: ROWS.map(
      (row) => `${JSON.stringify(Object.fromEntries(row.map((value, i) => [HEADER[i]!, value])))}\n`,
    ).join(''),
    fixed: ROWS.map((row) => `${row.map((value, i) => pad(value, WIDTHS[i]!)).join('')}\n`).join(''),
    xlsx: makeXlsx([{ name: 'A', rows: [HEADER, ...ROWS].map((row) => inlineRow(row)).join('') }]),
    ods: await writeOds({ sheets: [{ name: 'A', rows: [HEADER, ...ROWS] }] }),
    parquet: readFileSync(path),
  };
}

describe('a date in four columns, and a day and a time in two, are read in every format', () => {
  it.each(['csv', 'tsv', 'jsonl', 'fixed', 'xlsx', 'ods', 'parquet'] as const)('%s', async (format) => {
    let start = 1;
    const layout = Object.fromEntries(
      HEADER.map((name, i) => {
        start += WIDTHS[i]!;
        return [name, [start - WIDTHS[i]!, WIDTHS[i]!] as const];
      }),
    );
    const spec = linkSpec({ format, columns: COLUMNS, layout: format === 'fixed' ? layout : null });
    const { rows, rejects, dir } = await ingested(
      { input: (await files())[format] },
      { ...spec, id: `d_${format}` },
      engine,
    );
    expect(rejects).toEqual([]);
    expect(rows.map((row) => parseDate(String(row.birth_date), null)?.key)).toEqual(BIRTHS);
    expect(rows.map((row) => parseTimestamp(String(row.registered_at)))).toEqual(TIMES);
    const counts = await countItems(spec, dir);
    expect(counts.find(({ item }) => item === 'birth_date')).toMatchObject({ read: 4, unreadable: 0 });
    expect(counts.find(({ item }) => item === 'registered_at')).toMatchObject({ read: 4, unreadable: 0 });
  });
});
