import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { preflight } from '../../src/ingest/index.js';
import { readerOf } from '../../src/ingest/readers/index.js';
import { folder, ingested } from './support.js';

/** One sound row: its key, its number and a name that may be empty. */
export interface Row {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** How a reader's files are made and damaged: what a member of the family brings to the suite. */
export interface Member {
  readonly title: string;
  readonly spec: LinkSpec;
  /** A file of these rows; `damage[i]`, when there, is the name of the damage done to row i. */
  write(rows: readonly Row[], damage: readonly (string | null)[]): Promise<Uint8Array> | Uint8Array;
  /** Names of the kinds of damage; each must leave the row unreadable. Beside them every member knows `missing`. */
  readonly damages: readonly string[];
  /** Members of the same reader, among which its generated files are shared out. */
  readonly variants: number;
  /** The file names its columns in a row of its own, which joined exports repeat. */
  readonly hasHeader: boolean;
  /** Names a value of this format and encoding can hold. */
  readonly names: fc.Arbitrary<string>;
}

const AS_OF = '2023-06-22';

const ROWS: readonly Row[] = [
  { id: 'A1', number: '123456789018', name: '山田　太郎' },
  { id: 'A2', number: '987654321098', name: '' },
  { id: 'A3', number: '111111111111', name: '表示, "能"' },
  { id: 'A4', number: '222222222222', name: 'ﾔﾏﾀﾞ' },
  { id: 'A5', number: '333333333333', name: '髙橋' },
];

/** Generated files per reader. */
const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 50);
/**
 * In the name of every such test; `FUZZ_SEED=… npm run fuzz` makes the same files again. The default run draws the same
 * files every time, so that it says the same of the same code; `npm run fuzz` draws others each time.
 */
const DRAWN = process.env.FUZZ_RUNS ? Date.now() % 2 ** 31 : 20231;
const SEED = Number(process.env.FUZZ_SEED ?? DRAWN);

const read = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ record_id, my_number, name }) => ({ id: record_id, number: my_number, name: name ?? '' }));

