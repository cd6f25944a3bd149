import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { latinSources, unreliableFiles } from '../../src/score/unreliable-file.js';
import { smallModel } from './small-model.js';

it('takes a source for Latin where most of its written names are', async () => {
  const engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT NULL::INTEGER AS rid, NULL::VARCHAR AS nw, NULL::INTEGER AS dob WHERE false;
    CREATE TABLE links AS SELECT *, row_number() OVER () AS lid, NULL::INTEGER AS rid, NULL::INTEGER AS dob FROM (VALUES
    (0, 'SMITHJOHN'), (0, 'CHENWEI'), (0, '佐藤花子'),
    (1, '佐藤花子'), (1, '鈴木一郎'), (1, 'CHENWEI'),
    (2, NULL), (2, NULL)) t(src, nw)`);
  expect([...(await latinSources(engine))]).toEqual([0]);
  engine.close();
});

// Seven residents A to G, whose records stand in their order and are born as they are; the names are those given.
it.each<[string, string, boolean]>([
  ['names of the row before in three rows', 'ABBCDFG', false],
  ['names of the row but one after in three rows', 'ADEFEFG', false],
  ['in two rows', 'ABBCEFG', true],
  ['names of nobody here', 'AXYZVFG', true],
  ['names of people far away', 'GBCDEFA', true],
  ['sound', 'ABCDEFG', true],
])('%s: %s may be a bad file: %s', async (_, names, may) => {
  const engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT i AS rid, substr('ABCDEFG', i + 1, 1) AS nw, 19800101 + i AS dob FROM range(7) t(i);
    CREATE TABLE links AS SELECT i AS lid, 0 AS src, i AS rid, substr('${names}', i + 1, 1) AS nw, 19800101 + i AS dob
      FROM range(7) t(i)`);
  expect((await latinSources(engine)).has(0)).toBe(may);
  engine.close();
});

it('says of how many links a file is to blame, and nothing of a sound one', () => {
  const model = (unexplained?: number) => ({
    version: 1 as const,
    sources: { members: { ...smallModel(), links: 5_000, ...(unexplained ? { unexplained } : {}) } },
  });
  expect(unreliableFiles(model())).toEqual([]);
  expect(unreliableFiles(model(0.05))).toMatchObject([
    { check: 'file-unreliable', severity: 'error', source: 'members', count: 250, of: 5_000 },
  ]);
});
