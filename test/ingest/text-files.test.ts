import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/ingest/index.js';
import { folder, ingested, linkSpec } from './support.js';

const HEADER = '発行番号,個人番号,氏名';
const NAMES = HEADER.split(',');
const A = 'K1,123456789018,山田';
const B = 'K2,987654321098,髙橋';
const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ record_id }) => record_id);
const codes = (rejects: readonly { line: number; code: string }[]) =>
  rejects.map(({ line, code }) => [line, code]);
const AS_OF = '2023-06-22';

/** Every character whose second byte is the sign, in CP932; and names with it as they occur. */
describe('a delimiter that is the second byte of a character', () => {
  const withTrail = (sign: string) => {
    const text: string[] = [];
    for (let lead = 0x81; lead <= 0xfc; lead += lead === 0x9f ? 0x41 : 1) {
      const character = new TextDecoder('shift_jis').decode(Uint8Array.from([lead, sign.charCodeAt(0)]));
      if (character.length === 1 && character !== '\ufffd') text.push(character);
    }
    return text;
  };

  it.each(['|', '@', '^', '\\', '~', '{', '[', '_', '`'])(
    '%s: characters stay whole, in all fields',
    async (sign) => {
      const characters = withTrail(sign);
      expect(characters.length).toBeGreaterThan(40);
      const names = ['ポ', '山田　太郎', '表示', ...characters].map((name) => `x${name}x${name}x`);
      const lines = names.map((name, i) =>
        [`K${i}${name}`, '123456789018', i % 2 ? `"${name}${sign}${name}\n"` : name].join(sign),
      );
      const bytes = Buffer.concat(
        [NAMES.join(sign), ...lines].map((line) => Buffer.concat([encode(line), Buffer.from('\r\n')])),
      );
      const { rows, rejects } = await ingested(
        { input: bytes },
        linkSpec({ encoding: 'cp932', reading: { delimiter: sign } }),
      );
      expect(rejects).toEqual([]);
      expect(rows.map(({ record_id }) => record_id)).toEqual(names.map((name, i) => `K${i}${name}`));
      expect(rows.map(({ name }) => name)).toEqual(
        names.map((name, i) => (i % 2 ? `${name}${sign}${name}\n` : name)),
      );
    },
  );

  it('a lost byte before the delimiter is damage of that row alone, and its column is told', async () => {
    const bytes = Buffer.concat([
      encode('発行番号|個人番号|氏名\nK1|123456789018|'),
      Buffer.from([0x93]),
      encode('\nポ|987654321098|ポ\n'),
    ]);
    const { rows, rejects } = await ingested(
      { input: bytes },
      linkSpec({ encoding: 'cp932', reading: { delimiter: '|' } }),
    );
    expect(ids(rows)).toEqual(['ポ']);
    expect(rejects).toMatchObject([{ line: 2, code: 'invalid-bytes', column: '氏名' }]);
  });

  /** What iconv-lite cannot write: private use, and the second codes of doubled kanji, keep their bytes. */
  const codesOf = new Map<string, Buffer>();
  const shiftJis = new TextDecoder('shift_jis');
  for (let lead = 0x81; lead <= 0xfc; lead += lead === 0x9f ? 0x41 : 1)
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const character = shiftJis.decode(bytes);
      if (character.length === 1 && !codesOf.has(character)) codesOf.set(character, bytes);
    }
  const encode = (text: string): Buffer =>
    Buffer.concat([...text].map((character) => codesOf.get(character) ?? iconv.encode(character, 'cp932')));
});

