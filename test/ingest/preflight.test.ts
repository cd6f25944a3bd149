import { readdirSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import type { InputSpec } from '../../src/audit/pipeline-file.js';
import { preflight } from '../../src/ingest/index.js';
import { folder, linkSpec } from './support.js';

const AS_OF = '2023-06-22';
const HEADER = '発行番号,個人番号,氏名\n';
const GOOD = `${HEADER}K1,123456789018,山田　太郎\nK2,987654321098,佐藤　花子\n`;
const from = (name: string) => ({ from: [name], format: null });
const register: InputSpec = {
  id: 'register',
  files: ['input'],
  format: 'csv',
  encoding: 'utf-8',
  layout: null,
  columns: { resident_id: from('発行番号'), my_number: from('個人番号') },
  maxRejectShare: 0.01,
};
const fixed = linkSpec({
  format: 'fixed',
  layout: { id: [1, 5], number: [6, 12] },
  columns: { record_id: from('id'), my_number: from('number') },
});
const jsonl = linkSpec({ format: 'jsonl', columns: { record_id: from('id'), my_number: from('number') } });

const numbered = (row: (i: number) => string) => Array.from({ length: 40 }, (_, i) => `${row(i)}\n`).join('');
const myNumber = (i: number) => {
  const body = String(10_000_000_019 + i * 1_299_709);
  return body + myNumberCheckDigit(body);
};
const dated = (format: string | null): InputSpec => ({
  ...register,
  columns: { ...register.columns, birth_date: { from: ['生年月日'], format } },
});
const bornOn = (date: (i: number) => string) =>
  `発行番号,個人番号,生年月日\n${numbered((i) => `${i},${myNumber(i)},${date(i)}`)}`;

const REFUSED: readonly [
  name: string,
  spec: InputSpec,
  content: string | Uint8Array | null,
  code: string,
  says: RegExp,
][] = [
  ['a missing file', linkSpec(), null, 'input-missing', /^cards: cannot open the file input\.$/],
  ['a glob without match', linkSpec({ files: ['*.csv'] }), null, 'input-no-match', /no file matches \*\.csv/],
  ['an empty file', linkSpec(), '', 'input-empty', /input is empty/],
  [
    'a wrong column name',
    linkSpec({ columns: { ...linkSpec().columns, name: from('指名') } }),
    GOOD,
    'input-column',
    /no column "指名"\. The file has: 発行番号, 個人番号, 氏名/,
  ],
  [
    'a misspelt column name',
    linkSpec({ columns: { ...linkSpec().columns, name: from('個人蕃号') } }),
    GOOD,
    'input-column',
    /Did you mean "個人番号"\?/,
  ],
  [
    'a file without header',
    linkSpec(),
    'K1,123456789018,山田\n',
    'input-column',
    /without a header row write "header: false"/,
  ],
  [
    'a file of names without header',
    linkSpec(),
    '山田,ヤマダ タロウ,男\n',
    'input-column',
    /^(?!.*(山田|yamada|東京|男|本町)).*without a header row write "header: false"/,
  ],
  [
    'a file with a wareki day without header',
    linkSpec(),
    '山田,S50.3.2,男\n',
    'input-column',
    /^(?!.*(山田|yamada|東京|男|本町)).*without a header row write "header: false"/,
  ],
  [
    'a file of Latin names without header',
    linkSpec(),
    'yamada taro,m,tokyo\n',
    'input-column',
    /^(?!.*(山田|yamada|東京|男|本町)).*without a header row write "header: false"/,
  ],
  [
    'a file of an address without header',
    linkSpec(),
    '東京都千代田区,山田,女\n',
    'input-column',
    /^(?!.*(山田|yamada|東京|男|本町)).*without a header row write "header: false"/,
  ],
  [
    'a file with a house number without header',
    linkSpec(),
    '山田,本町1-2,男\n',
    'input-column',
    /^(?!.*(山田|yamada|東京|男|本町)).*without a header row write "header: false"/,
  ],
  [
    'a header of a million letters',
    linkSpec(),
    `発行番号,${'番号'.repeat(500_000)}\nK1,2\n`,
    'input-column',
    /^.{1,300}$/,
  ],
  [
    'a header of ten thousand columns',
    linkSpec(),
    `${Array.from({ length: 10_000 }, (_, i) => `列${i}`).join(',')}\n${'x,'.repeat(9_999)}x\n`,
    'input-column',
    /^.{1,300}$/,
  ],
  [
    'lines that end in CR alone',
    linkSpec(),
    GOOD.replaceAll('\n', '\r'),
    'input-line-ends',
    /input end in CR alone\. Make it LF or CRLF/,
  ],
  [
    'a JSON array',
    jsonl,
    '[{"id":"K1","number":"123456789018"},\n{"id":"K2","number":"123456789018"}]\n',
    'input-json-array',
    /is a JSON array\. Make it JSON Lines/,
  ],
  ['another delimiter', linkSpec(), GOOD.replaceAll(',', '\t'), 'input-column', /format: tsv/],
  ['a column twice', linkSpec(), GOOD.replace('発行番号', '氏名'), 'input-column-twice', /"氏名" twice/],
  [
    'CP932 read as UTF-8',
    linkSpec(),
    iconv.encode(GOOD, 'cp932'),
    'input-encoding',
    /does not read as utf-8; it looks like cp932/,
  ],
  ['UTF-8 read as CP932', linkSpec({ encoding: 'cp932' }), GOOD, 'input-encoding', /looks like utf-8/],
  ['UTF-8 read as UTF-16', linkSpec({ encoding: 'utf-16le' }), GOOD, 'input-encoding', /looks like utf-8/],
  [
    'UTF-16 read as UTF-8',
    linkSpec(),
    Buffer.from(`\ufeff${GOOD}`, 'utf16le'),
    'input-encoding',
    /looks like utf-16le/,
  ],
  [
    'EUC-JP read as CP932',
    linkSpec({ encoding: 'cp932' }),
    iconv.encode(`${GOOD}K3,123456789018,やまだ　はなこ\nK3,123456789018,ヤマダ　ハナコ\n`, 'euc-jp'),
    'input-encoding',
    /looks like euc-jp/,
  ],
  [
    'CP932 header over ASCII rows',
    linkSpec(),
    iconv.encode(`${HEADER}${'K1,123456789018,A\n'.repeat(9)}`, 'cp932'),
    'input-encoding',
    /looks like cp932/,
  ],
  [
    'another number of columns',
    linkSpec(),
    `${HEADER}a,123456789018,c,d\nb,123456789018,c,d\n`,
    'input-damaged',
    /2 of the first 2 rows .*Mostly: The row has more columns/,
  ],
  [
    'a fixed layout beyond the lines',
    fixed,
    '00001123456\n00002123456\n',
    'fixed-length',
    /lines of input have 11 bytes, but the layout reaches to byte 17/,
  ],
  [
    'a fixed file that does not divide',
    fixed,
    '0000112345678901800002',
    'fixed-length',
    /22 bytes, no line ends/,
  ],
  [
    'a register without numbers',
    register,
    `${HEADER}1,,a\n2,,b\n`,
    'input-no-numbers',
    /"個人番号" \(my_number\) of input is empty in all of the first 2 rows/,
  ],
  [
    'a register with invalid numbers only',
    register,
    `${HEADER}1,123456789012,a\n2,99,b\n`,
    'input-no-numbers',
    /only 0 of the first 2 values .* are valid My Numbers/,
  ],
  [
    'residents whose key is their number',
    { ...register, columns: { resident_id: from('個人番号'), my_number: from('個人番号') } },
    `宛名番号,個人番号\n${numbered((i) => `${i},${myNumber(i)}`)}`,
    'resident-key-is-number',
    /"個人番号" \(resident_id\) of input holds My Numbers/,
  ],
  [
    'numbers mapped to another column',
    { ...register, columns: { resident_id: from('発行番号'), my_number: from('宛名番号') } },
    `発行番号,宛名番号,個人番号\n${numbered((i) => `${i},${100_000_000_000 + i * 37},${myNumber(i)}`)}`,
    'input-no-numbers',
    /only [0-9] of the first 40 values in the column "宛名番号" .* stand in the column "個人番号"/,
  ],
  [
    'numbers that mostly fail the check digit',
    linkSpec(),
    `${HEADER}${numbered((i) => `${i},${100_000_000_000 + i * 37},a`)}`,
    'input-no-numbers',
    /are valid My Numbers\. Check the column of my_number/,
  ],
  [
    'the other list of era codes',
    dated('era-code-13579'),
    bornOn((i) => `3${50 + (i % 14)}0302`),
    'input-date-format',
    /"生年月日" \(birth_date\) of input make no sense as era-code-13579; "format: era-code-12345" fits/,
  ],
  [
    'the other list of era codes, the other way round',
    dated('era-code-12345'),
    bornOn((i) => (i % 3 === 0 ? `7${10 + (i % 14)}0302` : `5${40 + (i % 14)}0302`)),
    'input-date-format',
    /"format: era-code-13579" fits/,
  ],
  [
    'era codes without a format',
    dated(null),
    bornOn((i) => (i % 2 === 0 ? `350030${1 + (i % 9)}` : `406030${1 + (i % 9)}`)),
    'input-date-format',
    /"format: era-code-12345" fits/,
  ],
  [
    'dates that no notation reads',
    dated('wareki'),
    bornOn((i) => `3/2/${1950 + i}`),
    'input-void-item',
    /"生年月日" of input cannot be read as date of birth \(birth_date\): the first 40 values look like 9\/9\/9\{4\}/,
  ],
  ['links without numbers', linkSpec(), `${HEADER}1,,a\n`, 'input-no-numbers', /empty/],
  ['a key no object has', jsonl, '{"id":1,"nmber":"1"}\n', 'input-column', /Did you mean "nmber"\?/],
  ['JSON that is not lines', jsonl, '{\n"id":1,\n"number":2\n}\n', 'input-damaged', /The line is not JSON/],
  ['xlsx declared csv', linkSpec(), 'PK\u0003\u0004....', 'input-format', /looks like xlsx, not csv/],
  [
    'text declared xlsx',
    linkSpec({ format: 'xlsx' }),
    GOOD,
    'input-format',
    /is not xlsx but text.*format: csv/,
  ],
  [
    'text declared parquet',
    linkSpec({ format: 'parquet' }),
    GOOD,
    'input-format',
    /is not parquet but text.*format: csv/,
  ],
];

describe('preflight refuses with exit code 2, in one sentence with the place', () => {
  it.each(REFUSED)('%s', async (_, spec, content, code, says) => {
    const dir = folder(content === null ? {} : { input: content });
    const error = await preflight(spec, { dir, asOf: AS_OF }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code, exitCode: 2, text: { en: expect.stringMatching(says) } });
    expect((error as Error).message).not.toMatch(/\d{12}/);
    expect(readdirSync(dir)).toEqual(content === null ? [] : ['input']);
  });
});

