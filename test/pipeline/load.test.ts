import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPipeline, parsePipeline } from '../../src/pipeline/load.js';
import { PipelineErrors } from '../../src/pipeline/problems.js';
import { pipelineJsonSchema } from '../../src/pipeline/schema.js';

const contract = 'test/cases/pipeline/contract/pipeline.yaml';

const MINIMAL = `version: 1
register:
  file: r.csv
  columns: {resident_id: 宛名番号, my_number: 個人番号}
links:
  cards:
    file: c.csv
    columns: {record_id: 発行番号, my_number: 個人番号}
`;

function problemsOf(yaml: string): string[] {
  try {
    parsePipeline(yaml, 'p.yaml');
  } catch (error) {
    if (error instanceof PipelineErrors) return error.say('en').split('\n');
    throw error;
  }
  return [];
}

describe('loadPipeline', () => {
  it("loads the contract's example with its defaults", async () => {
    const file = await loadPipeline(contract);
    expect(file.asOf).toBe('2023-06-22');
    expect(file.register).toMatchObject({
      id: 'register',
      files: ['data/residents.csv'],
      format: 'csv',
      encoding: 'cp932',
      maxRejectShare: 0.01,
    });
    expect(file.register.columns.birth_date).toEqual({ from: ['生年月日'], format: 'wareki' });
    expect(file.links.map((l) => [l.id, l.format, l.encoding, l.via])).toEqual([
      ['cards', 'csv', 'utf-8', 'my_number'],
      ['insurance', 'csv', 'utf-8', 'my_number'],
      ['accounts', 'fixed', 'cp932', 'my_number'],
      ['services', 'jsonl', 'utf-8', 'auth_serial'],
    ]);
    expect(file.links[0]?.title).toEqual({ ja: 'マイナンバーカード', en: 'My Number cards' });
    expect(file.links[0]?.onePerResident).toBe(true);
    expect(file.links[1]?.columns.record_id?.from).toEqual(['保険者番号', '記号', '番号', '枝番']);
    expect(file.links[2]?.layout?.holder).toEqual([16, 30]);
    expect(file.review).toEqual({ threshold: 0.5, sampleClean: 300 });
    expect(file.privacy.keyFile).toBe('~/.totsugo/key');
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fills in defaults, the name from the file name', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'load-')), 'nightly.yaml');
    writeFileSync(path, MINIMAL);
    const file = await loadPipeline(path);
    expect(file).toMatchObject({
      name: 'nightly',
      asOf: null,
      report: { language: 'ja', formats: ['html', 'xlsx', 'csv'], splitBy: 'organisation' },
      model: null,
      decisions: null,
    });
    expect(file.links[0]?.title).toEqual({ ja: 'cards', en: 'cards' });
  });

  it.each([
    ['comma separated', '番号,氏名\n123456789018,青木\n', /^[^\n]+:1:1: Not a pipeline file/],
    ['fixed width', '0001 123456789018 青木\n0002 123456789018 青木\n', /^[^\n]+:1:1: Not a pipeline file/],
    ['JSON Lines', '{"n":"123456789018"}\n{"n":"青木"}\n{"n":"青木"}\n', /^[^\n]+:2:1: Not readable as YAML/],
    ['a broken quote', 'version: 1\nname: "123456789018 青木\n', /Not readable as YAML/],
    ['a bad escape', 'version: 1\nname: "\\q123456789018 青木"\n', /Not readable as YAML/],
  ])('quotes nothing of an export named by mistake: %s', (_, text, expected) => {
    const told = problemsOf(text);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(told[0]).toMatch(expected);
    expect(told.join()).not.toMatch(/123456789018|青木/);
  });

  it('tells a file that is not in UTF-8', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'load-')), 'cp932.yaml');
    writeFileSync(path, Buffer.concat([Buffer.from(MINIMAL), Buffer.from([0x23, 0x8e, 0x81, 0x96, 0xbc])]));
    await expect(loadPipeline(path)).rejects.toThrow(/1:1: .*UTF-8/);
  });

  it('tells a broken indentation once, and each tab', () => {
    expect(problemsOf('version: 1\nregister:\n  a: 1\n b: 2\n c: 3\n d: 4\n')).toEqual([
      expect.stringMatching(/^p\.yaml:4:1: Not readable as YAML: the indentation/),
    ]);
    expect(
      problemsOf('version: 1\nregister:\n\ta: 1\n\tb: 2\n').filter((p) => p.includes('Tabs')),
    ).toHaveLength(2);
  });

  it('refuses a file that is not there with exit code 2', async () => {
    await expect(loadPipeline('no/such.yaml')).rejects.toMatchObject({
      code: 'pipeline-missing',
      exitCode: 2,
    });
  });
});

