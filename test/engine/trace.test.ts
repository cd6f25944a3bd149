import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { traced, withoutValues } from '../../src/engine/trace.js';

describe('a statement without values', () => {
  it.each([
    ["SELECT *  FROM t\n WHERE name = '山田'", 'SELECT * FROM t WHERE name = ?'],
    ['SELECT \'it\'\'s\', "number", "氏名" FROM t', 'SELECT ?, "number", ? FROM t'],
    ["-- don't\nSELECT 'a' /* it's */ AS b", 'SELECT ? AS b'],
    ['SELECT 19800101, 12, lid2 FROM t WHERE n = 123456789', 'SELECT ?, 12, lid2 FROM t WHERE n = ?'],
    ["SELECT 'never closed 山田", 'SELECT ?'],
  ])('%s', (sql, shown) => expect(withoutValues(sql)).toBe(shown));

  it('holds no text that was quoted, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 3 }), (value) => {
        const shown = withoutValues(`SELECT a FROM t WHERE b = ${literal(`＜${value}＞`)} AND c = 'x'`);
        expect(shown).toBe('SELECT a FROM t WHERE b = ? AND c = ?');
      }),
    );
  });
});

describe('a traced engine', () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await openDuckDb();
  });
  afterEach(() => engine.close());

  it('tells of every statement with stage, rows, milliseconds and those of the processor, and answers as before', async () => {
    const lines: string[] = [];
    const told = traced(engine, {
      stage: () => 'verify',
      stopwatch: () => () => 0.25,
      cpuStopwatch: () => () => 0.4,
      print: (line) => lines.push(line),
    });
    await told.run(
      "CREATE TABLE t AS SELECT range AS i, 'a;b' AS s FROM range(5000); INSERT INTO t VALUES (1, 'c')",
    );
    expect(await told.value('SELECT count(*) FROM t')).toBe(5001);
    expect(await told.rows("SELECT i FROM t WHERE s = 'c'")).toEqual([{ i: 1 }]);
    let rows = 0;
    for await (const batch of told.batches('SELECT i FROM t')) rows += batch.rows;
    expect(rows).toBe(5001);
    expect(lines).toEqual([
      'verify\t5000 rows\t250 ms\t400 ms cpu\tCREATE TABLE t AS SELECT range AS i, ? AS s FROM range(5000)\n',
      'verify\t1 rows\t250 ms\t400 ms cpu\tINSERT INTO t VALUES (1, ?)\n',
      'verify\t1 rows\t250 ms\t400 ms cpu\tSELECT count(*) FROM t\n',
      'verify\t1 rows\t250 ms\t400 ms cpu\tSELECT i FROM t WHERE s = ?\n',
      expect.stringMatching(/^verify\t5001 rows\t\d+ ms\t\d+ ms cpu\tSELECT i FROM t\n$/),
    ]);
  });
});
