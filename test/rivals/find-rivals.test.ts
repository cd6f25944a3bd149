import { afterAll, beforeAll, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { addRelations, findRivals } from '../../src/rivals/find-rivals.js';
import type { BlockingRule } from '../../src/rivals/rule.js';
import { NAME_CODES } from '../../src/verify/name-levels.js';

const [NAMESAKE, SAME_NAME, HOUSEHOLD, RESEMBLES] = (
  ['namesake', 'same-name', 'household', 'resembles'] as const
).map(relationBit) as [number, number, number, number];
const CROSSWISE = relationBit('crosswise');
const [SLIP, NEAR] = (['number-slip', 'number-near'] as const).map(relationBit) as [number, number];

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run('CREATE TABLE suspects AS SELECT * FROM (VALUES (1, 0), (2, 0), (3, NULL)) t(lid, rid)');
});
afterAll(() => engine.close());

const rule = (id: string, relation: BlockingRule['relation'], cap: number, rows: string): BlockingRule => ({
  id,
  title: { ja: id, en: id },
  relation,
  cap,
  sql: `SELECT * FROM (VALUES ${rows}) t(lid, rid, closeness)`,
});

it('keeps the closest rivals up to the cap, counts what it cut, and joins the relations of all rules', async () => {
  const counts = await findRivals(engine, [
    // 0 is linked resident of 1, 9 is no suspect; 5 comes twice and counts by its closer row.
    rule(
      'near',
      'household',
      2,
      '(1, 4, 3), (1, 5, 9), (1, 5, 1), (1, 6, 2), (1, 0, 0), (9, 7, 0), (3, 0, 0)',
    ),
    rule('far', 'resembles', 5, '(1, 6, 0), (2, 8, 0)'),
  ]);
  expect(counts).toEqual([
    { rule: 'near', pairs: 3, cut: 1 },
    { rule: 'far', pairs: 2, cut: 0 },
  ]);
  expect(await engine.rows('SELECT * FROM rivals ORDER BY lid, rid')).toEqual([
    { lid: 1, rid: 5, relations: HOUSEHOLD, rules: 1 },
    { lid: 1, rid: 6, relations: HOUSEHOLD + RESEMBLES, rules: 3 },
    { lid: 2, rid: 8, relations: RESEMBLES, rules: 2 },
    { lid: 3, rid: 0, relations: HOUSEHOLD, rules: 1 },
  ]);
});

it('keeps the rule that found a rival, beyond 32 rules too, and refuses more than there are bits', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => rule(`rule-${n}`, 'resembles', 5, `(1, ${n + 10}, 0)`));
  await findRivals(engine, many(63));
  const bits = await engine.rows<{ rid: number; bit: string }>(
    'SELECT rid, CAST(rules AS VARCHAR) AS bit FROM rivals WHERE rid IN (10, 41, 42, 72) ORDER BY rid',
  );
  expect(bits.map(({ bit }) => bit)).toEqual(['1', '2147483648', '4294967296', '4611686018427387904']);
  await expect(findRivals(engine, many(64))).rejects.toThrow(RangeError);
});

it('names nobody without rules', async () => {
  expect(await findRivals(engine, [])).toEqual([]);
  expect(await engine.value('SELECT count(*) FROM rivals')).toBe(0);
});

const PARTS = ['nf', 'ng', 'kf', 'kg']
  .map((key) => `ALTER TABLE residents ADD COLUMN ${key} VARCHAR`)
  .join('; ');

