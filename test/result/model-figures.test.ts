import { afterAll, expect, test } from 'vitest';
import type { KeptDecision } from '../../src/audit/decision.js';
import { storeOf } from '../../src/decide/index.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { modelFigures } from '../../src/result/model-figures.js';

const engine = await openDuckDb({});
afterAll(() => engine.close());

const decided = (id: string, decision: KeptDecision['decision'], reviewer: string): KeptDecision => ({
  ...{ case: id, fingerprint: `fp-${id}`, decision, resident: null, reason: null },
  ...{ reviewer, at: '2023-06-22T00:00:00.000Z', runId: 'r' },
});

test('what people have settled is held against the probabilities, over all and of each source', async () => {
  await engine.run(`
    CREATE TABLE verdicts AS SELECT * REPLACE (CAST(probability AS DOUBLE) AS probability) FROM (VALUES (1, 0, 9, 0.97), (2, 0, 9, 0.00001), (3, 1, 9, 0.96), (4, 1, 9, 0.97)) t(lid, src, rid, probability);
    CREATE TABLE findings AS SELECT * FROM (VALUES
      ('F-1', 'fp-F-1', 'wrong-resident', 'cards', 1), ('F-3', 'fp-F-3', 'wrong-resident', 'accounts', 3),
      ('F-4', 'fp-F-4', 'duplicate-link', 'accounts', 4)
    ) t(finding_id, fingerprint, kind, source, lid);
    CREATE TABLE blind_sample AS SELECT 'S-2' AS finding_id, 'fp-S-2' AS fingerprint, 'clean-sample' AS kind, 'cards' AS source, 2 AS lid;
    CREATE TABLE renamings (before VARCHAR, after VARCHAR, links INTEGER, lots INTEGER, origin VARCHAR);
    CREATE TABLE given_bearers (kind VARCHAR, name VARCHAR, sex TINYINT, decade INTEGER, n INTEGER, total INTEGER)`);
  const sources = ['cards', 'accounts', 'insurance'];
  const decisions = storeOf([
    // A grave case takes two people; a second record is no wrong link, whatever was decided.
    ...['a', 'b'].map((reviewer) => decided('F-1', 'wrong-unknown', reviewer)),
    ...['a', 'b'].map((reviewer) => decided('F-3', 'right', reviewer)),
    decided('F-4', 'this-valid', 'a'),
    decided('S-2', 'right', 'a'),
  ]);
  const { reliability, reliabilities } = await modelFigures(engine, decisions, sources);
  const told = (bins: typeof reliability) =>
    bins?.map(({ from, links, meanProbability, wrongShare }) => [from, links, meanProbability, wrongShare]);
  expect(told(reliability)).toEqual([
    [0, 1, 0.00001, 0],
    [0.95, 2, 0.965, 0.5],
  ]);
  expect(Object.keys(reliabilities!)).toEqual(['cards', 'accounts']);
  expect(told(reliabilities!.cards)).toEqual([
    [0, 1, 0.00001, 0],
    [0.95, 1, 0.97, 1],
  ]);
  expect(told(reliabilities!.accounts)).toEqual([[0.95, 1, 0.96, 0]]);
  expect(await modelFigures(engine, storeOf([]), sources)).not.toHaveProperty('reliabilities');
});
