import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { relationsOf } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import type { Candidate } from '../../src/findings/candidates.js';
import { PERSON_TEXTS } from '../../src/findings/fingerprint.js';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';
import { readSharers, withSharers } from '../../src/findings/sharers.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';

const KIND = FINDING_KINDS.findIndex(({ id }) => id === 'shared-record');
const texts = PERSON_TEXTS.map((text) => `CASE '${text}' WHEN 'kana' THEN kana END AS "${text}"`).join(', ');

describe('the other residents of a record', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckDb();
    await engine.run(`
      CREATE TABLE residents AS SELECT rid, 'R' || rid AS resident_id, household_id FROM (VALUES
        (1, 'h1'), (2, 'h1'), (3, NULL), (4, 'h4'), (5, 'h5'), (6, 'h6'), (7, 'h7')) t(rid, household_id);
      CREATE TABLE links AS SELECT lid, rid, ${texts} FROM (VALUES
        -- One record on two of a household and a third, once more on the second; and the hit of another kind.
        (10, 1, 'ｻｲﾄｳ'), (11, 2, 'ｻｲﾄｳ'), (12, 3, 'ｻｲﾄｳ'), (13, 2, 'ｻｲﾄｳ'),
        -- Of another record the rows state different holders.
        (20, 4, 'ﾅｶﾀﾆ'), (21, 5, 'ﾔﾊ'),
        (30, 6, 'ﾔﾊ'), (31, 7, 'ﾔﾊ')) t(lid, rid, kana);
      CREATE TABLE levels AS SELECT lid, ${LEVEL_COLUMNS.map((name) => `CAST(lid AS UTINYINT) AS ${name}`).join(', ')} FROM links;
      CREATE TABLE finding_hits AS SELECT lid, CAST(kind AS TINYINT) AS kind, group_key FROM (VALUES
        (10, ${KIND}, 'a'), (11, ${KIND}, 'a'), (12, ${KIND}, 'a'), (13, ${KIND}, 'a'),
        (20, ${KIND}, 'b'), (21, ${KIND}, 'b'),
        (30, ${KIND + 1}, 'c'), (31, ${KIND + 1}, 'c')) t(lid, kind, group_key)`);
  });
  afterAll(() => engine.close());

  test('each once, in the order of their links, with how their own link compares; those of one household are told', async () => {
    const sharers = await readSharers(engine);
    const told = [...sharers].map(([lid, all]) => [
      lid,
      all.map(({ residentId, probability, relations, codes }) =>
        [residentId, probability, codes[0], ...relationsOf(relations).map(({ id }) => id)].join(' '),
      ),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      10: ['R2 0 11 household same-record', 'R3 0 12 same-record'],
      11: ['R1 0 10 household same-record', 'R3 0 12 same-record'],
      12: ['R1 0 10 same-record', 'R2 0 11 same-record'],
      13: ['R1 0 10 household same-record', 'R3 0 12 same-record'],
    });
  });
});

const one = (rid: number, probability = 0): Candidate => ({
  ...{ rid, residentId: `R${rid}`, probability, relations: 0, codes: [] },
});
test.each<
  [what: string, weighed: readonly Candidate[], sharers: readonly Candidate[], rids: readonly number[]]
>([
  ['nobody weighed', [], [one(1), one(2)], [1, 2]],
  ['who was weighed is not told twice', [one(1, 0.9)], [one(1)], [1]],
  [
    'the likeliest stays, and those who share have their places',
    [one(1, 0.6), one(2, 0.3), one(3, 0.1)],
    [one(4), one(5)],
    [1, 4, 5],
  ],
  [
    'one who shares leaves two of those weighed',
    [one(1, 0.6), one(2, 0.3), one(3, 0.1)],
    [one(4)],
    [1, 2, 4],
  ],
  ['three at most', [], [one(1), one(2), one(3), one(4)], [1, 2, 3]],
  ['of no shared record nothing changes', [one(1, 0.6), one(2, 0.3)], [], [1, 2]],
])('candidates of a shared record: %s', (_, weighed, sharers, rids) => {
  expect(withSharers(weighed, sharers).map(({ rid }) => rid)).toEqual(rids);
});
