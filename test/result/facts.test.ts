import { expect, test } from 'vitest';
import { type Everybody, factsOf, type Occasion } from '../../src/result/facts.js';
import type { PersonRow } from '../../src/result/people.js';

const PLAIN: Occasion = {
  alike: 1,
  isBeforeBirth: false,
  hasNextSerial: false,
  hasMoved: false,
  slipped: new Set(),
};
const person = (key: number, facts: PersonRow['facts'], tail: string | null = null): PersonRow => ({
  ...{ key, file: 0, row: 1, tail, facts },
  view: { residentId: null, items: {}, birthDate: null, protected: false },
});
const record = person(1, { registered_at: '2022-11-09' }, '0322');
const linked = person(2, { household_id: '7', previous_address: '中央1-2' }, '0322');
const one = person(3, { household_id: '8', moved_on: '2020-01-01' }, '0652');
const other = person(4, { household_id: '9', moved_on: '2020-01-01' }, '9013');
const context = {
  tie: () => 'my_number',
  statusTexts: () => ({ record: (text: string) => text, resident: (text: string) => text }),
  records: ({ key }: PersonRow) => ({ ja: `記録${key}`, en: `records ${key}` }),
};
const rows = (kind: string, occasion: Partial<Occasion>, people: Partial<Everybody> = {}, source = 'cards') =>
  factsOf(kind, { record, beside: [], linked, candidates: [one, other], ...people }, source, context, {
    ...PLAIN,
    ...occasion,
  })!.map(({ item, record: a, linked: b, candidates, decides }) => {
    const told = [a, b, ...candidates].map((text) =>
      text === null ? '-' : typeof text === 'object' ? text.ja : text,
    );
    return [item, decides === true ? 'below' : 'above', ...told];
  });
const TAILS = ['number_tail', 'below', '…0322', '…0322', '…0652', '…9013'];
const RECORDS = ['records', 'below', '-', '記録2', '記録3', '記録4'];

test('a link in doubt has the last digits and the other records of everybody, below what is compared', () => {
  expect(rows('wrong-resident', {})).toEqual([TAILS, RECORDS]);
  // A record that is tied by a serial states no number.
  expect(rows('wrong-resident', {}, { record: person(1, {}) })).toEqual([RECORDS]);
});

test('of a tie also the household and the move, where the tied differ in them', () => {
  expect(rows('wrong-resident', { alike: 2 })).toEqual([
    TAILS,
    RECORDS,
    ['household_id', 'below', '-', '7', '8', '9'],
  ]);
  expect(rows('wrong-resident', { alike: 2 }, { candidates: [one, one] })).toHaveLength(2);
});

test('a registration before the birth shows when; an address of before shows where', () => {
  expect(rows('wrong-resident', { isBeforeBirth: true })[0]).toEqual([
    ...['registered_at', 'above', '2022-11-09', '-', '-', '-'],
  ]);
  expect(rows('wrong-resident', { hasMoved: true }).at(-1)).toEqual([
    ...['previous_address', 'below', '-', '中央1-2', '-', '-'],
  ]);
});

test('where somebody on the page has died or left, how and when stands there, whatever the question is', () => {
  const gone: PersonRow = {
    ...person(5, { status: '転出', moved_on: '2023-01-31' }, '0777'),
    ended: { how: 'departed', on: '2023-01-31' },
  };
  const candidates = [gone, { ...one, facts: { ...one.facts, status: '住民' } }];
  const END = [
    ['status', 'below', '-', '-', '転出', '住民'],
    ['moved_on', 'below', '-', '-', '2023-01-31', '2020-01-01'],
  ];
  expect(rows('wrong-resident', {}, { candidates }).slice(0, 2)).toEqual(END);
  // Once, and where the kind has it.
  expect(rows('defunct-resident', {}, { candidates }).map(([item]) => item)).toEqual([
    ...['status', 'moved_on', 'registered_at', 'number_tail', 'records'],
  ]);
  // Of those who live here nobody is told of, nor in the blind sample.
  expect(rows('wrong-resident', {}, { candidates: [one] })).toHaveLength(2);
  expect(
    factsOf(null, { record, beside: [], linked: gone, candidates: [] }, 'cards', context, PLAIN),
  ).toEqual([]);
});

