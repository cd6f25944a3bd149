import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { cellXml, workbookEntries } from '../../src/report/workbook.js';
import { zipStream } from '../../src/report/zip-stream.js';

async function* rowsOf(rows: readonly (readonly string[])[]) {
  yield* rows;
}

async function bytesOf(entries: Parameters<typeof zipStream>[0]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const book = (rows: readonly (readonly string[])[], mostRows?: number) =>
  bytesOf(
    workbookEntries({
      name: 'A&B',
      columns: [
        { title: 'id', width: 9 },
        { title: 'decision', width: 9, choices: ['a', '<b>'], hint: '"a" & co' },
      ],
      rows: rowsOf(rows),
      ...(mostRows ? { mostRows } : {}),
    }),
  );

const read = async (bytes: Uint8Array) =>
  (await readXlsx(bytes)).sheets.map(({ name, rows }) => [name, rows] as const);

test.each([
  ['2-1-1', '2-1-1'],
  ['=1+1', '=1+1'],
  ['a\u0000b\u000bc\ud800d\uffff', 'a〓b〓c〓d〓'],
  ['x_x0041_y', 'x_x005F_x0041_y'],
  ['\u{20bb7}', '\u{20bb7}'],
  ['<t>&"\r', '&lt;t&gt;&amp;&quot;&#13;'],
  ['斎'.repeat(40_000), '斎'.repeat(32_767)],
])('the cell %j is written as %j', (text, xml) => {
  expect(cellXml(text)).toBe(xml);
});

/** Bytes that do not shrink. */
const noise = (seed: number) => createHash('shake256', { outputLength: 100_000 }).update(`${seed}`).digest();

test('an archive that nobody reads on draws nothing more, and lets go of what it draws from', async () => {
  let [drawn, hasEnded] = [0, false];
  const data = async function* () {
    try {
      for (; drawn < 1000; drawn++) yield noise(drawn);
    } finally {
      hasEnded = true;
    }
  };
  for await (const _ of zipStream([{ name: 'a', data: data() }])) if (drawn > 3) break;
  await expect.poll(() => hasEnded).toBe(true);
  expect(drawn).toBeLessThan(100);
});

test('hostile texts come back as the texts they are', async () => {
  const texts = [
    '=1+1',
    '+81',
    '-2',
    '@SUM(A1)',
    '2-1-1',
    '0012',
    '1E5',
    ' a ',
    '</t></is></c>',
    ']]>',
    '&lt;',
    'a\nb',
    'TRUE',
    'x_x0041_y',
  ];
  const [[, rows]] = (await read(await book(texts.map((text) => [text, ''])))) as [
    readonly [string, string[][]],
  ];
  expect(rows.slice(1).map(([text]) => text)).toEqual(texts);
});

test('a full sheet goes on in the next, under the same header', async () => {
  const rows = [...Array(5)].map((_, i) => [`r${i}`, '']);
  const sheets = await read(await book(rows, 3));
  expect(sheets.map(([name, all]) => [name, all.map(([id]) => id)])).toEqual([
    ['A&B', ['id', 'r0', 'r1']],
    ['A&B_2', ['id', 'r2', 'r3']],
    ['A&B_3', ['id', 'r4']],
  ]);
  expect((await read(await book([]))).map(([, all]) => all)).toEqual([[['id', 'decision']]]);
});

// Python's zipfile checks signatures, sizes and CRCs by the archive's own directory.
test('the archive is sound to another reader, and the same bytes every time', async () => {
  const bytes = await book([['a', 'b']]);
  expect(bytes.equals(await book([['a', 'b']]))).toBe(true);
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-zip-'));
  writeFileSync(join(dir, 'a.xlsx'), bytes);
  const script =
    'import sys,zipfile,xml.dom.minidom as m\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n[m.parseString(z.read(n)) for n in z.namelist()]\nprint(len(z.namelist()))';
  expect(execFileSync('python3', ['-c', script, join(dir, 'a.xlsx')], { encoding: 'utf8' }).trim()).toBe('6');
  rmSync(dir, { recursive: true, force: true });
});

test('an error of the rows is thrown, and ends the rows', async () => {
  let isClosed = false;
  async function* failing() {
    try {
      yield ['a', 'b'];
      yield ['c', 'd'];
      throw new Error('disk');
    } finally {
      isClosed = true;
    }
  }
  const entries = workbookEntries({ name: 'x', columns: [{ title: 'id', width: 9 }], rows: failing() });
  await expect(bytesOf(entries)).rejects.toThrow('disk');
  expect(isClosed).toBe(true);
});
