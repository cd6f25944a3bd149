import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { severityOf } from '../../src/check/check.js';
import type { ItemProfile } from '../../src/check/counts.js';
import { CHECKS } from '../../src/check/index.js';
import { found, issuesOf, type Rows } from './tables.js';

const many = <T>(count: number, value: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => value(i));

describe('check-digits', () => {
  test.each<[string, string, string[]]>([
    ['sound', '983205673214', []],
    ['full width and hyphens', '９８３２-０５６７-３２１４', []],
    ['wrong digit', '983205673215', ['register my_number 1/1 warning']],
    ['a digit short', '98320567321', ['register my_number 1/1 warning']],
    ['zeros', '000000000000', ['register my_number 1/1 warning']],
    ['an unknown digit', '98320567321●', ['register my_number 1/1 warning']],
  ])('My Number: %s', async (_, number, expected) => {
    expect(await found('check-digits', { register: { my_number: [number] } })).toEqual(expected);
  });

  test('the kind of an organisation code shows in most of its values; others are left alone', async () => {
    const insurers = { cards: { organisation: ['01130012', '39131016', '138016', '01130013'] } };
    expect(await found('check-digits', insurers)).toEqual(['cards organisation 1/4 warning']);
    const [issue] = await issuesOf('check-digits', insurers);
    expect(issue?.title.ja).toBe('保険者番号の検査数字が正しくありません');
    expect(issue?.title.en).toBe('Wrong check digit: insurer number');
    const municipalities = { register: { municipality: ['011002', '131016', '271004', '271005', '271005'] } };
    expect(await found('check-digits', municipalities)).toEqual(['register municipality 2/5 warning']);
    const banks = { accounts: { organisation: ['0001', '0005', '0009', '0310'] } };
    expect(await found('check-digits', banks)).toEqual([]);
    const residents = { register: { resident_id: ['12345678903', '12345678904', '00000000019'] } };
    expect(await found('check-digits', residents)).toEqual(['register resident_id 1/3 warning']);
  });
});

describe('severity', () => {
  test.each([
    [1, 1, 'warning'],
    [19, 19, 'warning'],
    [2, 20, 'error'],
    [99, 1000, 'warning'],
    [100, 1000, 'error'],
  ] as const)('%i of %i: %s', (count, of, severity) => {
    expect(severityOf({ count, of })).toBe(severity);
  });
});

