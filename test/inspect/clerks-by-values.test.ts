import { describe, expect, it } from 'vitest';
import { type Column, mapped, OPERATOR, proposed, RECORD, TERMINAL, TIME } from './proposed.js';

const of =
  (values: readonly string[]): Column[1] =>
  ({ i }) =>
    values[i % values.length]!;
const WINDOWS = of(['1番', '2番', '3番', '4番']);
const SHARED: Column[] = [...RECORD, ['受付日時', TIME]];

describe('where and by whom a record was made, by values alone', () => {
  it.each<[string, string, Column[1]]>([
    ['terminal', '窓口', WINDOWS],
    ['terminal', 'POINT', of(['T001', 'T002', 'T007'])],
    ['terminal', 'f14', of(['端末1', '端末2', '端末12'])],
    ['terminal', 'SOURCE2', of(['KIOSK-2', 'KIOSK-11'])],
    ['terminal', 'READER_ID', of(['CR-1', 'CR-2', 'CR-4'])],
    ['operator', '欄9', of(['職員01', '職員07', '職員12'])],
    ['operator', 'SYA', of(['CW03', 'CW11', 'CW12'])],
    ['operator', 'l', of(['係1', '係3'])],
    ['operator', '入力', of(['高木', '土井', '有田', '佐々木'])],
  ])('%s is %s', (item, name, value) => {
    const found = proposed([...SHARED, [name, value]], 'link').mapping.find((one) => one.item === item);
    expect(found?.columns).toEqual([name]);
    expect(found!.confidence).toBeLessThan(0.8);
  });

  it.each<[string, string, Column[1]]>([
    ['a name of a way', '受付', of(['窓口', '郵送', '電子'])],
    ['what every row has of its own', 'POINT', ({ i }) => `T${1000 + i}`],
    ['one code throughout', 'POINT', of(['T001'])],
    ['a code of letters that says nothing', 'POINT', of(['A01', 'B02'])],
    ['what a name says of something else', '備考', of(['T001', 'T002'])],
    ['offices', '窓口', of(['本庁', '東支所', '西支所'])],
  ])('%s is neither: %s', (_, name, value) => {
    const found = mapped(proposed([...SHARED, [name, value]], 'link'));
    expect([found.terminal, found.operator]).not.toContain(name);
  });

  it('is left open between two columns that say the same', () => {
    const two: Column[] = [
      ['P1X', of(['T001', 'T002'])],
      ['P2X', of(['T011', 'T012', 'T013'])],
    ];
    expect(mapped(proposed([...SHARED, ...two], 'link')).terminal).toBeUndefined();
  });

  it('is not asked of values where names say it', () => {
    const named: Column[] = [
      ...SHARED,
      ['端末番号', TERMINAL],
      ['担当者', OPERATOR],
      ['POINT', of(['T001', 'T002'])],
    ];
    expect(mapped(proposed(named, 'link'))).toMatchObject({ terminal: '端末番号', operator: '担当者' });
  });
});

describe('a number of its own in each row', () => {
  it.each(['登録者番号', '登録者No', '担当者番号', '端末番号'])('is no clerk and no terminal: %s', (name) => {
    const found = proposed([...SHARED, [name, ({ i }) => `${880_001 + i * 4}`]], 'link').mapping;
    expect(
      found.filter(({ item, confidence }) => ['operator', 'terminal'].includes(item) && confidence > 0.5),
    ).toEqual([]);
  });

  it('is the key where an account stands beside it, and the account is where none does', () => {
    const account: Column[] = [
      ['金融機関コード', of(['0182', '9900'])],
      ['支店コード', ({ i }) => `${100 + (i % 40)}`],
      ['預金種目', of(['1', '2'])],
      ['口座番号', ({ i }) => `${1_000_000 + i * 7919}`],
    ];
    const person = RECORD.slice(1);
    const number: Column = ['f1', ({ i }) => `${60_001 + i * 3}`];
    const counted: Column = ['f1', ({ i }) => `${1 + i}`];
    expect(mapped(proposed([number, ...person, ...account], 'link')).record_id).toBe('f1');
    const whole = account.map(([name]) => name).join('+');
    expect(mapped(proposed([counted, ...person, ...account], 'link')).record_id).toBe(whole);
    expect(mapped(proposed([...person, ...account], 'link')).record_id).toBe(whole);
  });
});