describe('joined exports', () => {
  const BOM = '\ufeff';
  it.each([
    ['as it is', `${HEADER}\r\n${A}\r\n${HEADER}\r\n${B}\r\n`],
    ['with a byte order mark', `${BOM}${HEADER}\n${A}\n${BOM}${HEADER}\n${B}\n`],
    ['quoted, with a byte order mark', `${BOM}${HEADER}\n${A}\n${BOM}"発行番号","個人番号","氏名"\n${B}\n`],
    ['with blanks around the names', `${HEADER}\n${A}\n発行番号 , 個人番号,　氏名　\n${B}\n`],
    ['at once, and after an empty line', `${HEADER}\n${HEADER}\n${A}\n\n${B}\n`],
  ])('hold the header again: %s', async (_, text) => {
    const { rows, rejects, report } = await ingested({ input: text }, linkSpec());
    expect(ids(rows)).toEqual(['K1', 'K2']);
    expect(rejects.map(({ code }) => code)).toEqual(['header-repeated']);
    expect(report.files[0]).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
  });

  it('a row that names but one of its columns is a record; without a header there is none to repeat', async () => {
    const odd = `${HEADER}\n${A}\n発行番号,987654321098,氏名\n`;
    expect((await ingested({ input: odd }, linkSpec())).rejects).toEqual([]);
    const columns = { record_id: { from: ['1'], format: null }, my_number: { from: ['2'], format: null } };
    const bare = linkSpec({ columns, reading: { header: false } });
    expect((await ingested({ input: '1,2,x\n5,123456789018,y\n' }, bare)).rejects).toEqual([]);
  });

  it('a key of several columns, and the register', async () => {
    const text = '宛名番号,枝番,氏名\n1,2,a\n宛名番号,枝番,氏名\n';
    const columns = {
      resident_id: { from: ['宛名番号', '枝番'], format: null },
      name: { from: ['氏名'], format: null },
    };
    const { via: _, ...register } = linkSpec({ id: 'register', columns });
    const { rejects } = await ingested({ input: text }, register as never);
    expect(codes(rejects)).toEqual([[3, 'header-repeated']]);
  });
});

describe('the line sep= and the last column', () => {
  it.each([
    ['sep=;', `sep=;\r\n${HEADER.replaceAll(',', ';')}\r\n${A.replaceAll(',', ';')}\r\n`],
    ['sep=, with a byte order mark', `\ufeffsep=,\r\n${HEADER}\r\n${A}\r\n`],
    ['"sep=|"', `"sep=|"\n${HEADER.replaceAll(',', '|')}\n${A.replaceAll(',', '|')}\n`],
    ['every row ends with a delimiter', `${HEADER}\n${A},\n${B},\n`],
    ['header and rows do', `${HEADER},\n${A},\n${B},\n`],
    ['the header alone does', `${HEADER},\n${A}\n${B}\n`],
  ])('%s', async (_, text) => {
    const { rows, rejects } = await ingested({ input: text }, linkSpec());
    expect(rejects).toEqual([]);
    expect(rows[0]).toMatchObject({ row: 1, record_id: 'K1', my_number: '123456789018', name: '山田' });
    await expect(preflight(linkSpec(), { dir: folder({ input: text }), asOf: AS_OF })).resolves.toEqual([]);
  });

  it('a delimiter at the end of one row among others is damage', async () => {
    const { rejects } = await ingested({ input: `${HEADER}\n${A}\n${B},\n` }, linkSpec());
    expect(codes(rejects)).toEqual([[3, 'columns-too-many']]);
  });

  // Found by the fuzz (seed 582281642): the odd quote made every later record end at a comma inside a value.
  it.each([
    ['a stray quote', `K0,111111111111,高x"\n`],
    ['a column too many', `K0,111111111111,高,\n`],
  ])('%s in the first row says nothing of the columns of those after it', async (_, damaged) => {
    const sound = 'K1,123456789018,",\n山田"\nK2,987654321098,"a,\nb"\n';
    const { rows, rejects, report } = await ingested({ input: `${HEADER}\n${damaged}${sound}` }, linkSpec());
    expect(rows).toMatchObject([
      { record_id: 'K1', name: ',\n山田' },
      { record_id: 'K2', name: 'a,\nb' },
    ]);
    expect(rejects).toHaveLength(1);
    expect(report.files[0]).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
  });

  it('an inch mark in a title above the header opens no value', async () => {
    const spec = linkSpec({ reading: { skipRows: 1 } });
    const { rows, rejects } = await ingested({ input: `磁気ディスク 3.5"\n${HEADER}\n${A}\n${B}\n` }, spec);
    expect([rows.length, rejects]).toEqual([2, []]);
  });

  it('a damaged row among rows that end with a delimiter takes no column from them', async () => {
    const text = `${HEADER}\n${A},\nK0,111111111111,高x",\n${B},\n`;
    const { rows, rejects } = await ingested({ input: text }, linkSpec());
    expect(ids(rows)).toEqual(['K1', 'K2']);
    expect(codes(rejects)).toEqual([[3, 'quote-misplaced']]);
  });

  it('a value sep= below the header is a value', async () => {
    const { rows } = await ingested({ input: `${HEADER}\nsep=;,123456789018,x\n` }, linkSpec());
    expect(ids(rows)).toEqual(['sep=;']);
  });
});

