import { describe, expect, it } from 'vitest';
import { zero } from './odd-exports.js';
import { type Column, mapped, proposed, RECORD } from './proposed.js';

const DAY: Column[1] = ({ i }) => `2024-10-${zero(1 + (i % 28), 2)}`;
/** 令和6年10月. */
const CODED: Column[1] = ({ i }) => `50610${zero(1 + (i % 28), 2)}`;
const CLOCK: Column[1] = ({ i }) => `${zero(9 + (i % 8), 2)}:${zero(i % 60, 2)}`;
const SECONDS: Column[1] = ({ i }) => `${9 + (i % 8)}${zero(i % 60, 2)}${zero((i * 7) % 60, 2)}`;
const found = (columns: readonly Column[]) =>
  proposed(columns, 'link').mapping.find(({ item }) => item === 'registered_at');

describe('the day of a registration with its time in another column', () => {
  it.each([
    ['個人番号登録年月日', '個人番号登録時刻'],
    ['番号収録日', '収録時刻'],
    ['登録日', '時刻'],
    ['REG_YMD', 'REG_HMS'],
    ['torokuYmd', 'torokuJikoku'],
    ['ｺﾊﾞﾝ ﾄｳﾛｸﾋﾞ', 'ﾄｳﾛｸｼﾞｺｸ'],
    ['KBANGO_TRKYMD', 'KBANGO_TRKHMS'],
    ['ISS_DT', 'ISS_TM'],
  ])('%s and %s', (day, time) => {
    expect(found([...RECORD, [day, DAY], [time, CLOCK]])?.columns).toEqual([day, time]);
    expect(found([...RECORD, [day, DAY], [time, SECONDS]])?.columns).toEqual([day, time]);
    expect(found([...RECORD, [day, CODED], [time, SECONDS]])).toMatchObject({
      columns: [day, time],
      format: 'era-code-12345',
    });
  });

  it('when somebody worked on the record, where nothing says when it was registered', () => {
    const worked: readonly Column[] = [
      ['操作年月日', DAY],
      ['操作時刻', CLOCK],
    ];
    expect(found([...RECORD, ...worked])?.columns).toEqual(['操作年月日', '操作時刻']);
    const both = [...RECORD, ...worked, ['番号登録日', DAY], ['番号登録時刻', CLOCK]] as const;
    expect(found(both)?.columns).toEqual(['番号登録日', '番号登録時刻']);
  });

  it('a time in four digits is no day that a spreadsheet counted, whatever it is called', () => {
    const minutes: Column[1] = ({ i }) => `${zero(9 + (i % 8), 2)}${zero(i % 60, 2)}`;
    expect(found([...RECORD, ['ISS_DT', DAY], ['ISS_TM', minutes]])?.columns).toEqual(['ISS_DT', 'ISS_TM']);
    expect(found([...RECORD, ['登録日時', minutes]])?.confidence ?? 0).toBeLessThan(0.5);
    const serial: Column[1] = ({ i }) => String(45_600 + i * 3);
    expect(found([...RECORD, ['登録日', serial]])?.columns).toEqual(['登録日']);
  });

  it('takes no time of something else, and no number that is no time', () => {
    expect(found([...RECORD, ['番号登録日', DAY], ['更新時刻', CLOCK]])?.columns).toEqual(['番号登録日']);
    const number: Column[1] = ({ i }) => String(950_000 + i * 401);
    expect(found([...RECORD, ['番号登録日', DAY], ['登録時刻', number]])?.columns).toEqual(['番号登録日']);
    const midnight: Column[1] = () => '000000';
    expect(found([...RECORD, ['番号登録日', DAY], ['登録時刻', midnight]])?.columns).toEqual(['番号登録日']);
  });
});

describe('words of the record’s making', () => {
  const of = (name: string, value: Column[1]) => mapped(proposed([...RECORD, [name, value]], 'link'));
  it.each(['KOFU_CHO_CD', 'HAKKO_CHO_CD', '交付庁コード', '発行局コード', '担当課番号'])(
    '%s is the office',
    (name) => {
      expect(of(name, ({ i }) => `0${1 + (i % 4)}`).organisation).toBe(name);
    },
  );

  it.each(['ﾀﾝﾏﾂID', 'ﾀﾝﾏﾂNO', 'ﾆｭｳﾘｮｸﾀﾝﾏﾂID'])('%s is the terminal', (name) => {
    expect(of(name, ({ i }) => `T0${1 + (i % 4)}`).terminal).toBe(name);
  });

  it('the insurer is who linked, and not the municipality whose file it is', () => {
    const columns: readonly Column[] = [
      ['市区町村コード', () => '142999'],
      ...RECORD,
      ['保険者番号', () => '01130012'],
    ];
    expect(mapped(proposed(columns, 'link')).organisation).toBe('保険者番号');
    expect(mapped(proposed(columns.slice(0, -1), 'link')).organisation).toBe('市区町村コード');
  });
});
