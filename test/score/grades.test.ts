import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { gradeLinks, gradeOfPattern } from '../../src/score/grades.js';
import { chances } from '../../src/score/level-chances.js';
import { LEVEL_COLUMNS } from '../../src/verify/comparisons/index.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';
import { OTHER_LEVELS, personCodes } from '../verify/level-codes.js';
import { smallModel } from './small-model.js';

const table = chances(smallModel());

describe('gradeOfPattern', () => {
  it.each([
    ['A', ['exact', 'exact', 'exact', 'exact', 'identical']],
    ['A', ['variant', 'kana', 'same_parts', 'exact', 'equivalent']],
    ['B', ['exact', 'exact', 'compatible', 'exact', 'identical']],
    // Eight bits: as little as can be told from.
    ['A', ['missing', 'missing', 'exact', 'missing', 'missing']],
    ['B', ['exact', 'exact', 'exact', 'exact', 'same_city']],
    ['B', ['exact', 'exact', 'one_digit', 'missing', 'missing']],
    // A name alone: 2 + 4 bits even if both parts agreed as well as they can.
    ['U', ['exact', 'exact', 'missing', 'exact', 'missing']],
    ['U', ['different', 'different', 'missing', 'missing', 'missing']],
    ['U', ['missing', 'missing', 'missing', 'missing', 'missing']],
  ] as const)('%s: %j', (grade, ids) => {
    expect(gradeOfPattern(personCodes(...ids), table)).toBe(grade);
  });
});

const { kana: KANA, reading: READING, reading_differs: DIFFERS, near: NEAR, shortened: CUT } = NAME_CODES;

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  // Levels: family, given, birth date, sex, address. Residents 1 and 2 are namesakes born on one day, 3 is a relative of 1.
  await engine.run(`
    CREATE TABLE links AS SELECT * FROM (VALUES
      (0, 0, 1, NULL), (1, 0, 1, NULL), (2, 0, 1, NULL), (3, 0, 1, NULL), (4, 0, NULL, NULL), (5, 0, NULL, 'AB'), (6, 0, 1, NULL), (7, 0, 1, NULL),
      (8, 0, 1, NULL), (9, 0, 1, NULL), (10, 0, 1, NULL), (11, 0, 1, NULL), (12, 0, 1, NULL)
    ) t(lid, src, rid, serial);
    CREATE TABLE levels AS SELECT * ${OTHER_LEVELS} FROM (VALUES
      (0, 1, 1, 1, 1, 1, 0),   -- agrees with 1, and as well with the namesake
      (1, 1, 1, 1, 1, 1, 1),   -- the address tells them apart
      (2, 1, 1, 1, 0, 1, 0),   -- no date of birth: namesakes of any age would fit
      (3, 1, 1, 1, 1, 1, 0),   -- as 0, but judged wrong
      (6, 1, 1, 1, 1, 1, 0),   -- as 0, but the rival is no namesake
      (7, 1, 1, 1, 1, 1, 0),   -- as 0, but hardly in doubt
      (8, 1, ${KANA}, ${KANA}, 1, 1, 0),   -- furigana agrees, and the namesake's kanji read so
      (9, 1, ${KANA}, ${KANA}, 1, 1, 0),   -- the namesake's kanji do not
      (10, 1, ${KANA}, ${NEAR}, 1, 1, 0),  -- one kana off, as a twin of the household is called
      (11, 1, ${KANA}, ${NEAR}, 1, 1, 0),  -- born another day
      (12, 1, ${KANA}, ${CUT}, 1, 1, 0)    -- shortened, and no slip
    ) t(lid, rid, family, given, birth_date, sex, address);
    CREATE TABLE rival_levels AS SELECT * ${OTHER_LEVELS} FROM (VALUES
      (0, 2, 1, 1, 1, 1, 0), (1, 2, 1, 1, 1, 1, 9), (2, 2, 1, 1, 0, 1, 0), (3, 2, 1, 1, 1, 1, 0), (6, 3, 1, 1, 1, 1, 0), (7, 2, 1, 1, 1, 1, 0),
      (8, 2, ${READING}, ${READING}, 1, 1, 0), (9, 2, ${READING}, ${DIFFERS}, 1, 1, 0),
      (10, 3, ${KANA}, ${KANA}, 1, 1, 0), (11, 3, ${KANA}, ${KANA}, 9, 1, 0), (12, 3, ${KANA}, ${KANA}, 1, 1, 0)
    ) t(lid, rid, family, given, birth_date, sex, address);
    CREATE TABLE rivals AS SELECT lid, rid, CASE rid WHEN 2 THEN ${relationBit('namesake')} ELSE ${relationBit('household')} END AS relations
      FROM rival_levels;
    CREATE TABLE pattern_odds AS
      SELECT DISTINCT 0 AS src, ${LEVEL_COLUMNS.join(', ')}, 0.0 AS p0, 'A' AS grade FROM levels;
    CREATE TABLE suspect_verdicts AS SELECT * FROM (VALUES (0, 0.2), (3, 0.6), (7, 0.009), (8, 0.2), (9, 0.2),
      (10, 0.2), (11, 0.2), (12, 0.2)) t(lid, probability)`);
});
afterAll(() => engine.close());

it('grades each link; a record that fits a namesake born on the same day as well tells nothing', async () => {
  const model = smallModel();
  await gradeLinks(engine, { version: 1, sources: { cards: { ...model, wrongRate: 0.01 } } }, ['cards'], 0.5);
  const rows = await engine.rows<{ lid: number; grade: string; probability: number }>(
    'SELECT lid, grade, probability FROM verdicts ORDER BY lid',
  );
  expect(rows.map(({ lid, grade, probability }) => [lid, grade, Number(probability)])).toEqual([
    [0, 'U', 0.2],
    [1, 'A', 0],
    [2, 'A', 0],
    [3, 'C', 0.6],
    [4, 'C', 1],
    [5, 'U', 0.01],
    [6, 'A', 0],
    [7, 'A', 0.009],
    [8, 'U', 0.2],
    [9, 'A', 0.2],
    [10, 'U', 0.2],
    [11, 'A', 0.2],
    [12, 'A', 0.2],
  ]);
});
