import { describe, expect, it } from 'vitest';
import { namedAs } from '../../src/audit/item-names.js';
import { onlyLikely } from '../../src/inspect/index.js';
import { proposeLabelled } from '../../src/inspect/labelled.js';
import { looksLikeRegister } from '../../src/inspect/looks-like-register.js';
import { profileOf } from '../../src/inspect/profile.js';
import { propose } from '../../src/inspect/propose.js';

const ROWS = Array.from({ length: 30 }, (_, i) => i);
const two = (n: number) => String(n).padStart(2, '0');
const day = (year: number) => (i: number) => `${year}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
const code = (i: number) => `A${1000 + i * 7}`;
const name = (i: number) => ['山田　太郎', '佐藤　花子', '鈴木　一郎'][i % 3]!;
const kana = (i: number) => ['ヤマダ　タロウ', 'サトウ　ハナコ', 'スズキ　イチロウ'][i % 3]!;
const sex = (i: number) => '男女'[i % 2]!;
const town = (i: number) => `千葉県みなと市緑町${1 + i}番地`;

function looked(columns: Readonly<Record<string, (i: number) => string>>) {
  const values = new Map(Object.entries(columns).map(([title, of]) => [title, ROWS.map(of)]));
  return {
    values,
    columns: [...values].map(([title, rows]) => ({ name: title, profile: profileOf(rows) })),
  } as never;
}
const itemsOf = (columns: Readonly<Record<string, (i: number) => string>>) =>
  Object.fromEntries(
    propose(looked(columns), 'link').mapping.map(({ item, columns: from }) => [item, from.join('+')]),
  );

const PERSON = { 氏名: name, カナ氏名: kana, 生年月日: day(1970), 性別: sex, 住所: town };

describe('names that hold a word of another item', () => {
  it.each([
    ['個人番号取得区分', 'lookup'],
    ['マイナンバー照会経路', 'lookup'],
    ['個人番号登録年月日', 'registered_at'],
    ['番号利用入力日', 'registered_at'],
    ['address_confidential', 'protected'],
    ['住所非開示フラグ', 'protected'],
    ['status_changed_on', 'moved_on'],
    ['ﾀﾝﾄｳｼｬ', 'operator'],
    ['福祉事務所', 'organisation'],
    ['交付窓口CD', 'organisation'],
    ['個人番号', 'my_number'],
    ['住所', 'address'],
    ['住民状態', 'status'],
    ['カード発行状況', 'status'],
    ['消除区分名', 'status'],
    ['交付年月日時分', 'registered_at'],
    ['linked_timestamp', 'registered_at'],
    ['acquisition_route', 'lookup'],
    ['workstation', 'terminal'],
    ['①整理番号（必須）', 'record_id'],
    ['※氏名', 'name'],
    ['TANTOUSYA', 'operator'],
    ['KOZIN_BANGOU', 'my_number'],
    ['ZYUUSYO', 'address'],
    ['個人番号記入日', 'registered_at'],
    ['MyNumberRegisteredAt', 'registered_at'],
    ['RegisteredBy', 'operator'],
    ['myNumber', 'my_number'],
    ['個人番号収録年月日', 'registered_at'],
    ['交付担当', 'operator'],
    ['番号管理登録者', 'operator'],
    ['created_by', 'operator'],
    ['登録受付番号', 'record_id'],
    ['性', 'sex'],
    ['転居前住所', 'previous_address'],
    ['formerAddress', 'previous_address'],
    ['lastChangeDate', 'moved_on'],
    ['supportMeasureFlag', 'protected'],
  ])('%s is %s', (title, item) => {
    const ofRegister = ['protected', 'moved_on', 'previous_address', 'status'].includes(item);
    expect(namedAs(title, ofRegister)[0]?.item).toBe(item);
  });
});

describe('of several that would do', () => {
  it.each<[string, Record<string, (i: number) => string>, Record<string, string>]>([
    [
      'a status in words, whatever its column is called',
      { 受給者番号: code, 現況: (i) => ['受給中', '停止', '受給中'][i % 3]! },
      { status: '現況' },
    ],
    [
      'no status where codes are of something else',
      { 受給者番号: code, 認定区分: (i) => `${1 + (i % 3)}号` },
      { record_id: '受給者番号' },
    ],
    [
      'a key and what tells its rows apart',
      { ケース番号: (i) => `C${Math.trunc(i / 2)}x`, 員番号: (i) => String(1 + (i % 2)) },
      { record_id: 'ケース番号+員番号' },
    ],
    [
      'no bank for an office where the record is no account',
      { 認定番号: code, 金融機関コード: (i) => ['0001', '0143'][i % 2]! },
      { record_id: '認定番号' },
    ],
    [
      'a key without a name before a name without a key',
      { 受給者番号: (i) => `C${i % 4}`, ソノタ: code },
      { record_id: 'ソノタ' },
    ],
    ['a code before the place of a row', { 甲: (i) => String(i + 1), 乙: code }, { record_id: '乙' }],
    ['the place of a row where there is nothing else', { 甲: (i) => String(i + 1) }, { record_id: '甲' }],
    [
      'the key that does not repeat',
      { ケース番号: (i) => `C${Math.trunc(i / 2)}x`, 受給者番号: code },
      { record_id: '受給者番号' },
    ],
    [
      'the day of handing over before that of issue',
      { 受給者番号: code, 発行日: day(2015), 交付日: day(2016) },
      { registered_at: '交付日' },
    ],
    [
      'the day on which the number came',
      { 受給者番号: code, 交付年月日: day(2015), 番号入力日: day(2021) },
      { registered_at: '番号入力日' },
    ],
    ['the only day there is', { 受給者番号: code, 交付年月日: day(2015) }, { registered_at: '交付年月日' }],
    [
      'a number of its own before an account',
      {
        認定番号: code,
        金融機関コード: () => '0001',
        支店コード: (i) => `1${two(i)}`,
        口座番号: (i) => `10000${two(i)}`,
      },
      { record_id: '認定番号' },
    ],
    [
      'an account where nothing else is',
      { 金融機関コード: () => '0001', 支店コード: (i) => `1${two(i)}`, 口座番号: (i) => `10000${two(i)}` },
      { record_id: '金融機関コード+支店コード+口座番号' },
    ],
  ])('%s', (_, columns, items) => {
    expect(itemsOf({ ...columns, ...PERSON })).toMatchObject(items);
  });

  it.each<[string, Record<string, (i: number) => string>, Record<string, string>]>([
    [
      'names and addresses in parts with remarks in brackets',
      {
        認定番号: code,
        '漢字氏名（氏）': (i) => name(i).split('　')[0]!,
        '漢字氏名（名）': (i) => name(i).split('　')[1]!,
        '住所（番地まで）': town,
        '方書（建物名・部屋番号）': (i) => (i % 3 === 0 ? `緑荘${i}号室` : ''),
      },
      {
        name: '漢字氏名（氏）+漢字氏名（名）',
        address: '住所（番地まで）+方書（建物名・部屋番号）',
      },
    ],
    [
      'a key of three parts, a name and an address with 名 behind each part',
      {
        資格記号: (i) => String(100 + (i % 5)),
        資格番号: (i) => String(5000 + i),
        資格枝番: (i) => `0${i % 3}`,
        '氏（フリガナ）': (i) => kana(i).split('　')[0]!,
        '名（フリガナ）': (i) => kana(i).split('　')[1]!,
        住所名: town,
        方書名: (i) => (i % 3 === 0 ? `緑荘${i}号室` : ''),
      },
      {
        record_id: '資格記号+資格番号+資格枝番',
        kana: '氏（フリガナ）+名（フリガナ）',
        address: '住所名+方書名',
      },
    ],
    [
      'what stands behind the name of a table in every column',
      {
        JUK_KANRI_NO: code,
        JUK_SHIMEI: name,
        JUK_JUSHO: town,
        JUK_SEI_KBN: (i) => String(1 + (i % 2)),
        JUK_TOROKU_YMD: day(2018),
      },
      { record_id: 'JUK_KANRI_NO', name: 'JUK_SHIMEI', sex: 'JUK_SEI_KBN', registered_at: 'JUK_TOROKU_YMD' },
    ],
  ])('%s', (_, columns, items) => {
    const { mapping } = proposeLabelled(looked(columns), 'link');
    expect(
      Object.fromEntries(mapping.map(({ item, columns: from }) => [item, from.join('+')])),
    ).toMatchObject(items);
  });

  it('the last change of a register', () => {
    const columns = {
      宛名番号: code,
      世帯番号: code,
      増異動年月日: day(2001),
      最終異動年月日: day(2020),
      ...PERSON,
    };
    const { mapping } = propose(looked(columns), 'register');
    expect(mapping.find(({ item }) => item === 'moved_on')?.columns).toEqual(['最終異動年月日']);
  });
});

describe('a register whose key is called as any list calls it', () => {
  const { columns: of } = looked({}) as unknown as { columns: readonly never[] };
  const isRegister = (more: Readonly<Record<string, (i: number) => string>>) =>
    looksLikeRegister((looked({ ...more, ...PERSON }) as { columns: typeof of }).columns);
  const flag = (i: number) => (i === 3 ? '○' : '');

  it('is one where much tells of it', () => {
    expect(isRegister({ 整理番号: code, 旧姓: () => '', 異動日: day(2010), DV等支援: flag })).toBe(true);
    expect(
      isRegister({ KOJIN_CD: code, SETAI_CD: code, JUMIN_KBN: () => '住登', SHIEN_FLG: () => '0' }),
    ).toBe(true);
  });

  it('is none where a source is told of', () => {
    expect(isRegister({ 整理番号: code, 異動日: day(2010), 障害等級: () => '1' })).toBe(false);
    expect(isRegister({ 受付番号: code, 交付年月日: day(2020), 手帳区分: () => '身' })).toBe(false);
  });
});

describe('a register whose columns have no names', () => {
  it('is told by values: household, address before, day of change', () => {
    const house = (i: number) => town(Math.trunc(i / 2));
    const columns = {
      F001: code,
      F002: (i: number) => String(70_000 + Math.trunc(i / 2)),
      F003: (i: number) => `${['山田', '佐藤', '鈴木', '田中'][i % 4]}　${['太郎', '花子', '一郎'][i % 3]}`,
      F004: house,
      F005: (i: number) => (i % 3 === 0 ? town(i + 40) : ''),
      F006: (i: number) => `${1930 + 3 * (i % 25)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`,
      F007: day(2019),
    };
    const { mapping } = propose(looked(columns), 'register');
    expect(Object.fromEntries(mapping.map(({ item, columns: from }) => [item, from.join('+')]))).toEqual({
      resident_id: 'F001',
      household_id: 'F002',
      name: 'F003',
      address: 'F004',
      previous_address: 'F005',
      birth_date: 'F006',
      moved_on: 'F007',
    });
    expect(mapping.every(({ confidence }) => confidence < 0.8)).toBe(true);
  });
});

describe('where nobody is asked', () => {
  it('a key that neither is called so nor tells rows apart is left open', () => {
    const { mapping } = propose(looked({ ...PERSON, 受給者番号: (i) => `C${i % 4}` }), 'link');
    const inspection = { mapping, items: [], preview: [], questions: [] } as never;
    expect(onlyLikely(inspection).mapping.some(({ item }) => item === 'record_id')).toBe(false);
  });
});

describe('of columns that say much the same', () => {
  const number = (i: number) => `${1000 + i * 7}`;
  it.each<[string, Readonly<Record<string, (i: number) => string>>, string, string]>([
    [
      'the day of an insurer’s number is not that of the person’s',
      {
        管理番号: code,
        個人番号: () => '',
        保険者番号適用開始年月日: day(2019),
        登録処理日時: (i) => `${day(2021)(i)} 10:00:00`,
      },
      'registered_at',
      '登録処理日時',
    ],
    [
      'an office beside the bank to which is paid',
      { 認定番号: code, 金融機関コード: () => '0005', 受付機関コード: (i) => `1${i % 3}` },
      'organisation',
      '受付機関コード',
    ],
    [
      'a key of several columns that repeats gives way to one that does not',
      {
        保険者番号: () => '06130017',
        被保険者証記号: (i) => `${Math.floor(i / 9)}`,
        被保険者証番号: (i) => `${Math.floor(i / 2)}`,
        枝番: () => '00',
        資格管理番号: number,
      },
      'record_id',
      '資格管理番号',
    ],
    [
      'which stays where it tells the rows apart',
      {
        保険者番号: () => '06130017',
        被保険者証記号: () => '12',
        被保険者証番号: (i) => `${i}`,
        枝番: () => '00',
        資格管理番号: number,
      },
      'record_id',
      '保険者番号+被保険者証記号+被保険者証番号+枝番',
    ],
  ])('%s', (_, columns, item, from) => {
    expect(itemsOf({ ...columns, ...PERSON })[item]).toBe(from);
  });

  it.each([
    ['氏名氏', '氏名名', 'フリガナセイ', 'フリガナメイ'],
    ['姓名姓', '姓名名', 'フリガナ姓', 'フリガナ名'],
    ['氏名_氏', '氏名_名', 'ﾌﾘｶﾞﾅ(セイ)', 'ﾌﾘｶﾞﾅ(メイ)'],
  ])('parts of a name below one group: %s, %s', (family, given, familyKana, givenKana) => {
    const items = itemsOf({
      手帳番号: code,
      [family]: (i) => name(i).split('　')[0]!,
      [given]: (i) => name(i).split('　')[1]!,
      [familyKana]: (i) => kana(i).split('　')[0]!,
      [givenKana]: (i) => kana(i).split('　')[1]!,
      生年月日: day(1970),
    });
    expect([items.name, items.kana]).toEqual([`${family}+${given}`, `${familyKana}+${givenKana}`]);
  });

  it('words of which none is one of a status are none', () => {
    expect(
      itemsOf({ 認定番号: code, ...PERSON, 加入区分: (i) => ['一般', '退職'][i % 2]! }).status,
    ).toBeUndefined();
  });
});

describe('a record of national health insurance', () => {
  const house = (i: number) => `みな-${2000 + Math.trunc(i / 2)}`;
  const branch = (i: number) => `0${1 + (i % 2)}`;
  const resident = (i: number) => String(10_000_000 + i * 13);
  const own = { ...PERSON, 宛名番号: resident };

  it.each(['記号番号', '被保険者記号・番号', '保険証記号番号', '国保記号番号', 'KIGO_BANGO'])(
    'is named by %s and the branch, and not by the resident’s number beside them',
    (key) => {
      expect(itemsOf({ 宛名番号: resident, [key]: house, 枝番: branch, ...PERSON }).record_id).toBe(
        `${key}+枝番`,
      );
    },
  );

  it('has a right, or has none', () => {
    const found = propose(looked({ ...own, 資格: (i) => (i % 9 ? '有' : '無') }), 'link');
    expect(found.mapping.find(({ item }) => item === 'status')).toMatchObject({
      columns: ['資格'],
      confidence: 0.75,
    });
    expect(itemsOf({ ...own, 喪失有無: (i) => (i % 9 ? '無' : '有') }).status).toBeUndefined();
    expect(itemsOf({ ...own, 住基登録: (i) => (i % 9 ? '有' : '無') }).status).toBeUndefined();
  });
});

describe('the holder of an account', () => {
  const account = { 口座番号: (i: number) => String(1_000_000 + i * 37) };
  it('in kana is kana', () => {
    const found = propose(looked({ ...account, 口座名義人: kana }), 'link').mapping;
    expect(found.find(({ item }) => item === 'kana')?.columns).toEqual(['口座名義人']);
    expect(found.some(({ item }) => item === 'name')).toBe(false);
  });

  it('in kanji beside kana is the name', () => {
    expect(itemsOf({ ...account, 口座名義人: name, 口座名義人カナ: kana })).toMatchObject({
      name: '口座名義人',
      kana: '口座名義人カナ',
    });
  });
});
