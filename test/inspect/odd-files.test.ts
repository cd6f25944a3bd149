import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../src/inspect/index.js';

const HEADER = ['発行番号', '個人番号', '氏名'];
const ROWS = [
  ['K1', '123456789018', 'ポート　太郎'],
  ['K2', '987654321098', '山田　花子'],
  ['K3', '111111111118', '田中　一郎'],
];
const table = (delimiter: string, end = '') =>
  [HEADER, ...ROWS].map((row) => `${row.join(delimiter)}${end}\r\n`).join('');

function file(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'inspect-')), 'file');
  writeFileSync(path, content);
  return path;
}

const itemsOf = async (content: string | Uint8Array) => {
  const { format, encoding, reading, rows, damaged, mapping } = await inspectFile(file(content));
  const items = Object.fromEntries(mapping.map(({ item, columns }) => [item, columns.join()]));
  return { format, encoding, reading, rows, damaged, items };
};

const FOUND = { record_id: '発行番号', my_number: '個人番号', name: '氏名' };

describe('inspect makes out', () => {
  it.each(['|', '^', '@', '~'])('CP932 with the delimiter %s', async (delimiter) => {
    expect(await itemsOf(iconv.encode(table(delimiter), 'cp932'))).toEqual({
      format: 'csv',
      encoding: 'cp932',
      reading: { delimiter },
      rows: 3,
      damaged: 0,
      items: FOUND,
    });
  });

  it.each([
    ['sep=;', `sep=;\r\n${table(';')}`, { delimiter: ';' }],
    ['sep=, and a byte order mark', `\ufeffsep=,\r\n${table(',')}`, {}],
    ['a delimiter at the end of every line', table(',', ','), {}],
    ['a delimiter at the end of every row', table(',', ',').replace(',\r\n', '\r\n'), {}],
    ['a delimiter at the end of the header', table(',').replace('\r\n', ',\r\n'), {}],
  ])('%s', async (_, text, reading) => {
    expect(await itemsOf(text)).toMatchObject({ reading, rows: 3, damaged: 0, items: FOUND });
  });

  it('that a file is JIS, and says how it is converted', async () => {
    const jis = Buffer.from('\u001b$BH/9THV9f\u001b(B,\u001b$B8D?MHV9f\u001b(B\nK1,123456789018\n', 'latin1');
    await expect(itemsOf(jis)).rejects.toMatchObject({ code: 'encoding-convert', exitCode: 2 });
  });
});
