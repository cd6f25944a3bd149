import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELATIONS } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { houseNumbers } from '../../src/prepare/house-numbers.js';
import { makeOwners } from '../../src/prepare/links.js';
import { findRivals } from '../../src/rivals/find-rivals.js';
import { BLOCKING_RULES } from '../../src/rivals/rules/index.js';
import { placeChange } from '../../src/verify/gazetteer/place-change.js';
import { makePlaceChanges } from '../../src/verify/gazetteer/place-changes.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';

/**
 * A small register: 0 is the linked resident; the others each stand in one relation to the suspect record
 * (lid 100), which is 6's: サトウ ハナコ, born 1980-05-05, 東町1-1.
 * The record carries 983205673224, one digit off 983205673214, the published example of a valid number (7's).
 */
const RESIDENTS = `
  (0, 'H1', 123456789999, 19500101, 1, 'スズキ', 'イチロウ', 'スズキイチロウ', '鈴木', '一郎', '鈴木一郎', '西町2-2'),
  (1, 'H1', 111111111118, 19800101, 2, 'スズキ', 'ミサキ', 'スズキミサキ', '鈴木', '美咲', '鈴木美咲', '西町2-2'),
  (2, 'H2', 222222222226, 19500101, 1, 'スズキ', 'イチロウ', 'スズキイチロウ', '鈴木', '一郎', '鈴木一郎', '南町9'),
  (3, 'H3', 333333333334, 19800505, 2, 'タナカ', 'ハナコ', 'タナカハナコ', '田中', '花子', '田中花子', '北町3'),
  (4, 'H4', 444444444442, 19700101, 2, 'サトウ', 'ハナコ', 'サトウハナコ', '佐藤', '花子', '佐藤花子', '北町4'),
  (5, 'H5', 555555555550, 19600101, 1, 'サトウ', 'ケン', 'サトウケン', '佐藤', '健', '佐藤健', '東町１番地の１'),
  (6, 'H5', 666666666668, 19800505, 2, 'サトウ', 'ハナコ', 'サトウハナコ', '佐藤', '花子', '佐藤花子', '東町1-1'),
  (7, 'H7', 983205673214, 19900101, 1, 'ヤマダ', 'タロウ', 'ヤマダタロウ', '山田', '太郎', '山田太郎', '東町8'),
  (8, 'H8', 888888888884, 19910101, 1, 'ヤマダ', 'ジロウ', 'ヤマダジロウ', '山田', '次郎', '山田次郎', '東町9'),
  (9, 'H9', 999999999992, 19920101, 1, 'ヤマダ', 'サブ', 'ヤマダサブ', '山田', '三', '山田三', '東町10'),
  (10, NULL, 123456789018, 19930101, 1, 'ヤマダ', 'シロウ', 'ヤマダシロウ', '山田', '四郎', '山田四郎', '東町11'),
  (11, NULL, 123456789026, 19930101, 1, NULL, NULL, NULL, '山田', '五郎', '山田五郎', '東町12'),
  (12, NULL, 123456789034, 19300101, 2, 'サイトウ', 'ハナコ', 'サイトウハナコ', '斎藤', '花子', '斎藤花子', '東町1-1')`;

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await makePlaceChanges(engine, []);
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES ${RESIDENTS})
      t(rid, household_id, "number", dob, sex_code, kf, kg, kw, nf, ng, nw, address);
    ALTER TABLE residents ADD COLUMN house VARCHAR;
    UPDATE residents SET house = ${houseNumbers('address')};
    ALTER TABLE residents ADD COLUMN name VARCHAR; ALTER TABLE residents ADD COLUMN alias VARCHAR;
    ALTER TABLE residents ADD COLUMN former_name VARCHAR;
    UPDATE residents SET alias = '佐藤花子' WHERE rid IN (3, 4);
    ALTER TABLE residents ADD COLUMN auth_serial VARCHAR;
    ALTER TABLE residents ADD COLUMN sign_serial VARCHAR;
    UPDATE residents SET auth_serial = '2AFF' WHERE rid = 4;
    UPDATE residents SET sign_serial = '2B01' WHERE rid = 9;
    CREATE TABLE namesakes AS SELECT * FROM (VALUES (0, 2), (2, 0)) t(rid, other);
    CREATE TABLE links AS SELECT * FROM (VALUES
      (100, 0, 0, 'card-0100', 0, 'T1', 5000, 983205673224),
      (101, 0, 0, 'card-0777', 7, 'T9', 900000, NULL),
      (205, 0, 0, 'card-0101', 8, 'T8', 800000, NULL),
      (305, 0, 0, 'card-0900', 9, 'T1', 5600, NULL),
      (405, 0, 0, 'card-0100', 10, 'T7', 700000, NULL)) t(lid, src, file, record_id, rid, terminal, ts, "number");
    CREATE TABLE suspects AS SELECT l.*, 19800505 AS dob, 2 AS sex_code, 'サトウ' AS kf, 'ハナコ' AS kg, 'サトウハナコ' AS kw,
      '佐藤' AS nf, '花子' AS ng, '佐藤花子' AS nw, '東町1-1' AS address, 0.5 AS p0, '1-1' AS house,
      '2B00' AS serial, CAST(NULL AS VARCHAR) AS resident_key FROM links l WHERE lid = 100;
    -- Another suspect, linked to 8, whose record fits the linked resident 0.
    INSERT INTO suspects SELECT l.*, 19500101, 1, 'スズキ', 'イチロウ', 'スズキイチロウ', '鈴木', '一郎', '鈴木一郎', NULL, 0.5, NULL, NULL, NULL
      FROM links l WHERE lid = 205;
    ALTER TABLE suspects ADD COLUMN kana VARCHAR;
    CREATE TABLE levels AS SELECT lid, 1 AS given FROM suspects;
    ALTER TABLE suspects ADD COLUMN name VARCHAR;
    ${['kf', 'kg', 'nf', 'ng'].map((key) => `ALTER TABLE links ADD COLUMN ${key} VARCHAR`).join('; ')}`);
});
afterAll(() => engine.close());

describe('blocking rules', () => {
  it.each([
    ['namesake', [2]],
    ['kana-birth-date', [6]],
    ['name-birth-date', [6]],
    ['birth-date-given', [3, 6]],
    ['birth-date-address', [6]],
    ['birth-date-other-name', [3]],
    ['name-part-address', [5, 6, 12]],
    ['name-address', [6]],
    ['household', [0, 1]],
    ['adjacent-row', [7]],
    ['neighbour-record', [8]],
    ['terminal', [9]],
    ['same-record', [10]],
    ['crosswise', [8]],
    ['neighbour-serial', [4, 9]],
    ['number-slip', [7]],
    ['kana-alone', [4, 6]],
    ['name-alone', [4, 6]],
  ])('%s names %j', async (id, rids) => {
    const rule = BLOCKING_RULES.find((candidate) => candidate.id === id)!;
    await rule.prepare?.(engine);
    const rows = await engine.rows<{ rid: number }>(
      `SELECT DISTINCT rid FROM (${rule.sql}) WHERE lid = 100 ORDER BY rid`,
    );
    expect(rows.map(({ rid }) => rid)).toEqual(rids);
  });

  it("'birth-date-unread' names residents without furigana born that day, for a record with kana alone", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'birth-date-unread')!;
    await engine.run(`CREATE OR REPLACE TEMP VIEW kana_only AS SELECT 305 AS lid, NULL::VARCHAR AS nw, 'ヤマダゴロウ' AS kw, 'ゴロウ' AS kg,
      19930101 AS dob, 1 AS sex_code`);
    await rule.prepare!(engine);
    const rows = await engine.rows(rule.sql.replace('FROM suspects s', 'FROM kana_only s'));
    expect(rows).toEqual([{ lid: 305, rid: 11, closeness: 0 }]);
  });

  it("'key-slip' names residents of other households whose key is a slip away, who bear the name or were born near first", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'key-slip')!;
    const db = await openDuckDb();
    await db.run(`
      CREATE TABLE residents AS SELECT *, kw AS nw, 'active' AS vitality FROM (VALUES
        (0, '0001234', 'H0', 'スズキイチロウ', 19500101), (1, '0001235', 'H0', 'スズキミサキ', 19520101),
        (2, '0001243', 'H2', 'サトウハナコ', 19300505), (3, '0001734', 'H3', 'タナカケン', 19800506),
        (4, '0009999', 'H4', 'サトウハナコ', 19800505), (5, '0001236', NULL, 'ヤマダケン', 20100101),
        (6, 'A-17', 'H6', 'カトウ', NULL), (7, 'A-71', 'H7', 'コトウ', NULL)) t(rid, resident_id, household_id, kw, dob);
      CREATE TABLE suspects AS SELECT *, kw AS nw FROM (VALUES
        (100, 0, '0001234', 'サトウハナコ', 19800505), (101, NULL, '1234', 'ゴトウ', 19500101), (102, 6, 'A-17', 'コトウ', NULL))
        t(lid, rid, resident_key, kw, dob)`);
    await makeOwners(db, ['resident_id']);
    await rule.prepare!(db);
    const rows = await db.rows<{ lid: number; rid: number }>(
      `SELECT lid, rid FROM (${rule.sql}) ORDER BY lid, closeness, rid`,
    );
    db.close();
    const ridsOf = (lid: number) => rows.flatMap((row) => (row.lid === lid ? [row.rid] : []));
    expect(ridsOf(100)).toEqual([2, 3, 5]);
    // 1234 has shed its zeros: 1235, 1236, 1243 and 1734 are what is written there one slip away.
    expect(ridsOf(101)).toEqual([1, 2, 3, 5]);
    expect(ridsOf(102)).toEqual([7]);
  });

  it("'birth-date-other-name' names who was born on the day under a name turned round, whatever the sex, else of the same sex", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'birth-date-other-name')!;
    const db = await openDuckDb();
    await db.run(`
      CREATE TABLE residents AS SELECT *, nf || ng AS nw, NULL::VARCHAR AS kf, NULL::VARCHAR AS kg, NULL::VARCHAR AS alias,
        NULL::VARCHAR AS former_name, nf || ' ' || ng AS name, '1-1' AS house FROM (VALUES
        (1, 'SETIAWAN', 'AHMAD', 19660513, 1), (2, 'SETIAWAN', 'ALI', 19660513, 1), (3, 'SETIAWAN', 'AHMAD', 19660514, 1),
        (4, 'TRAN', 'LINH', 19660513, 2), (5, '林', '茂', 19660513, 1)) t(rid, nf, ng, dob, sex_code);
      CREATE TABLE suspects AS SELECT *, nf || ng AS nw, NULL::VARCHAR AS kg, 0.9 AS p0, '2-2' AS house FROM (VALUES
        (10, 'AHMAD', 'SETIAWAN', 19660513, 2), (11, 'AHMAD', 'BUDI', 19660513, 2), (12, '茂', '林', 19660513, 2)) t(lid, nf, ng, dob, sex_code)`);
    const rows = await db.rows<{ lid: number; rid: number }>(
      `SELECT lid, rid FROM (${rule.sql}) ORDER BY lid, rid`,
    );
    db.close();
    const ridsOf = (lid: number) => rows.flatMap((row) => (row.lid === lid ? [row.rid] : []));
    expect([10, 11, 12].map(ridsOf)).toEqual([[1, 4], [4], [4, 5]]);
  });

  it("'key-slip' asks nothing where no source is tied by the key of residents", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'key-slip')!;
    await rule.prepare!(engine);
    expect(await engine.rows(rule.sql)).toEqual([]);
  });

  it("'kana-notation' names residents whose kana differs in dakuten or a long vowel, where nobody bears it as it stands", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'kana-notation')!;
    const db = await openDuckDb();
    await db.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES
        (1, 'タケハメグミ', 19700101, '東町1'), (2, 'タケバメクミ', 19700101, '東町2'), (3, 'タケダメグミ', 19700101, '東町3'),
        (4, 'ナカシマケンジ', 19800505, '西町1'), (5, 'ナカジマケンジ', 19800506, '西町2'), (6, 'オオタリヨウ', 19900101, '西町3'),
        (7, 'ユキコ', 19900101, '西町4'), (8, NULL, 19900101, '西町5'), (9, 'ワタナベジユンジ', 19900101, '西町6'),
        (10, 'ロペスマリア', 19900101, '西町7')) t(rid, kw, dob, address);
      CREATE TABLE suspects AS SELECT * FROM (VALUES
        (1, 'タケバメグミ', NULL, NULL, NULL, 0.9),
        -- Somebody bears the very kana: of the others only who was born that day is asked.
        (2, 'ナカシマケンジ', NULL, NULL, NULL, 0.9), (3, 'ナカシマケンジ', NULL, 19800506, NULL, 0.9),
        (4, 'オータリヨー', NULL, NULL, NULL, 0.9), (5, 'ユウキコ', NULL, NULL, NULL, 0.9),
        -- Kanji are known; nothing is doubted.
        (6, 'タケバメグミ', '竹葉恵', NULL, NULL, 0.9), (7, 'タケバメグミ', NULL, NULL, NULL, 0.001),
        (8, 'ワタナヘシユンシ', NULL, NULL, NULL, 0.9), (9, 'ロペスマリーア', NULL, NULL, NULL, 0.9),
        (10, 'タケバメグミ', NULL, 19700101, '東町2', 0.9)) t(lid, kw, nw, dob, address, p0)`);
    await rule.prepare!(db);
    const rows = await db.rows<{ lid: number; rid: number }>(
      `SELECT lid, rid FROM (${rule.sql}) ORDER BY lid, closeness, rid`,
    );
    expect(rows.map(({ lid, rid }) => [lid, rid])).toEqual([
      [1, 1],
      [1, 2],
      [3, 5],
      [4, 6],
      [8, 9],
      [9, 10],
      [10, 2],
      [10, 1],
    ]);
    db.close();
  });

  it("'kana-unread' names residents without furigana whose kanji can be read so, the likeliest first", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'kana-unread')!;
    const db = await openDuckDb();
    await db.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES
        (1, '山田', '五郎', NULL, NULL, NULL), (2, '嶺乗', '祐樹', NULL, NULL, NULL), (3, '富田', 'みなみ', NULL, NULL, NULL),
        (4, '別附', '健太', NULL, NULL, NULL), (5, '別附', '一郎', 'トコロヅキ', 'イチロウ', 'トコロヅキイチロウ'),
        (6, '別附', '二郎', 'トコロヅキ', 'ジロウ', 'トコロヅキジロウ'),
        (7, '嶺乗', '健', NULL, NULL, NULL), (8, '山田', '吾郎', NULL, NULL, NULL), (9, '山下', '五郎', NULL, NULL, NULL))
        t(rid, nf, ng, kf, kg, kw);
      ALTER TABLE residents ADD COLUMN name VARCHAR;
      ALTER TABLE residents ADD COLUMN alias VARCHAR;
      INSERT INTO residents VALUES
        (10, '朴', '光民', 'パク', 'グァンミン', 'パクグァンミン', '朴　光民（岡田　敬造）', NULL),
        (11, 'HWANG', 'KWANGSANG', 'ファン', 'グァンサン', 'ファングァンサン', 'HWANG KWANGSANG', '富田　恵太郎'),
        (12, 'JEONG', 'SUNHEE', NULL, NULL, NULL, 'JEONG SUNHEE＿鄭　順姫', NULL),
        (13, 'SILVA', 'ANA', NULL, NULL, NULL, 'SILVA ANA', '岡田'), (14, 'KHAN', 'ALI', NULL, NULL, NULL, 'KHAN ALI', 'ALI KHAN'),
        (15, '岡田', '敬二', 'オカダ', 'ケイジ', 'オカダケイジ', '岡田［森］　敬二', NULL),
        (16, 'KIM', 'MIN', NULL, NULL, NULL, 'KIM MIN', '山田　五郎'), (17, 'LI', 'NA', NULL, NULL, NULL, 'LI NA', '岡田　慶二');
      CREATE TABLE links AS SELECT NULL::VARCHAR AS nf, NULL::VARCHAR AS ng, NULL::VARCHAR AS kf, NULL::VARCHAR AS kg WHERE false;
      CREATE TABLE suspects AS SELECT *, NULL::VARCHAR AS nw, NULL::INTEGER AS dob, 0.9 AS p0 FROM (VALUES
        (1, 'ヤマダ', 'ゴロウ'), (2, 'ミネノリ', 'ユウキ'), (3, 'トミタ', 'ミナミ'), (4, 'トコロヅキ', 'ケンタ'),
        (5, 'スズキ', 'ゴロウ'), (6, 'ミネノリ', 'タロウ')) t(lid, kf, kg);
      INSERT INTO suspects VALUES (7, 'ヤマダ', 'ゴロウ', NULL, NULL, 0.1), (8, 'ヤマダ', 'ゴロウ', NULL, 19930101, 0.9),
        (9, 'ヤマダ', 'ゴロウ', '山田五郎', NULL, 0.9), (10, 'オカダ', 'ケイゾウ', NULL, NULL, 0.9),
        (11, 'トミタ', 'ケイタロウ', NULL, NULL, 0.9), (12, 'テイ', 'ジュンキ', NULL, NULL, 0.9), (13, 'オカダ', 'アナ', NULL, NULL, 0.9),
        (14, 'オカダ', 'ケイジ', NULL, NULL, 0.9), (15, 'ヤマダ', 'ゴロウ', NULL, NULL, 0.1), (16, 'ヤマダ', 'ゴロウ', NULL, NULL, 0.1);
      CREATE TABLE levels AS SELECT * FROM (VALUES (7, ${NAME_CODES.reading}), (15, ${NAME_CODES.reading_differs}), (16, ${NAME_CODES.near})) t(lid, given)`);
    await rule.prepare!(db);
    const rows = await db.rows<{ lid: number; rid: number }>(
      `SELECT lid, rid FROM (${rule.sql}) ORDER BY lid, rid`,
    );
    expect(rows.map(({ lid, rid }) => [lid, rid])).toEqual([
      [1, 1],
      [1, 8],
      [2, 2],
      [3, 3],
      [4, 4],
      // Who has an alias, where nobody bears the kana (as 15 does those of 14) and no name itself is read so (as that of 1).
      [10, 10],
      [11, 11],
      [12, 12],
      // Another given name, however rare the family name; not one that reads so, nor a slip.
      [15, 1],
      [15, 8],
    ]);
    db.close();
  });

  it("'address-words' names residents at an address of the same words, however they stand", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'address-words')!;
    const db = await openDuckDb();
    const crowd = Array.from(
      { length: 600 },
      (_, i) => `(${100 + i}, '${i} Elm${i} Street Grove${i % 300} NSW')`,
    );
    await db.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES
        (1, '12 Audas Place Glenview Robina 2322 NSW'), (2, '9 Audas Court Marbury 2455 NSW'), (3, '新潟県五泉市本町12'),
        (4, NULL), ${crowd}) t(rid, address);
      CREATE TABLE suspects AS SELECT * FROM (VALUES
        (1, 'Glenview, 12 Audas Place, Robian 2322 NSW', 0.9), (2, '7 Quiet Street NSW', 0.9), (3, '五泉市本町12', 0.9),
        (4, '12 Audas Place Glenview', 0.1)) t(lid, address, p0)`);
    await rule.prepare!(db);
    const rows = await db.rows<{ lid: number; rid: number }>(
      `SELECT lid, rid FROM (${rule.sql}) ORDER BY lid, closeness`,
    );
    expect(rows.map(({ lid, rid }) => [lid, rid])).toEqual([[1, 1]]);
    db.close();
  });

  it("'name-later-address' names residents of the record's name at the number that its lot has now", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'name-later-address')!;
    const db = await openDuckDb();
    const change = placeChange('緑市北浜町123番地1', '緑市光が丘二丁目3番4号');
    if (typeof change === 'string') throw new Error(change);
    await makePlaceChanges(db, [{ ...change, origin: 'gazetteer' }]);
    await db.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES
        (1, 'サトウハナコ', '佐藤花子', '2-3-4'), (2, 'サトウハナコ', '佐藤花子', '123-1'), (3, 'スズキハナ', '鈴木花', '2-3-4'),
        (4, 'サトウハナコ', '左東花子', '2-3-4'), (5, 'サトウハナコ', '佐藤花子', '2-3-5')) t(rid, kw, nw, house);
      CREATE TABLE suspects AS SELECT * FROM (VALUES
        (1, 'サトウハナコ', '佐藤花子', '緑市北浜町123-1'), (2, 'サトウハナコ', NULL, '緑市北浜町123-2'),
        (3, 'サトウハナコ', NULL, NULL)) t(lid, kw, nw, address)`);
    await rule.prepare!(db);
    expect(await db.rows(`SELECT DISTINCT lid, rid FROM (${rule.sql}) ORDER BY lid, rid`)).toEqual([
      { lid: 1, rid: 1 },
      { lid: 1, rid: 4 },
    ]);
    db.close();
  });

  it("'crosswise' names first whose own resident the record fits, then who was there in the same session", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'crosswise')!;
    const db = await openDuckDb();
    // Record 1 says アベ and is linked to サトウ; all others say サトウ. Only 3 is linked to アベ: the other half of the swap.
    await db.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES (1, 'サトウ'), (2, 'イトウ'), (3, 'アベ'), (4, 'オノ'), (5, NULL))
        t(rid, kw);
      ALTER TABLE residents ADD COLUMN nw VARCHAR; ALTER TABLE residents ADD COLUMN dob INTEGER;
      CREATE TABLE suspects AS SELECT *, 0 AS src, NULL::VARCHAR AS nw, NULL::INTEGER AS dob FROM (VALUES
        (1, 1, 'アベ', 'T1', 1000), (2, 2, 'サトウ', 'T2', 1000), (3, 3, 'サトウ', 'T2', 90000), (4, 4, 'サトウ', 'T1', 1300),
        (5, 5, 'サトウ', 'T1', 90000), (6, 4, 'ウエダ', 'T1', 1100)) t(lid, rid, kw, terminal, ts)`);
    const rows = await db.rows<{ rid: number }>(
      `SELECT rid FROM (${rule.sql}) WHERE lid = 1 ORDER BY closeness, rid`,
    );
    expect(rows.map(({ rid }) => rid)).toEqual([3, 4, 2, 5]);
    db.close();
  });

  it("'kana-latin' names residents in Latin letters in whose name every word of the kana is heard, in whatever order", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'kana-latin')!;
    const db = await openDuckDb();
    await db.run(`
      CREATE TABLE residents AS SELECT rid, name, NULL::VARCHAR AS nf, NULL::VARCHAR AS ng, NULL::VARCHAR AS kf, NULL::VARCHAR AS kg,
        replace(name, ' ', '') AS nw, NULL::VARCHAR AS kw FROM (VALUES
        (1, 'YAMAMOTO FERNANDA'), (2, 'YAMAMOTO CAMILA'), (3, 'DELA CRUZ CHRISTIAN'), (4, '山本　花子')) t(rid, name);
      CREATE TABLE links AS SELECT NULL::VARCHAR AS nf, NULL::VARCHAR AS ng, NULL::VARCHAR AS kf, NULL::VARCHAR AS kg WHERE false;
      CREATE TABLE suspects AS SELECT *, NULL::VARCHAR AS nw, NULL::VARCHAR AS name, NULL::INTEGER AS dob FROM (VALUES
        (10, 'ﾔﾏﾓﾄ ﾌｴﾙﾅﾝﾀﾞ', 'ヤマモトフエルナンダ', 0.9), (11, 'ｸﾘｽﾁﾔﾝ ﾃﾞﾗｸﾙｽ', 'クリスチヤンデラクルス', 0.9),
        (12, 'ﾔﾏﾓﾄ ﾊﾅｺ', 'ヤマモトハナコ', 0.9), (13, 'ﾔﾏﾓﾄ ﾌｴﾙﾅﾝﾀﾞ', 'ヤマモトフエルナンダ', 0.1),
        (14, 'ﾔﾏﾓﾄ ﾌｴﾙﾅﾝﾀﾞ', 'ヤマモトフエルナンダ', 0.1)) t(lid, kana, kw, p0);
      CREATE TABLE levels AS SELECT * FROM (VALUES (13, ${NAME_CODES.latin_differs}), (14, ${NAME_CODES.heard_abroad})) t(lid, given)`);
    await rule.prepare!(db);
    const rows = await db.rows<{ lid: number; rid: number }>(
      `SELECT lid, rid FROM (${rule.sql}) ORDER BY ALL`,
    );
    expect(rows).toEqual([
      { lid: 10, rid: 1 },
      { lid: 11, rid: 3 },
      // Linked to her sister, say: the family name agrees, and is rare.
      { lid: 13, rid: 1 },
    ]);
    db.close();
  });

  it("'crosswise-unread' names whose own resident the record fits, where the linked resident has no furigana", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'crosswise-unread')!;
    const db = await openDuckDb();
    // Record 1 says アベ and is linked to 佐藤, who has no furigana; 2, 3 and 4 say サトウ, of which 5 is read by another source.
    await db.run(`
      CREATE TABLE residents AS SELECT * FROM (VALUES (1, NULL), (2, 'イトウ'), (3, 'アベ'), (4, NULL), (6, 'オノ')) t(rid, kw);
      ALTER TABLE residents ADD COLUMN nw VARCHAR;
      CREATE TABLE suspects AS SELECT *, NULL::VARCHAR AS nw FROM (VALUES
        (1, 0, 1, 'アベ', 'T1', 1000), (2, 0, 2, 'サトウ', 'T1', 1100), (3, 0, 3, 'サトウ', 'T2', 9000), (4, 0, 4, 'サトウ', 'T2', 9000),
        (5, 1, 6, 'サトウ', 'T1', 1100), (6, 0, 6, 'ウエダ', 'T1', 1100), (7, 0, 1, 'サトウ', 'T1', 1100)) t(lid, src, rid, kw, terminal, ts);
      CREATE TABLE unread_bearers AS SELECT *, 0.0 AS closeness FROM (VALUES
        (2, 1), (3, 1), (4, 1), (5, 1), (7, 1), (1, 4)) t(lid, rid)`);
    const rows = await db.rows<{ rid: number }>(
      `SELECT rid FROM (${rule.sql}) WHERE lid = 1 ORDER BY closeness, rid`,
    );
    expect(rows.map(({ rid }) => rid)).toEqual([3, 4, 2]);
    db.close();
  });

  it("'ring' names who is linked from the record that closes a ring of three, and nobody in an open chain", async () => {
    const rule = BLOCKING_RULES.find(({ id }) => id === 'ring')!;
    // Records アイ, ウエ, オカ are linked to the residents ウエ, オカ, アイ; キク to ウエ, whom nobody of the ring lacks.
    await engine.run(`
      CREATE TEMP TABLE ring_residents AS SELECT * FROM (VALUES (1, 'アイ'), (2, 'ウエ'), (3, 'オカ'), (4, 'アイ')) t(rid, kw);
      CREATE TEMP TABLE ring_suspects AS SELECT * FROM (VALUES
        (10, 0, 2, 'アイ', 0.9), (11, 0, 3, 'ウエ', 0.9), (12, 0, 1, 'オカ', 0.9), (13, 0, 2, 'キク', 0.9),
        (20, 1, 2, 'アイ', 0.9), (21, 1, 3, 'ウエ', 0.2), (22, 1, 1, 'オカ', 0.9)) t(lid, src, rid, kw, p0)`);
    const sql = rule.sql
      .replace('FROM suspects s', 'FROM ring_suspects s')
      .replace('JOIN residents o', 'JOIN ring_residents o');
    expect(await engine.rows(`SELECT lid, rid, closeness FROM (${sql}) ORDER BY lid`)).toEqual([
      { lid: 10, rid: 1, closeness: 3 },
      { lid: 11, rid: 2, closeness: 3 },
      { lid: 12, rid: 3, closeness: 3 },
    ]);
  });

  it('together give each rival once, without the linked resident, with every relation it stands in', async () => {
    await findRivals(engine, BLOCKING_RULES);
    const rivals = await engine.rows<{ rid: number; relations: number }>(
      'SELECT rid, relations FROM rivals WHERE lid = 100 ORDER BY rid',
    );
    const relations = (rid: number) => {
      const bits = rivals.find((rival) => rival.rid === rid)!.relations;
      return RELATIONS.filter(({ bit }) => bits & bit).map(({ id }) => id);
    };
    expect(rivals.map(({ rid }) => rid)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
    expect(relations(1)).toEqual(['household']);
    expect(relations(2)).toEqual(['resembles']);
    expect(relations(7)).toEqual(['number-slip', 'adjacent-row']);
    expect(relations(6)).toEqual(['resembles']);
  });
});