describe('dates', () => {
  const birth = (...dates: (string | null)[]) => ({ register: { birth_date: dates } });
  test('unreadable-dates', async () => {
    const dates = [
      '1975-03-02',
      '昭和50年3月2日',
      '年月日不詳',
      '1975-13-02',
      '1975-13-02',
      '3/2/1975',
      null,
    ];
    expect(await found('unreadable-dates', birth(...dates))).toEqual(['register birth_date 3/6 warning']);
    expect(await found('unreadable-dates', birth('1975-02-29', 'S65.3.2', '不詳'))).toEqual([]);
  });
  test('unreadable-dates follows the format of the column', async () => {
    const dates = birth('3500302', '4010108', '5010501');
    expect(await found('unreadable-dates', dates, { format: 'era-code-12345' })).toEqual([]);
    expect(await found('unreadable-dates', dates)).toEqual(['register birth_date 3/3 warning']);
    expect(await found('unreadable-dates', dates, { format: 'era-code-13579' })).toEqual([
      'register birth_date 1/3 warning',
    ]);
  });
  test('unreadable-timestamps', async () => {
    const times = ['2023-04-01 12:30:15', '20230401123015', '令和5年4月1日 12時30分', '12:30', '不明', null];
    const cards = { cards: { registered_at: times } };
    expect(await found('unreadable-timestamps', cards)).toEqual(['cards registered_at 2/5 warning']);
    const sound = { cards: { registered_at: ['2023-04-01 12:30:15', '2023-12-31 23:59:59'] } };
    expect(await found('unreadable-timestamps', sound)).toEqual([]);
  });
  test.each<[string, string[], number]>([
    ['a filler among sound ones of its shape', ['20230401123015', '20230402235959', '99999999999999'], 1],
    ['a sound one among fillers', ['0000-00-00 00:00:00', '9999-99-99 99:99:99', '2023-04-01 12:30:15'], 2],
    [
      'impossible hours, minutes, seconds',
      ['2023-04-01 25:00', '2023-04-01 12:60', '2023-04-01 12:00:61'],
      3,
    ],
    ['fractions and offsets', ['2023-04-01T12:30:15.123+09:00', '2023-04-01T23:59:59.999999Z'], 0],
    ['full width and kanji', ['２０２３-０４-０１ １２：３０', '令和5年4月1日 12時30分15秒'], 0],
    ['twelve digits', ['202304011230', '202304011260'], 1],
  ])('unreadable-timestamps: %s', async (_, times, count) => {
    const expected = count === 0 ? [] : [`cards registered_at ${count}/${times.length} warning`];
    expect(await found('unreadable-timestamps', { cards: { registered_at: times } })).toEqual(expected);
  });
  test('out-of-era-dates', async () => {
    const dates = birth(
      'S64.1.7',
      'S64.1.8',
      'S65.3.2',
      'H1.1.7',
      'H1.1.8',
      '平成31年5月1日',
      '大正15年12月25日',
    );
    expect(await found('out-of-era-dates', dates)).toEqual(['register birth_date 4/7 warning']);
    expect(await found('out-of-era-dates', birth('S64.1.7', '1990-03-02'))).toEqual([]);
  });
  test('impossible-dates', async () => {
    const dates = birth('1975-02-29', '1976-02-29', '昭和50年2月30日', '1975-02-28', '1975-02-00');
    expect(await found('impossible-dates', dates)).toEqual(['register birth_date 2/5 info']);
    expect(await found('impossible-dates', birth('1976-02-29'))).toEqual([]);
  });
  test('future-births', async () => {
    const dates = birth('2023-06-22', '2023-06-23', '平成50年1月1日', '不詳', null);
    expect(await found('future-births', dates)).toEqual(['register birth_date 2/4 warning']);
    expect(await found('future-births', birth('2023-06-22', '2023-06-00', '2023-00-00'))).toEqual([]);
  });
  test('age-over-120', async () => {
    // On 2023-06-22 a person born on 1902-06-23 is still 120, one born the day before has turned 121.
    const dates = birth('1902-06-23', '1902-06-22', '明治5年12月2日', '不詳', '不詳年3月2日');
    expect(await found('age-over-120', dates)).toEqual(['register birth_date 2/5 warning']);
    expect(await found('age-over-120', birth('1902-06-23'))).toEqual([]);
  });
  test('default-dates', async () => {
    const others = many(300, (i) => `19${50 + (i % 40)}-0${2 + (i % 8)}-1${i % 10}`);
    const filled = many(20, (i) => `19${50 + i}-01-01`);
    expect(await found('default-dates', birth(...others, ...filled))).toEqual([
      'register birth_date 20/320 warning',
    ]);
    expect(await found('default-dates', birth(...others, ...filled.slice(1)))).toEqual([]);
    // One in 365 is what nature gives.
    const natural = many(8000, (i) => (i % 365 === 0 ? '1970-01-01' : '1970-05-05'));
    expect(await found('default-dates', birth(...natural))).toEqual([]);
  });
});

describe('characters', () => {
  const names = (...name: (string | null)[]) => ({ cards: { name } });
  test.each<[string, (string | null)[], string[]]>([
    [
      'unknown-characters',
      ['田●花子', '田中　花子', '?田', '〓〓', '\ufffd', null, '田中？'],
      ['cards name 5/6 info'],
    ],
    ['unknown-characters', ['田中　花子', 'Marty McFly', '佐々木'], []],
    ['private-use-characters', ['\ue001田', '田中', '\u{f0001}', '\uf8ff'], ['cards name 3/4 info']],
    ['private-use-characters', ['田中', '\u{20bb7}野', '\u{e0100}'], []],
    [
      'mojibake',
      ['譁\u{87}蟄怜喧', '逕ｰ荳ｭ闃ｱ蟄\u{90}', 'ç\u0094°ä¸\u00ad', 'ã‚¿ãƒŠã‚«', '縺ゅ＞', '田中'],
      ['cards name 5/6 error'],
    ],
    ['mojibake', ['田中　花子', 'José Müller', 'ﾀﾅｶ ﾊﾅｺ', 'Ångström', '繧'], []],
    ['kana-in-kanji-field', ['タナカ　ハナコ', '田中　花子', 'ﾀﾅｶ', '田中 はな'], ['cards name 2/4 warning']],
    ['kana-in-kanji-field', ['マルティ', ...many(30, () => '田中　花子')], ['cards name 1/31 info']],
    ['kana-in-kanji-field', ['田中　花子', 'SMITH JOHN'], []],
  ])('%s %#', async (check, values, expected) => {
    expect(await found(check, names(...values))).toEqual(expected);
  });
  test('kanji-in-kana-field', async () => {
    const kana = { register: { kana: ['タナカ　ハナコ', '田中 花子', 'ササ々', 'ﾀﾅｶ', 'SMITH', 'ハナ子'] } };
    expect(await found('kanji-in-kana-field', kana)).toEqual(['register kana 3/6 warning']);
    expect(await found('kanji-in-kana-field', { register: { kana: ['タナカ', 'ノリコー'] } })).toEqual([]);
  });
});

