import { describe, expect, it } from 'vitest';
import { parsePipeline } from '../../src/pipeline/file/load.js';
import { PipelineErrors } from '../../src/pipeline/file/problems.js';
import { MINIMAL, problemsOf } from './minimal.js';

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
  [
    'reviewers that are no pattern',
    'version: 1',
    'version: 1\nreview: {reviewers: "["}',
    [/^p\.yaml:2:21: Not a regular expression/],
  ],
  [
    'reviewers that nobody can be',
    'version: 1',
    'version: 1\nreview: {reviewers: [r-1, "2023-06-22", "true"]}',
    [/^p\.yaml:2:27: a date or time/, /^p\.yaml:2:41: a truth value/],
  ],
  ['no reviewers', 'version: 1', 'version: 1\nreview: {reviewers: []}', [/^p\.yaml:2:21: /]],
  [
    'codes that nobody understands, or of another item',
    'my_number: 個人番号}\nlinks',
    'my_number: 個人番号, status: {column: 状態, codes: {1: 現存, 2: 甲, 3: x y}}, address: {column: 住所, codes: {1: 死亡}}}\nlinks',
    [
      /^p\.yaml:4:\d+: What this code means is not understood.*deceased/,
      /^p\.yaml:4:\d+: What this code means is not understood/,
      /^p\.yaml:4:\d+: Only status takes codes/,
    ],
  ],
  [
    'no codes',
    'my_number: 個人番号}\nlinks',
    'my_number: 個人番号, status: {column: 状態, codes: {}}}\nlinks',
    [/^p\.yaml:4:\d+: No code is told/],
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
    'tie by the key of residents not declared',
    'record_id: 発行番号, my_number:',
    'record_id: 発行番号, resident_id:',
    [/^p\.yaml:8:5: .*Write "via: resident_id" to tie by resident_id/],
  ],
  [
    'the key of residents without a column',
    'file: c.csv',
    'file: c.csv\n    via: resident_id',
    [/^p\.yaml:9:5: No column ties .*Write "via: my_number"/],
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
