import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { latinSources, unreliableFiles } from '../../src/score/unreliable-file.js';
import { smallModel } from './small-model.js';

it('takes a source for Latin where most of its written names are', async () => {
  const engine = await openDuckDb();
  await engine.run(`CREATE TABLE links AS SELECT * FROM (VALUES
    (0, 'SMITHJOHN'), (0, 'CHENWEI'), (0, '佐藤花子'),
    (1, '佐藤花子'), (1, '鈴木一郎'), (1, 'CHENWEI'),
    (2, NULL), (2, NULL)) t(src, nw)`);
  expect([...(await latinSources(engine))]).toEqual([0]);
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
