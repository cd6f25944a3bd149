import { describe, expect, test } from 'vitest';
import { isColumnName, looksLikeHeader, shownName, shownNames } from '../../src/audit/header-names.js';

describe('a header', () => {
  test.each<[string, string[]]>([
    ['of a register', ['宛名番号', '個人番号', '世帯番号', '氏名', 'フリガナ', '生年月日', '性別', '住所']],
    ['of an insurer', ['保険者番号', '記号', '番号', '枝番', '個人番号', '取得方法']],
    ['in English', ['record_id', 'my_number', 'fullName', 'birthDate', 'createdAt']],
    ['in full width', ['Ｎｏ', '氏　名', '備考１']],
    ['half of it unknown words', ['氏名', '住所', 'あれ', 'これ']],
    ['of numbered columns', ['項目1', '項目2', '列3']],
    ['of keys in JSON', ['user.id', 'profile.name', 'profile.birth_date']],
  ])('%s', (_, names) => {
    expect(looksLikeHeader(names)).toBe(true);
  });

  test.each<[string, string[]]>([
    ['a record', ['山田太郎', 'ヤマダ タロウ', '男', 'S50.3.2', '東京都千代田区一番町1']],
    ['one without digits', ['山田太郎', 'ヤマダ　タロウ', '男', '東京都千代田区']],
    ['one in English', ['taro yamada', 'm', 'tokyo']],
    ['one in capitals', ['YAMADA TARO', 'M', 'TOKYO']],
    ['a wareki day among names', ['氏名', '住所', '昭和50年3月2日']],
    ['a number among names', ['氏名', '住所', '979272444940']],
    ['digits alone', ['1', '2', '3']],
    ['a house', ['氏名', '1-2-3']],
    ['nothing', []],
    ['blanks', ['', '　']],
    ['a name and its reading', ['佐藤 花子', 'ｻﾄｳ ﾊﾅｺ']],
    ['an address', ['神奈川県横浜市中区本町', '高橋一郎']],
  ])('is not %s', (_, names) => {
    expect(looksLikeHeader(names)).toBe(false);
  });

  test('names that the pipeline file has settle it, unless they are places', () => {
    expect(looksLikeHeader(['あれ', 'これ', 'それ'], ['これ'])).toBe(true);
    expect(looksLikeHeader(['あれ', 'これ', '1'], ['1'])).toBe(false);
  });

  test.each(['氏名', '交付日時', 'registered_at', 'DOB', 'フリガナ', '利用者証明用シリアル番号'])(
    '%s names a column',
    (name) => {
      expect(isColumnName(name)).toBe(true);
    },
  );

  test.each(['山田太郎', 'タナカ', '男', 'female', '東京都', '090-1234-5678', ''])('%j does not', (name) => {
    expect(isColumnName(name)).toBe(false);
  });
});

test('names are told cut, the first twelve of them', () => {
  expect(shownName('氏名')).toBe('氏名');
  expect(shownName('x'.repeat(40))).toBe('x'.repeat(40));
  expect([...shownName('𠮷'.repeat(1_000_000))]).toHaveLength(40);
  const many = Array.from({ length: 10_000 }, (_, i) => `列${i}`);
  expect(shownNames(many)).toBe(`${many.slice(0, 12).join(', ')}, … (10000)`);
  expect(shownNames(['a', 'b'], '」「')).toBe('a」「b');
  expect(shownName('9792 7244 4940')).not.toContain('9792');
});
