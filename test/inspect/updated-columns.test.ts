import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { iso, type Person, zero } from './odd-exports.js';
import { type Column, mapped, proposed } from './proposed.js';

const PERSON: readonly Column[] = [
  ['認定番号', ({ i }) => `N-${zero(i * 7, 5)}`],
  ['個人番号', ({ number }) => number],
  ['氏名', (person) => told.name(person)],
  ['生年月日', iso],
  ['住所', (person) => told.address(person)],
];
const time: Column[1] = ({ i }) => `2024-10-${zero(1 + (i % 28), 2)} 1${i % 8}:05:0${i % 10}`;
const terminal: Column[1] = ({ i }) => `JT0${i % 4}`;
const operator: Column[1] = ({ i }) => `102${zero(i % 6, 2)}`;

describe('what was done last to a record', () => {
  it.each([
    ['更新日時', '更新端末', '更新者ID'],
    ['最終更新日時', '最終更新端末', '最終更新者'],
    ['更新・日時', '更新・端末', '更新・職員'],
    ['更新時刻', '更新端末番号', '更新担当者コード'],
    ['UPD_TS', 'UPD_TERM', 'UPD_USER'],
    ['KOSHIN_NICHIJI', 'KOSHIN_TANMATSU', 'KOSHIN_SHOKUIN'],
    ['update_date', 'update_terminal', 'update_user'],
    ['updated_at', 'updated_pc', 'updated_by'],
    ['データ更新日時', 'データ更新端末', 'データ更新者'],
    ['レコード更新日時', 'レコード更新端末名', 'レコード更新職員番号'],
  ])('%s, %s and %s stand for how it was registered where nothing else does', (at, where, who) => {
    const proposal = proposed([...PERSON, [at, time], [where, terminal], [who, operator]], 'link');
    expect(mapped(proposal)).toMatchObject({ registered_at: at, terminal: where, operator: who });
    const sure = proposal.mapping.filter(({ item }) =>
      ['registered_at', 'terminal', 'operator'].includes(item),
    );
    expect(sure.every(({ confidence }) => confidence < 0.8)).toBe(true);
  });

  it.each([
    ['KOSIN_NITIZI', 'KOSIN_TANMATU', 'KOSINSYA_ID'],
    ['KOUSHIN_NICHIJI', 'KOUSHIN_TANMATSU_NO', 'KOUSHINSHA_ID'],
    ['KOUSINNITIZI', 'KOUSINTANMATU', 'KOUSINSYA'],
  ])('%s, %s and %s are found in whatever spelling', (at, where, who) => {
    const proposal = proposed([...PERSON, [at, time], [where, terminal], [who, operator]], 'link');
    expect(mapped(proposal)).toMatchObject({ registered_at: at, terminal: where, operator: who });
  });

  it.each<[string, Column]>([
    ['a renewal that is due', ['次回更新日時', time]],
    ['the end of validity', ['更新期限', iso]],
    ['a mere day', ['更新日', iso]],
  ])('%s is no registration', (_, column) => {
    expect(mapped(proposed([...PERSON, column], 'link')).registered_at).not.toBe(column[0]);
  });

  it('the registration itself goes before', () => {
    const columns = [
      ...PERSON,
      ['登録日時', time],
      ['更新日時', time],
      ['登録端末', terminal],
      ['更新端末', terminal],
    ] as const;
    expect(mapped(proposed(columns, 'link'))).toMatchObject({
      registered_at: '登録日時',
      terminal: '登録端末',
    });
  });
});

describe('names beside the name', () => {
  const some: Column[1] = (person) => (person.i % 9 === 0 ? person.family[0] : '');
  it.each([
    'KYU_UJI',
    'KYUUJI',
    'KYUSEI',
    'KYU_SHI',
    'KYUJI',
    'MAE_SEI',
    'KYU_MYOJI',
    'kyusi',
    '旧姓',
    '旧氏',
  ])('%s is the former name', (name) =>
    expect(mapped(proposed([...PERSON, [name, some]], 'link')).former_name).toBe(name),
  );
  it.each(['氏名（その他）', '氏名(その他)', 'その他氏名', '通称名', '通称'])('%s is the alias', (name) =>
    expect(mapped(proposed([...PERSON, [name, some]], 'link')).alias).toBe(name),
  );
  it.each(['MAE_JUSHO', 'KYUYO', 'MAEBARAI', 'その他'])('%s is neither', (name) => {
    const { former_name, alias } = mapped(proposed([...PERSON, [name, some]], 'link'));
    expect([former_name, alias]).not.toContain(name);
  });

  it('a day that most records lack is not that of the record: the moment of the last change goes before, and is asked after', () => {
    const decided: Column = [
      '認定日',
      (person) => (person.i % 5 < 2 ? `2023-05-0${1 + (person.i % 9)}` : ''),
    ];
    const proposal = proposed([...PERSON, decided, ['更新日時', time]], 'link');
    expect(mapped(proposal).registered_at).toBe('更新日時');
    const alone = proposed([...PERSON, decided], 'link');
    expect(alone.mapping.find(({ item }) => item === 'registered_at')!.confidence).toBeLessThan(0.8);
    const everyone: Column = ['認定日', (person) => `2023-05-0${1 + (person.i % 9)}`];
    expect(mapped(proposed([...PERSON, everyone, ['更新日時', time]], 'link')).registered_at).toBe('認定日');
  });
});

