import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import type { InputSpec, LinkSpec } from '../../src/audit/pipeline-file.js';
import { readDecisions } from '../../src/decide/read-decisions.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { ingestInput, preflight } from '../../src/ingest/index.js';
import { loadPipeline, parsePipeline } from '../../src/pipeline/file/load.js';
import { csvCell } from '../../src/text/csv-cell.js';
import { makeXlsx } from '../ingest/make-xlsx.js';
import { linkSpec } from '../ingest/support.js';

/** Seconds of the processor, whatever else the machine does, and bytes that no hostile input may take more of. */
const MOST_SECONDS = 10;
const MOST_BYTES = 2 ** 30;

let dir: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'totsugo-hostile-')));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let since = process.cpuUsage();
beforeEach(() => {
  since = process.cpuUsage();
});
afterEach(() => {
  const { user, system } = process.cpuUsage(since);
  expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
  expect(process.memoryUsage().rss).toBeLessThan(MOST_BYTES);
});

const HEADER = '発行番号,個人番号,氏名\n';
const numberOf = (i: number) => {
  const first = String(79_312_004_517 + i * 1_299_709);
  return first + myNumberCheckDigit(first);
};
/** Texts as cells of the item `name`, beside sound keys and numbers. */
const csv = (...names: readonly string[]) =>
  HEADER + names.map((name, i) => `K${i},${numberOf(i)},"${name.replaceAll('"', '""')}"\n`).join('');
const from = (name: string) => ({ from: [name], format: null });
const GOOD = csv('山田　太郎', '佐藤　花子');

let count = 0;
/** What becomes of a file: its refusal, or the names that it gave. The engine reaches the file and work/, as in a run. */
async function fate(
  content: string | Uint8Array | null,
  over: Partial<LinkSpec> = {},
  name = 'input',
): Promise<string | string[]> {
  const folder = join(dir, `f${++count}`);
  mkdirSync(folder, { recursive: true });
  if (content !== null) writeFileSync(join(folder, name), content);
  return fateIn(folder, { files: [name], ...over });
}

async function fateIn(folder: string, over: Partial<LinkSpec>): Promise<string | string[]> {
  const spec: InputSpec = linkSpec(over);
  const workDir = join(folder, 'work');
  mkdirSync(workDir, { recursive: true });
  const files = spec.files.map((path) => join(folder, path));
  const engine = await openDuckDb({
    path: join(workDir, 'w.duckdb'),
    memory: 512e6,
    threads: 1,
    reach: { files, folders: [workDir] },
  });
  try {
    await preflight(spec, { dir: folder, asOf: '2023-06-22' });
    await ingestInput(engine, spec, { dir: folder, workDir });
    const rows = await engine.rows<{ name: string | null }>(
      `SELECT "name" FROM "raw_${spec.id}" ORDER BY "file", "row"`,
    );
    return rows.map(({ name }) => name ?? '');
  } catch (error) {
    const { code, exitCode, message } = error as { code?: string; exitCode?: number; message: string };
    expect(message).not.toMatch(/山田|佐藤|\d{12}/);
    if (exitCode === undefined) throw error;
    return code!;
  } finally {
    engine.close();
  }
}