test('beside several records the number and other records of their resident and of a candidate tell whose they are', () => {
  const beside = { beside: [person(6, { registered_at: '2022-11-10', status: '有効' }, '0322')] };
  const people = { ...beside, candidates: [{ ...one, facts: { status: '住民' } }] };
  expect(rows('duplicate-link', {}, people).slice(-2)).toEqual([
    ['number_tail', 'below', '…0322', '…0322', '…0652'],
    ['records', 'below', '-', '記録2', '記録3'],
  ]);
  // The state of residents who live here says nothing of which record is valid.
  expect(rows('duplicate-link', {}, people).find(([item]) => item === 'status')).toEqual([
    ...['status', 'above', '-', '-', '-'],
  ]);
  // Without anybody else the number is everybody's.
  expect(rows('duplicate-link', {}, { ...beside, candidates: [] }).map(([item]) => item)).toEqual([
    ...['registered_at', 'status', 'records'],
  ]);
});

test('a state that its file writes is told in English of whoever lives here no more', () => {
  const gone = (how: 'dead' | 'departed', status: string): PersonRow => ({
    ...person(5, { status }),
    ended: { how, on: null },
  });
  const [row] = factsOf(
    'wrong-resident',
    {
      ...{ record: person(1, {}), beside: [], linked: gone('dead', '2') },
      candidates: [gone('departed', '転出'), person(6, { status: '住民' })],
    },
    'cards',
    context,
    PLAIN,
  )!;
  expect(row).toMatchObject({
    ...{ item: 'status', linked: { ja: '2', en: '2 (died)' } },
    candidates: [{ ja: '転出', en: '転出 (moved away)' }, '住民'],
  });
});

test('a digit that was mistaken before the last four is told where these agree', () => {
  const same = person(5, {}, '0322');
  const tails = (slipped: number[]) =>
    rows('wrong-resident', { slipped: new Set(slipped) }, { candidates: [same, one] })[0]!.slice(2);
  expect(tails([5, 3])).toEqual(['…0322', '…0322', '…0322（違いは上8桁）', '…0652']);
  expect(tails([])).toEqual(['…0322', '…0322', '…0322', '…0652']);
});

test('where somebody lived before is told of the resident of several records, and of the blind sample alone', () => {
  const beside = { beside: [person(6, { registered_at: '2022-11-10' })], candidates: [] };
  expect(rows('duplicate-link', { hasMoved: true }, beside).at(-1)).toEqual([
    ...['previous_address', 'below', '-', '中央1-2'],
  ]);
  const blind = factsOf(null, { record, beside: [], linked, candidates: [] }, 'cards', context, {
    ...PLAIN,
    hasMoved: true,
  });
  expect(blind!.map(({ item }) => item)).toEqual(['previous_address']);
  expect(factsOf(null, { record, beside: [], linked, candidates: [] }, 'cards', context, PLAIN)).toEqual([]);
});

test('of two rows of the register both are told of', () => {
  const [tails, records] = rows('duplicate-resident', {}, { record: one, candidates: [] }, 'register').slice(
    -2,
  );
  expect(tails).toEqual(['number_tail', 'below', '…0652', '…0322']);
  expect(records).toEqual(['records', 'below', '記録3', '記録2']);
});

test('where the certificate of a candidate is numbered beside that of the record both serials are shown', () => {
  const [own, other] = [person(1, { serial: '2A00000DE1' }), person(3, { auth_serial: '2A00000DE0' })];
  const rows = (hasNextSerial: boolean) =>
    factsOf(
      'wrong-resident',
      { record: own, beside: [], linked, candidates: [other] },
      'services',
      { ...context, tie: () => 'auth_serial' },
      { ...PLAIN, hasNextSerial },
    )?.find(({ item }) => item === 'serial');
  expect(rows(true)).toMatchObject({ record: '…000DE1', candidates: ['…000DE0'] });
  expect(rows(false)).toBeUndefined();
});

test('a source that is tied by the key of residents shows keys in the place of numbers, as they are', () => {
  const keyed = (key: number, id: string) => ({ ...one, key, view: { ...one.view, residentId: id } });
  const told = factsOf(
    'wrong-resident',
    {
      record: person(1, { resident_key: '0001243' }),
      beside: [],
      linked: keyed(2, '0001243'),
      candidates: [keyed(3, '0001234')],
    },
    'welfare',
    { ...context, tie: () => 'resident_id' },
    { ...PLAIN, slipped: new Set([3]) },
  )!;
  expect(
    told.map(({ item, record: a, linked: b, candidates }) => [item, a, b, ...candidates]).slice(0, 1),
  ).toEqual([['resident_id', '0001243', '0001243', '0001234']]);
});
