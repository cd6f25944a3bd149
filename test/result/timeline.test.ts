import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { timelineIn } from '../../src/result/timeline.js';

const DAY = Date.UTC(2023, 3, 3) / 1000;
const cluster = (item: 'terminal' | 'day', source: string, value: string) => ({
  item,
  source,
  value,
  links: 9,
  C: 3,
});
const isNumber = () => false;
const timeline = (...clusters: ReturnType<typeof cluster>[]) =>
  timelineIn(engine, ['cards', 'accounts'], clusters, { isProtectedPlace: () => false, isNumber });

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  // T'1 has two days with links in doubt and one without; T2 of the other source has the name of a terminal that is quiet.
  await engine.run(`
    CREATE TABLE links AS SELECT lid, src, terminal, CAST(ts AS BIGINT) AS ts FROM (VALUES
      (1, 0, 'T''1', ${DAY}), (2, 0, 'T''1', ${DAY + 60}), (3, 0, 'T''1', ${DAY + 86_399}), (4, 0, 'T''1', ${DAY + 86_400}),
      (5, 0, 'T''1', ${DAY + 2 * 86_400}), (6, 0, 'T''1', NULL), (7, 0, 'T2', ${DAY}), (8, 1, 'T2', ${DAY}), (9, 0, NULL, ${DAY})
    ) t(lid, src, terminal, ts);
    CREATE TABLE verdicts AS SELECT lid, CASE WHEN lid IN (1, 2, 4, 6, 7) THEN 'C' ELSE 'A' END AS grade FROM links`);
});
afterAll(() => engine.close());

test('counts the links of the terminals that stand out, on days with links in doubt, by the calendar', async () => {
  expect(await timeline(cluster('terminal', 'cards', "T'1"), cluster('terminal', 'accounts', 'T2'))).toEqual([
    { source: 'cards', terminal: "T'1", day: '2023-04-03', links: 3, C: 2 },
    { source: 'accounts', terminal: 'T2', day: '2023-04-03', links: 1, C: 0 },
    { source: 'cards', terminal: "T'1", day: '2023-04-04', links: 1, C: 1 },
  ]);
});

test('is empty where no terminal stands out', async () => {
  expect(await timeline(cluster('day', 'cards', '2023-04-03'))).toEqual([]);
});
