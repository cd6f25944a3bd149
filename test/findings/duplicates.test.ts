import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { onePersonProbability } from '../../src/findings/duplicate-residents.js';
import { components } from '../../src/findings/duplicates/components.js';
import { comparePair, isOnePerson, type RegisterRow } from '../../src/findings/duplicates/one-person.js';
import { DUPLICATE_PAIRS } from '../../src/findings/duplicates/pairs.js';
import { houseNumbers } from '../../src/normalize/house-numbers.js';
import { createReadings } from '../../src/normalize/reading.js';

const readings = createReadings([]);
const HANAKO: RegisterRow = {
  name: '佐藤　花子',
  kana: 'サトウ　ハナコ',
  formerName: null,
  alias: null,
  givenKana: 'ハナコ',
  givenName: '花子',
  dob: 19800505,
  sex: 2,
  address: '千葉県市川市元町1丁目2番3号',
  previousAddress: null,
  household: 'H1',
  number: '111111111118',
};
const OTHER: Partial<RegisterRow> = { household: 'H2', number: '222222222226' };
const named = (name: string, kana: string | null): Partial<RegisterRow> => ({
  name,
  kana,
  givenName: name.split('　')[1]!,
  givenKana: kana?.split('　')[1] ?? null,
});

function onePerson(a: Partial<RegisterRow>, b: Partial<RegisterRow>): boolean {
  const [x, y] = [
    { ...HANAKO, ...a },
    { ...HANAKO, ...b },
  ];
  const [there, back] = [comparePair(x, y, readings), comparePair(y, x, readings)];
  expect(isOnePerson(y, x, back)).toBe(isOnePerson(x, y, there));
  return isOnePerson(x, y, there);
}

describe('isOnePerson', () => {
  const himari = named('佐藤　陽葵', 'サトウ　ヒマリ');
  const married = named('鈴木　花子', 'スズキ　ハナコ');
  const elsewhere = { address: '北海道札幌市中央区北1条西2丁目3番4号' };

  it.each<[string, Partial<RegisterRow>, Partial<RegisterRow>]>([
    ['the same in another household of one address', {}, OTHER],
    ['an address in other notation', {}, { ...OTHER, address: '市川市元町１－２－３' }],
    [
      'a mover whose former address is the other row',
      {},
      { ...OTHER, ...elsewhere, previousAddress: '千葉県市川市元町1-2-3' },
    ],
    ['one number, whatever the address', {}, { household: 'H2', ...elsewhere }],
    ['one kana of the given name mistyped', {}, { ...OTHER, ...named('佐藤　花子', 'サトウ　ハナコウ') }],
    [
      'one kana of a short given name, in two households',
      {},
      { ...OTHER, ...named('佐藤　花子', 'サトウ　ハナエ') },
    ],
    [
      'no kana on one side',
      { ...himari },
      { ...OTHER, ...named('佐藤　陽葵', null), address: HANAKO.address },
    ],
    [
      'one kanji, of which one row states no kana, in one household',
      { number: OTHER.number!, ...himari },
      named('佐藤　陽葵', null),
    ],
    ['other kanji, one kana', {}, { ...OTHER, ...named('佐藤　華子', 'サトウ　ハナコ') }],
    ['one digit of the date of birth', {}, { ...OTHER, dob: 19800506 }],
    ['month and day swapped', { dob: 19800501 }, { ...OTHER, dob: 19800105 }],
    ['an unknown day', {}, { ...OTHER, dob: 19800500 }],
    ['sex not stated', {}, { ...OTHER, sex: 0 }],
    ['the next day, two digits off', { dob: 19800519 }, { ...OTHER, dob: 19800520 }],
    ['the day before, in another month', { dob: 19800501 }, { ...OTHER, dob: 19800430 }],
    ['another month of the year', { dob: 20220104 }, { ...OTHER, dob: 20221204 }],
    ['the turn of a decade', { dob: 19490302 }, { ...OTHER, dob: 19500302 }],
    ['an address without its house number', {}, { ...OTHER, address: '千葉県市川市元町' }],
    ['a family name that changed, in another household of one address', {}, { ...OTHER, ...married }],
    ['a family name that changed, in one household', {}, { number: null, ...married }],
    [
      'a family name that changed with a move',
      {},
      { ...OTHER, ...married, ...elsewhere, previousAddress: '千葉県市川市元町1-2-3' },
    ],
    [
      'a Latin given name mistyped',
      named('SMITH　JENNIFER', null),
      { ...OTHER, ...named('SMITH　JENIFER', null) },
    ],
  ])('is: %s', (_, a, b) => {
    expect(onePerson(a, b)).toBe(true);
  });

  it.each<[string, Partial<RegisterRow>, Partial<RegisterRow>]>([
    ['twins with one kanji, two readings, in one household', himari, named('佐藤　陽葵', 'サトウ　ヒナタ')],
    ['one kana of a short given name, in one household', {}, named('佐藤　花子', 'サトウ　カコ')],
    [
      'one kana of a short name in kana alone, in two households of one address',
      named('サトウ　ユミ', 'サトウ　ユミ'),
      { ...OTHER, ...named('サトウ　ユキ', 'サトウ　ユキ') },
    ],
    ['twins with two names', {}, named('佐藤　陽子', 'サトウ　ヨウコ')],
    [
      'twins of whom one has no kana, and whose kanji could be read alike',
      named('佐藤　翔生', null),
      named('佐藤　翔馬', 'サトウ　ショウマ'),
    ],
    ['namesakes who live apart', {}, { ...OTHER, ...elsewhere }],
    ['another sex', {}, { sex: 1 }],
    [
      'one number by a slip of the pen: other name, other date',
      {},
      { ...named('鈴木　一郎', 'スズキ　イチロウ'), dob: 19500101 },
    ],
    ['mother and daughter of one name', {}, { dob: 20051212 }],
    ['mother and daughter of one name and birthday', {}, { dob: 20060505 }],
    ['two of one name in one home, born in other years and months', {}, { dob: 19830921 }],
    [
      'twins of other kanji to whom one kana was given, in one household',
      {},
      { number: OTHER.number!, ...named('佐藤　華子', 'サトウ　ハナコ') },
    ],
    ['a slip of the date where the name differs too', {}, { ...himari, dob: 19800506 }],
    ['a slip of the date elsewhere', {}, { ...OTHER, ...elsewhere, dob: 19800506 }],
    ['another family name elsewhere', {}, { ...OTHER, ...married, ...elsewhere }],
    ['another family name, an unknown day', {}, { ...OTHER, ...married, dob: 19800500 }],
    ['another family name, sex not stated', {}, { ...OTHER, ...married, sex: 0 }],
    [
      'another family name, the given name in other kanji',
      {},
      { ...OTHER, ...named('鈴木　華子', 'スズキ　ハナコ') },
    ],
    ['the next day elsewhere', {}, { ...OTHER, ...elsewhere, dob: 19800506 }],
    ['namesakes of one town', {}, { ...OTHER, address: '千葉県市川市元町3丁目8番1号' }],
  ])('is not: %s', (_, a, b) => {
    expect(onePerson(a, b)).toBe(false);
  });
});

