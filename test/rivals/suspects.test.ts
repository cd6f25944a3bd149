import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { makeNamesakes, makeSuspects } from '../../src/score/suspects.js';
import { makeGivenBearers } from '../../src/verify/given-bearers.js';
import { createReadings } from '../../src/verify/reading/reading.js';
import { smallModel } from '../score/small-model.js';
import { LEVEL_TABLE, personCodes } from '../verify/level-codes.js';

/** Where an address that differs says nothing, so that only what else is known can raise a suspicion. */
const WEIGHTS = { cards: smallModel({}, [8, 8, 20, 1, 0]) };
const codes = (...ids: string[]) => personCodes(...ids).join(', ');

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES
      (0, 19800505, 'サトウハナコ', '佐藤花子'),
      (1, 19800505, 'サトウハナコ', '佐藤華子'),   -- namesake of 0 by kana
      (2, 19700101, 'タナカケン', '田中健'),
      (3, 19700101, NULL, '田中健'),              -- namesake of 2 by writing
      (4, 19700100, 'タナカケン', '田中健'),       -- an unknown day makes no namesake
      (5, 19600101, 'モリミオ', '森澪'),
      (6, 19500101, 'オカジュン', '岡純'),
      (7, 19990909, 'オカジュン', '岡純'),        -- namesake of 6, of another age
      (8, 19500101, NULL, '丘純'),               -- born with 6, no furigana
      (9, 19450404, NULL, '村里美'),             -- no furigana, may be ムラサトミ
      (10, 19450404, 'ムラサトミ', '邑聡美')
      ) t(rid, dob, kw, nw);
    ALTER TABLE residents ADD COLUMN sex_code UTINYINT DEFAULT 1;
    ALTER TABLE residents ADD COLUMN nf VARCHAR; ALTER TABLE residents ADD COLUMN ng VARCHAR;
    UPDATE residents SET nf = '村', ng = '里美' WHERE rid = 9;
    ALTER TABLE residents ADD COLUMN kg VARCHAR;
    INSERT INTO residents SELECT 20 + n, 19550101 + n, 'ハラヨウコ', NULL, 2, NULL, NULL, 'ヨウコ' FROM range(6) t(n);
    INSERT INTO residents VALUES
      (30, 20140505, NULL, '原陽虎', 1, '原', '陽虎', NULL),
      (31, 19560505, NULL, '原葉子', 2, '原', '葉子', NULL);
    ALTER TABLE residents ADD COLUMN house VARCHAR;
    UPDATE residents SET house = CASE rid WHEN 7 THEN '1-2-3' WHEN 8 THEN '9-8' END;
    CREATE TABLE links AS SELECT * FROM (VALUES
      (10, 0, NULL, 19800505, 'サトウハナコ', '佐藤花子'),
      (11, 0, 5, 19600101, 'モリミオ', '森澪'),
      (12, 0, 5, 19600101, 'モリマミ', '森真美'),
      (13, 0, 0, 19800505, 'サトウハナコ', '佐藤花子'),
      (14, 0, 0, 19800505, 'サトウハナコ', '佐藤花子'),
      (15, 0, 5, 19600101, 'モリミオ', '森澪'),
      (16, 0, 6, 19600101, 'モリミオ', '森澪'),
      (17, 0, 0, 19800505, 'サトウハナコ', '佐藤花子'),
      (18, 0, 0, NULL, 'サトウハナコ', '佐藤花子'),
      (19, 0, 6, NULL, 'オカジュン', '岡純'),
      (20, 0, 6, NULL, 'オカジュン', '岡純'),
      (21, 0, 6, 19500101, 'オカジュン', NULL),
      (22, 0, 6, 19500101, 'オカジュン', '岡純'),
      (23, 0, 5, 19600101, 'モリミキ', NULL),
      (24, 0, 10, 19450404, 'ムラサトミ', NULL),
      (25, 0, 10, 19450405, 'ムラサトミ', NULL)) t(lid, src, rid, dob, kw, nw);
    ALTER TABLE links ADD COLUMN sex_code UTINYINT DEFAULT 1;
    ALTER TABLE links ADD COLUMN kf VARCHAR; ALTER TABLE links ADD COLUMN kg VARCHAR;
    UPDATE links SET kf = 'ムラ', kg = 'サトミ' WHERE lid IN (24, 25);
    INSERT INTO links SELECT 26 + n, 0, 30 + n, NULL, 'ハラヨウコ', NULL, 0, 'ハラ', 'ヨウコ' FROM range(2) t(n);
    ALTER TABLE links ADD COLUMN address VARCHAR;
    UPDATE links SET address = CASE lid WHEN 19 THEN '元町1-2-3' WHEN 20 THEN '元町1-2-4' WHEN 21 THEN '元町9-8' WHEN 22 THEN '元町9-8' END;
    CREATE TABLE levels AS SELECT * FROM (VALUES
      (11, 5, ${codes('exact', 'exact', 'exact', 'exact', 'identical')}),
      (12, 5, ${codes('exact', 'different', 'exact', 'exact', 'identical')}),
      (13, 0, ${codes('exact', 'exact', 'exact', 'exact', 'different')}),
      (14, 0, ${codes('exact', 'exact', 'exact', 'exact', 'equivalent')}),
      (15, 5, ${codes('exact', 'exact', 'exact', 'exact', 'different')}),
      (16, 6, ${codes('other_name', 'exact', 'exact', 'exact', 'different')}),
      (17, 0, ${codes('exact', 'exact', 'exact', 'exact', 'missing')}),
      (18, 0, ${codes('exact', 'exact', 'missing', 'exact', 'missing')}),
      (19, 6, ${codes('exact', 'exact', 'missing', 'exact', 'different')}),
      (20, 6, ${codes('exact', 'exact', 'missing', 'exact', 'different')}),
      (21, 6, ${codes('kana', 'kana', 'exact', 'exact', 'different')}),
      (22, 6, ${codes('exact', 'exact', 'exact', 'exact', 'different')}),
      (23, 5, ${codes('kana', 'near_short', 'exact', 'exact', 'identical')}),
      (24, 10, ${codes('kana', 'kana', 'exact', 'exact', 'different')}),
      (25, 10, ${codes('kana', 'kana', 'exact', 'exact', 'different')}),
      (26, 30, ${codes('kana', 'reading', 'missing', 'missing', 'missing')}),
      (27, 31, ${codes('kana', 'reading', 'missing', 'missing', 'missing')})) ${LEVEL_TABLE}`);
  await makeNamesakes(engine);
  await makeGivenBearers(engine);
});
afterAll(() => engine.close());

describe('makeNamesakes', () => {
  it('pairs residents of one date of birth and one name, in either script, both ways', async () => {
    expect(await engine.rows('SELECT rid, other FROM namesakes ORDER BY rid, other')).toEqual([
      { rid: 0, other: 1 },
      { rid: 1, other: 0 },
      { rid: 2, other: 3 },
      { rid: 3, other: 2 },
    ]);
  });
});

describe('makeSuspects', () => {
  it('are links without a resident, with a contradiction, or whose record fits another while the address does not', async () => {
    await makeSuspects(engine, WEIGHTS, ['cards'], createReadings([]));
    const suspects = await engine.rows<{ lid: number; p0: number }>(
      'SELECT lid, p0 FROM suspects ORDER BY lid',
    );
    // 10 has nobody; 12 differs; 13 has a namesake and lives elsewhere, 14 at home; 15 moved; 16's record is 5's in full;
    // 17 has a namesake and no address; 18 no date of birth either, so that it could be anyone's of that name. A namesake of
    // any age lives where 19 says, and nobody where 20 does; where 21 says one of the same birthday, whose name is in kanji alone.
    // 23 is one kana off, which may be a sister. 24 may as well be 9's, whose kanji read so; nobody was born on the day of 25.
    // 26 is a boy's, and ヨウコ are women of sixty; 27 may be one of them.
    expect(suspects.map(({ lid }) => lid)).toEqual([10, 12, 13, 16, 17, 19, 21, 23, 24, 26]);
    expect(suspects[0]!.p0).toBe(1);
  });

  it('gives the odds before rivals are known', async () => {
    // Every level has m = 1/2, so in units of the four that agree: own, whose other given name nothing explains, 1e-7; a
    // mixture 0.001 × 0.02; a stranger 2^-(8 - 8 + 20 + 1), a relative, who shares family name and address, 2^-(-8 + 20 + 1),
    // both by the half of the fifth.
    const wrong = 0.001 * 0.02 + 0.001 * 0.5 * (0.7 * 2 ** -21 + 0.3 * 2 ** -13);
    const [p0] = await engine.rows<{ p0: number }>('SELECT p0 FROM suspects WHERE lid = 12');
    expect(p0!.p0).toBeCloseTo(wrong / (wrong + 0.999 * 1e-7), 12);
  });
});
