import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { ebcdicCodec } from '../../src/ingest/encodings/ebcdic.js';
import { inspectFile } from '../../src/inspect/index.js';
import { folder, ingested, linkSpec } from './support.js';

const LAYOUT = { bank: [1, 4], number: [5, 7], holder: [12, 10], my_number: [22, 12] } as const;

function accounts(over: Partial<LinkSpec> = {}): LinkSpec {
  const from = (...names: string[]) => ({ from: names, format: null });
  return linkSpec({
    id: 'accounts',
    format: 'fixed',
    encoding: 'cp932',
    layout: LAYOUT,
    columns: { record_id: from('bank', 'number'), kana: from('holder'), my_number: from('my_number') },
    ...over,
  });
}

/** One record: the holder is padded to ten bytes, not ten characters. */
function record(number: number, holder: string, myNumber = '123456789018'): Buffer {
  const bytes = iconv.encode(holder, 'cp932');
  return Buffer.concat([
    Buffer.from(`0001${String(number).padStart(7, '0')}`),
    bytes,
    Buffer.alloc(10 - bytes.length, 0x20),
    Buffer.from(myNumber.padEnd(12)),
  ]);
}

const join2 = (records: readonly Buffer[], end: string) =>
  Buffer.concat(records.flatMap((r) => [r, Buffer.from(end)]));