it('adds namesakes and people of the same name, by writing, by kana, or as the record reads', async () => {
  const { exact, variant, kana_only: kanaOnly, different } = NAME_CODES;
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES
      (0, 19800505, 'サトウハナコ', '佐藤花子'),
      (1, 19800505, 'サトウハナコ', '左東花子'),  -- the kana and the date
      (2, 19700101, 'サトウハナヨ', '佐藤花子'),  -- the writing alone
      (3, 19800505, NULL, '佐藤華子'),           -- sounds as the record does, as the linked resident does
      (4, 19800505, NULL, '佐藤花'),             -- does not
      (5, NULL, NULL, NULL)) t(rid, dob, kw, nw);
    ${PARTS};
    CREATE OR REPLACE TABLE suspects AS SELECT * FROM (VALUES (1, 0), (2, NULL)) t(lid, rid);
    CREATE TABLE levels AS SELECT * FROM (VALUES (1, 0, ${exact}, ${kanaOnly})) t(lid, rid, family, given);
    CREATE OR REPLACE TABLE rivals AS
      SELECT 1 AS lid, i AS rid, ${HOUSEHOLD} AS relations, 4 AS rules FROM range(1, 6) r(i) UNION ALL SELECT 2, 1, ${HOUSEHOLD}, 4;
    CREATE TABLE rival_levels AS SELECT * FROM (VALUES
      (1, 1, ${different}, ${different}), (1, 2, ${different}, ${different}), (1, 3, ${variant}, ${exact}),
      (1, 4, ${exact}, ${different}), (1, 5, 0, 0), (2, 1, ${exact}, ${exact})) t(lid, rid, family, given)`);
  // Nobody has the number of suspect 2: 1's is two digits off, 2's one off, which a rule knows, 3's four. Suspect 1 is linked.
  await engine.run(`
    ALTER TABLE residents ADD COLUMN "number" BIGINT; ALTER TABLE suspects ADD COLUMN "number" BIGINT;
    UPDATE suspects SET "number" = 12345678901;
    UPDATE residents SET "number" = CASE rid WHEN 1 THEN 12345678999 WHEN 2 THEN 12345678951 WHEN 3 THEN 2245678999 END;
    INSERT INTO rivals VALUES (2, 2, ${SLIP}, 4), (2, 3, ${HOUSEHOLD}, 4);
    INSERT INTO rival_levels VALUES (2, 2, 0, 0), (2, 3, 0, 0)`);
  await addRelations(engine);
  expect(await engine.rows('SELECT lid, rid, relations FROM rivals ORDER BY lid, rid')).toEqual([
    { lid: 1, rid: 1, relations: HOUSEHOLD + NAMESAKE },
    { lid: 1, rid: 2, relations: HOUSEHOLD + SAME_NAME },
    { lid: 1, rid: 3, relations: HOUSEHOLD + NAMESAKE },
    { lid: 1, rid: 4, relations: HOUSEHOLD },
    { lid: 1, rid: 5, relations: HOUSEHOLD },
    { lid: 2, rid: 1, relations: HOUSEHOLD + NEAR },
    { lid: 2, rid: 2, relations: SLIP },
    { lid: 2, rid: 3, relations: HOUSEHOLD },
  ]);
});

it.each([
  ['both names are the rival’s', 'exact', 'exact', CROSSWISE],
  ['in kana', 'kana', 'kana', CROSSWISE],
  ['as its kanji read', 'reading', 'reading', CROSSWISE],
  ['written with variants', 'variant', 'kana_notation', CROSSWISE],
  ['a slip away', 'exact', 'near', CROSSWISE],
  ['not known', 'missing', 'missing', CROSSWISE],
  ['another family name', 'different', 'exact', RESEMBLES],
  ['another given name', 'exact', 'different', RESEMBLES],
  ['another name altogether', 'different', 'different', RESEMBLES],
  ['kanji that do not read so', 'reading', 'reading_differs', RESEMBLES],
  ['another Latin name', 'latin_differs', 'reading', RESEMBLES],
] as const)('calls crosswise only what fits both ways: %s', async (_, family, given, relations) => {
  await engine.run(`
    CREATE OR REPLACE TABLE residents AS SELECT i AS rid, 19800505 AS dob, 'k' || i AS kw, NULL::VARCHAR AS nw, i AS "number" FROM range(3) r(i);
    ${PARTS};
    CREATE OR REPLACE TABLE suspects AS SELECT 1 AS lid, 0 AS rid, 1::BIGINT AS "number";
    CREATE OR REPLACE TABLE levels AS SELECT 1 AS lid, 0 AS rid, ${NAME_CODES.different} AS family, ${NAME_CODES.different} AS given;
    CREATE OR REPLACE TABLE rivals AS
      SELECT 1 AS lid, 1 AS rid, ${CROSSWISE} AS relations, 4 AS rules UNION ALL SELECT 1, 2, ${CROSSWISE + HOUSEHOLD}, 4;
    CREATE OR REPLACE TABLE rival_levels AS
      SELECT 1 AS lid, i AS rid, ${NAME_CODES[family]} AS family, ${NAME_CODES[given]} AS given FROM range(1, 3) r(i)`);
  await addRelations(engine);
  const household = relations === CROSSWISE ? CROSSWISE + HOUSEHOLD : HOUSEHOLD;
  expect(await engine.rows('SELECT rid, relations FROM rivals ORDER BY rid')).toEqual([
    { rid: 1, relations },
    { rid: 2, relations: household },
  ]);
});

/** Of the linked resident and of a rival: family and given name in kanji and kana, and the levels of the record against them. */
type Named = readonly [
  nf: string,
  ng: string,
  kf: string | null,
  kg: string | null,
  keyof typeof NAME_CODES,
  keyof typeof NAME_CODES,
];

it.each<[string, Named, Named, number]>([
  [
    'by her name before marriage, and one reading of the given name',
    ['石橋', '友美', null, null, 'reading_differs', 'reading'],
    ['石橋', '智美', null, null, 'reading_differs', 'reading'],
    NAMESAKE,
  ],
  [
    'the family name one in kana',
    ['斉藤', '友美', 'サイトウ', 'トモミ', 'different', 'kana'],
    ['西東', '智美', 'サイトウ', 'トモミ', 'different', 'kana'],
    NAMESAKE,
  ],
  [
    'families of one sound, and one given name that the record does not have',
    ['斉藤', '友美', null, null, 'reading', 'reading_differs'],
    ['斎藤', '友美', null, null, 'reading', 'reading_differs'],
    NAMESAKE,
  ],
  [
    'another family',
    ['石橋', '友美', null, null, 'reading_differs', 'reading'],
    ['石原', '智美', null, null, 'reading_differs', 'reading'],
    RESEMBLES,
  ],
  [
    'another given name in the record and in the register: a sister',
    ['石橋', '友美', null, null, 'reading', 'reading'],
    ['石橋', '友香', null, null, 'reading', 'reading_differs'],
    RESEMBLES,
  ],
  [
    'two given names, neither the record’s',
    ['石橋', '友美', null, null, 'reading', 'reading_differs'],
    ['石橋', '友香', null, null, 'reading', 'reading_differs'],
    RESEMBLES,
  ],
])('calls namesakes those each of whose names is one: %s', async (_, own, rival, relations) => {
  const texts = (rid: number, [nf, ng, kf, kg]: Named) =>
    `(${rid}, 19800505, NULL::VARCHAR, '${nf}${ng}', ${[nf, ng, kf, kg].map((text) => (text === null ? 'NULL::VARCHAR' : `'${text}'`)).join(', ')}, ${rid})`;
  const levels = (rid: number, [, , , , family, given]: Named) =>
    `SELECT 1 AS lid, ${rid} AS rid, ${NAME_CODES[family]} AS family, ${NAME_CODES[given]} AS given`;
  await engine.run(`
    CREATE OR REPLACE TABLE residents AS SELECT * FROM (VALUES ${texts(0, own)}, ${texts(1, rival)}) t(rid, dob, kw, nw, nf, ng, kf, kg, "number");
    CREATE OR REPLACE TABLE suspects AS SELECT 1 AS lid, 0 AS rid, 1::BIGINT AS "number";
    CREATE OR REPLACE TABLE levels AS ${levels(0, own)};
    CREATE OR REPLACE TABLE rivals AS SELECT 1 AS lid, 1 AS rid, ${RESEMBLES} AS relations, 4 AS rules;
    CREATE OR REPLACE TABLE rival_levels AS ${levels(1, rival)}`);
  await addRelations(engine);
  expect(await engine.value<number>('SELECT relations FROM rivals')).toBe(relations | RESEMBLES);
});
