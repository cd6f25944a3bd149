import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bufferRows } from '../../src/engine/buffer-rows.js';
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
    await engine.run('CREATE TABLE t (i INTEGER, s VARCHAR, b BIGINT, d DOUBLE)');
    const rows = bufferRows(await engine.appender('t', ['int', 'text', 'big', 'double']));
    for (let i = 0; i < 50_000; i++)
      rows.push(i, i % 7 === 0 ? null : `行${i}`, BigInt(i) * 10n ** 11n, i / 3);
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
