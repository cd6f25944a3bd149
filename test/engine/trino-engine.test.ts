import { mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTable } from '../../src/engine/append.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { dropKept, keepFrom, makeFrom, rowsFrom, smallFrom } from '../../src/engine/from-register.js';
import { trinoClient } from '../../src/engine/trino-client.js';
import { changedBy, trinoEngine, withCluster } from '../../src/engine/trino-engine.js';
import { inFrontOf, type Server, type serve, standIn } from './stand-in.js';

const PEOPLE = {
  name: 'people',
  columns: { rid: 'int', sex: 'tiny', name: 'text?', number: 'big', share: 'double', alive: 'bool' },
} as const;
type Person = {
  rid: number;
  sex: number;
  name: string | null;
  number: number;
  share: number;
  alive: boolean;
};
const person = (rid: number, name: string | null): Person => ({
  rid,
  sex: 200 + rid,
  name,
  number: 123_456_789_012 + rid,
  share: rid === 0 ? -0 : 1 / (rid + 2),
  alive: rid % 2 === 0,
});
/** Texts that an engine might trim, fold or lose. */
const NASTY = [
  null,
  '',
  ' ',
  '　',
  '山田　花子',
  '𠮷野家',
  'ﾔﾏﾀﾞ',
  'が',
  'か\u3099',
  'a\n',
  "O'Brien",
  'x\u001fy',
  '*',
  'NULL',
];

let server: Awaited<ReturnType<typeof standIn>>;
let engine: Engine;
let dir: string;
/** Answers in place of the cluster, by a test that has it fail. */
let instead: Parameters<typeof serve>[0];
let front: Server;
beforeEach(async () => {
  const lake = mkdtempSync(join(tmpdir(), 'lake-'));
  dir = join(lake, 'run');
  mkdirSync(dir);
  server = await standIn(lake);
  instead = () => ({});
  front = await inFrontOf(server.url, (...asked) => instead(...asked));
  const access = { url: front.url, user: 'a', secret: null, catalog: 'lake', schema: 'run' };
  const cluster = trinoEngine({
    client: trinoClient(access, () => 'test'),
    dir,
    location: 'local:///run',
    lent: { people: ['rid', 'sex', 'name', 'share', 'alive'] },
    waits: [1, 1],
  });
  engine = withCluster(await openDuckDb(), cluster);
  await makeTable(
    engine,
    PEOPLE,
    NASTY.map((name, rid) => person(rid, name)),
  );
});
afterEach(async () => {
  engine.close();
  await front.close();
  await server.close();
});

const COPY = {
  ...PEOPLE,
  name: 'copy',
  columns: { rid: 'int', sex: 'tiny', name: 'text?', share: 'double', alive: 'bool' },
} as const;
const copy = (where = 'true') => ({
  reads: ['people'],
  sql: () => `SELECT rid, sex, name, share, alive FROM people WHERE ${where}`,
});
const copyOf = (columns: string) => ({ reads: ['people'], sql: () => `SELECT ${columns} FROM people` });
const statements = (begin: string) => server.asked.filter(({ body }) => body.startsWith(begin)).length;

describe('a table that the cluster makes', () => {
  it('comes back as the run itself would have made it, value by value', async () => {
    expect(await makeFrom(engine, COPY, copy())).toBe(NASTY.length);
    const either = (a: string, b: string) =>
      engine.value<number>(
        `SELECT count(*) FROM (SELECT rid, sex, name, share, alive FROM ${a} EXCEPT ALL SELECT rid, sex, name, share, alive FROM ${b})`,
      );
    expect([await either('people', 'copy'), await either('copy', 'people')]).toEqual([0, 0]);
    expect(await engine.value('SELECT CAST(share AS VARCHAR) FROM copy WHERE rid = 0')).toBe('-0.0');
    const types = await engine.rows<{ t: string }>(
      "SELECT data_type AS t FROM duckdb_columns() WHERE table_name = 'copy'",
    );
    expect(types.map(({ t }) => t)).toEqual(['INTEGER', 'UTINYINT', 'VARCHAR', 'DOUBLE', 'BOOLEAN']);
  });

  it('is there, with its columns, where no row is', async () => {
    expect(await makeFrom(engine, COPY, copy('rid < 0'))).toBe(0);
    expect(await engine.rows('SELECT * FROM copy')).toEqual([]);
    // And for a later statement of the cluster's.
    expect(
      await smallFrom(engine, { n: 'big' }, { reads: ['copy'], sql: () => 'SELECT count(*) AS n FROM copy' }),
    ).toEqual([{ n: 0 }]);
  });

  it('is read by later statements where it lies, and made anew by its name', async () => {
    await makeFrom(engine, COPY, copy('rid < 3'));
    const again = { reads: ['copy'], sql: () => 'SELECT count(*) AS n FROM copy' };
    expect(await smallFrom(engine, { n: 'big' }, again)).toEqual([{ n: 3 }]);
    await makeFrom(engine, COPY, copy('rid < 5'));
    expect(await smallFrom(engine, { n: 'big' }, again)).toEqual([{ n: 5 }]);
    expect(readdirSync(dir).filter((name) => name.startsWith('people'))).toHaveLength(1);
  });

  it('in memory is forgotten by the cluster once it was taken', async () => {
    await makeFrom(engine, { ...COPY, scratch: true }, copy());
    expect(await engine.value('SELECT count(*) FROM scratch.copy')).toBe(NASTY.length);
    expect(server.asked.at(-1)!.body).toBe('DROP TABLE IF EXISTS "copy"');
  });
});