describe('isOnePerson, of names without separator', () => {
  const whole = (name: string, kana: string | null): Partial<RegisterRow> => ({
    ...{ name, kana, givenKana: null, givenName: null },
  });
  const hanako = whole('佐藤花子', 'サトウハナコ');
  const himari = whole('佐藤陽葵', 'サトウヒマリ');

  it.each<[string, Partial<RegisterRow>, Partial<RegisterRow>]>([
    ['one digit of the date of birth', hanako, { ...OTHER, ...hanako, dob: 19800506 }],
    ['one digit of it, where one row has a separator', {}, { ...OTHER, ...hanako, dob: 19800506 }],
    ['a family name that changed', hanako, { ...OTHER, ...whole('鈴木花子', 'スズキハナコ') }],
    ['one kana mistyped', hanako, { ...OTHER, ...whole('佐藤花子', 'サトウハナコウ') }],
    ['no kana on one side', hanako, { ...OTHER, ...whole('佐藤花子', null) }],
  ])('is: %s', (_, a, b) => expect(onePerson(a, b)).toBe(true));

  it.each<[string, Partial<RegisterRow>, Partial<RegisterRow>]>([
    ['twins with one kanji, two readings', himari, whole('佐藤陽葵', 'サトウヒナタ')],
    ['the same in two households', himari, { ...OTHER, ...whole('佐藤陽葵', 'サトウヒナタ') }],
    ['twins with two names', hanako, whole('佐藤陽子', 'サトウヨウコ')],
    ['a slip of the date where the name differs too', hanako, { ...OTHER, ...himari, dob: 19800506 }],
  ])('is not: %s', (_, a, b) => expect(onePerson(a, b)).toBe(false));
});