/** What every reader must do, whatever its format. */
export function readerContract(member: Member): void {
  const { spec, damages } = member;
  const none = ROWS.map(() => null);
  const runs = Math.ceil(FUZZ_RUNS / member.variants);

  describe(`the reader contract: ${member.title}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openDuckDb({ threads: 2 });
    });
    afterAll(() => engine.close());
    const take = (files: Record<string, Uint8Array>, over: Partial<LinkSpec> = {}) =>
      ingested(files, { ...spec, ...over }, engine);

    it('has an id and a title in both languages', () => {
      const reader = readerOf(spec.format);
      expect(reader.id).toBe(spec.format);
      expect(reader.title.ja).not.toBe('');
      expect(reader.title.en).not.toBe('');
    });

    it('reads every row in file order, trimmed, empty as NULL, and leaves nothing behind', async () => {
      const bytes = await member.write(ROWS, none);
      const { rows, report, rejects, workDir } = await take({ input: bytes });
      expect(read(rows)).toEqual(ROWS);
      expect(rows.map((r) => [r.file, r.row])).toEqual(ROWS.map((_, index) => [0, index + 1]));
      expect(rows[1]?.name).toBeNull();
      expect(rejects).toEqual([]);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const isWorkbook = spec.format === 'xlsx' || spec.format === 'ods';
      const sheets = isWorkbook ? { sheets: { read: ['一覧'], unread: [] } } : {};
      expect(report).toEqual({
        source: spec.id,
        files: [{ path: 'input', sha256, bytes: bytes.length, rows: 5, accepted: 5, rejected: 0, ...sheets }],
      });
      const staged = join(workDir, 'staged');
      expect(existsSync(staged) ? readdirSync(staged) : []).toEqual([]);
    });

    it('reads the same from gzip, whatever the name', async () => {
      const { rows, report } = await take({ input: gzipSync(await member.write(ROWS, none)) });
      expect(read(rows)).toEqual(ROWS);
      expect(report.files[0]?.rows).toBe(5);
    });

    it.each([[['a', 'b']], [['[ab]']], [['{b,a}']]])(
      'reads several files in order, globs by name: %j',
      async (files) => {
        const a = await member.write(ROWS.slice(0, 2), none);
        const b = await member.write(ROWS.slice(2), none);
        const { rows } = await take({ a, b }, { files });
        expect(read(rows)).toEqual(ROWS);
        expect(rows.map((r) => [r.file, r.row])).toEqual([
          [0, 1],
          [0, 2],
          [1, 1],
          [1, 2],
          [1, 3],
        ]);
      },
    );

    it('passes its own preflight and names its columns', async () => {
      const dir = folder({ input: await member.write(ROWS, none) });
      await expect(preflight(spec, { dir, asOf: AS_OF })).resolves.toEqual([]);
      expect(readdirSync(dir)).toEqual(['input']);
    });

    it('refuses a column the file does not have', async () => {
      const dir = folder({ input: await member.write(ROWS, none) });
      if (spec.format === 'fixed') return;
      const columns = { ...spec.columns, name: { from: ['no such column'], format: null } };
      await expect(preflight({ ...spec, columns } as LinkSpec, { dir, asOf: AS_OF })).rejects.toMatchObject({
        code: 'input-column',
        exitCode: 2,
      });
    });

    it('rejects a row without its tie, in a file that reads like the first', async () => {
      const bytes = await member.write(ROWS, [null, 'missing', null, 'missing', null]);
      const { rows, rejects, report, workDir } = await take({ input: bytes });
      expect(read(rows)).toEqual([ROWS[0], ROWS[2], ROWS[4]]);
      expect(rows.map((r) => r.row)).toEqual([1, 3, 5]);
      expect(rejects.map((r) => r.code)).toEqual(['required-item-missing', 'required-item-missing']);
      expect(report.files[0]).toMatchObject({ rows: 5, accepted: 3, rejected: 2 });
      const path = join(workDir, 'quarantine', `${spec.id}.1`);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const again = await take({ input: readFileSync(path) });
      expect(again.report.files[0]).toMatchObject({ rows: 2, accepted: 0, rejected: 2 });
    });

    it('takes a path for that file alone, whatever patterns and partitions its names look like', async () => {
      const [a, b] = [await member.write(ROWS.slice(0, 2), none), await member.write(ROWS.slice(2), none)];
      for (const path of ['[a]', 'a*', 'a?', '氏名=偽物/a', '[x]/{a,b}', "it's"]) {
        const { rows, report } = await take({ a: b, ab: b, x: b, [path]: a }, { files: [path] });
        expect(read(rows)).toEqual(ROWS.slice(0, 2));
        expect(report.files.map((file) => file.path)).toEqual([path]);
      }
    });

    it('takes a file without rows for zero rows', async () => {
      const written = await member.write([], []);
      // A format without a header would be an empty file, which is refused: an end-of-file mark or a blank record stands for it.
      const mark = spec.encoding.startsWith('ibm') ? Buffer.alloc(58, 0x40) : Buffer.from([0x1a]);
      const bytes = written.length > 0 ? written : mark;
      const { rows, rejects, report, dir } = await take({ input: bytes });
      expect(rows).toEqual([]);
      expect(rejects).toEqual([]);
      expect(report.files[0]).toMatchObject({ rows: 0, accepted: 0, rejected: 0 });
      await expect(preflight(spec, { dir, asOf: AS_OF })).resolves.toEqual([]);
      await expect(preflight({ ...spec, id: 'register' }, { dir, asOf: AS_OF })).rejects.toMatchObject({
        code: 'register-empty',
        exitCode: 2,
      });
    });

    it('sets rows of totals aside, and nothing that is a record', async () => {
      const total = { id: '合計', number: '5', name: '' };
      const records = [
        { id: '計', number: '123456789018', name: '' },
        { id: 'A7', number: '5', name: '計' },
        { id: '合計', number: '5', name: '山田' },
      ];
      const bytes = await member.write([...ROWS, total, ...records], none);
      const { rows, rejects, report } = await take({ input: bytes });
      expect(read(rows)).toEqual([...ROWS, ...records]);
      expect(rejects.map(({ code }) => code)).toEqual(['total-row']);
      expect(report.files[0]).toMatchObject({ rows: 9, accepted: 8, rejected: 1 });
    });

    it('rejects the header where it comes again', async () => {
      if (!member.hasHeader) return;
      const header = { id: '発行番号', number: '個人番号', name: '氏名' };
      const bytes = await member.write([header, ROWS[0]!, header, ROWS[1]!, header], none);
      const { rows, rejects, report } = await take({ input: bytes });
      expect(read(rows)).toEqual(ROWS.slice(0, 2));
      expect(rows.map(({ row }) => row)).toEqual([2, 4]);
      expect(rejects.map(({ code }) => code)).toEqual(Array(3).fill('header-repeated'));
      expect(report.files[0]).toMatchObject({ rows: 5, accepted: 2, rejected: 3 });
    });

    it.each(damages)('diverts a row damaged by %s, first, last or in between, and no other', async (kind) => {
      for (const place of [0, 2, 4]) {
        const bytes = await member.write(
          ROWS,
          ROWS.map((_, index) => (index === place ? kind : null)),
        );
        const { rows, rejects, report, workDir } = await take({ input: bytes });
        expect(read(rows)).toEqual(ROWS.filter((_, index) => index !== place));
        expect(rejects).toHaveLength(1);
        expect(report.files[0]).toMatchObject({ rows: 5, accepted: 4, rejected: 1 });
        expect(existsSync(join(workDir, 'quarantine', `${spec.id}.1`))).toBe(true);
      }
    });

    it(`adds up and keeps every sound row in ${runs} generated files (seed ${SEED})`, {
      timeout: 30_000 + runs * 1000,
    }, async () => {
      const kinds = ['missing', ...damages];
      const rowOf = fc.record({
        name: member.names,
        number: fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(12, '1')),
        damage: fc.option(fc.constantFrom(...kinds), { freq: 3 }),
      });
      const property = fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 12 }), async (drawn) => {
        const rows = drawn.map(({ name, number }, index) => ({ id: `R${index}`, number, name }));
        const damage = drawn.map((row) => row.damage);
        const bytes = await member.write(rows, damage);
        const found = await take({ input: bytes });
        const [file] = found.report.files;
        expect(read(found.rows)).toEqual(rows.filter((_, index) => damage[index] === null));
        expect(file!.accepted + file!.rejected).toBe(file!.rows);
        expect(found.rows.length).toBe(file!.accepted);
        expect(found.rejects.length).toBe(file!.rejected);
        rmSync(found.dir, { recursive: true });
      });
      await fc.assert(property, { numRuns: runs, seed: SEED });
    });
  });
}