it('a table that is kept there is read by later statements, and never comes here', async () => {
  await keepFrom(engine, COPY, copy('rid < 3'));
  const count = { reads: ['copy'], sql: () => 'SELECT count(*) AS n FROM copy' };
  expect(await smallFrom(engine, { n: 'big' }, count)).toEqual([{ n: 3 }]);
  expect(engine.register!.spent().takenRows).toBe(0);
  await dropKept(engine, COPY);
  await expect(engine.rows('SELECT * FROM copy')).rejects.toThrow();
  expect(server.asked.at(-1)!.body).toBe('DROP TABLE IF EXISTS "copy"');
});

it('an answer that may be large comes in the order that is asked for, and leaves nothing', async () => {
  const rows = [];
  for await (const some of rowsFrom(engine, { rid: 'int', name: 'text?' }, copyOf('rid, name'), 'rid DESC'))
    rows.push(...some);
  expect(rows.map(({ rid }) => rid)).toEqual(NASTY.map((_, rid) => rid).toReversed());
  expect(rows.at(-1)).toEqual({ rid: 0, name: null });
  await expect(engine.rows('SELECT * FROM scratch.register_answer')).rejects.toThrow();
});

describe('a table that a statement reads', () => {
  it('is lent once, and without columns that are not to be lent', async () => {
    await makeFrom(engine, COPY, copy());
    await makeFrom(engine, { ...COPY, name: 'second' }, copy());
    const lent = server.asked.filter(({ body }) => body.startsWith('CREATE TABLE "people"'));
    expect(lent).toHaveLength(1);
    expect(lent[0]!.body).not.toContain('number');
    expect(engine.register!.spent()).toMatchObject({ lentRows: NASTY.length, takenRows: 2 * NASTY.length });
  });

  it('is told in bytes, as is what came back', async () => {
    await makeFrom(engine, COPY, copy());
    const bytesOf = (table: string) => {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
        (entry) =>
          entry.isFile() && basename(entry.parentPath).startsWith(table) && !entry.name.startsWith('.'),
      );
      expect(files).not.toHaveLength(0);
      return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    };
    const { lentBytes, takenBytes } = engine.register!.spent();
    expect([lentBytes, takenBytes]).toEqual([bytesOf('people'), bytesOf('copy')]);
  });

  it.each([
    `UPDATE people SET name = 'other' WHERE rid = 1`,
    `INSERT INTO people VALUES (99, 1, 'new', 1, 0.5, true)`,
    'DELETE FROM people WHERE rid = 1',
    'CREATE OR REPLACE TABLE people AS SELECT * FROM people WHERE rid <> 1',
    'CREATE TABLE others AS SELECT * FROM people WHERE rid > 3; DROP TABLE people; ALTER TABLE others RENAME TO people',
  ])('is lent anew after %s', async (change) => {
    await makeFrom(engine, COPY, copy());
    await engine.run(change);
    await makeFrom(engine, COPY, copy());
    const differing = `SELECT count(*) FROM (SELECT rid, name FROM people EXCEPT ALL SELECT rid, name FROM copy)`;
    expect(await engine.value(differing)).toBe(0);
    expect(await engine.value('SELECT count(*) FROM copy')).toBe(
      await engine.value('SELECT count(*) FROM people'),
    );
  });

  it('is lent anew after rows were appended', async () => {
    await makeFrom(engine, COPY, copy());
    const appender = await engine.appender('people', ['int', 'tiny', 'text', 'big', 'double', 'bool']);
    appender.append([[77], [1], ['new'], [1n], [0.5], [true]]);
    appender.close();
    expect(await makeFrom(engine, COPY, copy())).toBe(NASTY.length + 1);
    expect(statements('CREATE TABLE "people"')).toBe(2);
  });
});