/** What is replaced in MINIMAL, by what, and the errors expected. */
const WRONG: readonly [name: string, from: string, to: string, errors: readonly RegExp[]][] = [
  [
    'unknown top key',
    'version: 1',
    'version: 1\nreviews: {}',
    [/^p\.yaml:2:1: Unknown key "reviews"\. Did you mean "review"\?$/],
  ],
  [
    'misspelt item',
    'resident_id:',
    'residnt_id:',
    [
      /^p\.yaml:4:3: .*"resident_id" has no column/,
      /^p\.yaml:4:13: Unknown key "residnt_id"\. Did you mean "resident_id"\?/,
    ],
  ],
  ['missing version', 'version: 1\n', '', [/^p\.yaml:1:1: The required key "version" is missing/]],
  ['wrong version', 'version: 1', 'version: 2', [/^p\.yaml:1:10: version: "2" is not allowed. Allowed: 1/]],
  [
    'no record_id',
    'record_id: 発行番号, ',
    '',
    [/^p\.yaml:8:5: The required item "record_id" has no column/],
  ],
  [
    'tie the register lacks',
    ', my_number: 個人番号}\n',
    '}\n',
    [/^p\.yaml:8:\d+: Tied by "my_number", but the register maps no column/],
  ],
  [
    'no tie',
    '発行番号, my_number: 個人番号}',
    '発行番号}',
    [/^p\.yaml:8:5: No column ties .*Map a column to "my_number"/],
  ],
  [
    'tie by serial not declared',
    'record_id: 発行番号, my_number:',
    'record_id: 発行番号, auth_serial:',
    [/^p\.yaml:8:5: .*Write "via: auth_serial"/],
  ],
  [
    'serial not in register',
    'file: c.csv\n    columns: {record_id: 発行番号, my_number:',
    'file: c.csv\n    via: auth_serial\n    columns: {record_id: 発行番号, auth_serial:',
    [/^p\.yaml:8:10: Tied by "auth_serial"/],
  ],
  [
    'unknown via',
    'file: c.csv',
    'file: c.csv\n    via: auth_seriall',
    [/^p\.yaml:8:10: via: "auth_seriall" is not allowed\. Did you mean "auth_serial"\?/],
  ],
  [
    'unknown encoding',
    'file: c.csv',
    'file: c.csv\n    encoding: cp923',
    [/^p\.yaml:8:15: Unknown encoding "cp923"\. Did you mean "cp932"\?/],
  ],
  [
    'a mainframe encoding of a table',
    'file: c.csv',
    'file: c.csv\n    encoding: IBM930',
    [/^p\.yaml:8:15: ibm930 can be read in fixed width only/],
  ],
  [
    'unknown format',
    'file: c.csv',
    'file: c.csv\n    format: cvs',
    [/^p\.yaml:8:13: format: "cvs" is not allowed\. Did you mean "csv"\?/],
  ],
  [
    'fixed without layout',
    'file: c.csv',
    'file: c.csv\n    format: fixed',
    [/^p\.yaml:8:13: Fixed width needs a layout/],
  ],
  [
    'column not in layout',
    'file: c.csv',
    'file: c.csv\n    format: fixed\n    layout: {発行番后: [1, 5], 個人番号: [6, 12]}',
    [/^p\.yaml:10:26: The layout has no field "発行番号"\. Did you mean "発行番后"\?/],
  ],
  [
    'layout of one number',
    'file: c.csv',
    'file: c.csv\n    format: fixed\n    layout: {発行番号: [1], 個人番号: [0, 12]}',
    [/^p\.yaml:9:/, /^p\.yaml:9:\d+: 個人番号: "0": the value must be at least 1/],
  ],
  ['bad date', 'version: 1', 'version: 1\nas_of: 2023-02-29', [/^p\.yaml:2:8: "2023-02-29" is not a date/]],
  [
    'number as column',
    'record_id: 発行番号',
    'record_id: 5',
    [/^p\.yaml:8:26: record_id: Found "5"; expected .*quotes/],
  ],
  [
    'unknown date format',
    'resident_id: 宛名番号',
    'resident_id: 宛名番号, birth_date: {column: 生年月日, format: wareky}',
    [/^p\.yaml:4:\d+: Unknown date format "wareky"\. Did you mean "wareki"\?/],
  ],
  [
    'format on a name',
    'resident_id: 宛名番号',
    'resident_id: 宛名番号, name: {column: 氏名, format: iso}',
    [/"name" is not a date/],
  ],
  [
    'misspelt key in a column',
    'resident_id: 宛名番号',
    'resident_id: 宛名番号, birth_date: {colum: 生年月日}',
    [/The required key "column"/, /Unknown key "colum"\. Did you mean "column"\?/],
  ],
  ['duplicate key', 'version: 1', 'version: 1\nversion: 1', [/^p\.yaml:2:1: This key is written twice/]],
  ['unknown alias', 'file: c.csv', 'file: *files', [/^p\.yaml:7:11: "\*files" refers to "&files"/]],
  [
    'syntax',
    'columns: {record_id: 発行番号, my_number: 個人番号}\n',
    'columns: {record_id: 発行番号\n',
    [/^p\.yaml:\d+:\d+: Not readable as YAML/],
  ],
  ['a source named register', '  cards:', '  register:', [/^p\.yaml:6:3: "register" cannot name a source/]],
  [
    'no sources',
    MINIMAL.slice(MINIMAL.indexOf('links:')),
    'links: {}\n',
    [/^p\.yaml:5:8: There is no source/],
  ],
  [
    'share over 1',
    'file: c.csv',
    'file: c.csv\n    max_reject_share: 5',
    [/^p\.yaml:8:23: max_reject_share: "5": the value must be at most 1/],
  ],
  [
    'unknown share over 1',
    'file: c.csv',
    'file: c.csv\n    max_unknown_share: 50',
    [/^p\.yaml:8:24: max_unknown_share: "50": the value must be at most 1/],
  ],
  ['empty file', MINIMAL, '', [/^p\.yaml:1:1: Found nothing; expected keys with values/]],
];