describe('preflight accepts', () => {
  it.each<[string, InputSpec, string | Uint8Array]>([
    ['a good file', linkSpec(), GOOD],
    ['a good register', register, GOOD],
    ['CP932', linkSpec({ encoding: 'cp932' }), iconv.encode(GOOD, 'cp932')],
    ['EUC-JP', linkSpec({ encoding: 'euc-jp' }), iconv.encode(GOOD, 'euc-jp')],
    ['UTF-16', linkSpec({ encoding: 'utf-16le' }), Buffer.from(GOOD, 'utf16le')],
    ['a header alone', linkSpec(), HEADER],
    ['a few damaged rows', linkSpec(), `${GOOD}x\n`],
    [
      'an unknown number here and there, and fillers first',
      linkSpec(),
      `${HEADER}${'K,000000000000,a\n'.repeat(90)}${numbered((i) => `${i},${i % 3 === 0 ? '123' : myNumber(i)},a`)}`,
    ],
    [
      'dates of many notations',
      dated('wareki'),
      bornOn((i) => ['昭和50年3月2日', '1975-03-02', 'S50.3.2', '不詳'][i % 4]!),
    ],
    ['fixed width', fixed, '00001123456789018\r\n00002123456789018\r\n'],
    ['JSON lines', jsonl, '{"id":1,"number":"123456789018"}\n{"id":2}\n'],
  ])('%s', async (_, spec, content) => {
    await expect(preflight(spec, { dir: folder({ input: content }), asOf: AS_OF })).resolves.toEqual([]);
  });
});
