import { describe, expect, it } from 'vitest';
import type { UnreadSheets } from '../../src/check/check.js';
import type { ItemProfile } from '../../src/check/counts.js';
import { CHECKS } from '../../src/check/index.js';
import { found, type Rows } from './tables.js';

type Inputs = Readonly<Record<string, Rows>>;

/** Rows in which a check finds nothing, and rows of which it finds so many as `found` says. */
interface Table {
  readonly valid: Inputs;
  readonly invalid: Inputs;
  readonly found: readonly string[];
  readonly previous?: readonly ItemProfile[];
  readonly unreadSheets?: readonly UnreadSheets[];
}

const many = <T>(count: number, value: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => value(i));
const births = (...birth_date: (string | null)[]): Inputs => ({ register: { birth_date } });
const names = (...name: (string | null)[]): Inputs => ({ cards: { name } });
const last: ItemProfile = {
  source: 'cards',
  item: 'name',
  rows: 100,
  filled: 100,
  distinct: 100,
  estimated: false,
  constant: false,
  sampled: 100,
  valid: 1,
  shapes: [{ shape: '漢漢', share: 1 }],
};
const people = (terminal: string, rows: number, gaps: number) =>
  many(rows, (i): [string, string | null] => [terminal, i < gaps ? null : '田中']);
const places = (...all: [string, string | null][]): Inputs => ({
  cards: { terminal: all.map(([terminal]) => terminal), name: all.map(([, name]) => name) },
});
const bearers = (sexes: string): Inputs => ({
  register: { name: [...sexes].map(() => '田中 花子'), sex: [...sexes] },
});

