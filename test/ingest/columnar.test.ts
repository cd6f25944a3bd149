import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { literal } from '../../src/engine/sql.js';
import { inJapan } from '../../src/ingest/japan-time.js';
import { ingested, linkSpec } from './support.js';

const from = (name: string) => ({ from: [name], format: null });

async function parquet(select: string): Promise<Buffer> {
  const path = join(mkdtempSync(join(tmpdir(), 'parquet-')), 'file');
  const engine = await openDuckDb({ threads: 1 });
  await engine.run(`copy (${select}) to ${literal(path)} (format parquet)`);
  engine.close();
  return readFileSync(path);
}

/** Moments with their zone, and what the clocks in Japan showed. */
const MOMENTS: readonly [written: string, japan: string][] = [
  ['1961-03-17T15:00:00Z', '1961-03-18'],
  ['1961-03-17T15:00:00.000Z', '1961-03-18'],
  ['2023-04-01T00:00:00+09:00', '2023-04-01'],
  ['2023-04-01T00:00:00+0900', '2023-04-01'],
  ['2023-03-31T10:00:00-05', '2023-04-01'],
  ['2023-03-31 15:00Z', '2023-04-01'],
  ['2023-04-01T08:30:15.120Z', '2023-04-01 17:30:15.12'],
  ['2023-12-31T23:59:59Z', '2024-01-01 08:59:59'],
  // Japan had a summer time from 1948 to 1951: midnight was 14:00 of the day before in UTC.
  ['1949-06-30T14:00:00Z', '1949-07-01'],
  ['1949-01-31T15:00:00Z', '1949-02-01'],
  ['1920-01-14T15:00:00Z', '1920-01-15'],
];

describe('moments with a zone are read as the clocks in Japan showed them', () => {
  it.each(MOMENTS)('%s is %s', (written, japan) => {
    expect(inJapan(written)).toBe(japan);
  });

  it.each([
    '2023-04-01',
    '2023-04-01 09:00:00',
    '2023-04-01T00:00:00',
    '昭和50年3月2日',
    '東京都千代田区霞が関1-1-1',
    'Z',
    '',
  ])('what has no zone stays as it is: %s', (text) => {
    expect(inJapan(text)).toBe(text);
  });

  it.each(['2023-13-01T00:00:00Z', '2023-04-01T25:00:00Z', '2023-04-01T00:00:00+99:00'])(
    'no moment: %s',
    (text) => {
      expect(inJapan(text)).toBe(text);
    },
  );

  const columns = { record_id: from('id'), my_number: from('n'), birth_date: from('d') };

  it('in JSON, but in dates alone', async () => {
    const lines = MOMENTS.map(([d], i) =>
      JSON.stringify({ id: i === 0 ? d : `K${i}`, n: '123456789018', d }),
    );
    const { rows } = await ingested({ input: lines.join('\n') }, linkSpec({ format: 'jsonl', columns }));
    expect(rows.map(({ birth_date }) => birth_date)).toEqual(MOMENTS.map(([, japan]) => japan));
    expect(rows[0]?.record_id).toBe(MOMENTS[0]![0]);
  });

  it('in Parquet, with every kind of time', async () => {
    const rows = MOMENTS.map(
      ([moment], i) =>
        `(${i}, '${moment.replace(/([+-]\d\d)$/, '$1:00').replace(' 15:00Z', ' 15:00:00Z')}'::timestamptz)`,
    );
    const bytes = await parquet(
      `select 'K' || i as id, '123456789018' as n, d from (values ${rows.join(', ')}) t(i, d) order by i`,
    );
    const found = await ingested({ input: bytes }, linkSpec({ format: 'parquet', columns }));
    expect(found.rows.map(({ birth_date }) => birth_date)).toEqual(MOMENTS.map(([, japan]) => japan));
  });

  it.each([
    ["timestamp '1975-03-02 00:00:00'", '1975-03-02'],
    ["timestamp '1975-03-02 10:20:30'", '1975-03-02 10:20:30'],
    ["timestamp '1975-03-02 00:00:00.5'", '1975-03-02 00:00:00.5'],
    ["'1975-03-02'::timestamp_s", '1975-03-02'],
    ["'1975-03-02'::timestamp_ms", '1975-03-02'],
    ["'1975-03-02'::timestamp_ns", '1975-03-02'],
    ["date '1975-03-02'", '1975-03-02'],
    ["'昭和50年3月2日'", '昭和50年3月2日'],
    ['null::timestamptz', null],
  ])('%s in Parquet is %s', async (value, expected) => {
    const bytes = await parquet(`select 'K' as id, '123456789018' as n, ${value} as d`);
    const { rows } = await ingested({ input: bytes }, linkSpec({ format: 'parquet', columns }));
    expect(rows[0]?.birth_date).toBe(expected);
  });
});

