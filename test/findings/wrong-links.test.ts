import { afterAll, beforeAll, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { makeWrongLinks } from '../../src/findings/wrong-links.js';
import { ruleBit } from '../../src/rivals/find-rivals.js';
import { BLOCKING_RULES } from '../../src/rivals/rules/index.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';
import { LEVEL_TABLE, personCodes } from '../verify/level-codes.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE links AS SELECT * FROM (VALUES
      (100, 1), (200, 2), (300, 3), (400, 4), (500, 5)) t(lid, rid);
    ALTER TABLE links ADD COLUMN src INTEGER DEFAULT 0; ALTER TABLE links ADD COLUMN file INTEGER DEFAULT 0;
    ALTER TABLE links ADD COLUMN number_state VARCHAR DEFAULT 'ok'; ALTER TABLE links ADD COLUMN record_id VARCHAR DEFAULT 'x';
    ALTER TABLE links ADD COLUMN serial VARCHAR; ALTER TABLE links ADD COLUMN resident_key VARCHAR;
    ALTER TABLE links ADD COLUMN terminal VARCHAR; ALTER TABLE links ADD COLUMN ts BIGINT;
    CREATE TABLE suspects AS SELECT * FROM links;
    CREATE TABLE verdicts AS SELECT lid, src, rid, CASE lid WHEN 500 THEN 'B' ELSE 'C' END AS grade, 0.9 AS probability FROM links;
    CREATE TABLE suspect_verdicts AS SELECT * FROM (VALUES
      (100, 0.9, 0.05),  -- one resident fits
      (200, 0.9, 0.10),  -- sixteen of one kana name fit alike: five are kept, none reaches what nobody has
      (300, 0.9, 0.60),  -- somebody outside the register is likelier
      (400, 0.9, 0.90)   -- no rival at all
      ) t(lid, probability, nobody);
    CREATE TABLE hypotheses AS SELECT * FROM (VALUES (100, 7, 0.85, 1), (300, 8, 0.3, 1)) t(lid, rid, probability, rank)
      UNION ALL SELECT 200, CAST(20 + i AS INTEGER), 0.05, i + 1 FROM range(5) r(i);
    CREATE TABLE rivals (lid INTEGER, rid INTEGER, rules BIGINT);
    CREATE TABLE rival_levels AS SELECT * FROM (VALUES (0, 0${', 0'.repeat(LEVEL_COLUMNS.length)})) ${LEVEL_TABLE} WHERE lid > 0`);
});
afterAll(() => engine.close());

it('names the likeliest owner where the residents together are likelier than nobody', async () => {
  const { owners } = await makeWrongLinks(engine);
  expect([...owners]).toEqual([
    [100, 7],
    [200, 20],
    [300, null],
    [400, null],
  ]);
});

it('a name that is the next row’s resident’s, three times in a row, is a row shift of that column', async () => {
  const own = personCodes('exact', 'exact', 'missing', 'missing', 'missing').join(', ');
  const rows = [600, 601, 602, 603];
  await engine.run(`
    INSERT INTO links BY NAME SELECT lid, lid AS rid, 0 AS src, 0 AS file, 'ok' AS number_state, 'x' AS record_id
      FROM (VALUES ${rows.map((lid) => `(${lid})`).join(', ')}) t(lid);
    INSERT INTO verdicts SELECT lid, src, rid, 'C', 0.99 FROM links WHERE lid IN (600, 601, 602);
    INSERT INTO suspect_verdicts VALUES (600, 0.99, 0.99), (601, 0.99, 0.99), (602, 0.99, 0.99);
    INSERT INTO rival_levels VALUES (600, 601, ${own}), (601, 602, ${own}), (602, 603, ${own})`);
  const { rowShifts, owners } = await makeWrongLinks(engine);
  expect([...rowShifts]).toEqual([600, 601, 602].map((lid) => [lid, { id: 600, length: 3 }]));
  expect(owners.get(601)).toBeNull();
});

it('a number that nobody can have says nothing of a record that something else ties', async () => {
  const [byNumber, byKey, bySerial] = [700, 800, 900];
  await engine.run(`
    INSERT INTO links BY NAME SELECT *, lid AS rid, 0 AS src, 0 AS file, 'check-digit' AS number_state, 'x' AS record_id
      FROM (VALUES (${byNumber}, NULL, NULL), (${byKey}, NULL, '0000123'), (${bySerial}, '2AFF', NULL)) t(lid, serial, resident_key);
    INSERT INTO verdicts SELECT lid, src, rid, 'C', 0.99 FROM links WHERE lid >= ${byNumber};
    INSERT INTO suspect_verdicts SELECT lid, 0.99, 0.99 FROM links WHERE lid >= ${byNumber}`);
  const { owners } = await makeWrongLinks(engine);
  expect([byNumber, byKey, bySerial].map((lid) => owners.has(lid))).toEqual([false, true, true]);
});

it('a neighbour’s number is known by whose record that is, be its own number wrong, too', async () => {
  const rows = [
    ['the row after is whose number it has, and has a stranger’s itself', 1001, 51, 52],
    ['the other way round', 1002, 53, 51],
    ['the row after is rightly whose number it has', 1010, 61, 62],
    ['and that row is right', 1011, 61, null],
    ['three rows away', 1020, 71, 72],
    ['is no neighbour', 1023, 73, 71],
    ['the owner’s serial is one off', 1030, 81, 82],
    ['the owner’s name is the same', 1040, 91, 92],
  ] as const;
  const places = Object.fromEntries(BLOCKING_RULES.map(({ id }, place) => [id, ruleBit(place)]));
  await engine.run(`
    CREATE TEMP TABLE told AS SELECT * FROM (VALUES ${rows.map(([, lid, rid, owner]) => `(${lid}, ${rid}, ${owner ?? 'NULL'})`).join(', ')}) t(lid, rid, owner);
    INSERT INTO links BY NAME SELECT lid, rid, 0 AS src, 0 AS file, 'ok' AS number_state, 'x' AS record_id FROM told;
    INSERT INTO suspects BY NAME SELECT * FROM links WHERE lid IN (SELECT lid FROM told WHERE owner IS NOT NULL);
    INSERT INTO verdicts SELECT lid, 0, rid, 'C', 0.99 FROM told WHERE owner IS NOT NULL;
    INSERT INTO suspect_verdicts SELECT lid, 0.99, 0.01 FROM told WHERE owner IS NOT NULL;
    INSERT INTO hypotheses SELECT lid, owner, 0.98, 1 FROM told WHERE owner IS NOT NULL;
    INSERT INTO rivals VALUES (1030, 82, ${places['neighbour-serial']}), (1040, 92, ${places['name-alone']})`);
  const { holders } = await makeWrongLinks(engine);
  expect([...holders].filter(([lid]) => lid >= 1000)).toEqual([
    [1001, relationBit('adjacent-row')],
    [1010, relationBit('adjacent-row')],
    [1030, relationBit('neighbour-record')],
  ]);
});