/** Every check has its table: the suite fails for one without. */
const TABLES: Readonly<Record<string, Table>> = {
  'check-digits': {
    valid: { register: { my_number: ['983205673214', '９８３２０５６７３２１４', '9832-0567-3214', null] } },
    invalid: { register: { my_number: ['983205673215', '98320567321', '000000000000', '98320567321●'] } },
    found: ['register my_number 4/4 warning'],
  },
  'duplicate-keys': {
    valid: { register: { resident_id: ['1', '2', null, null] }, cards: { record_id: ['1', '2', '3', '4'] } },
    invalid: {
      register: { resident_id: ['1', '1', null, null] },
      cards: { record_id: ['1', '2', '2', '2'] },
    },
    found: ['register resident_id 2/2 error', 'cards record_id 3/4 warning'],
  },
  'shed-zeros': {
    valid: {
      register: { resident_id: ['0001', '0002', 'A003', '05', '5', '０００６'] },
      // Written as they are, or nobody's either way: 5 is two residents' without zeros, but one's as it is written.
      welfare: { resident_id: ['0001', '０００２', '="A003"', '5', '05', '7', null, '0006'] },
    },
    invalid: {
      register: { resident_id: ['0001', '0012', '20', '0030', '030'] },
      // Shed in the source, in the register, and 30, which two residents would be.
      welfare: { resident_id: ['1', '12', '0020', '30', '20'] },
      // Tied by the number: what key it states decides nothing.
      cards: { my_number: ['983205673214'], resident_id: ['1'] },
    },
    found: ['welfare resident_id 3/5 warning'],
  },
  'unreadable-dates': {
    valid: births(
      '1975-03-02',
      '1975/3/2',
      '19750302',
      '昭和50年3月2日',
      'S50.3.2',
      '昭和元年',
      '不詳',
      null,
    ),
    invalid: births('1975-13-02', '3/2/1975', '50.3.2', 'unknown'),
    found: ['register birth_date 4/4 warning'],
  },
  'unreadable-timestamps': {
    valid: { cards: { registered_at: ['2023-04-01 12:30:15', '20230401123015', '令和5年4月1日 12時30分'] } },
    invalid: { cards: { registered_at: ['12:30', '2023-04-01 25:00', '99999999999999'] } },
    found: ['cards registered_at 3/3 warning'],
  },
  'unreadable-statuses': {
    valid: {
      register: { status: ['現存', '死亡', '転出予定', null] },
      cards: { status: ['有効', 'EXPIRED'] },
    },
    invalid: {
      register: { status: many(40, (i) => (i === 0 ? '3' : '現存')) },
      cards: { status: many(20, () => '01') },
      insurance: { status: ['仮', '有効', null] },
    },
    found: ['register status 1/40 error', 'cards status 20/20 error', 'insurance status 1/2 error'],
  },
  'out-of-era-dates': {
    valid: births('明治45年7月30日', '大正15年12月25日', '昭和64年1月7日', '平成31年4月30日', '1990-03-02'),
    invalid: births('昭和64年1月8日', '平成元年1月7日', '平成31年5月1日', '大正16年1月1日'),
    found: ['register birth_date 4/4 warning'],
  },
  'impossible-dates': {
    valid: births('1976-02-29', '2000-02-29', '1975-02-00', '1975-04-30'),
    invalid: births('1975-02-29', '1900-02-29', '昭和50年2月30日', '1975-04-31'),
    found: ['register birth_date 4/4 info'],
  },
  'future-births': {
    valid: births('2023-06-22', '2023-06-00', '2023-00-00', '不詳'),
    invalid: births('2023-06-23', '令和6年1月1日', '2024-00-00'),
    found: ['register birth_date 3/3 warning'],
  },
  'age-over-120': {
    valid: births('1902-06-23', '明治36年1月1日', '不詳'),
    invalid: births('1902-06-22', '1900-01-01', '明治5年12月2日'),
    found: ['register birth_date 3/3 warning'],
  },
  'registration-before-birth': {
    valid: { cards: { birth_date: ['2022-05-02', '2022-05-02'], registered_at: ['2022-05-02 00:00', null] } },
    invalid: {
      cards: { birth_date: ['2022-05-02', 'R4.5.2'], registered_at: ['2022-05-01', '20211231235959'] },
    },
    found: ['cards registered_at 2/2 warning'],
  },
  'default-dates': {
    valid: births(...many(40, (i) => `19${50 + i}-0${1 + (i % 9)}-1${i % 9}`)),
    invalid: births(...many(20, (i) => `19${50 + i}-01-01`)),
    found: ['register birth_date 20/20 warning'],
  },
  mojibake: {
    valid: names('田中　花子', 'José Müller', '繧', 'ﾀﾅｶ', '霞ｹ関ｺｰﾎﾟ', '霞が関ﾋﾞﾙ東館', null),
    invalid: names('逕ｰ荳ｭ', 'ã‚¿ãƒŠã‚«', '縺ゅ＞', '田\u0007中'),
    found: ['cards name 4/4 error'],
  },
  'unknown-characters': {
    valid: names('田中　花子', 'Marty McFly', '佐々木'),
    invalid: names('田●花子', '〓田', '?田', '\ufffd中', '田中？'),
    found: ['cards name 5/5 info'],
  },
  'private-use-characters': {
    valid: names('田中', '\u{20bb7}野', '\u{908a}\u{e0100}'),
    invalid: names('\ue000田', '\uf8ff', '\u{f0001}'),
    found: ['cards name 3/3 info'],
  },
  'kana-in-kanji-field': {
    valid: names('田中　花子', '田中 はな', 'SMITH JOHN'),
    invalid: names('タナカ　ハナコ', 'ﾀﾅｶ ﾊﾅｺ', 'たなか'),
    found: ['cards name 3/3 warning'],
  },
  'kanji-in-kana-field': {
    valid: { register: { kana: ['タナカ　ハナコ', 'ﾀﾅｶ', 'たなか', 'SMITH', 'ノリコー'] } },
    invalid: { register: { kana: ['田中 花子', 'ササ々', 'ハナ子'] } },
    found: ['register kana 3/3 warning'],
  },
  'constant-columns': {
    valid: { register: { name: many(20, (i) => `n${i % 2}`) } },
    invalid: { register: { name: many(20, () => 'n') } },
    found: ['register name 20/20 error'],
  },
  'missing-items': {
    valid: { register: { name: ['a', 'b'], former_name: [null, null] } },
    invalid: { register: { name: [null, null] } },
    found: ['register name 2/2 warning'],
  },
  'unusual-places': {
    valid: places(...people('T1', 200, 20), ...people('T2', 200, 18)),
    invalid: places(...people('T1', 200, 2), ...people('T2', 50, 25)),
    found: ['cards terminal 25/50 info'],
  },
  'sex-against-name': {
    valid: bearers('2'.repeat(20)),
    invalid: bearers(`${'2'.repeat(39)}1`),
    found: ['register sex 1/40 info'],
  },
  jumps: {
    valid: names(...many(100, () => '田中')),
    invalid: names(...many(50, () => '田中')),
    found: ['cards - 50/100 warning'],
    previous: [last],
  },
  'distribution-shift': {
    valid: names(...many(100, (i) => String.fromCodePoint(0x4e00 + i, 0x4e00))),
    invalid: names(...many(100, (i) => String.fromCodePoint(0x30a1 + (i % 80), 0x30a1 + (i % 77)))),
    found: ['cards name 100/100 warning'],
    previous: [last],
  },
  'unread-sheets': {
    valid: { register: {} },
    invalid: names('田中'),
    found: ['cards - 2/3 warning'],
    unreadSheets: [{ source: 'cards', names: ['2月', '3月'], of: 3 }],
  },
};

describe('every check has a table of valid and of invalid rows', () => {
  it('names every check there is', () => {
    expect(Object.keys(TABLES).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  });

  it.each(Object.entries(TABLES))('%s', async (id, { valid, invalid, found: expected, ...more }) => {
    const { previous, unreadSheets } = more;
    const options = { ...(previous ? { previous } : {}), ...(unreadSheets ? { unreadSheets } : {}) };
    expect(await found(id, valid, options)).toEqual([]);
    expect(await found(id, invalid, options)).toEqual(expected);
  });
});