describe('a list without names of columns', () => {
  const bare = (columns: readonly Column[]): readonly Column[] =>
    columns.map(([, value], i) => [String(i + 1), value]);
  const day: Column[1] = ({ i }) => `202405${zero(1 + (i % 28), 2)}`;
  const moment: Column[1] = ({ i }) => `202410${zero(1 + (i % 28), 2)}1${i % 8}050${i % 10}`;

  it('takes the moment before the day, then the terminal and the clerk that follow it', () => {
    const columns = bare([...PERSON, ['', day], ['', moment], ['', terminal], ['', operator]]);
    expect(mapped(proposed(columns, 'link'))).toMatchObject({
      registered_at: '7',
      terminal: '8',
      operator: '9',
    });
  });

  it.each<[string, readonly Column[]]>([
    [
      'codes before the moment',
      [
        ['', terminal],
        ['', moment],
      ],
    ],
    [
      'codes after a mere day',
      [
        ['', day],
        ['', terminal],
      ],
    ],
    [
      'amounts after the moment',
      [
        ['', moment],
        ['', ({ i }) => String(1000 + i * 37)],
      ],
    ],
    [
      'another code in each row',
      [
        ['', moment],
        ['', ({ i }) => `KX${zero(i, 4)}`],
      ],
    ],
    [
      'figures alone',
      [
        ['', moment],
        ['', ({ i }) => String(i % 3)],
      ],
    ],
  ])('%s are no terminal', (_, more) => {
    expect(mapped(proposed(bare([...PERSON, ...more]), 'link')).terminal).toBeUndefined();
  });
});

describe('what a clerk’s column is not', () => {
  it.each<[string, Column[1]]>([
    ['a flag that is never set', () => '0'],
    ['a flag', ({ i }) => String(i % 2)],
    ['one office', () => '2005'],
  ])('%s', (_, value) => {
    const columns: readonly Column[] = [
      ...PERSON,
      ['', ({ i }: Person) => `202410${zero(1 + (i % 28), 2)}1${i % 8}050${i % 10}`] as Column,
      ['', terminal] as Column,
      ['', value] as Column,
    ].map(([, of], i) => [String(i + 1), of] as Column);
    expect(mapped(proposed(columns, 'link'))).toMatchObject({ terminal: '7' });
    expect(mapped(proposed(columns, 'link')).operator).toBeUndefined();
  });
});

describe('names in two columns', () => {
  const sei: Column[1] = (person) => told.name(person).split(/[ 　]/)[0]!;
  const mei: Column[1] = (person) => told.name(person).split(/[ 　]/)[1] ?? '';
  const rest = PERSON.filter(([name]) => name !== '氏名');
  it.each([
    ['SHIMEI_SEI', 'SHIMEI_MEI'],
    ['SHIMEI_SEI', 'SHIMEI_NA'],
    ['SHIMEI_UJI', 'SHIMEI_NA'],
    ['SIMEI_SEI', 'SIMEI_MEI'],
    ['SIMEI_UJI', 'SIMEI_NA'],
    ['KANJI_SHIMEI_SEI', 'KANJI_SHIMEI_MEI'],
    ['SHIMEI_KANJI_SEI', 'SHIMEI_KANJI_MEI'],
    ['SHIMEI_SEI_KJ', 'SHIMEI_MEI_KJ'],
    ['NAMAE_SEI', 'NAMAE_MEI'],
    ['SIMEISEI', 'SIMEIMEI'],
    ['氏_日本人住民', '名_日本人住民'],
    ['属性_姓', '属性_名'],
    ['基本情報・氏', '基本情報・名'],
    ['個人情報_姓', '個人情報_名'],
  ])('%s and %s', (family, given) => {
    const proposal = proposed([...rest, [family, sei], [given, mei]], 'link');
    expect(mapped(proposal).name).toBe(`${family}+${given}`);
  });

  it('a family name alone under the name of the whole is asked after', () => {
    const alone = proposed([...rest, ['氏名', sei]], 'link').mapping.find(({ item }) => item === 'name')!;
    expect(alone.confidence).toBeLessThan(0.8);
    const whole = proposed(PERSON, 'link').mapping.find(({ item }) => item === 'name')!;
    expect(whole.confidence).toBeGreaterThan(0.9);
  });
});