describe('text that would like to be something else comes back as the text it is', () => {
  const TEXTS = [
    `'; DROP TABLE links; --`,
    `"; DROP TABLE links; --`,
    `' UNION SELECT * FROM read_text('/etc/passwd') --`,
    `'); COPY residents TO '/tmp/x.csv'; --`,
    `'||(SELECT version())||'`,
    `\${process.env.HOME}`,
    `{{constructor.constructor('return process')()}}`,
    `<script>alert(1)</script>`,
    `<img src=x onerror=alert(1)>`,
    `</script><svg/onload=alert(1)>`,
    `javascript:alert(1)`,
    `=HYPERLINK("https://example.com","x")`,
    `=cmd|'/c calc'!A1`,
    `+1+cmd|'/c calc'!A1`,
    `-2+3+cmd|'/c calc'!A1`,
    `@SUM(1+1)`,
    `%s%s%s%n`,
    `../../../../etc/passwd`,
    `/dev/null`,
    `$(touch /tmp/x)`,
    '`touch /tmp/x`',
    `__proto__`,
    `constructor`,
    `NULL`,
    `\\N`,
    `\u202eotas`,
    `𠮷𠮷𠮷`,
    `a\u0301\u0301\u0301`,
    `\ufffd`,
    `NaN`,
    `1e999`,
    `{"$ne": null}`,
    `&lt;!ENTITY x SYSTEM "file:///etc/passwd"&gt;`,
  ];
  test('in every cell of a CSV', async () => {
    expect(await fate(csv(...TEXTS))).toEqual(TEXTS);
  });
  test('in every line of JSON', async () => {
    const rows = TEXTS.map((name, i) =>
      JSON.stringify({ 発行番号: `K${i}`, 個人番号: numberOf(i), 氏名: name }),
    );
    expect(await fate(rows.join('\n'), { format: 'jsonl' })).toEqual(TEXTS);
  });
  test.each(TEXTS.slice(0, 12))('as the name of a column: %j', async (name) => {
    const content = `発行番号,個人番号,"${name.replaceAll('"', '""')}"\nK1,${numberOf(1)},x\n`;
    expect(
      await fate(content, {
        columns: { record_id: from('発行番号'), my_number: from('個人番号'), name: from(name) },
      }),
    ).toEqual(['x']);
  });
  test.each(TEXTS.filter((text) => /^[=+\-@]/.test(text)))('as a cell for a spreadsheet: %j', (text) => {
    expect(csvCell(text).startsWith(`"'`)).toBe(true);
  });
});

describe('a path is the file that it names', () => {
  const NAMES = [
    `it's.csv`,
    `a"b.csv`,
    `[x].csv`,
    `*.csv`,
    `a?b.csv`,
    `{a,b}.csv`,
    `氏名=偽物.csv`,
    `a;b.csv`,
    `$HOME.csv`,
    `a b.csv`,
    `%41.csv`,
    `-rf.csv`,
    `a\\b.csv`,
    `https:x.csv`,
  ];
  test.each(NAMES)('%s', async (name) => {
    expect(await fate(GOOD, {}, name)).toEqual(['山田　太郎', '佐藤　花子']);
  });
  test('a pattern does not reach what is beside', async () => {
    const folder = join(dir, 'beside');
    mkdirSync(folder);
    writeFileSync(join(folder, '[a].csv'), GOOD);
    writeFileSync(join(folder, 'a.csv'), csv('別　人'));
    expect(await fateIn(folder, { files: ['[a].csv'] })).toEqual(['山田　太郎', '佐藤　花子']);
  });
});

describe('what is no regular file is refused', () => {
  const place = (make: (path: string) => void) => {
    const folder = join(dir, `f${++count}`);
    mkdirSync(folder);
    make(join(folder, 'input'));
    return fateIn(folder, {});
  };
  test.each<[string, (path: string) => void, string]>([
    ['a folder', (path) => mkdirSync(path), 'input-missing'],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'input-missing'],
    ['a link to nothing', (path) => symlinkSync('/nowhere', path), 'input-missing'],
    ['a link to itself', (path) => symlinkSync(path, path), 'input-missing'],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path), 'input-missing'],
    ['a link to a folder', (path) => symlinkSync('/', path), 'input-missing'],
    ['nothing', () => {}, 'input-missing'],
    ['an empty file', (path) => writeFileSync(path, ''), 'input-empty'],
  ])('%s', async (_, make, code) => {
    expect(await place(make)).toBe(code);
  });
  test.each(['/dev/zero', '/dev/random', '/proc/self', '/etc'])('%s', async (path) => {
    expect(await fate(null, { files: [path] })).toBe('input-missing');
  });
  test('/proc/self/environ holds no table', async () => {
    expect(await fate(null, { files: ['/proc/self/environ'] })).toMatch(/^input-/);
  });
  test('a pipeline file that is a device', async () => {
    await expect(loadPipeline('/dev/zero')).rejects.toMatchObject({ exitCode: 2 });
  });
});

