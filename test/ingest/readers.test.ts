import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { readers } from '../../src/ingest/readers/index.js';
import { type Member, type Row, readerContract } from './reader-contract.js';
import { linkSpec } from './support.js';

/** The system's converter, found on the path. */
const ICONV = 'iconv';
const NAMES = ['発行番号', '個人番号', '氏名'];
/** More columns than a value can hold delimiters, as in real exports. */
const MORE = ['列4', '列5', '列6', '列7', '列8'];
const REST = ['x', '', '3', '', 'z'];
const from = (name: string) => ({ from: [name], format: null });

/** Text both encodings hold: kanji whose second CP932 byte is a backslash or a bar, half-width kana, quotes, commas. */
const words = fc.constantFrom(
  '山田',
  '太郎',
  '表',
  '能',
  'ソ',
  'ｱ',
  'ﾞ',
  '髙',
  'a',
  '"',
  ',',
  '，',
  '・',
  '\t',
  '7',
  "'",
  'ポ',
  'ａ',
  '|',
  '\u3000',
);
const oneLine = fc
  .array(words, { maxLength: 6 })
  .map((parts) => parts.join('').replace(/^[\t \u3000]+|[\t \u3000]+$/g, ''));
const lines = fc
  .tuple(oneLine, fc.constantFrom('', '', '\n', '\r\n'), oneLine)
  .map(([a, end, b]) => (a && b ? a + end + b : a + b));

/** The first byte of a two-byte character, alone: invalid before a delimiter, a quote or a line end. */
const HALF: Readonly<Record<string, number>> = { 'utf-8': 0xe5, cp932: 0x93, 'euc-jp': 0xbb };