it('finds the tables that a statement changes, whatever their names', () => {
  expect(
    changedBy(
      'CREATE TABLE IF NOT EXISTS a (x INTEGER); DROP TABLE IF EXISTS "b 名"; INSERT INTO c SELECT 1',
    ),
  ).toEqual(['a', 'b 名', 'c']);
  expect(changedBy('SELECT * FROM a JOIN b USING (x)')).toEqual([]);
});

describe('a small answer', () => {
  const small = (sql: string) => ({ reads: ['people'], sql: () => sql });

  it('is held against what is declared', async () => {
    const rows = await smallFrom(
      engine,
      { n: 'big', name: 'text?' },
      small('SELECT count(*) AS n, name FROM people GROUP BY name ORDER BY name NULLS LAST'),
    );
    expect(rows).toHaveLength(NASTY.length);
    expect(rows.at(-1)).toEqual({ n: 1, name: null });
  });

  it.each([
    ['a column too many', 'SELECT 1 AS n, 2 AS m'],
    ['another type', "SELECT 'x' AS n"],
    ['a NULL', 'SELECT CAST(NULL AS INTEGER) AS n'],
  ])('with %s is an error of ours', async (_, sql) => {
    await expect(smallFrom(engine, { n: 'big' }, small(sql))).rejects.toThrow(/declared|never NULL/);
  });
});

it('tells of a statement that the cluster refuses', async () => {
  await expect(makeFrom(engine, COPY, copy('nowhere = 1'))).rejects.toMatchObject({ code: 'cluster-failed' });
});

describe('a statement that a node took along', () => {
  /** What is done instead of the first statements that begin so. */
  const failing = (begin: string, times: number, said: ReturnType<typeof instead>) => {
    let left = times;
    instead = ({ body }) => (body.startsWith(begin) && left-- > 0 ? said : {});
  };
  const gone = {
    body: { id: 'q5', error: { errorName: 'REMOTE_HOST_GONE', errorType: 'INTERNAL_ERROR' } },
  };

  it.each([
    ['INSERT INTO "copy"', gone],
    ['INSERT INTO "copy"', 'hang up' as const],
    ['CREATE TABLE "people"', gone],
    ['DROP TABLE IF EXISTS "copy"', 'hang up' as const],
  ])('such as %s is asked again, and the table is made in another folder', async (begin, said) => {
    failing(begin, 2, said);
    expect(await makeFrom(engine, COPY, copy())).toBe(NASTY.length);
    expect(await engine.value('SELECT count(*) FROM copy')).toBe(NASTY.length);
    expect(engine.register!.spent().askedAgain).toBe(2);
  });

  it('is not read twice where it was done and nobody heard of it', async () => {
    let told = false;
    instead = async ({ method, path, body }) => {
      if (told || !body.startsWith('INSERT INTO "copy"')) return {};
      told = true;
      await fetch(server.url + path, { method, body });
      return 'hang up';
    };
    expect(await makeFrom(engine, COPY, copy())).toBe(NASTY.length);
    expect(await engine.value('SELECT count(*) FROM copy')).toBe(NASTY.length);
  });

  it('with a small answer is asked again', async () => {
    failing('SELECT count', 1, 'hang up');
    const count = { reads: ['people'], sql: () => 'SELECT count(*) AS n FROM people' };
    expect(await smallFrom(engine, { n: 'big' }, count)).toEqual([{ n: NASTY.length }]);
  });

  it('is given up after some times, with its id and stage', async () => {
    failing('INSERT INTO "copy"', 3, gone);
    const failure = makeFrom(engine, COPY, copy());
    await expect(failure).rejects.toMatchObject({ code: 'cluster-node-lost' });
    await expect(failure).rejects.toThrow(/stage test the query q5 .*REMOTE_HOST_GONE/);
  });

  it('of any other kind is not asked again', async () => {
    const error = { errorName: 'DIVISION_BY_ZERO', errorType: 'USER_ERROR' };
    failing('INSERT INTO "copy"', 1, { body: { id: 'q5', error } });
    await expect(makeFrom(engine, COPY, copy())).rejects.toMatchObject({ code: 'cluster-failed' });
  });
});
