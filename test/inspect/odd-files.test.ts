import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { inspectFile, renderInspection } from '../../src/inspect/index.js';

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

  it.each([
    ['a stray quote', 'K0,111111111111,高x"\r\n'],
    ['a quote that nothing closes', 'K0,111111111111,"高\r\n'],
  ])('a table whose first row has %s', async (_, damaged) => {
    const rows = table(',').replace('氏名\r\n', `氏名\r\n${damaged}`);
    expect(await itemsOf(rows)).toMatchObject({ format: 'csv', rows: 4, damaged: 1, items: FOUND });
  });

  it.each([
    ['at both margins and between two names', ['', '発行番号', '', '個人番号', '氏名', '']],
    ['above the numbers of the rows', ['', '発行番号', '個人番号', '氏名']],
  ])('a header with blanks %s', async (_, header) => {
    const blankAt = header.flatMap((name, at) => (name === '' ? [at] : []));
    const rows = ROWS.map((row, number) => {
      const cells: string[] = [];
      for (let at = 0, next = 0; at < header.length; at++)
        cells.push(blankAt.includes(at) ? (blankAt.length === 1 ? `${number}` : '') : row[next++]!);
      return cells;
    });
    const text = [['', '交付一覧', ...header.slice(2).map(() => '')], header, ...rows]
      .map((row) => `${row.join()}\r\n`)
      .join('');
    const plain = text.slice(text.indexOf('\n') + 1);
    expect(await itemsOf(plain)).toMatchObject({ reading: {}, rows: 3, damaged: 0, items: FOUND });
    expect(await itemsOf(text)).toMatchObject({ reading: { skipRows: 1 }, rows: 3, items: FOUND });
  });

  it('that a file is JIS, and says how it is converted', async () => {
    const jis = Buffer.from('\u001b$BH/9THV9f\u001b(B,\u001b$B8D?MHV9f\u001b(B\nK1,123456789018\n', 'latin1');
    await expect(itemsOf(jis)).rejects.toMatchObject({ code: 'encoding-convert', exitCode: 2 });
  });
});

describe('a file without header', () => {
  const PEOPLE: readonly (readonly [string, string])[] = [
    [
      'names and days',
      '山田太郎,ヤマダ タロウ,男,S50.3.2,東京都千代田区一番町1\n鈴木花子,スズキ ハナコ,女,S51.3.2,東京都千代田区二番町2\n',
    ],
    ['names alone', '山田太郎,男,東京都\n鈴木花子,女,大阪府\n'],
    ['letters', 'taro yamada,m,tokyo\nhanako suzuki,f,osaka\n'],
    ['one row', '山田太郎,男\n'],
    ['tabs', '山田太郎\t男\t東京都\n鈴木花子\t女\t大阪府\n'],
    ['a number', 'K1,123456789018,ポート\nK2,987654321098,山田\n'],
    ['a code with one digit', '山田太郎,A\n鈴木花子,B1\n田中一郎,C2\n'],
    ['quotes', '"山田太郎","男","東京都"\n"鈴木花子","女","大阪府"\n'],
    ['blanks between', '山田太郎,,男\n鈴木花子,,女\n'],
    ['blanks among words', '甲地区,,現存,山田太郎,男\n乙地区,,転出,鈴木花子,女\n丙地区,,現存,田中一郎,男\n'],
    ['long rows', `${'山田太郎'.repeat(100)},男\n鈴木花子,女\n`],
  ];
  it.each(PEOPLE)('of %s is told so, and no name of it is shown', async (_, content) => {
    const inspection = await inspectFile(file(content));
    expect(inspection.reading.header).toBe(false);
    expect(JSON.stringify(inspection) + renderInspection(inspection, 'x', 'f', 'ja')).not.toMatch(
      /山田|鈴木|yamada|東京/,
    );
  });

  it('is told from one whose names nobody knows', async () => {
    const { reading, columns } = await inspectFile(file('甲,乙\n1,x\n2,y\n3,z\n'));
    expect([reading.header, columns.map(({ name }) => name)]).toEqual([undefined, ['甲', '乙']]);
  });

  it('a header of 10,000 columns or of a million letters is not told whole', async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `列${i}`).join(',');
    const wide = await inspectFile(file(`${names}\n${names.replaceAll('列', 'x')}\n`));
    expect(renderInspection(wide, 'x', 'f', 'ja').length).toBeLessThan(5_000);
    const long = await inspectFile(file(`氏名,${'番号'.repeat(100_000)}\n山田,1\n`));
    expect(renderInspection(long, 'x', 'f', 'ja').length).toBeLessThan(2_000);
  });
});