describe('the office that linked', () => {
  const kinds = (name: string, value: Column[1], ...more: Column[]) =>
    proposed([...SHARED, [name, value], ...more], 'link').mapping.find(({ item }) => item === 'organisation');

  it('is the one that differs, beside a municipality that all records share', () => {
    const clinic: Column = ['医療機関コード', ({ i }) => `22114${10_000 + (i % 9)}`];
    const found = kinds('自治体コード', of(['222097']), clinic);
    expect(found?.columns).toEqual(['医療機関コード']);
    expect(found!.confidence).toBeLessThan(0.8);
    expect(kinds('団体コード', of(['222097']))?.columns).toEqual(['団体コード']);
    expect(kinds('自治体コード', of(['222097']), ['医療機関コード', of(['2211410000'])])?.columns).toEqual([
      '医療機関コード',
    ]);
  });

  it('is the bank in a list of accounts and nothing else, and in no list of what is paid', () => {
    const list = (key: string): Column[] => [
      [key, ({ i }) => `A${20_001 + i * 3}`],
      ...RECORD.slice(1),
      ['金融機関コード', of(['0149', '0150', '9900'])],
      ['口座番号', ({ i }) => `${1_000_000 + i * 7919}`],
    ];
    const bank = (columns: Column[]) =>
      proposed(columns, 'link').mapping.find(({ item }) => item === 'organisation');
    expect(bank(list('受付番号'))?.columns).toEqual(['金融機関コード']);
    expect(bank(list('受付番号'))!.confidence).toBeLessThanOrEqual(0.6);
    expect(bank(list('認定番号'))).toBeUndefined();
    expect(bank([...list('受付番号'), ['支給額', of(['10000', '15000'])]])).toBeUndefined();
  });
});

describe('the day on which somebody came under an insurance', () => {
  const day =
    (start: number): Column[1] =>
    ({ i }) =>
      `20${start + (i % 3)}-0${1 + (i % 9)}-1${i % 9}`;

  it('is no registration beside the day on which it ended', () => {
    const columns: Column[] = [
      ...RECORD,
      ['取得日', day(18)],
      ['喪失日', ({ i }) => (i % 20 ? '' : '2023-03-31')],
    ];
    const asked = proposed(columns, 'link').mapping.find(({ item }) => item === 'registered_at');
    expect(asked?.confidence ?? 0).toBeLessThan(0.6);
    expect(mapped(proposed([...columns, ['収集日', day(21)]], 'link')).registered_at).toBe('収集日');
  });
});

describe('yes and no', () => {
  it.each(['enabled', 'active', 'is_active'])('is a status under %s', (name) => {
    const found = proposed([...SHARED, [name, of(['true', 'true', 'false'])]], 'link').mapping;
    expect(found.find(({ item }) => item === 'status')).toMatchObject({ columns: [name], confidence: 0.75 });
  });

  it.each(['同意有無', 'mail_ok', 'has_card'])('is none under %s', (name) => {
    expect(mapped(proposed([...SHARED, [name, of(['true', 'false'])]], 'link')).status).toBeUndefined();
  });
});

describe('a number that repeats', () => {
  const key: Column = ['被保険者証番号', ({ i }) => `${500_001 + Math.trunc((i * 2) / 3)}`];
  const counted: Column = ['連番', ({ i }) => `${1 + i}`];
  const branch: Column = ['枝', ({ i }) => `0${1 + (i % 3)}`];
  const found = (...columns: Column[]) =>
    mapped(proposed([...columns, ...RECORD.slice(1)], 'link')).record_id;

  it('is told apart by its branch, and not by the place of a row', () => {
    expect(found(counted, key, branch)).toBe('被保険者証番号+枝');
    expect(found(counted, key)).toBe('被保険者証番号');
  });
});

describe('the day of the number', () => {
  it.each(['BANGO_TOROKU_YMD', 'BANGOU_TOUROKU_YMD', 'BANGO_RENKEI_BI'])(
    'is %s, before that of the right',
    (name) => {
      const day =
        (year: number): Column[1] =>
        ({ i }) =>
          `${year + (i % 2)}0${1 + (i % 9)}1${i % 9}`;
      const columns: Column[] = [
        ['NINTEI_YMD', day(2020)],
        [name, day(2022)],
      ];
      expect(mapped(proposed([...RECORD, ...columns], 'link')).registered_at).toBe(name);
      expect(mapped(proposed([...RECORD, columns[0]!], 'link')).registered_at).toBe('NINTEI_YMD');
    },
  );
});