describe('rows of blanks', () => {
  it.each(['utf-8', 'cp932', 'euc-jp', 'utf-16le'])('are empty in %s', async (encoding) => {
    const text = `${HEADER}\n,,\n${A}\n　,\t, 　\n\n"","",""\n  \n${B.replace('髙', '高')}\n,,,,,,\n`;
    const { rows, rejects, report } = await ingested(
      { input: iconv.encode(text, encoding) },
      linkSpec({ encoding }),
    );
    expect(rows.map(({ row, record_id }) => [row, record_id])).toEqual([
      [1, 'K1'],
      [2, 'K2'],
    ]);
    expect(rejects).toEqual([]);
    expect(report.files[0]?.rows).toBe(2);
  });

  it('of JSON lines and of fixed width too', async () => {
    const json = '{"発行番号":"K1","個人番号":"1","氏名":"x"}\n  \t\n\r\n\u001a';
    const jsonl = await ingested({ input: json }, linkSpec({ format: 'jsonl' }));
    expect(jsonl.report.files[0]).toMatchObject({ rows: 1, rejected: 0 });
    const layout = { 発行番号: [1, 2], 個人番号: [3, 12], 氏名: [15, 6] } as const;
    const fixed = await ingested(
      { input: `K1123456789018${'x'.padEnd(6)}\n${' '.repeat(20)}\n` },
      linkSpec({ format: 'fixed', layout }),
    );
    expect(fixed.report.files[0]).toMatchObject({ rows: 1, rejected: 0 });
  });
});

