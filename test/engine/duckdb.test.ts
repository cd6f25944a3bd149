import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendTo, createSql } from '../../src/engine/append.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { ident, literal } from '../../src/engine/sql.js';

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
});
afterEach(() => engine.close());

describe('quoting', () => {
  it.each(['plain', "O'Brien", 'a"b', '; DROP TABLE t --', '氏名　カナ', '\\'])(
    'survives %s',
    async (text) => {
      const rows = await engine.rows(`SELECT ${literal(text)} AS ${ident(text)}`);
      expect(rows).toEqual([{ [text]: text }]);
    },
  );

  it.each([0.02752808988764045, 1 / 3, 1e-7, -2.5, 12])(
    'adds %d to a whole number exactly',
    async (value) => {
      expect(await engine.value(`SELECT 133 + ${literal(value)}`)).toBe(133 + value);
    },
  );

  it('refuses numbers that SQL has no word for', () => {
    expect(() => literal(Number.NaN)).toThrow(RangeError);
  });
});

describe('engine', () => {
  it('appends and streams more rows than a chunk holds, in order', async () => {
    const table = { name: 't', columns: { i: 'int', s: 'text?', b: 'big', d: 'double' } } as const;
    await engine.run(createSql(table));
    const rows = await appendTo(engine, table);
    for (let i = 0; i < 50_000; i++)
      rows.push({ i, s: i % 7 === 0 ? null : `行${i}`, b: i * 10 ** 11, d: i / 3 });
    rows.close();
    const seen: unknown[] = [];
    for await (const { columns } of engine.batches('SELECT i, s FROM t ORDER BY i'))
      seen.push(...columns[1]!);
    expect(seen).toHaveLength(50_000);
    expect(seen.slice(0, 3)).toEqual([null, '行1', '行2']);
    expect(await engine.value('SELECT max(b) FROM t')).toBe(49_999 * 10 ** 11);
  });

  it('lets statements run while an answer is still streaming', async () => {
    await engine.run('CREATE TABLE t AS SELECT range AS i FROM range(10000)');
    let rows = 0;
    for await (const batch of engine.batches('SELECT i FROM t')) {
      rows += batch.rows;
      expect(await engine.value('SELECT 1')).toBe(1);
    }
    expect(rows).toBe(10_000);
  });
});