const XLSX = { format: 'xlsx' } as const;
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetRow = (...cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`;
const TITLES = sheetRow('発行番号', '個人番号', '氏名');
const PERSON = sheetRow('K1', numberOf(1), '山田　太郎');
const book = (rows: string, parts: Record<string, string> = {}) => makeXlsx([{ name: 's', rows }], parts);
/** Many members, each small, that unpack to `mb` megabytes of one line. */
const gzBomb = (line: string, mb: number) => {
  const member = gzipSync(Buffer.from(line.repeat(Math.ceil(2 ** 20 / line.length))), { level: 9 });
  return Buffer.concat([gzipSync(GOOD), ...Array<Buffer>(mb).fill(member)]);
};

describe('files that are more, or less, than they say', () => {
  test.each<[string, () => string | Uint8Array, Partial<LinkSpec>, string | string[] | RegExp]>([
    ['a gz bomb of rows', () => gzBomb(`K9,${numberOf(9)},x\n`, 80), {}, /^input-(bomb|gzip|damaged)$/],
    ['a gz bomb of zeros', () => gzBomb('\u0000', 80), {}, /^input-(bomb|gzip|damaged)$|^too-many-rejects$/],
    [
      'a gz bomb without line ends',
      () => gzBomb('x', 80),
      {},
      /^input-(bomb|gzip|damaged)$|^too-many-rejects$/,
    ],
    ['a gz bomb of JSON', () => gzBomb('{}\n', 80), { format: 'jsonl' }, /^input-/],
    ['gz cut short', () => gzipSync(GOOD).subarray(0, 30), {}, /^input-/],
    ['gz in gz', () => gzipSync(gzipSync(GOOD)), {}, /^input-/],
    ['a zip bomb', () => book(TITLES + PERSON + ' '.repeat(80_000_000)), XLSX, 'input-broken'],
    [
      'a zip bomb of shared strings',
      () => book(TITLES + PERSON, { 'xl/sharedStrings.xml': `<sst>${' '.repeat(80_000_000)}</sst>` }),
      XLSX,
      'input-broken',
    ],
    [
      'a cell of 20 million letters',
      () => book(TITLES + sheetRow('K1', numberOf(1), 'x'.repeat(20_000_000))),
      XLSX,
      'input-broken',
    ],
    [
      'an XML entity of a file',
      () => entity('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
      XLSX,
      'input-broken',
    ],
    [
      'an XML entity of an address',
      () => entity('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', '&x;'),
      XLSX,
      'input-broken',
    ],
    ['a billion laughs', () => entity(laughs(), '&l9;'), XLSX, 'input-broken'],
    ['a parameter entity', () => entity('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;', 'x'), XLSX, ['x']],
    [
      'a cell beyond the sheet',
      () => book(`${TITLES}<row r="99999999">${cell('x')}</row>`),
      XLSX,
      'input-broken',
    ],
    [
      'a column beyond the sheet',
      () => book(`${TITLES}<row><c r="ZZZZZZZ1" t="inlineStr"><is><t>x</t></is></c></row>`),
      XLSX,
      'input-broken',
    ],
    [
      'more sheets than a workbook has',
      () => makeXlsx(Array.from({ length: 1_001 }, (_, i) => ({ name: `s${i}`, rows: TITLES }))),
      XLSX,
      'input-sheets',
    ],
    [
      'more tables than a workbook has',
      () =>
        zipSync({
          'content.xml': strToU8(`<spreadsheet>${'<table name="t"/>'.repeat(1_001)}</spreadsheet>`),
        }),
      { format: 'ods' },
      'input-sheets',
    ],
    [
      'an archive of thirty thousand parts',
      () => zipSync(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`p${i}`, strToU8('')]))),
      XLSX,
      'input-sheets',
    ],
    ['a negative row', () => book(`${TITLES}<row r="-5">${cell('x')}</row>`), XLSX, 'input-broken'],
    [
      'a formula cell',
      () =>
        book(
          `${TITLES}<row>${cell('K1')}${cell(numberOf(1))}<c t="str"><f>WEBSERVICE("http://x")</f><v>山田</v></c></row>`,
        ),
      XLSX,
      ['山田'],
    ],
    [
      'a shared string that is not there',
      () => book(`${TITLES}<row>${cell('K1')}${cell(numberOf(1))}<c t="s"><v>999999</v></c></row>`),
      XLSX,
      [''],
    ],
    [
      'a shared string below none',
      () => book(`${TITLES}<row>${cell('K1')}${cell(numberOf(1))}<c t="s"><v>-1</v></c></row>`),
      XLSX,
      [''],
    ],
    [
      'a part outside of the archive',
      () => zipSync({ '../../evil': strToU8('x'), '[Content_Types].xml': strToU8('<a/>') }),
      XLSX,
      /^input-/,
    ],
    ['an archive without parts', () => zipSync({}), XLSX, /^input-/],
    ['an archive cut short', () => book(TITLES + PERSON).subarray(0, 80), XLSX, /^input-/],
    [
      'a row repeated without end',
      () => ods('table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"'),
      { format: 'ods' },
      /^input-/,
    ],
    ['NUL in a row', () => csv('山\u0000田', '佐藤'), { maxRejectShare: 1 }, ['佐藤']],
    ['NUL alone', () => Buffer.alloc(1_000_000), {}, /^input-/],
    [
      'half of a surrogate pair in JSON',
      () => `{"発行番号":"K1","個人番号":"${numberOf(1)}","氏名":"\\ud800"}\n`,
      { format: 'jsonl', maxRejectShare: 1 },
      ['\ufffd'],
    ],
    [
      'half of a surrogate pair in UTF-16',
      () => Buffer.concat([iconv.encode(GOOD, 'utf-16le'), Buffer.from([0, 0xd8, 10, 0])]),
      { encoding: 'utf-16le', maxRejectShare: 1 },
      ['山田　太郎', '佐藤　花子'],
    ],
    [
      'bytes that are no UTF-8',
      () => Buffer.concat([Buffer.from(GOOD), Buffer.from([0xc0, 0xaf, 0xff, 10])]),
      { maxRejectShare: 1 },
      ['山田　太郎', '佐藤　花子'],
    ],
    [
      'UTF-8 longer than need be',
      () => Buffer.concat([Buffer.from(`${GOOD}K9,${numberOf(9)},`), Buffer.from([0xc0, 0xbc, 10])]),
      { maxRejectShare: 1 },
      'input-encoding',
    ],
    [
      'a column twice',
      () => `発行番号,個人番号,氏名,氏名\nK1,${numberOf(1)},a,b\n`,
      {},
      'input-column-twice',
    ],
    ['10,000 columns', () => wide(10_000), {}, ['山田']],
    [
      '10,000 columns twice',
      () => `${'氏名,'.repeat(9_999)}氏名\n${'x,'.repeat(9_999)}x\n`,
      {},
      /^input-column/,
    ],
    [
      '10,000 keys in JSON',
      () =>
        `{${Array.from({ length: 10_000 }, (_, i) => `"k${i}":1`).join()},"発行番号":"K1","個人番号":"${numberOf(1)}","氏名":"x"}\n`,
      { format: 'jsonl' },
      ['x'],
    ],
    [
      'prototype keys in JSON',
      () => `{"__proto__":{"氏名":"x"},"constructor":1,"発行番号":"K1","個人番号":"${numberOf(1)}"}\n`,
      { format: 'jsonl' },
      'input-column',
    ],
    ['JSON nested 100,000 deep', () => `${'['.repeat(100_000)}\n`, { format: 'jsonl' }, /^input-/],
    [
      'JSON in JSON nested deep',
      () =>
        `{"発行番号":"K1","個人番号":"${numberOf(1)}","氏名":${'['.repeat(50_000)}${']'.repeat(50_000)}}\n`,
      { format: 'jsonl', maxRejectShare: 1 },
      'input-damaged',
    ],
    [
      'a number of 10,000 digits in JSON',
      () => `{"発行番号":"K1","個人番号":"${numberOf(1)}","氏名":${'9'.repeat(10_000)}}\n`,
      { format: 'jsonl', maxRejectShare: 1 },
      ['9'.repeat(10_000)],
    ],
    [
      'a quote that is never closed',
      () => `${GOOD}"${'x\n'.repeat(100_000)}`,
      { maxRejectShare: 1 },
      'input-damaged',
    ],
    ['lines that end in CR', () => GOOD.replaceAll('\n', '\r'), {}, 'input-line-ends'],
    ['a header of a million letters', () => `${'あ'.repeat(1_000_000)}\nx\n`, {}, /^input-/],
    [
      'Parquet that is none',
      () => Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(100), Buffer.from('PAR1')]),
      { format: 'parquet' },
      /^input-/,
    ],
    [
      'Parquet with a footer beyond its end',
      () => Buffer.concat([Buffer.from('PAR1'), Buffer.from([255, 255, 255, 127]), Buffer.from('PAR1')]),
      { format: 'parquet' },
      /^input-/,
    ],
    ['a record shorter than the layout', () => 'K1\n', FIXED, 'fixed-length'],
    [
      'fields that overlap',
      () => `K1   ${numberOf(1)}\n`,
      { ...FIXED, layout: { id: [1, 5], number: [6, 12], name: [1, 17] } },
      [`K1   ${numberOf(1)}`],
    ],
    ['EBCDIC that is none', () => GOOD, { encoding: 'ibm930' }, /^input-/],
  ])('%s', async (_, make, over, expected) => {
    const became = await fate(make(), over);
    if (expected instanceof RegExp) expect(String(became)).toMatch(expected);
    else expect(became).toEqual(expected);
  });

  test('a cell of 200 MB is one rejected row', async () => {
    const rows = Buffer.concat([
      Buffer.from(GOOD),
      Buffer.from(`K3,${numberOf(3)},"`),
      Buffer.alloc(200_000_000, 0x78),
      Buffer.from('"\n'),
    ]);
    expect(await fate(rows, { maxRejectShare: 1 })).toEqual(['山田　太郎', '佐藤　花子']);
  });
});