describe('fixed width', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['no line ends', ''],
  ])('counts bytes: half-width kana one, kanji two (%s)', async (_, end) => {
    const { rows, report } = await ingested(
      { input: join2([record(1, 'ﾔﾏﾀﾞ ﾀﾛｳ'), record(2, '表示"能,')], end) },
      accounts(),
    );
    expect(rows).toEqual([
      { file: 0, row: 1, record_id: '0001-0000001', kana: 'ﾔﾏﾀﾞ ﾀﾛｳ', my_number: '123456789018' },
      { file: 0, row: 2, record_id: '0001-0000002', kana: '表示"能,', my_number: '123456789018' },
    ]);
    expect(report.files[0]).toMatchObject({ rows: 2, accepted: 2, rejected: 0 });
  });

  it('diverts damaged records and keeps their neighbours', async () => {
    const half = record(3, 'ｱ');
    half[20] = 0x93;
    const nul = record(4, 'ｱ');
    nul[15] = 0;
    const bytes = join2(
      [record(1, 'ｱ'), record(2, 'ｱ').subarray(0, 30), half, nul, record(5, 'ｱ', ''), record(6, 'ｲ')],
      '\r\n',
    );
    const { rows, rejects, workDir } = await ingested({ input: bytes }, accounts());
    expect(rows.map((r) => [r.row, r.kana])).toEqual([
      [1, 'ｱ'],
      [6, 'ｲ'],
    ]);
    expect(rejects.map((r) => [r.line, r.offset, r.code, r.column])).toEqual([
      [2, 35, 'record-length', null],
      [3, 67, 'invalid-bytes', 'holder'],
      [4, 102, 'nul', 'holder'],
      [5, 137, 'required-item-missing', 'my_number'],
    ]);
    expect(readFileSync(join(workDir, 'quarantine', 'accounts.1')).length).toBe(32 + 3 * 35);
  });

  it('reads only the data records of a Zengin file', async () => {
    const zengin = (type: string, middle: Buffer | string) => {
      const out = Buffer.alloc(120, 0x20);
      out.write(type);
      Buffer.from(middle as string, 'latin1').copy(out, 1);
      return out;
    };
    const data = (n: number) => zengin('2', `0001${String(n).padStart(7, '0')}${' '.repeat(20)}123456789018`);
    const bytes = join2(
      [zengin('1', 'HEAD'), data(1), zengin('5', 'X'), data(2), zengin('8', '0'), zengin('9', '')],
      '\r\n',
    );
    const layout = { bank: [2, 4], number: [6, 7], holder: [13, 20], my_number: [33, 12] } as const;
    const { rows, rejects, workDir } = await ingested({ input: bytes }, accounts({ layout }));
    expect(rows.map((r) => [r.row, r.record_id])).toEqual([
      [1, '0001-0000001'],
      [3, '0001-0000002'],
    ]);
    expect(rejects.map((r) => [r.line, r.code])).toEqual([[3, 'record-type-unknown']]);
    const quarantine = readFileSync(join(workDir, 'quarantine', 'accounts.1'), 'latin1');
    expect(quarantine.split('\r\n').map((line) => line[0])).toEqual(['1', '5', undefined]);
  });

  it('picks data records as told, with a record longer than the layout', async () => {
    const bytes = Buffer.concat([
      Buffer.from('H'.padEnd(40)),
      Buffer.concat([Buffer.from('D'), record(1, 'ｱ'), Buffer.alloc(6, 0x20)]),
    ]);
    const layout = { bank: [2, 4], number: [6, 7], holder: [13, 10], my_number: [23, 12] } as const;
    const reading = { recordLength: 40, dataRecords: { at: [1, 1], is: 'D' } } as const;
    const { rows } = await ingested({ input: bytes }, accounts({ layout, reading }));
    expect(rows.map((r) => [r.row, r.kana])).toEqual([[1, 'ｱ']]);
  });

  it('reads EBCDIC through the tables of iconv', async () => {
    // IBM930: digits F0-F9, katakana ｱ 81, space 40, 山田 between SO and SI is 4565 4573.
    const digits = (text: string) => Buffer.from([...text].map((digit) => 0xf0 + Number(digit)));
    const bytes = Buffer.concat([
      digits('00010000001'),
      Buffer.from([0x0e, 0x45, 0x65, 0x45, 0x73, 0x0f, 0x40, 0x81, 0x40, 0x40]),
      digits('123456789018'),
    ]);
    const { rows } = await ingested({ input: bytes }, accounts({ encoding: 'ibm930' }));
    expect(rows).toMatchObject([{ record_id: '0001-0000001', my_number: '123456789018' }]);
    expect(rows[0]?.kana).toMatch(/^[\p{Script=Han}]{2} ｱ$/u);
  });

  it.each([
    ['no iconv', null],
    ['an iconv that does not know it', '#!/bin/sh\nexit 1\n'],
  ])('refuses EBCDIC on a system with %s', (_, script) => {
    const path = folder(script === null ? {} : { iconv: script });
    if (script !== null) chmodSync(join(path, 'iconv'), 0o755);
    vi.stubEnv('PATH', path);
    const decode = () => ebcdicCodec('ibm939').toUtf8(Buffer.from([0xf1]), 0, 1, Buffer.alloc(3), 0);
    try {
      expect(decode).toThrow(expect.objectContaining({ code: 'encoding-needs-iconv', exitCode: 2 }));
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('Zengin files', () => {
  const LAYOUT_120 = {
    kind: [1, 1],
    bank: [2, 4],
    branch: [21, 3],
    type: [43, 1],
    number: [44, 7],
    holder: [51, 30],
    my_number: [92, 12],
  } as const;
  const columns = {
    record_id: { from: ['bank', 'branch', 'type', 'number'], format: null },
    my_number: { from: ['my_number'], format: null },
    kana: { from: ['holder'], format: null },
  };
  const zengin = (over: Partial<LinkSpec> = {}) => accounts({ layout: LAYOUT_120, columns, ...over });
  const line = (text: string) => Buffer.from(text.padEnd(120), 'latin1');
  const header = line('12100000000001ｼﾁﾖｳｿﾝ'.replace(/[^\x20-\x7e]/g, ' '));
  const data = (n: number) => {
    const bytes = line(
      `20001${' '.repeat(15)}100${' '.repeat(15)}${' '.repeat(4)}1${String(n).padStart(7, '0')}`,
    );
    iconv.encode('ﾔﾏﾀﾞ ﾀﾛｳ', 'cp932').copy(bytes, 50);
    bytes.write('0000001000', 80);
    bytes.write('0123456789018', 90);
    return bytes;
  };
  const [trailer, end] = [line('8000002000000002000'), line('9')];
  const cut = (record: Buffer) => Buffer.from(record.toString('latin1').trimEnd(), 'latin1');
  const ids = ['0001-100-1-0000001', '0001-100-1-0000002'];
  const MARK = Buffer.from([0x1a]);
  const whole = [header, data(1), data(2), trailer, end];

  it.each([
    ['CRLF', join2(whole, '\r\n')],
    ['CRLF and an end-of-file mark', Buffer.concat([join2(whole, '\r\n'), MARK])],
    [
      'data alone, an end-of-file mark behind the last',
      Buffer.concat([join2([data(1), data(2)], '\r\n').subarray(0, -2), MARK]),
    ],
    [
      'blanks cut off, an end-of-file mark behind the last',
      Buffer.concat([join2([cut(data(1)), cut(data(2))], '\n').subarray(0, -1), MARK, MARK]),
    ],
    ['LF, the last line without', join2(whole, '\n').subarray(0, -1)],
    ['no line ends', Buffer.concat(whole)],
    ['no line ends, an end-of-file mark', Buffer.concat([...whole, MARK])],
    ['no line ends, marks that fill a block', Buffer.concat([...whole, Buffer.alloc(168, 0x1a)])],
    ['no line ends but one at the very end', Buffer.concat([...whole, Buffer.from('\r\n')])],
    ['blanks cut off every line', join2(whole.map(cut), '\r\n')],
    ['blanks cut off some lines', join2([header, cut(data(1)), data(2), cut(trailer), cut(end)], '\r\n')],
    ['data alone', join2([data(1), data(2)], '\r\n')],
    ['data alone without line ends', Buffer.concat([data(1), data(2)])],
    ['no header, but a trailer', Buffer.concat([data(1), data(2), trailer, end])],
    ['two files joined', join2([...whole.slice(0, 2), trailer, end, header, data(2), trailer, end], '\r\n')],
  ])('%s: data records alone are rows', async (_, bytes) => {
    const { rows, rejects } = await ingested({ input: bytes }, zengin());
    expect(rejects).toEqual([]);
    expect(rows.map(({ row, record_id, my_number, kana }) => [row, record_id, my_number, kana])).toEqual(
      ids.map((id, i) => [i + 1, id, '123456789018', 'ﾔﾏﾀﾞ ﾀﾛｳ']),
    );
    const inspection = await inspectFile(join(folder({ input: bytes }), 'input'));
    expect(inspection).toMatchObject({
      format: 'fixed',
      rows: 2,
      damaged: 0,
      reading: { recordLength: 120 },
    });
    expect(inspection.layout).toMatchObject({ holder: [51, 30], my_number: [92, 12] });
    expect(inspection.mapping).toContainEqual(expect.objectContaining({ item: 'kana', columns: ['holder'] }));
  });

  it('a file without data records holds no rows', async () => {
    for (const bytes of [
      join2([header, trailer, end], '\r\n'),
      Buffer.concat([header, trailer, end, MARK]),
    ]) {
      const { report, rejects } = await ingested({ input: bytes }, zengin());
      expect(report.files[0]).toMatchObject({ rows: 0, rejected: 0 });
      expect(rejects).toEqual([]);
    }
  });

  it('a byte lost inside a record is damage, and a record of another kind', async () => {
    const lost = Buffer.concat([data(2).subarray(0, 10), data(2).subarray(11)]);
    const { rows, rejects } = await ingested(
      { input: join2([header, data(1), lost, line('5x'), trailer, end], '\r\n') },
      zengin(),
    );
    expect(rows.map(({ record_id }) => record_id)).toEqual([ids[0]]);
    expect(rejects.map(({ line: at, code }) => [at, code])).toEqual([
      [3, 'record-length'],
      [4, 'record-type-unknown'],
    ]);
  });

  it('records of 120 bytes that are used otherwise are all rows', async () => {
    const plain = (n: number) => line(`${n}001${'x'.repeat(50)}`);
    const layout = { id: [1, 4], my_number: [92, 12] } as const;
    const put = (record: Buffer) => {
      record.write('123456789018', 91);
      return record;
    };
    const spec = accounts({
      layout,
      columns: {
        record_id: { from: ['id'], format: null },
        my_number: { from: ['my_number'], format: null },
      },
    });
    const { rows } = await ingested(
      {
        input: join2(
          [1, 2, 8, 9].map((n) => put(plain(n))),
          '\r\n',
        ),
      },
      spec,
    );
    expect(rows).toHaveLength(4);
  });
});