describe('errors of a pipeline file', () => {
  it.each(WRONG)('%s', (_, from, to, errors) => {
    expect(MINIMAL).toContain(from);
    const found = problemsOf(MINIMAL.replace(from, to));
    expect(found).toHaveLength(errors.length);
    errors.forEach((error, index) => {
      expect(found[index]).toMatch(error);
    });
  });

  it('names every error at once, in both languages, by place', () => {
    const yaml = MINIMAL.replace('resident_id', 'residnt_id')
      .replace('c.csv', 'c.csv\n    encoding: x')
      .replace('version: 1', 'version: 1\nas_of: x');
    expect(problemsOf(yaml).map((line) => line.split(':')[1])).toEqual(['2', '5', '5', '9']);
    expect(() => parsePipeline(yaml, 'p.yaml')).toThrow(
      expect.objectContaining({
        code: 'pipeline-file',
        exitCode: 2,
        text: expect.objectContaining({ ja: expect.stringContaining('「resident_id」ではありませんか') }),
      }),
    );
  });

  it('refuses aliases that multiply without end', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
      levels.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    }
    expect(() => parsePipeline(levels.join('\n'), 'p.yaml')).toThrow(PipelineErrors);
  });

  it('accepts aliases that are defined', () => {
    expect(problemsOf(MINIMAL.replace('r.csv', '&f r.csv').replace('c.csv', '*f'))).toEqual([]);
  });
});

describe('the published JSON Schema', () => {
  it('is current (npm run schema writes it)', () => {
    expect(readFileSync('pipelines/pipeline.schema.json', 'utf8')).toBe(pipelineJsonSchema());
  });
});