describe('components', () => {
  it('joins what hangs together under its smallest member', () => {
    const found = components([
      [5, 3],
      [8, 9],
      [3, 7],
      [1, 7],
    ]);
    expect([...found].sort(([a], [b]) => a - b)).toEqual([
      [1, 1],
      [3, 1],
      [5, 1],
      [7, 1],
      [8, 8],
      [9, 8],
    ]);
  });

  it('does not depend on the order of the pairs', () => {
    const pair = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        const sorted = (found: Map<number, number>) => [...found].sort(([a], [b]) => a - b);
        expect(sorted(components([...pairs].reverse()))).toEqual(sorted(components(pairs)));
        for (const [a, b] of pairs) expect(components(pairs).get(a)).toBe(components(pairs).get(b));
      }),
    );
  });
});

describe('DUPLICATE_PAIRS', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckDb();
    await engine.run(`
      CREATE TABLE namesakes AS SELECT * FROM (VALUES (0, 1), (1, 0)) t(rid, other);
      CREATE TABLE residents AS SELECT * FROM (VALUES
        (0, 1, 'H0', 'a0', NULL, 'ハナコ', '花子', 19800505),
        (1, 2, 'H1', 'a1', NULL, 'ハナコ', '花子', 19800505),
        (2, 3, 'H2', 'a2', NULL, 'ケン', '健', 19700101),
        (3, 4, 'H2', 'a3', NULL, 'ケンイチ', '健', 19710101),   -- household and kanji
        (4, 5, 'H4', 'a2', NULL, 'ケン', '賢', 19720101),       -- address and kana of 2
        (5, 6, 'H5', 'a5', NULL, 'ミオ', '澪', 20100101),
        (6, 7, 'H6', 'a5', NULL, 'リオ', '莉緒', 20100101),     -- address and date of 5
        (7, 7, 'H7', 'a7', NULL, 'ジロウ', '次郎', 19500101),   -- number of 6
        (8, NULL, NULL, NULL, NULL, 'ジロウ', '次郎', 19500101),
        (9, NULL, NULL, NULL, NULL, 'ジロウ', '次郎', 19500101),
        (10, 8, 'H10', '元町一丁目２番地3', NULL, 'サキ', '咲', 19900101),
        (11, 9, 'H11', '本町四丁目5番', '元町1-2-3', 'サキ', '咲', 19900101),   -- the address before, written otherwise
        (12, 10, 'H12', 'a12', NULL, NULL, NULL, 19600101),
        (13, 11, 'H12', 'a13', NULL, NULL, NULL, 19600102),                   -- household and a name without separator
        (14, 12, 'H12', 'a14', NULL, NULL, NULL, 19610101)
      ) t(rid, "number", household_id, address, previous_address, kg, ng, dob);
      -- A home of 30 people with one default date of birth: no pairs.
      INSERT INTO residents SELECT 100 + i, 1000 + i, 'H' || (100 + i), 'home 1', NULL, 'カナ' || i, '名' || i, 19000101 FROM range(30) r(i);
      ALTER TABLE residents ADD COLUMN place VARCHAR;
      UPDATE residents SET place = ${houseNumbers('address')};
      ALTER TABLE residents ADD COLUMN kw VARCHAR;
      ALTER TABLE residents ADD COLUMN nw VARCHAR;
      UPDATE residents SET kw = 'サトウタロウ' WHERE rid = 12;
      UPDATE residents SET kw = 'サトウタロウ', nw = '佐藤太郎' WHERE rid = 13;
      UPDATE residents SET nw = '佐藤太郎' WHERE rid = 14`);
  });
  afterAll(() => engine.close());

  it('pairs namesakes and rows that share a number, or the home and a name or date; each once', async () => {
    const pairs = await engine.rows<{ a: number; b: number }>(
      `SELECT a, b FROM (${DUPLICATE_PAIRS}) ORDER BY a, b`,
    );
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [2, 3],
      [2, 4],
      [5, 6],
      [6, 7],
      [10, 11],
      [12, 13],
      [13, 14],
    ]);
  });
});

describe('onePersonProbability', () => {
  it('weighs what agrees against the number of others it could have been', () => {
    const evidence = [10, 5, -5].map((weight) => ({
      item: 'x',
      level: 'y',
      weight,
      text: { ja: '', en: '' },
    }));
    // 2^10 for one person, against 1,024 or 3,072 residents.
    expect(onePersonProbability(evidence, 1024)).toBe(0.5);
    expect(onePersonProbability(evidence, 3072)).toBe(0.25);
  });
});