describe('an address in three columns', () => {
  it.each([
    '町名番地建物',
    '町名番地以下',
    '町域番地等',
    '町名以下',
    '町字番地以降',
    '番地以下',
    '番地建物名',
    '番地等',
    '町名番地部屋番号',
    '大字番地建物名',
  ])('%s is its last part', (last) => {
    const rest = PERSON.filter(([name]) => name !== '住所');
    const columns: readonly Column[] = [
      ...rest,
      ['都道府県', () => '長野県'],
      ['市区町村', ({ i }) => (i % 2 ? '飯田市' : '松本市')],
      [last, ({ i }) => `座光寺${i + 1}-${(i % 7) + 1}`],
    ];
    expect(mapped(proposed(columns, 'link')).address).toBe(`都道府県+市区町村+${last}`);
  });
});

describe('names of columns in more words', () => {
  it.each<[string, string, Column[1]]>([
    ['terminal', 'counterTerm', terminal],
    ['terminal', 'counter_terminal', terminal],
    ['operator', 'handledBy', operator],
    ['operator', 'handledByStaff', operator],
    ['registered_at', 'handedOverAt', time],
    ['registered_at', '収録日時', time],
    ['registered_at', '読取日時', time],
    ['lookup', '個人番号収録方法', ({ i }) => (i % 3 ? 'J-LIS照会' : '本人申告')],
    ['address', 'ｼﾞﾕｳｼﾖ', (person) => told.address(person)],
    ['registered_at', 'ﾄｳﾛｸﾆﾁｼﾞ', time],
    ['registered_at', 'ﾄｳﾛｸﾋﾞ', time],
    ['registered_at', 'boundAt', time],
    ['terminal', 'ﾀﾝﾏﾂNO', terminal],
    ['operator', 'ｼﾖｸｲﾝCD', operator],
    ['lookup', 'ﾏｲﾅﾝﾊﾞｰ収録方法', ({ i }) => (i % 3 ? 'J-LIS照会' : '本人申告')],
    ['organisation', 'rp_code', ({ i }) => `RP00${zero(i % 4, 2)}`],
    ['organisation', '実施医療機関コード', ({ i }) => `20105${zero(i % 4, 5)}`],
  ])('%s: %s', (item, name, value) => {
    const rest = PERSON.filter(([column]) => item !== 'address' || column !== '住所');
    expect(mapped(proposed([...rest, [name, value]], 'link'))[item]).toBe(name);
  });

  it.each([
    ['属性_姓ｶﾅ', '属性_名ｶﾅ'],
    ['属性_姓カナ', '属性_名カナ'],
    ['基本_ｾｲ', '基本_ﾒｲ'],
  ])('%s and %s are the kana', (family, given) => {
    const part =
      (n: number): Column[1] =>
      (person) =>
        told.kana(person).split(/[ 　]/)[n] ?? '';
    const proposal = proposed([...PERSON, [family, part(0)], [given, part(1)]], 'link');
    expect(mapped(proposal).kana).toBe(`${family}+${given}`);
  });

  it('a moment of another making goes before a day, but for the day of the registration itself', () => {
    const day: Column = ['認定年月日', ({ i }) => `2022-04-${zero(1 + (i % 23), 2)}`];
    const entered: Column = ['入力日', time];
    expect(mapped(proposed([...PERSON, day, entered], 'link')).registered_at).toBe('入力日');
    const registered: Column = ['登録年月日', day[1]];
    expect(mapped(proposed([...PERSON, registered, entered], 'link')).registered_at).toBe('登録年月日');
  });
});

describe('offices', () => {
  const office: Column[1] = ({ i }) => String(11 + (i % 2));
  it.each([
    '福祉事務所',
    '福祉事務所コード',
    'ﾌｸｼｼﾞﾑｼｮ',
    'ﾌｸｼｼﾞﾑｼｮｺｰﾄﾞ',
    '支所コード',
    '出張所コード',
    'FUKUSHIJIMUSHO',
    '保健所コード',
    '担当課コード',
    '受付窓口コード',
  ])('%s is the organisation', (name) => {
    expect(mapped(proposed([...PERSON, [name, office]], 'link')).organisation).toBe(name);
  });
  it.each(['支店コード', '勤務先事業所名', '学校コード'])('%s is not', (name) => {
    expect(mapped(proposed([...PERSON, [name, office]], 'link')).organisation).toBeUndefined();
  });
});
