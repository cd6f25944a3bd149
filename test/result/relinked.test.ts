import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeptDecision, statusOf, storeOf } from '../../src/decide/index.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { withRelinked } from '../../src/result/relinked.js';

const decision = (record_id: string, resident_id: string | null, kind = 'wrong-resident'): KeptDecision => ({
  ...{
    case: `${record_id} ${resident_id}`,
    fingerprint: 'f',
    decision: 'right',
    resident: null,
    reason: null,
  },
  ...{ reviewer: 'a', at: '2023-06-22T01:00:00.000Z', runId: 'run-1' },
  link: { kind, source: 'cards', record_id, resident_id },
});

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES (1, 'R-1'), (2, 'R-2')) t(rid, resident_id);
    CREATE TABLE links AS SELECT * FROM (VALUES
      (0, 'moved', 2), (0, 'both', 1), (0, 'both', 2), (0, 'none', NULL), (1, 'moved', 1)) t(src, record_id, rid);
    CREATE TABLE findings AS SELECT * FROM (VALUES
      (1, 'moved R-2', 'nobody-fits', 'cards', 'moved'), (2, 'both R-2', 'wrong-resident', 'cards', 'both'),
      (3, 'none', 'unknown-number', 'cards', 'none'), (4, 'twice', 'duplicate-link', 'cards', 'moved'),
      (5, 'moved R-1', 'wrong-resident', 'cards2', 'moved')) t(rank, finding_id, kind, source, record_id)`);
});
afterAll(() => engine.close());

test('a record that was linked anew brings its decisions along; others do not', async () => {
  const store = storeOf([
    decision('moved', 'R-1'),
    decision('both', 'R-1'),
    decision('none', 'R-1', 'swapped-links'),
    decision('moved', 'R-9', 'defunct-resident'),
  ]);
  const { byCase } = await withRelinked(engine, ['cards', 'cards2'], store);
  const added = [...byCase].filter(([id]) => !store.byCase.has(id));
  expect(added.map(([id, all]) => [id, all.map((one) => one.case)])).toEqual([
    ['moved R-2', ['moved R-1']],
    ['none', ['none R-1']],
  ]);
});

test('such a case is reopened until somebody decides it as it is', async () => {
  const relinked = await withRelinked(engine, ['cards'], storeOf([decision('moved', 'R-1')]));
  expect(statusOf(relinked, 'moved R-2', 'tonight', 1).state).toBe('reopened');
  const again = { ...decision('moved', 'R-2'), fingerprint: 'tonight' };
  const closed = await withRelinked(engine, ['cards'], storeOf([decision('moved', 'R-1'), again]));
  expect(statusOf(closed, 'moved R-2', 'tonight', 1).state).toBe('closed');
});

test('without decisions nothing is looked up', async () => {
  const store = storeOf([]);
  expect(await withRelinked(engine, ['cards'], store)).toBe(store);
});