describe('midnights of Japan that a writer of Parquet left in UTC without a word', () => {
  const columns = { record_id: from('id'), my_number: from('n'), birth_date: from('d') };
  const read = async (...times: readonly string[]) => {
    const rows = times.map((time, i) => `(${i}, ${time})`);
    const bytes = await parquet(
      `select 'K' || i as id, '123456789018' as n, d from (values ${rows.join(', ')}) t(i, d) order by i`,
    );
    const found = await ingested({ input: bytes }, linkSpec({ format: 'parquet', columns }));
    return found.rows.map(({ birth_date }) => birth_date);
  };

  it.each(['timestamp', 'timestamp_s', 'timestamp_ms', 'timestamp_ns'])('%s', async (type) => {
    const found = await read(
      `'1975-03-01 15:00:00'::${type}`,
      'null',
      // Summer time: midnight of 2 June 1949.
      `'1949-06-01 14:00:00'::${type}`,
      `'1999-12-31 15:00:00'::${type}`,
    );
    expect(found).toEqual(['1975-03-02', null, '1949-06-02', '2000-01-01']);
  });

  it('not where one time of day is another', async () => {
    const found = await read(`timestamp '1975-03-01 15:00:00'`, `timestamp '1999-12-31 00:00:00'`);
    expect(found).toEqual(['1975-03-01 15:00:00', '1999-12-31']);
  });
});

describe('columns of Parquet', () => {
  const columns = { record_id: from('filename'), my_number: from('File_Row_Number') };

  it('may be text that is not said to be text', async () => {
    const bytes = await parquet(
      "select encode('K１') as filename, encode('123456789018') as File_Row_Number union all select '\\xE5\\xB1'::blob, encode('123456789018')",
    );
    const found = await ingested({ input: bytes }, linkSpec({ format: 'parquet', columns }));
    expect(found.rows.map(({ record_id, my_number }) => [record_id, my_number])).toEqual([
      ['K１', '123456789018'],
      ['\\xE5\\xB1', '123456789018'],
    ]);
  });

  it('may have the names that the engine gives its own', async () => {
    const bytes = await parquet(
      "select * from (values ('b', '123456789018', 1), ('a', null, 2), ('c', '987654321098', 3)) t(filename, File_Row_Number, x)",
    );
    const found = await ingested({ input: bytes }, linkSpec({ format: 'parquet', columns }));
    expect(found.rows.map(({ row, record_id, my_number }) => [row, record_id, my_number])).toEqual([
      [1, 'b', '123456789018'],
      [3, 'c', '987654321098'],
    ]);
    expect(found.rejects).toMatchObject([{ line: 2, code: 'required-item-missing' }]);
    const again = await ingested(
      { input: readFileSync(join(found.workDir, 'quarantine', 'cards.1')) },
      linkSpec({ format: 'parquet', columns }),
    );
    expect(again.report.files[0]).toMatchObject({ rows: 1, rejected: 1 });
  });

  it('that fail to load fail once: a file damaged behind its footer', async () => {
    const bytes = await parquet(
      "select 'K' || i as filename, repeat(md5(i::varchar), 20) as File_Row_Number from range(5000) t(i)",
    );
    bytes.fill(0xff, 1000, Math.floor(bytes.length / 2));
    await expect(ingested({ input: bytes }, linkSpec({ format: 'parquet', columns }))).rejects.toThrow();
  });
});
