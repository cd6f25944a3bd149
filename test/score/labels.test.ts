import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { type Posterior, settled } from '../../src/score/hypotheses.js';
import { makeLabels, readLabels } from '../../src/score/labels.js';
import { countSettledPatterns } from '../../src/score/patterns.js';
import { OTHER_LEVELS, personCodes } from '../verify/level-codes.js';
import { smallModel } from './small-model.js';

const codes = (family: string) => personCodes(family, 'exact', 'exact', 'exact', 'identical');

describe('labels', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckDb();
    await engine.run(`
      CREATE TABLE residents AS SELECT i AS rid, 'R' || i AS resident_id FROM range(5) t(i);
      CREATE TABLE links AS SELECT * FROM (VALUES
        (10, 0, 'c1', 0), (11, 0, 'c2', 1), (12, 1, 'c1', 2), (13, 0, 'c3', NULL), (14, 0, 'c4', 3)) t(lid, src, record_id, rid);
      CREATE TABLE levels AS SELECT * ${OTHER_LEVELS} FROM (VALUES
        (10, 0, 1, 1, 1, 1, 1), (11, 1, 1, 1, 1, 1, 1), (12, 2, 1, 1, 1, 1, 1), (14, 3, 2, 1, 1, 1, 1))
        t(lid, rid, family, given, birth_date, sex, address)`);
  });
  afterAll(() => engine.close());

  const of = (
    source: string,
    recordId: string,
    residentId: string,
    wrong: boolean,
    resident: string | null,
  ) => ({
    source,
    recordId,
    residentId,
    wrong,
    resident,
  });

  it('find their links by source, record and resident', async () => {
    await makeLabels(
      engine,
      ['cards', 'insurance'],
      [
        of('cards', 'c1', 'R0', true, 'R4'),
        of('insurance', 'c1', 'R2', false, null),
        // The number has been corrected since: the record has another resident now.
        of('cards', 'c2', 'R4', true, 'R1'),
        of('cards', 'c4', 'R3', true, 'R99'),
        of('gone', 'c4', 'R3', false, null),
      ],
    );
    expect(await readLabels(engine)).toEqual(
      new Map([
        [10, { wrong: true, owner: 4 }],
        [12, { wrong: false, owner: null }],
        [14, { wrong: true, owner: null }],
      ]),
    );
  });

  it('are counted by source and pattern', async () => {
    const patterns = await countSettledPatterns(engine);
    expect(patterns.get(0)).toEqual([
      { codes: codes('exact'), count: 2, settled: { wrong: 1, right: 0 } },
      { codes: codes('variant'), count: 1, settled: { wrong: 1, right: 0 } },
    ]);
    expect(patterns.get(1)).toEqual([{ codes: codes('exact'), count: 1, settled: { wrong: 0, right: 1 } }]);
  });
});

describe('a settled posterior', () => {
  const rivals = [
    { rid: 5, weight: 3, relations: relationBit('household'), holds: true },
    { rid: 6, weight: 1, relations: relationBit('number-slip') },
  ];
  const posterior: Posterior = {
    own: 0.5,
    rivals: [0.25, 0.125],
    nobody: 0.125,
    byRelation: { household: 0.25, 'number-slip': 0.125 },
    householdHolds: 0.25,
  };
  const source = smallModel();

  it.each([
    ['no label', undefined, posterior],
    [
      'right',
      { wrong: false, owner: null },
      { own: 1, rivals: [0, 0], nobody: 0, byRelation: {}, householdHolds: 0 },
    ],
    [
      'wrong, nobody named',
      { wrong: true, owner: null },
      {
        own: 0,
        rivals: [0.5, 0.25],
        nobody: 0.25,
        byRelation: { household: 0.5, 'number-slip': 0.25 },
        householdHolds: 0.5,
      },
    ],
    [
      'wrong, a rival named',
      { wrong: true, owner: 6 },
      { own: 0, rivals: [0, 1], nobody: 0, byRelation: { 'number-slip': 1 }, householdHolds: 0 },
    ],
    [
      'wrong, a rival named who has a record already',
      { wrong: true, owner: 5 },
      { own: 0, rivals: [1, 0], nobody: 0, byRelation: { household: 1 }, householdHolds: 1 },
    ],
    [
      'wrong, somebody else named',
      { wrong: true, owner: 99 },
      { own: 0, rivals: [0, 0], nobody: 1, byRelation: {}, householdHolds: 0 },
    ],
  ])('%s', (_name, label, expected) => {
    expect(settled(posterior, rivals, source, label)).toEqual(expected);
  });
});
