import { readdirSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/ingest/index.js';
import type { InputSpec } from '../../src/pipeline/pipeline-file.js';
import { folder, linkSpec } from './support.js';

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
    /no valid My Number/,
  ],
  ['links without numbers', linkSpec(), `${HEADER}1,,a\n`, 'input-no-numbers', /empty/],
  ['a key no object has', jsonl, '{"id":1,"nmber":"1"}\n', 'input-column', /Did you mean "nmber"\?/],
  ['JSON that is not lines', jsonl, '{\n"id":1,\n"number":2\n}\n', 'input-damaged', /The line is not JSON/],
  ['xlsx declared csv', linkSpec(), 'PK\u0003\u0004....', 'input-format', /looks like xlsx, not csv/],
  ['text declared xlsx', linkSpec({ format: 'xlsx' }), GOOD, 'input-format', /not a xlsx file/],
  ['text declared parquet', linkSpec({ format: 'parquet' }), GOOD, 'input-format', /not a parquet file/],
];

describe('preflight refuses with exit code 2, in one sentence with the place', () => {
  it.each(REFUSED)('%s', async (_, spec, content, code, says) => {
    const dir = folder(content === null ? {} : { input: content });
    const error = await preflight(spec, { dir }).then(
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
    ['fixed width', fixed, '00001123456789018\r\n00002123456789018\r\n'],
    ['JSON lines', jsonl, '{"id":1,"number":"123456789018"}\n{"id":2}\n'],
  ])('%s', async (_, spec, content) => {
    await expect(preflight(spec, { dir: folder({ input: content }) })).resolves.toBeUndefined();
  });
});
