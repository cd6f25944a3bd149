import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingested, linkSpec } from './support.js';

const from = (name: string) => ({ from: [name], format: null });
const services = (encoding = 'utf-8') =>
  linkSpec({
    id: 'services',
    format: 'jsonl',
    encoding,
    via: 'auth_serial',
    columns: { record_id: from('user_id'), auth_serial: from('serial'), name: from('person.name') },
  });

describe('JSON Lines', () => {
  it('reads text, numbers, long numbers, nested keys, escapes and line ends in values', async () => {
    const text = [
      '{"user_id": 7, "serial": "0A", "person": {"name": "山田\\n太郎"}}',
      '',
      '{"user_id": "u,\\"2", "serial": 12345678901234567890, "person": {"name": "\\u9ad9橋"}, "extra": [1]}',
      '{"user_id": true, "serial": "0C", "person": null}',
    ].join('\n');
    const { rows } = await ingested({ input: text }, services());
    expect(rows).toEqual([
      { file: 0, row: 1, record_id: '7', auth_serial: '0A', name: '山田\n太郎' },
      { file: 0, row: 2, record_id: 'u,"2', auth_serial: '12345678901234567890', name: '髙橋' },
      { file: 0, row: 3, record_id: 'true', auth_serial: '0C', name: null },
    ]);
  });

  it('takes a long number of the key asked for, not of one that is called the same', async () => {
    const text = '{"user_id": 1, "old": {"serial": 99999999999999999999}, "serial": 12345678901234567890}';
    const { rows } = await ingested({ input: text }, services());
    expect(rows).toMatchObject([{ record_id: '1', auth_serial: '12345678901234567890' }]);
  });

  it('diverts a line that is nested without end', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const text = `{"user_id":"a","serial":"0A"}\n{"user_id":"b","serial":"0B","person":{"name":${deep}}}\n`;
    const { rows, rejects } = await ingested({ input: text }, services());
    expect(rows.map((r) => r.record_id)).toEqual(['a']);
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([[2, 'json-invalid']]);
  });

  it('diverts damaged lines and keeps their neighbours', async () => {
    const good = (id: string) => Buffer.from(`{"user_id":"${id}","serial":"0A"}\n`);
    const bytes = Buffer.concat([
      good('a'),
      Buffer.from('{"user_id":"b","serial":"0A\n'),
      good('c'),
      Buffer.from('[1]\n{"user_id":"\u0000"}\n{"user_id":"e"}\n'),
      Buffer.from([0x7b, 0x93, 0x7d, 0x0a]),
      good('f'),
    ]);
    const { rows, rejects, report, workDir } = await ingested({ input: bytes }, services());
    expect(rows.map((r) => [r.row, r.record_id])).toEqual([
      [1, 'a'],
      [3, 'c'],
      [8, 'f'],
    ]);
    expect(rejects.map((r) => [r.line, r.code])).toEqual([
      [2, 'json-invalid'],
      [4, 'json-not-object'],
      [5, 'nul'],
      [6, 'required-item-missing'],
      [7, 'invalid-bytes'],
    ]);
    expect(report.files[0]).toMatchObject({ rows: 8, accepted: 3, rejected: 5 });
    expect(
      readFileSync(join(workDir, 'quarantine', 'services.1'))
        .toString('latin1')
        .split('\n'),
    ).toHaveLength(6);
  });

  it.each(['cp932', 'euc-jp', 'utf-16le'])('reads %s', async (encoding) => {
    const text = '{"user_id":"1","serial":"0A","person":{"name":"表示能"}}\n';
    const { rows } = await ingested({ input: iconv.encode(text, encoding) }, services(encoding));
    expect(rows).toMatchObject([{ record_id: '1', name: '表示能' }]);
  });
});
