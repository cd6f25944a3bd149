import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { iso, zero } from './odd-exports.js';
import { type Column, mapped, proposed, RECORD, TIME } from './proposed.js';

const MOBILE: Column[1] = ({ i }) =>
  i % 6 === 0 ? '' : `090-${zero(1000 + i * 7, 4)}-${zero(2000 + i * 13, 4)}`;
const HOME: Column[1] = ({ i }) =>
  i % 7 === 0 ? '' : `0463-${zero(20 + (i % 60), 2)}-${zero(1000 + i * 17, 4)}`;
const numbered = (...values: readonly Column[1][]): readonly Column[] =>
  values.map((value, at) => [`列${at + 1}`, value] as const);
const PERSON: readonly Column[1][] = [
  ({ number }) => number,
  (person) => told.name(person),
  (person) => told.kana(person),
  iso,
];
const sureOf = (columns: readonly Column[], item: string) =>
  proposed(columns, 'link').mapping.find((one) => one.item === item);

describe('the telephone of a person beside that of the home', () => {
  it.each([
    ['自宅電話', '携帯電話'],
    ['電話番号', '携帯電話番号'],
    ['HOME_TEL', 'MOBILE_TEL'],
    ['連絡先1', '連絡先2'],
  ])('%s and %s, in either order', (home, mobile) => {
    const pair: readonly Column[] = [
      [home, HOME],
      [mobile, MOBILE],
    ];
    expect(mapped(proposed([...RECORD, ...pair], 'link')).phone).toBe(mobile);
    expect(mapped(proposed([...RECORD, ...pair.toReversed()], 'link')).phone).toBe(mobile);
    expect(mapped(proposed([...RECORD, [home, HOME]], 'link')).phone).toBe(home);
  });

  it('is known by its values, too', () => {
    expect(mapped(proposed(numbered(...PERSON, HOME, MOBILE), 'link')).phone).toBe('列6');
  });
});

describe('a list without names', () => {
  const lot: Column[1] = ({ i }) => `${1 + (i % 9)}丁目${1 + (i % 20)}番${1 + (i % 30)}号`;
  const flat: Column[1] = ({ i }) => (i % 3 === 0 ? `コーポ緑${101 + i}号室` : '');
  const town: Column[1] = ({ i }) => ['本町', '桜ケ丘', '緑町'][i % 3]!;

  it('has a building behind its address, and a town, a city and a prefecture before its lot', () => {
    const line: Column[1] = (person) => told.address(person, false);
    expect(mapped(proposed(numbered(...PERSON, line, flat), 'link')).address).toBe('列5+列6');
    const parts = numbered(
      ...PERSON,
      () => '神奈川県',
      () => 'ひばり野市',
      town,
      lot,
      flat,
    );
    expect(mapped(proposed(parts, 'link')).address).toBe('列5+列6+列7+列8+列9');
  });

  it('has no building in a remark', () => {
    const line: Column[1] = (person) => told.address(person, false);
    const remark: Column[1] = ({ i }) => (i % 4 === 0 ? '再交付のため確認済み' : '');
    expect(mapped(proposed(numbered(...PERSON, line, remark), 'link')).address).toBe('列5');
  });

  it('has the first columns for its key that together name each row, and asks', () => {
    const bank: Column[1] = ({ i }) => zero(1 + (i % 4), 4);
    const branch: Column[1] = ({ i }) => zero(100 + (i % 7), 3);
    const account: Column[1] = ({ i }) => zero(1_000_000 + (i % 60) * 7, 7);
    const found = sureOf(numbered(bank, branch, account, ...PERSON, TIME), 'record_id');
    expect(found).toMatchObject({ columns: ['列1', '列2', '列3'], confidence: 0.5 });
    const same = sureOf(
      numbered(bank, branch, () => '1234567', ...PERSON, TIME),
      'record_id',
    );
    expect(same).toBeUndefined();
  });

  it('is keyed by numbers in order where these are filled up with zeros, and not by the place of a row', () => {
    const ordered: Column[1] = ({ i }) => zero(i + 1, 10);
    const place: Column[1] = ({ i }) => String(i + 1);
    const other: Column[1] = ({ i }) => `S${zero((i * 7919) % 100_000, 5)}`;
    const keyOf = (first: Column[1]) =>
      proposed(numbered(first, ...PERSON, other), 'register').mapping.find(
        ({ item }) => item === 'resident_id',
      );
    expect(keyOf(ordered)?.columns).toEqual(['列1']);
    expect(keyOf(place)?.columns).toEqual(['列6']);
  });
});

describe('what a name says and its values deny', () => {
  const few: Column[1] = ({ i }) => ['finpass', 'telesign', 'housing-loan'][i % 3]!;
  it.each(['clientName', 'CLIENT_NM', 'orgUserName'])('%s of three names is nobody’s', (column) => {
    const proposal = proposed([...RECORD.filter(([name]) => name !== '氏名'), [column, few]], 'link');
    expect(mapped(proposal).name).toBeUndefined();
    expect(mapped(proposal).terminal).toBeUndefined();
  });

  it('a client is the office that linked', () => {
    const proposal = proposed([...RECORD, ['clientName', few]], 'link');
    expect(mapped(proposal)).toMatchObject({ name: '氏名', organisation: 'clientName' });
  });

  it('the moment of a record goes before the day on which a card was given, and gives way without one', () => {
    const day: Column = ['交付年月日', ({ i }) => `20${zero(10 + (i % 14), 2)}-0${1 + (i % 9)}-11`];
    expect(mapped(proposed([...RECORD, day, ['一体化登録日時', TIME]], 'link')).registered_at).toBe(
      '一体化登録日時',
    );
    expect(mapped(proposed([...RECORD, day], 'link')).registered_at).toBe('交付年月日');
    expect(mapped(proposed([...RECORD, day, ['失効日時', TIME]], 'link')).registered_at).toBe('交付年月日');
  });
});

describe('parts of an address', () => {
  const parts = (town: Column, between: readonly Column[] = []): readonly Column[] => [
    ...RECORD.filter(([name]) => name !== '住所'),
    ['PREFECTURE', () => '神奈川県'],
    ['MUNICIPALITY', () => 'ひばり野市'],
    town,
    ...between,
    ['LOT_NUMBER', ({ i }) => `${1 + (i % 30)}番${1 + (i % 9)}号`],
    ['BUILDING', ({ i }) => (i % 3 === 0 ? `コーポ緑${101 + i}` : '')],
  ];
  const town: Column[1] = ({ i }) => ['本町', '桜ケ丘', '緑町'][i % 3]!;

  it.each(['TOWN_BLOCK', 'XQ_CHOIKI', 'DISTRICT_TXT'])(
    'are joined over a place that is called %s',
    (name) => {
      expect(mapped(proposed(parts([name, town]), 'link')).address).toBe(
        `PREFECTURE+MUNICIPALITY+${name}+LOT_NUMBER+BUILDING`,
      );
    },
  );

  it('leave out the name of somebody that stands between', () => {
    const head: Column = ['XQ_HEAD', (person, of) => told.name(of(person.i + 5), '')];
    expect(mapped(proposed(parts(['TOWN', town], [head]), 'link')).address).toBe(
      'PREFECTURE+MUNICIPALITY+TOWN+LOT_NUMBER+BUILDING',
    );
  });
});