const FIXED = {
  format: 'fixed',
  layout: { id: [1, 5], number: [6, 12], name: [18, 10] },
  columns: { record_id: from('id'), my_number: from('number'), name: from('name') },
} as const;

function wide(columns: number): string {
  const names = Array.from({ length: columns }, (_, i) => `列${i}`).join(',');
  return `発行番号,個人番号,氏名,${names}\nK1,${numberOf(1)},山田,${'x,'.repeat(columns - 1)}x\n`;
}

function entity(declaration: string, use: string): Uint8Array {
  const archive = { rows: TITLES + sheetRow('K1', numberOf(1), use) };
  const sheet = `<!DOCTYPE worksheet [${declaration}]><worksheet><sheetData>${archive.rows}</sheetData></worksheet>`;
  const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (type: string, target: string) =>
    `<Relationships><Relationship Id="r1" Type="${RELS}/${type}" Target="${target}"/></Relationships>`;
  return zipSync({
    '_rels/.rels': strToU8(relation('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relation('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
}

function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  return `<!ENTITY l0 "ha">${levels.join('')}`;
}

function ods(row: string, column: string): Uint8Array {
  const value = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const head = `<table:table-row>${['発行番号', '個人番号', '氏名'].map(value).join('')}</table:table-row>`;
  const endless = `<table:table-row ${row}><table:table-cell ${column} office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`;
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="s">${head}${endless}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
  });
}

const PIPELINE = `version: 1
register:
  file: r.csv
  columns: {resident_id: 宛名番号, my_number: 個人番号}
links:
  cards:
    file: c.csv
    columns: {record_id: 発行番号, my_number: 個人番号}
`;

describe('pipeline files', () => {
  const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const aliases = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &a${i + 1} [${`*a${i},`.repeat(10)}]`).join(
    '\n',
  );
  test.each<[string, string]>([
    ['a bomb of aliases', `x0: &a0 [1]\n${aliases}\n${PIPELINE}`],
    ['an alias of itself', `x: &a [*a]\n${PIPELINE}`],
    ['5,000 lists in each other', `x: ${nested}\n${PIPELINE}`],
    ['a prototype key', `__proto__: {version: 1}\n${PIPELINE}`],
    ['a prototype key among the sources', PIPELINE.replace('cards:', '__proto__:')],
    ['constructor for a source', PIPELINE.replace('cards:', 'constructor:')],
    ['a prototype key among the columns', PIPELINE.replace('record_id:', '__proto__: x, record_id:')],
    ['SQL for a source', PIPELINE.replace('cards:', `"x; DROP TABLE links":`)],
    ['a quote in a source', PIPELINE.replace('cards:', `"x\\"y":`)],
    ['a path for a source', PIPELINE.replace('cards:', '../x:')],
    ['a source that is a table of ours', PIPELINE.replace('cards:', 'register:')],
    ['a source of a thousand letters', PIPELINE.replace('cards:', `${'x'.repeat(1_000)}:`)],
    ['a path for a name', `name: ../../x\n${PIPELINE}`],
    ['a device for a name', `name: "a/b"\n${PIPELINE}`],
    ['NUL in a name', `name: "a\\0b"\n${PIPELINE}`],
    ['a function', `x: !!js/function "function(){}"\n${PIPELINE}`],
    ['a key twice', PIPELINE + PIPELINE],
    ['another version', PIPELINE.replace('1', '1e999')],
    ['a date that is none', `as_of: 2023-02-30\n${PIPELINE}`],
    ['a limit that is no share', PIPELINE.replace('file: c.csv', 'file: c.csv\n    max_reject_share: .nan')],
    [
      'a layout that begins before the record',
      PIPELINE.replace('file: c.csv', 'file: c.csv\n    layout: {a: [0, 5]}'),
    ],
    ['a layout of no length', PIPELINE.replace('file: c.csv', 'file: c.csv\n    layout: {a: [1, 0]}')],
    [
      'a layout beyond all numbers',
      PIPELINE.replace('file: c.csv', 'file: c.csv\n    layout: {a: [1, 1e300]}'),
    ],
    ['no YAML', '\u0000\u0001\u0002'],
    ['a list', '- 1\n- 2\n'],
    ['an export of people', GOOD],
  ])('%s: refused in words', (_, yaml) => {
    expect(() => parsePipeline(yaml, 'p.yaml')).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(({} as { version?: unknown }).version).toBeUndefined();
  });
});