describe('tables', () => {
  test('missing-items', async () => {
    const rows: Rows = {
      resident_id: ['1', '2', '3', '4', null],
      name: ['a', 'b', 'c', 'd', 'e'],
      kana: ['a', null, null, 'd', 'e'],
    };
    expect(await found('missing-items', { register: rows })).toEqual([
      'register resident_id 1/5 error',
      'register kana 2/5 warning',
    ]);
    const few = { register: { name: [...many(9, () => 'a'), null] } };
    expect(await found('missing-items', few)).toEqual(['register name 1/10 info']);
    expect(await found('missing-items', { register: { name: ['a'] } })).toEqual([]);
  });
  test('constant-columns', async () => {
    const rows: Rows = {
      birth_date: many(20, () => '1900-01-01'),
      municipality: many(20, () => '131016'),
      name: many(20, (i) => `n${i}`),
    };
    expect(await found('constant-columns', { register: rows })).toEqual([
      'register birth_date 20/20 error',
      'register municipality 20/20 info',
    ]);
    expect(await found('constant-columns', { register: { name: many(19, () => 'x') } })).toEqual([]);
    // A flag that those concerned alone have is none; one that everybody has is.
    const flags = (rows: number) => ({ register: { protected: many(rows, (i) => (i < 20 ? '1' : null)) } });
    expect(await found('constant-columns', flags(200))).toEqual([]);
    expect(await found('constant-columns', flags(20))).toEqual(['register protected 20/20 info']);
  });
  test('duplicate-keys', async () => {
    const register: Rows = { resident_id: ['1', '2', '2', null, null], my_number: ['a', 'b', 'c', 'd', 'e'] };
    const cards: Rows = { record_id: ['x', 'x', 'x', 'y'], my_number: ['a', 'a', 'b', 'c'] };
    expect(await found('duplicate-keys', { register, cards })).toEqual([
      'register resident_id 2/3 error',
      'cards record_id 3/4 warning',
    ]);
    expect(
      await found('duplicate-keys', { register: { resident_id: ['1', '2'], my_number: [null, null] } }),
    ).toEqual([]);
  });
  test('jumps', async () => {
    const register: Rows = { name: many(100, (i) => `n${i}`), kana: many(100, (i) => (i < 60 ? 'k' : null)) };
    const look = { estimated: false, sampled: 0, valid: null, shapes: [] };
    const lastRun = (rows: number, kana: number): ItemProfile[] => [
      { source: 'register', item: 'name', rows, filled: rows, distinct: rows, constant: false, ...look },
      { source: 'register', item: 'kana', rows, filled: kana, distinct: 1, constant: true, ...look },
    ];
    expect(await found('jumps', { register }, { previous: lastRun(100, 60) })).toEqual([]);
    expect(await found('jumps', { register }, { previous: lastRun(95, 57) })).toEqual([]);
    expect(await found('jumps', { register }, { previous: lastRun(200, 200) })).toEqual([
      'register - 100/200 warning',
      'register kana 40/100 warning',
    ]);
    expect(await found('jumps', { register })).toEqual([]);
  });
  test('empty tables raise nothing', async () => {
    const empty: Rows = {
      resident_id: [],
      my_number: [],
      name: [],
      kana: [],
      birth_date: [],
      municipality: [],
    };
    for (const check of CHECKS) expect(await found(check.id, { register: empty })).toEqual([]);
  });
});

describe('registry', () => {
  test('every check file is listed under its name, in both languages', () => {
    const files = readdirSync(new URL('../../src/check/rules/', import.meta.url));
    expect(CHECKS.map((check) => `${check.id}.ts`).sort()).toEqual(files.sort());
    for (const { title, advice } of CHECKS) {
      for (const text of [title, advice]) {
        expect(text.ja).toMatch(/[ぁ-ん一-龠]/u);
        expect(text.en).toMatch(/^[\x20-\x7e●〓{}]+$/u);
      }
    }
  });
  test('no issue holds a value', async () => {
    const issues = await issuesOf('check-digits', { register: { my_number: ['983205673215'] } });
    expect(JSON.stringify(issues)).not.toMatch(/\d{11,}/);
  });
});
