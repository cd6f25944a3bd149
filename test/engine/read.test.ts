import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTable } from '../../src/engine/append.js';
import { each, pick, word } from '../../src/engine/columns.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { allRows, oneRow, packedRows, readColumns, readRows } from '../../src/engine/read.js';

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
});
afterEach(() => engine.close());

const PEOPLE = {
  name: 'people',
  columns: {
    rid: 'int',
    name: 'text?',
    number: 'big?',
    levels: each('tiny', ['family', 'given']),
    grade: word('A', 'B'),
    share: 'double',
    known: 'bool',
  },
} as const;
const ROWS = [
  { rid: 0, name: '山田', number: 10 ** 11, levels: [1, 0], grade: 'A', share: 0.5, known: true },
  { rid: 1, name: null, number: null, levels: [0, 9], grade: 'B', share: 1, known: false },
] as const;

describe('rows', () => {
  it('come back as they were appended, lists of columns as lists', async () => {
    await makeTable(engine, PEOPLE, ROWS);
    expect(await allRows(engine, PEOPLE.columns, 'SELECT * FROM people ORDER BY rid')).toEqual(ROWS);
    const types = await engine.rows(
      'SELECT column_name AS c, data_type AS t FROM information_schema.columns',
    );
    expect(types.map(({ c, t }) => `${c} ${t}`)).toEqual([
      'rid INTEGER',
      'name VARCHAR',
      'number BIGINT',
      'family UTINYINT',
      'given UTINYINT',
      'grade VARCHAR',
      'share DOUBLE',
      'known BOOLEAN',
    ]);
  });

  it('are found by the name of their columns, in whatever order these stand', async () => {
    await makeTable(engine, PEOPLE, ROWS);
    const columns = { ...pick(PEOPLE, 'levels', 'rid'), n: 'big' } as const;
    const sql = 'SELECT count(*) OVER () AS n, given, rid, family FROM people ORDER BY rid DESC LIMIT 1';
    expect(await oneRow(engine, columns, sql)).toEqual({ levels: [0, 9], rid: 1, n: 2 });
  });

  it('are streamed in order, by rows and by columns', async () => {
    const sql =
      "SELECT CAST(range AS INTEGER) AS i, CASE WHEN range % 2 = 0 THEN 'x' END AS s FROM range(5000)";
    const columns = { i: 'int', s: 'text?' } as const;
    const seen: number[] = [];
    for await (const rows of readRows(engine, columns, sql)) seen.push(...rows.map(({ i }) => i));
    expect(seen).toEqual(Array.from({ length: 5000 }, (_, i) => i));
    let words = 0;
    for await (const batch of readColumns(engine, columns, sql))
      words += batch.columns.s.filter((text) => text === 'x').length;
    expect(words).toBe(2500);
  });

  it('are none where there are none', async () => {
    expect(await allRows(engine, { i: 'int' }, 'SELECT 1 AS i WHERE false')).toEqual([]);
    await expect(oneRow(engine, { i: 'int' }, 'SELECT 1 AS i WHERE false')).rejects.toThrow('gave none');
  });
});

describe('an answer that is not as declared is an error, also without rows', () => {
  it.each([
    ['a column too few', { i: 'int', s: 'text' }, 'SELECT 1 AS i', 'declared but not read: s'],
    ['a column too many', { i: 'int' }, 'SELECT 1 AS i, 2 AS k', 'read but not declared: k'],
    ['two of one name', { i: 'int' }, 'SELECT 1 AS i, 2 AS i', 'read but not declared'],
    ['a wider number', { i: 'int' }, 'SELECT 1::BIGINT AS i', 'i is BIGINT, and declared as int'],
    ['a decimal', { i: 'double' }, 'SELECT 1.5 AS i', 'i is DECIMAL(2,1), and declared as double'],
    ['a text', { i: 'int' }, "SELECT 'x' AS i", 'i is VARCHAR, and declared as int'],
  ] as const)('%s', async (_, columns, sql, message) => {
    await expect(allRows(engine, columns, sql)).rejects.toThrow(message);
    await expect(allRows(engine, columns, `SELECT * FROM (${sql}) WHERE false`)).rejects.toThrow();
  });

  it.each([
    ['NULL', { s: 'text' }, 'SELECT CAST(NULL AS VARCHAR) AS s', 's is NULL'],
    ['another word', { s: word('A', 'B') }, "SELECT '山田' AS s", 's holds another word than A, B'],
    ['a number beyond 2^53', { n: 'big' }, 'SELECT 9007199254740993 AS n', 'beyond 2^53'],
  ] as const)('%s, whose message holds no value', async (_, columns, sql, message) => {
    const error = (await allRows(engine, columns, sql).catch((e: unknown) => e)) as Error;
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('山田');
  });
});

describe('rows that come packed', () => {
  const columns = { rid: 'int', name: 'text?', number: 'big?', share: 'double', known: 'bool' } as const;

  it('are those that come otherwise, whatever their texts hold', async () => {
    await makeTable(engine, { name: 'odd', columns }, [
      { rid: 2, name: 'a"b\\c\u0000\n\u2028𠮷', number: -(10 ** 15), share: 1 / 3, known: true },
      { rid: 0, name: '', number: 0, share: -0.1, known: false },
      { rid: 1, name: null, number: null, share: 1e-300, known: true },
    ]);
    const rows = await packedRows(engine, columns, 'FROM odd ORDER BY rid DESC');
    expect(rows.map(({ name }) => name)).toEqual(['a"b\\c\u0000\n\u2028𠮷', null, '']);
    expect(rows).toEqual(await allRows(engine, columns, 'SELECT * FROM odd ORDER BY rid DESC'));
    expect(await packedRows(engine, columns, 'FROM odd WHERE rid > 2')).toEqual([]);
  });

  it('are held against what is declared', async () => {
    const ask = (declared: 'text' | 'int', sql: string) =>
      packedRows(engine, { a: declared }, `FROM (SELECT ${sql} AS a)`);
    await expect(ask('text', 'CAST(NULL AS VARCHAR)')).rejects.toThrow('a is NULL, and declared as text');
    await expect(ask('text', '7')).rejects.toThrow('a is number, and declared as text');
    await expect(ask('int', "'secret'")).rejects.toThrow('a is string, and declared as int');
  });
});
