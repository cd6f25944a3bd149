import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { zero } from './odd-exports.js';
import { type Column, mapped, OPERATOR, proposed, RECORD, TERMINAL, TIME } from './proposed.js';

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
    expect(mapped(proposed([...RECORD, [name, some]], 'link')).former_name).toBe(name),
  );
  it.each(['氏名（その他）', '氏名(その他)', 'その他氏名', '通称名', '通称'])('%s is the alias', (name) =>
    expect(mapped(proposed([...RECORD, [name, some]], 'link')).alias).toBe(name),
  );
  it.each(['MAE_JUSHO', 'KYUYO', 'MAEBARAI', 'その他'])('%s is neither', (name) => {
    const { former_name, alias } = mapped(proposed([...RECORD, [name, some]], 'link'));
    expect([former_name, alias]).not.toContain(name);
  });
});

describe('names of columns in more words', () => {
  it.each<[string, string, Column[1]]>([
    ['terminal', 'counterTerm', TERMINAL],
    ['terminal', 'counter_terminal', TERMINAL],
    ['operator', 'handledBy', OPERATOR],
    ['operator', 'handledByStaff', OPERATOR],
    ['registered_at', 'handedOverAt', TIME],
    ['registered_at', '収録日時', TIME],
    ['registered_at', '読取日時', TIME],
    ['lookup', '個人番号収録方法', ({ i }) => (i % 3 ? 'J-LIS照会' : '本人申告')],
    ['address', 'ｼﾞﾕｳｼﾖ', (person) => told.address(person)],
    ['registered_at', 'ﾄｳﾛｸﾆﾁｼﾞ', TIME],
    ['registered_at', 'ﾄｳﾛｸﾋﾞ', TIME],
    ['registered_at', 'boundAt', TIME],
    ['terminal', 'ﾀﾝﾏﾂNO', TERMINAL],
    ['operator', 'ｼﾖｸｲﾝCD', OPERATOR],
    ['lookup', 'ﾏｲﾅﾝﾊﾞｰ収録方法', ({ i }) => (i % 3 ? 'J-LIS照会' : '本人申告')],
    ['organisation', 'rp_code', ({ i }) => `RP00${zero(i % 4, 2)}`],
    ['organisation', '実施医療機関コード', ({ i }) => `20105${zero(i % 4, 5)}`],
  ])('%s: %s', (item, name, value) => {
    const rest = RECORD.filter(([column]) => item !== 'address' || column !== '住所');
    expect(mapped(proposed([...rest, [name, value]], 'link'))[item]).toBe(name);
  });

  it('a moment of another making goes before a day, but for the day of the registration itself', () => {
    const day: Column = ['認定年月日', ({ i }) => `2022-04-${zero(1 + (i % 23), 2)}`];
    const entered: Column = ['入力日', TIME];
    expect(mapped(proposed([...RECORD, day, entered], 'link')).registered_at).toBe('入力日');
    const registered: Column = ['登録年月日', day[1]];
    expect(mapped(proposed([...RECORD, registered, entered], 'link')).registered_at).toBe('登録年月日');
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
    expect(mapped(proposed([...RECORD, [name, office]], 'link')).organisation).toBe(name);
  });
  it.each(['支店コード', '勤務先事業所名', '学校コード'])('%s is not', (name) => {
    expect(mapped(proposed([...RECORD, [name, office]], 'link')).organisation).toBeUndefined();
  });
});

describe('certificates, flags and days by short names', () => {
  const serial =
    (from: number): Column[1] =>
    ({ i }) =>
      String(800_000_000_000 + from + i * 7_654_321);

  it.each([
    ['CERT_AUTH', 'CERT_SIGN'],
    ['jpki_auth_serial', 'jpki_sig_serial'],
  ])('%s is of the user, %s of the signature', (auth, sign) => {
    const items = mapped(
      proposed(
        [['宛名番号', ({ i }) => zero(900 + i, 8)], ...RECORD.slice(1), [sign, serial(1)], [auth, serial(2)]],
        'register',
      ),
    );
    expect(items).toMatchObject({ auth_serial: auth, sign_serial: sign });
  });
});