describe('forged decisions', () => {
  const NOW = '2023-06-23T00:00:00.000Z';
  const LINE = {
    case: 'F-0001-0000-0000',
    fingerprint: 'f',
    decision: 'right',
    candidate: null,
    reason: null,
    at: '2023-06-22T00:00:00.000Z',
    reviewer: 'r-1',
  };
  const exported = (lines: readonly object[], over: object = {}) => {
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const head = {
      schema: 'totsugo-decisions/2',
      run_id: 'run',
      organisation: '-',
      reviewer: 'r-1',
      count: lines.length,
      ...over,
    };
    return `${JSON.stringify({
      ...head,
      checksum: `crc32:${crc32(`${JSON.stringify(head)}\n${body}`)
        .toString(16)
        .padStart(8, '0')}`,
    })}\n${body}`;
  };
  const table = (...cells: readonly string[]) =>
    `finding_id,fingerprint,decision (1-5),rightful candidate (C1-C3),reviewer\n${cells.join(',')}\n`;
  test.each<[string, string | Uint8Array, string, string]>([
    ['another’s decisions', exported([{ ...LINE, reviewer: 'r-2' }]), 'jsonl', 'decisions-reviewer'],
    [
      'a checksum that is not theirs',
      exported([LINE]).replace('right', 'hold'),
      'jsonl',
      'decisions-checksum',
    ],
    [
      'a head of another',
      exported([LINE]).replace('"r-1","count"', '"r-9","count"'),
      'jsonl',
      'decisions-checksum',
    ],
    ['the year 9999', exported([{ ...LINE, at: '9999-01-01T00:00:00Z' }]), 'jsonl', 'decisions-line'],
    [
      'a prototype key for a decision',
      exported([{ ...LINE, decision: 'constructor' }]),
      'jsonl',
      'decisions-line',
    ],
    ['free text for a reason', exported([{ ...LINE, reason: '<b>山田太郎</b>' }]), 'jsonl', 'decisions-line'],
    ['a fourth candidate', exported([{ ...LINE, candidate: 'C4' }]), 'jsonl', 'decisions-line'],
    ['a number for a reviewer', exported([LINE], { reviewer: numberOf(1) }), 'jsonl', 'decisions-reviewer'],
    [
      'HTML for a reviewer',
      table('F-0001-0000-0000', 'f', '3', '', '<script>x</script>'),
      'csv',
      'decisions-reviewer',
    ],
    [
      'a formula for a reviewer',
      table('F-0001-0000-0000', 'f', '3', '', '=1+1'),
      'csv',
      'decisions-reviewer',
    ],
    [
      'SQL for a reviewer',
      table('F-0001-0000-0000', 'f', '3', '', `'; DROP TABLE x`),
      'csv',
      'decisions-reviewer',
    ],
    [
      'a megabyte for a reviewer',
      table('F-0001-0000-0000', 'f', '3', '', 'x'.repeat(900_000)),
      'csv',
      'decisions-reviewer',
    ],
    ['SQL for a decision', table('F-0001-0000-0000', 'f', `3' OR 1=1`, '', 'r'), 'csv', 'decisions-line'],
    ['another run', exported([LINE], { run_id: 'other' }), 'jsonl', 'decisions-run'],
    ['a count that is another', exported([LINE], { count: 2 }), 'jsonl', 'decisions-checksum'],
    ['a bomb', makeXlsx([{ name: 's', rows: ' '.repeat(80_000_000) }]), 'xlsx', 'decisions-too-large'],
    [
      'more sheets than a table has',
      makeXlsx(Array.from({ length: 5_001 }, (_, i) => ({ name: `s${i}`, rows: '' }))),
      'xlsx',
      'decisions-too-large',
    ],
    ['an archive of nothing', zipSync({ a: strToU8('') }), 'xlsx', 'decisions-format'],
    ['a page', '<html><script>alert(1)</script></html>', 'csv', 'decisions-page'],
  ])('%s: refused', async (_, content, ending, code) => {
    const path = join(dir, `d${++count}.${ending}`);
    writeFileSync(path, content);
    await expect(readDecisions([path], { runId: 'run', now: NOW })).rejects.toMatchObject({
      code,
      exitCode: 2,
    });
  });
  test.each(['/dev/zero', '/dev/null', '/', '/proc/self/mem'])('%s: refused', async (path) => {
    await expect(readDecisions([path], { runId: 'run', now: NOW })).rejects.toMatchObject({ exitCode: 2 });
  });
});
