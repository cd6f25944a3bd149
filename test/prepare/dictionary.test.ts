import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { type Dictionary, filledFigures, makeDictionary } from '../../src/prepare/dictionary.js';

const TABLE = { name: 'dict_length', columns: { value: 'text', n: 'int', asked: 'text?' } } as const;

/** Lengths of texts; those that begin with a vowel depend on something learned, and say on what. */
function lengths(values: readonly string[], learned: string, calls: string[]) {
  return {
    table: TABLE,
    values: `SELECT * FROM (VALUES ${values.map((value) => `('${value}')`).join(', ')}) t(v)`,
    map: (value) => {
      calls.push(value);
      return { value, n: value.length, asked: /^[aeiou]/.test(value) ? learned : null };
    },
    kept: { from: { column: 'asked', holds: (asked) => asked === learned } },
  } satisfies Dictionary<typeof TABLE.columns>;
}

let dir: string;
let night: string;
/** Long enough for more than one block of the file. */
const FIRST = Array.from({ length: 12_000 }, (_, i) => `${i % 2 === 0 ? 'a' : 'b'}${'x'.repeat(i % 50)}${i}`);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-dictionary-'));
  night = join(dir, 'night.duckdb');
  const engine = await openDuckDb({ path: night, uncompressed: true });
  await makeDictionary(engine, lengths(FIRST, 'monday', []));
  engine.close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The second night over other values: what it made of them, what it was called for, and whether the first was found damaged. */
async function second(path: string, values: readonly string[], learned: string) {
  let damaged = 0;
  const calls: string[] = [];
  const engine = await openDuckDb({ earlier: { path, onDamage: () => damaged++ } });
  const filled = await makeDictionary(engine, lengths(values, learned, calls));
  const rows = await engine.rows('SELECT * FROM dict_length ORDER BY value');
  engine.close();
  return { rows, filled, calls, damaged };
}

const made = (values: readonly string[], learned: string) =>
  JSON.stringify(
    values
      .toSorted()
      .map((value) => ({ value, n: value.length, asked: value.startsWith('a') ? learned : null })),
  );

describe('a dictionary on the night after', () => {
  const values = [...FIRST.slice(100), 'a new one', 'by the way'];

  it('is called for new values alone, and drops those that are gone', async () => {
    const { rows, filled, calls, damaged } = await second(night, values, 'monday');
    expect(JSON.stringify(rows)).toBe(made(values, 'monday'));
    expect(calls.toSorted()).toEqual(['a new one', 'by the way']);
    expect([filled, damaged]).toEqual([{ called: 2, reused: 11_900 }, 0]);
  });

  it('is called again for what depends on something that was learned anew', async () => {
    const { rows, filled } = await second(night, values, 'tuesday');
    expect(JSON.stringify(rows)).toBe(made(values, 'tuesday'));
    expect(filled).toEqual({ called: 5_950 + 2, reused: 5_950 });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['is no database', () => Buffer.from('{}')],
    ['is empty', () => Buffer.alloc(0)],
    ['was cut', (bytes) => bytes.subarray(0, bytes.length / 2)],
    [
      'has a changed byte in every block',
      (bytes) => bytes.map((b, i) => (i % 50_000 === 49_999 ? b ^ 1 : b)) as Buffer,
    ],
    [
      'has blocks of another file',
      (bytes) => Buffer.concat([bytes.subarray(0, 300_000), Buffer.alloc(bytes.length - 300_000, 7)]),
    ],
  ])('is made whole where the file of the first night %s', async (_, damage) => {
    const path = join(dir, 'damaged.duckdb');
    writeFileSync(path, damage(readFileSync(night)));
    const { rows, damaged } = await second(path, values, 'monday');
    expect(JSON.stringify(rows)).toBe(made(values, 'monday'));
    expect(damaged).toBe(1);
  });

  it('is made whole where the first night has no such table', async () => {
    const path = join(dir, 'other.duckdb');
    const other = await openDuckDb({ path });
    await other.run('CREATE TABLE dict_other AS SELECT 1 AS n');
    other.close();
    const { filled, damaged } = await second(path, values.slice(0, 9), 'monday');
    expect([filled, damaged]).toEqual([{ called: 9, reused: 0 }, 0]);
  });

  it('may be read while another reads it, and nothing is written into it', async () => {
    const before = readFileSync(night);
    const other = await openDuckDb({ path: night, readOnly: true });
    expect((await second(night, values, 'monday')).damaged).toBe(0);
    other.close();
    expect(readFileSync(night).equals(before)).toBe(true);
  });
});

it('run.json tells of what was spared alone', () => {
  expect(filledFigures({ a: { called: 2, reused: 0 }, b: { called: 0, reused: 3 } })).toEqual({
    calls: { a: 2, b: 0 },
    reused: { b: 3 },
  });
  expect(filledFigures({ a: { called: 2, reused: 0 } })).toEqual({ calls: { a: 2 } });
});