describe('a line longer than a megabyte is one row', () => {
  const LONG = [(1 << 20) + 10, 3 << 20, 9 << 20];
  const endless = (length: number) => `K9,111111111118,${'長い'.repeat(length / 6)}`;
  it.each(LONG)('CSV, %d bytes, wherever blocks end', async (length) => {
    const before = `${A.replace('K1', 'K0')}\n`.repeat(20_000);
    const text = `${HEADER}\n${before}${endless(length)}\n${B}\n`;
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const { rows, rejects, report, workDir } = await ingested({ input: bytes }, linkSpec());
      expect(report.files[0]).toMatchObject({ rows: 20_002, rejected: 1 });
      expect(codes(rejects)).toEqual([[20_002, 'record-too-long']]);
      expect(rows.at(-1)).toMatchObject({ record_id: 'K2', row: 20_002 });
      const kept = readFileSync(join(workDir, 'quarantine', 'cards.1'), 'utf8');
      expect(kept === `${HEADER}\n${endless(length)}\n`).toBe(true);
    }
  });

  it('CSV, in quotes over many lines, and without any line end', async () => {
    const lines = `"${'長い行\n'.repeat(160_000)}"`;
    const quoted = await ingested({ input: `${HEADER}\nK9,111111111118,${lines}\n${B}\n` }, linkSpec());
    expect(quoted.report.files[0]).toMatchObject({ rows: 2, rejected: 1 });
    expect(ids(quoted.rows)).toEqual(['K2']);
    const last = await ingested({ input: `${HEADER}\n${A}\n${endless(5 << 20)}` }, linkSpec());
    expect(last.report.files[0]).toMatchObject({ rows: 2, rejected: 1 });
  });

  it.each(LONG)('JSON Lines, %d bytes', async (length) => {
    const object = (id: string, name: string) => JSON.stringify({ 発行番号: id, 個人番号: '1', 氏名: name });
    const long = object('K9', 'x'.repeat(length));
    const text = `${`${object('K0', 'x')}\n`.repeat(20_000)}${long}\n${object('K2', 'y')}\n`;
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      const { rows, rejects, report, workDir } = await ingested(
        { input: bytes },
        linkSpec({ format: 'jsonl' }),
      );
      expect(report.files[0]).toMatchObject({ rows: 20_002, rejected: 1 });
      expect(codes(rejects)).toEqual([[20_001, 'record-too-long']]);
      expect(rows.at(-1)).toMatchObject({ record_id: 'K2' });
      expect(readFileSync(join(workDir, 'quarantine', 'cards.1'), 'utf8') === `${long}\n`).toBe(true);
    }
  });
});

describe('encodings that are known by sight and not read', () => {
  const jis = Buffer.from(
    '\u001b$BH/9THV9f\u001b(B,\u001b$B8D?MHV9f\u001b(B,\u001b$B;aL>\u001b(B\nK1,123456789018,\u001b(I1\u001b(B\n',
    'latin1',
  );
  it.each([
    ['JIS', jis, /ISO-2022-JP.*iconv -f ISO-2022-JP -t UTF-8/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x4b, 0, 0, 0]), /UTF-32/],
  ])('%s is named, whatever encoding is declared', async (_, bytes, says) => {
    for (const encoding of ['utf-8', 'cp932', 'euc-jp'])
      await expect(
        preflight(linkSpec({ encoding }), { dir: folder({ input: bytes }), asOf: AS_OF }),
      ).rejects.toMatchObject({
        code: 'encoding-convert',
        exitCode: 2,
        text: { en: expect.stringMatching(says) },
      });
  });

  it('an escape in Japanese text of another encoding is none of it', async () => {
    const text = `${HEADER}\nK1,123456789018,山\u001b$B田\n`;
    await expect(preflight(linkSpec(), { dir: folder({ input: text }), asOf: AS_OF })).resolves.toEqual([]);
  });
});

describe('a register of several files', () => {
  it('may have one without rows, but not all', async () => {
    const columns = {
      resident_id: { from: ['発行番号'], format: null },
      my_number: { from: ['個人番号'], format: null },
    };
    const { via: _, ...register } = linkSpec({ id: 'register', columns, files: ['a', 'b'] });
    const full = folder({ a: `${HEADER}\n`, b: `${HEADER}\n${A}\n` });
    await expect(preflight(register as never, { dir: full, asOf: AS_OF })).resolves.toEqual([]);
    const empty = folder({ a: `${HEADER}\n`, b: `${HEADER}\n,,\n` });
    await expect(preflight(register as never, { dir: empty, asOf: AS_OF })).rejects.toMatchObject({
      code: 'register-empty',
    });
  });
});

describe('only regular files are read', () => {
  it.each(['/dev/zero', 'pipe', '.'])('%s is refused at once', async (path) => {
    const dir = folder({});
    if (path === 'pipe') spawnSync('mkfifo', [join(dir, path)]);
    await expect(preflight(linkSpec({ files: [path] }), { dir, asOf: AS_OF })).rejects.toMatchObject({
      code: 'input-missing',
      exitCode: 2,
    });
  });
});
