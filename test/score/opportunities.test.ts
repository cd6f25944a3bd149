import { afterAll, beforeAll, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { makeOwners } from '../../src/prepare/links.js';
import { opportunities } from '../../src/score/opportunities.js';

let engine: Engine;
const statements: string[] = [];
beforeAll(async () => {
  const own = await openDuckDb();
  const noted = (sql: string) => {
    statements.push(sql);
    return sql;
  };
  engine = {
    ...own,
    value: (sql) => own.value(noted(sql)),
    rows: (sql) => own.rows(noted(sql)),
    batches: (sql) => own.batches(noted(sql)),
  };
  await engine.run(`
    CREATE TABLE residents AS SELECT *, CAST(NULL AS VARCHAR) AS nw, CAST(NULL AS VARCHAR) AS nf, kw AS kf,
      CAST(NULL AS BIGINT) AS "number", 'missing' AS number_state
    FROM (VALUES (0, 'A', 'h', 'x'), (1, 'A', 'h', 'x'), (2, 'B', 'h', 'x'), (3, 'C', NULL, NULL)) t(rid, kw, household_id, address);
    CREATE TABLE namesakes AS SELECT * FROM (VALUES (0, 1), (1, 0)) t(rid, other);
    CREATE TABLE links AS SELECT * FROM (VALUES (0, 0, 'a'), (1, 0, 'a'), (2, 0, 'b'), (3, 1, 'c')) t(lid, src, record_id);
    CREATE TABLE suspects AS SELECT * FROM links WHERE lid IN (0, 3);
    CREATE TABLE rivals AS SELECT * FROM (VALUES (0, ${relationBit('crosswise')}), (0, 1), (3, 1)) t(lid, relations)`);
});
afterAll(() => engine.close());

it('counts, by source, how many others stand in each relation to a link', async () => {
  const [two, one, none] = await opportunities(engine, ['two', 'one', 'none']);
  // Four residents: two share a name and a date, those two share an address and a name, three a household.
  const register = {
    namesake: 2 / 4,
    'same-name': 2 / 4,
    household: 6 / 4,
    'number-slip': 1e-6,
    'number-near': (4 * 124_740) / 1e11,
    'adjacent-row': 4,
    terminal: 4,
    'neighbour-record': 2,
    resembles: 4,
  };
  // Of three links two stand on one record; one crosswise resident and a half on three links and one.
  expect(two).toEqual({ ...register, 'same-record': 2 / 3, crosswise: 1.5 / 4 });
  expect(one).toEqual({ ...register, 'same-record': 1e-6, crosswise: 0.5 / 2 });
  expect(none).toEqual({ ...register, 'same-record': 1e-6, crosswise: 0.5 });
});

it('reads the register as often for three sources as for one', async () => {
  const asked = async (sources: readonly string[]) => {
    statements.length = 0;
    await opportunities(engine, sources);
    return statements.length;
  };
  expect(await asked(['a', 'b', 'c'])).toBe(await asked(['a']));
});

it('weighs how many residents of other households have a key one slip away, in sources that are tied by it', async () => {
  const own = await openDuckDb();
  await own.run(`
    CREATE TABLE residents AS SELECT *, CAST(NULL AS VARCHAR) AS kw, CAST(NULL AS VARCHAR) AS nw, CAST(NULL AS VARCHAR) AS kf,
      CAST(NULL AS VARCHAR) AS nf, CAST(NULL AS VARCHAR) AS address, CAST(NULL AS BIGINT) AS "number", 'missing' AS number_state, 'active' AS vitality
    FROM (VALUES (0, '0012', 'h'), (1, '0013', 'h'), (2, '0021', 'i'), (3, '0099', NULL)) t(rid, resident_id, household_id);
    CREATE TABLE namesakes (rid INTEGER, other INTEGER);
    CREATE TABLE links AS SELECT 0 AS src, 'a' AS record_id;
    CREATE TABLE suspects AS SELECT 0 AS lid, 0 AS src; CREATE TABLE rivals AS SELECT 0 AS lid, 0 AS relations`);
  await makeOwners(own, ['resident_id']);
  const [byNumber, byKey] = await opportunities(own, ['cards', 'welfare'], ['my_number', 'resident_id']);
  own.close();
  // 0012 and 0021 are each other's, turned; 0012 and 0013 are of one household, and 0099 is near nobody's. Half a one is added.
  expect(byKey!['number-slip']).toBe(2.5 / 4);
  expect(byNumber!['number-slip']).toBe(1e-6);
});
