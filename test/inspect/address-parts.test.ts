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
