import { describe, expect, it } from 'vitest';
import { namedAs } from '../../src/audit/item-names.js';
import { wordParts } from '../../src/inspect/composites.js';
import { profileOf } from '../../src/inspect/profile.js';
import { propose } from '../../src/inspect/propose.js';

describe('an address in several columns', () => {
  const addressOf = (columns: readonly string[]) =>
    wordParts(columns, () => true).find(({ item }) => item === 'address')?.columns;

  it.each([
    [['住所', '番地', '方書']],
    [['住所名', '番地', '方書']],
    [['現住所_住所', '現住所_番地', '現住所_方書']],
    [['住所1', '住所2', '方書']],
    [['受給者住所1', '受給者住所2']],
    [['addr_line1', 'addr_line2', 'addr_line3']],
    [['住所（上段）', '住所（下段）']],
    [['都道府県名', '市区町村名', '大字・町名', '番地', '方書']],
    [['住所', '建物名・部屋番号']],
    [['居住地住所', '居住地番地', '居住地方書']],
    [['ご住所', '方書']],
    [['現住所', '現番地', '現方書']],
    [['現住所', '現方書']],
    [['住所市町村', '住所町名番地', '住所方書']],
    [['現住所市町村名', '現住所大字', '現住所番地']],
  ])('is joined whole, whoever named it: %s', (parts) => {
    expect(addressOf(['宛名番号', '氏名', ...parts, '電話番号'])).toEqual(parts);
  });

  it.each([[['住所', '本籍地']], [['住所', '前住所']], [['住所', '住所コード']], [['住所', '世帯主住所2']]])(
    'takes nothing that is no part of it: %s',
    (columns) => {
      expect(addressOf(columns)).toBeUndefined();
    },
  );

  it('takes no lot that stands in the first line already, in whatever notation', () => {
    const rows = [1, 2, 3, 4].map((n) => [`みなと市緑町${n}丁目１２番${n}号`, `12-${n}`, 'コーポ緑']);
    const names = ['住所', '番地', '方書'];
    const values = new Map(names.map((name, i) => [name, rows.map((row) => row[i]!)]));
    const columns = names.map((name) => ({ name, profile: profileOf(values.get(name)!) }));
    const { mapping } = propose({ columns, values } as never, 'register');
    expect(mapping.find(({ item }) => item === 'address')?.columns).toEqual(['住所', '方書']);
  });
});

describe('an address whose parts are called as nobody calls them', () => {
  const town = (n: number) => `緑町${n}丁目１２番${n}号`;
  const looked = (parts: Readonly<Record<string, (n: number) => string>>) => {
    const all = { 宛名番号: (n: number) => `100${n}`, 氏名: () => '山田　太郎', ...parts };
    const values = new Map(Object.entries(all).map(([name, of]) => [name, [1, 2, 3, 4, 5, 6].map(of)]));
    const columns = [...values].map(([name, rows]) => ({ name, profile: profileOf(rows) }));
    return propose({ columns, values } as never, 'register').mapping.find(({ item }) => item === 'address')
      ?.columns;
  };
  const place = () => '千葉県みなと市';
  const building = (n: number) => `コーポ緑${n}0${n}`;

  it.each([
    [{ '住所（都道府県市区町村）': place, '住所（町名番地）': town, '住所（方書）': building }],
    [{ 現住所１: place, 現住所２: town }],
    [{ ADDR_KEN_SHI: place, ADDR_CHO_BANCHI: town, ADDR_KATAGAKI: building }],
    [{ 市区町村名: () => 'みなと市', 住所: town }],
  ])('is whole: %o', (parts) => {
    expect(looked(parts)).toEqual(Object.keys(parts));
  });

  it('is taken from the column that says all of it', () => {
    const parts = { 住所_番地: (n: number) => `12番${n}号`, 住所_方書: building };
    const whole = (n: number) => `千葉県みなと市緑町12番${n}号`;
    expect(looked({ ...parts, 住所_漢字: whole })).toEqual(['住所_漢字', '住所_方書']);
  });

  it.each([
    [
      'that begins where addresses begin',
      { 発行市: place, 住所: (n: number) => `${place()}${town(n)}` },
      ['住所'],
    ],
    [
      'beside a 本籍 that says the same',
      { 本籍: (n: number) => `千葉県みなと市${town(n)}`, 住所: town },
      ['住所'],
    ],
    ['behind a column of other words', { 続柄: () => '世帯主', 住所: town }, ['住所']],
    [
      'whose lot another column has by chance',
      { 本籍: (n: number) => `千葉県みなと市本町${9 - n}番地`, 住所: town },
      ['住所'],
    ],
  ])('stays as it is: one %s', (_, parts, columns) => {
    expect(looked(parts)).toEqual(columns);
  });
});

describe('protection', () => {
  it.each([
    'DV等支援区分',
    '閲覧制限',
    '発行抑止フラグ',
    '支援対象',
    'SHIEN_FLG',
    '支援措置対象者フラグ',
    'DV支援フラグ',
    '証明書交付制限フラグ',
    '秘匿情報フラグ',
  ])('is what a register calls %s', (name) => {
    expect(namedAs(name, true).map(({ item, strength }) => [item, strength !== 'other'])).toEqual([
      ['protected', true],
    ]);
  });

  it.each(['支援センター', '生活支援費', '死亡フラグ', '削除フラグ', '発行回数', 'dvd'])(
    'is not %s',
    (name) => {
      expect(namedAs(name, true).filter(({ item }) => item === 'protected')).toEqual([]);
    },
  );
});
