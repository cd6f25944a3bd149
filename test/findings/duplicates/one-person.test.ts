import { describe, expect, it } from 'vitest';
import { comparePair, isOnePerson, type RegisterRow } from '../../../src/findings/duplicates/one-person.js';
import { createReadings } from '../../../src/verify/reading/reading.js';

const readings = createReadings([]);
const HANAKO: RegisterRow = {
  name: '佐藤　花子',
  kana: 'サトウ　ハナコ',
  former_name: null,
  alias: null,
  kg: 'ハナコ',
  ng: '花子',
  dob: '19800505',
  sex_code: '2',
  address: '千葉県市川市元町1丁目2番3号',
  previous_address: null,
  household_id: 'H1',
  number: '111111111118',
};
const OTHER: RegisterRow = { household_id: 'H2', number: '222222222226' };
const named = (name: string, kana: string | null): RegisterRow => ({
  name,
  kana,
  ng: name.split('　')[1]!,
  kg: kana?.split('　')[1] ?? null,
});

function onePerson(a: RegisterRow, b: RegisterRow): boolean {
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

  it.each<[string, RegisterRow, RegisterRow]>([
    ['the same in another household of one address', {}, OTHER],
    ['an address in other notation', {}, { ...OTHER, address: '市川市元町１－２－３' }],
    [
      'a mover whose former address is the other row',
      {},
      { ...OTHER, ...elsewhere, previous_address: '千葉県市川市元町1-2-3' },
    ],
    ['one number, whatever the address', {}, { household_id: 'H2', ...elsewhere }],
    ['one kana of the given name mistyped', {}, { ...OTHER, ...named('佐藤　花子', 'サトウ　ハナコウ') }],
    [
      'one kana of a short given name, in two households',
      {},
      { ...OTHER, ...named('佐藤　花子', 'サトウ　ハナエ') },
    ],
    [
      'no kana on one side',
      { ...himari },
      { ...OTHER, ...named('佐藤　陽葵', null), address: HANAKO.address! },
    ],
    [
      'one kanji, of which one row states no kana, in one household',
      { number: OTHER.number!, ...himari },
      named('佐藤　陽葵', null),
    ],
    ['other kanji, one kana', {}, { ...OTHER, ...named('佐藤　華子', 'サトウ　ハナコ') }],
    ['one digit of the date of birth', {}, { ...OTHER, dob: '19800506' }],
    ['month and day swapped', { dob: '19800501' }, { ...OTHER, dob: '19800105' }],
    ['an unknown day', {}, { ...OTHER, dob: '19800500' }],
    ['sex not stated', {}, { ...OTHER, sex_code: '0' }],
    ['the next day, two digits off', { dob: '19800519' }, { ...OTHER, dob: '19800520' }],
    ['the day before, in another month', { dob: '19800501' }, { ...OTHER, dob: '19800430' }],
    ['another month of the year', { dob: '20220104' }, { ...OTHER, dob: '20221204' }],
    ['the turn of a decade', { dob: '19490302' }, { ...OTHER, dob: '19500302' }],
    ['an address without its house number', {}, { ...OTHER, address: '千葉県市川市元町' }],
    ['a family name that changed, in another household of one address', {}, { ...OTHER, ...married }],
    ['a family name that changed, in one household', {}, { number: null, ...married }],
    [
      'a family name that changed with a move',
      {},
      { ...OTHER, ...married, ...elsewhere, previous_address: '千葉県市川市元町1-2-3' },
    ],
    [
      'a Latin given name mistyped',
      named('SMITH　JENNIFER', null),
      { ...OTHER, ...named('SMITH　JENIFER', null) },
    ],
  ])('is: %s', (_, a, b) => {
    expect(onePerson(a, b)).toBe(true);
  });

  it.each<[string, RegisterRow, RegisterRow]>([
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
    ['another sex', {}, { sex_code: '1' }],
    [
      'one number by a slip of the pen: other name, other date',
      {},
      { ...named('鈴木　一郎', 'スズキ　イチロウ'), dob: '19500101' },
    ],
    ['mother and daughter of one name', {}, { dob: '20051212' }],
    ['mother and daughter of one name and birthday', {}, { dob: '20060505' }],
    ['two of one name in one home, born in other years and months', {}, { dob: '19830921' }],
    [
      'twins of other kanji to whom one kana was given, in one household',
      {},
      { number: OTHER.number!, ...named('佐藤　華子', 'サトウ　ハナコ') },
    ],
    ['a slip of the date where the name differs too', {}, { ...himari, dob: '19800506' }],
    ['a slip of the date elsewhere', {}, { ...OTHER, ...elsewhere, dob: '19800506' }],
    ['another family name elsewhere', {}, { ...OTHER, ...married, ...elsewhere }],
    ['another family name, an unknown day', {}, { ...OTHER, ...married, dob: '19800500' }],
    ['another family name, sex not stated', {}, { ...OTHER, ...married, sex_code: '0' }],
    [
      'another family name, the given name in other kanji',
      {},
      { ...OTHER, ...named('鈴木　華子', 'スズキ　ハナコ') },
    ],
    ['the next day elsewhere', {}, { ...OTHER, ...elsewhere, dob: '19800506' }],
    ['namesakes of one town', {}, { ...OTHER, address: '千葉県市川市元町3丁目8番1号' }],
  ])('is not: %s', (_, a, b) => {
    expect(onePerson(a, b)).toBe(false);
  });
});

describe('isOnePerson, of names without separator', () => {
  const whole = (name: string, kana: string | null): RegisterRow => ({
    ...{ name, kana, kg: null, ng: null },
  });
  const hanako = whole('佐藤花子', 'サトウハナコ');
  const himari = whole('佐藤陽葵', 'サトウヒマリ');

  it.each<[string, RegisterRow, RegisterRow]>([
    ['one digit of the date of birth', hanako, { ...OTHER, ...hanako, dob: '19800506' }],
    ['one digit of it, where one row has a separator', {}, { ...OTHER, ...hanako, dob: '19800506' }],
    ['a family name that changed', hanako, { ...OTHER, ...whole('鈴木花子', 'スズキハナコ') }],
    ['one kana mistyped', hanako, { ...OTHER, ...whole('佐藤花子', 'サトウハナコウ') }],
    ['no kana on one side', hanako, { ...OTHER, ...whole('佐藤花子', null) }],
  ])('is: %s', (_, a, b) => expect(onePerson(a, b)).toBe(true));

  it.each<[string, RegisterRow, RegisterRow]>([
    ['twins with one kanji, two readings', himari, whole('佐藤陽葵', 'サトウヒナタ')],
    ['the same in two households', himari, { ...OTHER, ...whole('佐藤陽葵', 'サトウヒナタ') }],
    ['twins with two names', hanako, whole('佐藤陽子', 'サトウヨウコ')],
    ['a slip of the date where the name differs too', hanako, { ...OTHER, ...himari, dob: '19800506' }],
  ])('is not: %s', (_, a, b) => expect(onePerson(a, b)).toBe(false));
});