function delimited(format: 'csv' | 'tsv', encoding: string, lineEnd: string, told?: string): Member {
  const delimiter = told ?? (format === 'csv' ? ',' : '\t');
  const quoted = (value: string) =>
    /["\r\n,\t|@^\\]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const before = `${REST.join(delimiter)}${delimiter}`;
  const rowText = (values: readonly string[]) => before + values.map(quoted).join(delimiter);
  const rawText = (values: readonly string[]) => before + values.join(delimiter);
  const encode = (text: string) => iconv.encode(text, encoding);
  const half = Buffer.from([HALF[encoding] ?? 0]);
  const oneRow = ({ id, number, name }: Row, damage: string | null): Buffer => {
    const plain = name.replace(/["\r\n,\t|@^\\]/g, '');
    if (damage === null) return encode(rowText([id, number, name]));
    if (damage === 'half a character') return Buffer.concat([encode(rowText([id, number, plain])), half]);
    const texts: Readonly<Record<string, string>> = {
      missing: rowText([id, '', name]),
      'an open quote': rawText([id, number, `"${plain}`]),
      'an open quote in the middle': rawText([id, `"${number}`, plain]),
      'a stray quote': rawText([id, number, `${plain}x"`]),
      'a NUL': rowText([id, number, `${plain}\u0000`]),
      'a stray carriage return': rawText([id, `${number.slice(0, 3)}\r${number.slice(3)}`, plain]),
      'a column too few': rowText([id, number]),
      'a column too many': rowText([id, number, plain, 'x']),
    };
    return encode(texts[damage]!);
  };
  const bom = encoding.startsWith('utf-16') ? '\ufeff' : '';
  return {
    title: `${format} ${encoding} ${JSON.stringify(lineEnd)}${told ? ` ${told}` : ''}`,
    spec: linkSpec({ format, encoding, ...(told ? { reading: { delimiter: told } } : {}) }),
    variants: format === 'csv' ? 9 : 1,
    hasHeader: true,
    damages: [
      'an open quote',
      'an open quote in the middle',
      'a stray quote',
      'a NUL',
      'a stray carriage return',
      'a column too few',
      'a column too many',
      ...(HALF[encoding] ? ['half a character'] : []),
    ],
    names: lines.map((text) => text.replace(encoding === 'euc-jp' ? /髙/g : /$^/, '高')),
    write: (rows, damage) =>
      Buffer.concat([
        encode(bom + [...MORE, ...NAMES].join(delimiter) + lineEnd),
        ...rows.flatMap((row, index) => [oneRow(row, damage[index] ?? null), encode(lineEnd)]),
      ]),
  };
}

function fixed(lineEnd: string, over: 'lines' | 'none'): Member {
  const pad = (text: string, bytes: number) => {
    const encoded = iconv.encode(text, 'cp932');
    return Buffer.concat([encoded, Buffer.alloc(Math.max(0, bytes - encoded.length), 0x20)]);
  };
  const oneRow = ({ id, number, name }: Row, damage: string | null): Buffer => {
    const record = Buffer.concat([pad(id, 6), pad(damage === 'missing' ? '' : number, 12), pad(name, 40)]);
    if (damage === 'half a character') record.writeUInt8(0x93, 57);
    if (damage === 'a NUL') record.writeUInt8(0, 40);
    if (damage === 'a stray carriage return') record.writeUInt8(0x0d, 40);
    if (damage === 'a byte lost') return record.subarray(0, 57);
    if (damage === 'a byte too many') return Buffer.concat([record, Buffer.from('x')]);
    return record;
  };
  return {
    title: `fixed cp932 ${JSON.stringify(lineEnd)}`,
    spec: linkSpec({
      format: 'fixed',
      encoding: 'cp932',
      layout: { 発行番号: [1, 6], 個人番号: [7, 12], 氏名: [19, 40] },
      // The length is told: among a few generated lines the damaged ones may be the commoner.
      reading: { recordLength: 58 },
    }),
    variants: 2,
    hasHeader: false,
    damages: [
      'half a character',
      'a NUL',
      'a stray carriage return',
      ...(over === 'lines' ? ['a byte lost', 'a byte too many'] : []),
    ],
    names: oneLine,
    write: (rows, damage) =>
      Buffer.concat(rows.flatMap((row, index) => [oneRow(row, damage[index] ?? null), Buffer.from(lineEnd)])),
  };
}

/** The transfer format of the Zengin: a header, data, a trailer and an end, told apart by their first byte. */
function zengin(lineEnd: string): Member {
  const record = (...parts: readonly (readonly [at: number, text: string])[]): Buffer => {
    const bytes = Buffer.alloc(120, 0x20);
    for (const [at, text] of parts) iconv.encode(text, 'cp932').copy(bytes, at - 1);
    return bytes;
  };
  const oneRow = ({ id, number, name }: Row, damage: string | null): Buffer => {
    const tie = damage === 'missing' ? '' : number;
    const data = record(
      [1, '20001'],
      [21, '100'],
      [43, '11234567'],
      [51, name],
      [81, '0000001000'],
      [91, tie],
      [103, id],
    );
    if (damage === 'half a character') data.writeUInt8(0x93, 79);
    if (damage === 'a NUL') data.writeUInt8(0, 60);
    if (damage === 'a stray carriage return') data.writeUInt8(0x0d, 60);
    if (damage === 'an unknown kind') data.write('5');
    if (damage === 'a byte lost') return data.subarray(1);
    if (damage === 'a byte too many') return Buffer.concat([data, Buffer.from('x')]);
    return data;
  };
  const ends = Buffer.from(lineEnd);
  const [header, trailer, end] = [
    record([1, '1210'], [5, '0000000001']),
    record([1, '8000002']),
    record([1, '9']),
  ];
  return {
    title: `fixed zengin ${JSON.stringify(lineEnd)}`,
    spec: linkSpec({
      format: 'fixed',
      encoding: 'cp932',
      layout: { 発行番号: [103, 6], 個人番号: [91, 12], 氏名: [51, 30] },
    }),
    variants: 2,
    hasHeader: false,
    damages: [
      'half a character',
      'a NUL',
      'a stray carriage return',
      'an unknown kind',
      ...(lineEnd ? ['a byte lost', 'a byte too many'] : []),
    ],
    names: oneLine,
    write: (rows, damage) => {
      const data = rows.map((row, index) => oneRow(row, damage[index] ?? null));
      return Buffer.concat([header, ...data, trailer, end].flatMap((each) => [each, ends]));
    },
  };
}

/** Bytes of each character in an EBCDIC, as the system's iconv writes them; null where it does not know the encoding. */
function ebcdicTable(encoding: string, characters: string): ReadonlyMap<string, Buffer> | null {
  const table = new Map<string, Buffer>();
  const asked = [...characters].map((character) => `${character}\n`).join('');
  const { stdout, status } = spawnSync(ICONV, ['-f', 'UTF-8', '-t', encoding], { input: asked });
  if (status !== 0) return null;
  let from = 0;
  for (const character of characters) {
    const end = stdout.indexOf(0x25, from);
    table.set(character, stdout.subarray(from, end));
    from = end + 1;
  }
  return table;
}

/** A mainframe file: records follow one another, SO and SI stand around characters of two bytes. */
function ebcdic(encoding: string): Member[] {
  const table = ebcdicTable(
    encoding.toUpperCase(),
    ' 0123456789AKRax"\',，・ｱﾞ山田太郎表能ソ示ﾔﾏﾀ髙橋合計|ポａ\u3000',
  );
  if (table === null) return [];
  const pad = (text: string, bytes: number) => {
    const each = Buffer.concat([...text].map((character) => table.get(character)!)).toString('latin1');
    // Between two wide characters nothing is shifted back and forth.
    const encoded = Buffer.from(each.replaceAll('\u000f\u000e', ''), 'latin1');
    return Buffer.concat([encoded, Buffer.alloc(Math.max(0, bytes - encoded.length), 0x40)]);
  };
  return [
    {
      title: `fixed ${encoding}`,
      spec: linkSpec({
        format: 'fixed',
        encoding,
        layout: { 発行番号: [1, 6], 個人番号: [7, 12], 氏名: [19, 40] },
        reading: { recordLength: 58 },
      }),
      variants: 4,
      hasHeader: false,
      damages: ['a byte of no character', 'half a character'],
      names: oneLine.map((text) => text.replaceAll('\t', 'x')),
      write: (rows, damage) =>
        Buffer.concat(
          rows.map(({ id, number, name }, index) => {
            const kind = damage[index] ?? null;
            const record = Buffer.concat([
              pad(id, 6),
              pad(kind === 'missing' ? '' : number, 12),
              pad(name, 40),
            ]);
            if (kind === 'a byte of no character') record.writeUInt8(0xff, 57);
            if (kind === 'half a character') record.set([0x0e, 0x45], 56);
            return record;
          }),
        ),
    },
  ];
}

function jsonl(encoding: string): Member {
  const oneRow = ({ id, number, name }: Row, damage: string | null): Buffer => {
    const text = JSON.stringify({ 発行番号: id, 個人番号: damage === 'missing' ? null : number, 氏名: name });
    const texts: Readonly<Record<string, string>> = {
      'an open string': text.slice(0, -2),
      'a missing brace': text.slice(1),
      'a NUL': text.replace('"}', '\u0000"}'),
      'no object': '[1]',
    };
    if (damage === 'half a character') {
      return Buffer.concat([
        iconv.encode(text.slice(0, -2), encoding),
        Buffer.from([HALF[encoding]!]),
        Buffer.from('"}'),
      ]);
    }
    return iconv.encode(damage === null || damage === 'missing' ? text : texts[damage]!, encoding);
  };
  return {
    title: `jsonl ${encoding}`,
    spec: linkSpec({ format: 'jsonl', encoding }),
    variants: 2,
    hasHeader: false,
    damages: ['an open string', 'a missing brace', 'a NUL', 'no object', 'half a character'],
    names: lines,
    write: (rows, damage) =>
      Buffer.concat(rows.flatMap((row, index) => [oneRow(row, damage[index] ?? null), Buffer.from('\n')])),
  };
}

/** Opened once: the files are many. */
let parquetWriter: Promise<Engine> | null = null;

const parquet: Member = {
  title: 'parquet',
  spec: linkSpec({
    format: 'parquet',
    columns: { record_id: from('発行番号'), my_number: from('個人番号'), name: from('氏名') },
  }),
  variants: 1,
  hasHeader: false,
  damages: [],
  names: lines,
  write: async (rows, damage) => {
    const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
    const path = join(folder, 'file.parquet');
    const values = rows.map(
      ({ id, number, name }, index) =>
        `(${index}, ${literal(id)}, ${literal(damage[index] === 'missing' ? '' : number)}, ${literal(name)})`,
    );
    const none = rows.length === 0 ? ' where false' : '';
    if (none) values.push("(0, '', '', '')");
    parquetWriter ??= openDuckDb({ threads: 1 });
    const engine = await parquetWriter;
    await engine.run(`copy (select 発行番号, 個人番号, 氏名 from (values ${values.join(', ')}) t(n, 発行番号, 個人番号, 氏名)${none}
      order by n) to ${literal(path)} (format parquet)`);
    const bytes = readFileSync(path);
    rmSync(folder, { recursive: true });
    return bytes;
  },
};

/** A title, a remark and an empty row stand above the header, as in tables made for people. */
const workbook = (format: 'xlsx' | 'ods'): Member => ({
  title: format,
  spec: linkSpec({ format }),
  variants: 1,
  hasHeader: true,
  damages: ['a formula error'],
  names: oneLine,
  write: (rows, damage) =>
    (format === 'xlsx' ? writeXlsx : writeOds)({
      sheets: [
        {
          name: '一覧',
          rows: [
            ['マイナンバーカード交付一覧'],
            ['令和5年6月22日現在', null, '外部秘'],
            [],
            [...NAMES, '備考'],
            ...rows.map(({ id, number, name }, index) => [
              id,
              damage[index] === 'missing' ? null : number,
              damage[index] === 'a formula error' ? '#N/A' : name,
              null,
            ]),
          ],
        },
      ],
    }),
});

const members = [
  delimited('csv', 'utf-8', '\n'),
  delimited('csv', 'utf-8', '\r\n'),
  delimited('csv', 'cp932', '\r\n'),
  delimited('csv', 'utf-16le', '\r\n'),
  delimited('csv', 'cp932', '\n', '|'),
  delimited('csv', 'cp932', '\r\n', '@'),
  delimited('csv', 'cp932', '\n', '^'),
  delimited('csv', 'cp932', '\n', '\\'),
  delimited('csv', 'euc-jp', '\n', '|'),
  delimited('tsv', 'euc-jp', '\n'),
  fixed('\r\n', 'lines'),
  fixed('', 'none'),
  zengin('\r\n'),
  zengin(''),
  ...ebcdic('ibm930'),
  ...ebcdic('ibm939'),
  jsonl('utf-8'),
  jsonl('cp932'),
  parquet,
  workbook('xlsx'),
  workbook('ods'),
];
for (const member of members) readerContract(member);

describe('the list of readers', () => {
  it('holds every format once, each with members in this suite', () => {
    expect(readers.map(({ id }) => id).toSorted()).toEqual([
      'csv',
      'fixed',
      'jsonl',
      'ods',
      'parquet',
      'tsv',
      'xlsx',
    ]);
    expect([...new Set(members.map(({ spec }) => spec.format))].toSorted()).toEqual(
      readers.map(({ id }) => id).toSorted(),
    );
  });
});
