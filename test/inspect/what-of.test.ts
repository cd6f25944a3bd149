import { describe, expect, it } from 'vitest';
import { namedAs } from '../../src/audit/item-names.js';
import { at, zero } from './odd-exports.js';
import { type Column, mapped, proposed, RECORD, TIME } from './proposed.js';

const sureOf = (columns: readonly Column[], item: string, kind: 'register' | 'link' = 'link') =>
  proposed(columns, kind).mapping.find((one) => one.item === item)?.confidence;
const items = (name: string, register = false) =>
  namedAs(name, register)
    .filter(({ strength }) => strength !== 'other')
    .map(({ item }) => item);
const later: Column[1] = ({ i }) => `2024-11-${zero(1 + (i % 28), 2)} 0${i % 8}:25:1${i % 10}`;

describe('what is said of the card that is called after the number', () => {
  it.each([
    ['個人番号カード署名用証明書シリアル番号', 'sign_serial'],
    ['個人番号カード/署名用シリアル番号', 'sign_serial'],
    ['個人番号カード利用者証明用シリアル番号', 'auth_serial'],
    ['マイナンバーカード証明書シリアル番号', 'auth_serial'],
    ['個人番号カード番号', 'record_id'],
    ['my_number_card_no', 'record_id'],
    ['個人番号通知書番号', 'record_id'],
  ])('%s is %s', (name, item) => expect(items(name)).toEqual([item]));

  it.each([
    '個人番号カード製造番号',
    '個人番号カード有効期限',
    '個人番号カード有無',
    'マイナンバーカード保有区分',
    '署名用証明書暗証番号',
    'my_number_card_expiry',
    'individual_number_card_type',
  ])('%s is no item', (name) => expect(items(name)).toEqual([]));

  it.each([
    '個人番号',
    'マイナンバー',
    '本人_個人番号',
    'my_number',
    'individual_number',
    '個人番号（12桁）',
  ])('%s is the number', (name) => expect(items(name)).toEqual(['my_number']));
});

describe('the moment of linking, beside others', () => {
  it.each([
    ['identity_verified_at', 'created_at'],
    ['linked_at', 'created_at'],
    ['jpki_verified_at', 'row_created_at'],
    ['bound_at', 'created_at'],
    ['kyc_completed_at', 'signed_up_at'],
    ['eKycDoneAt', 'insDate'],
    ['紐付日時', '作成日時'],
    ['本人確認日時', '作成日時'],
    ['番号確認日時', 'レコード作成日時'],
    ['連携日時', 'データ作成日時'],
    ['処理年月日時刻', '作成日時'],
  ])('%s goes before %s', (linked, row) => {
    const columns: Column[] = [...RECORD, [row, TIME], ['updated_at', later], [linked, later]];
    expect(mapped(proposed(columns, 'link')).registered_at).toBe(linked);
    expect(sureOf(columns, 'registered_at')).toBeGreaterThan(0.8);
  });

  it.each(['created_at', 'row_created_at', 'insert_dt', '作成日時', 'アカウント作成日時', 'signed_up_at'])(
    '%s alone is likely, and no more',
    (name) => {
      const sure = sureOf([...RECORD, [name, TIME]], 'registered_at');
      expect(sure).toBeGreaterThan(0.5);
      expect(sure).toBeLessThan(0.8);
    },
  );

  it.each([
    'email_verified_at',
    'phone_number_verified_at',
    'last_login_at',
    'terms_agreed_at',
    'unlinked_at',
    'メールアドレス確認日時',
    '規約確認日時',
    '連携解除日時',
  ])('%s is none of a link', (name) => {
    const columns: Column[] = [...RECORD, ['created_at', TIME], [name, later]];
    expect(mapped(proposed(columns, 'link')).registered_at).toBe('created_at');
    expect(sureOf([...RECORD, [name, later]], 'registered_at') ?? 0).toBeLessThan(0.5);
  });

  it.each(['登録日時', '交付日時', '個人番号登録日時', 'registered_at', 'issued_at'])(
    '%s is the registration as before',
    (name) => expect(sureOf([...RECORD, [name, TIME]], 'registered_at')).toBeGreaterThan(0.9),
  );
});

describe('whose state it is', () => {
  const state =
    (...words: readonly string[]): Column[1] =>
    ({ i }) =>
      words[i % words.length]!;
  it.each([
    ['資格状態', '有効', '喪失'],
    ['手帳状態', '有効', '返還'],
    ['紐付状態', '有効', '無効'],
    ['link_status', 'active', 'revoked'],
    ['status', 'active', 'revoked'],
  ])('%s is that of the link', (name, ...words) =>
    expect(sureOf([...RECORD, [name, state(...words)]], 'status')).toBeGreaterThan(0.8),
  );
  it.each([
    ['口座状態', '利用中', '解約'],
    ['account_status', 'active', 'suspended'],
    ['会員状態', '有効', '退会'],
    ['利用状況', '利用', '停止'],
    ['user_status', 'active', 'closed'],
  ])('%s may be that of dealings only', (name, ...words) => {
    const sure = sureOf([...RECORD, [name, state(...words)]], 'status');
    expect(sure).toBeGreaterThanOrEqual(0.5);
    expect(sure).toBeLessThan(0.8);
  });
  it.each([
    ['marital_status', 'valid', 'ended'],
    ['email_status', 'active', 'invalid'],
    ['処理状況', '登録', '取消'],
    ['納付状況', '有効', '停止'],
  ])('%s is none', (name, ...words) =>
    expect(sureOf([...RECORD, [name, state(...words)]], 'status') ?? 0).toBeLessThan(0.5),
  );
  it.each([
    ['住民状態', '現存', '転出'],
    ['住民区分', '住民', '死亡'],
    ['juminkbn', '1', '3'],
    ['JUMIN_JOTAI', '1', '3'],
    ['resident_status', 'living', 'deceased'],
  ])('%s is no state of a link', (name, ...words) =>
    expect(sureOf([...RECORD, [name, state(...words)]], 'status') ?? 0).toBeLessThan(0.5),
  );
  it('認定状態 is read in words of those who decide', () =>
    expect(sureOf([...RECORD, ['認定状態', state('認定', '取消')]], 'status')).toBeGreaterThan(0.8));
  it.each([
    ['個人番号カード交付状況', '交付', '返納'],
    ['カード状態', '有効', '失効'],
    ['account_status', 'active', 'closed'],
  ])('%s is no state of a resident', (name, ...words) => {
    const register: Column[] = [
      ['宛名番号', ({ i }) => zero(i * 7, 8)],
      ['世帯番号', ({ i }) => zero(9_000 + i, 8)],
      ...RECORD.slice(1),
      [name, state(...words)],
    ];
    expect(sureOf(register, 'status', 'register') ?? 0).toBeLessThan(0.5);
    const both: Column[] = [...register, ['住民状態', state('現存', '転出')]];
    expect(mapped(proposed(both, 'register')).status).toBe('住民状態');
  });
});

describe('a code that all rows share', () => {
  const codes =
    (...of: readonly string[]): Column[1] =>
    ({ i }) =>
      of[i % of.length]!;
  it.each(['団体コード', '市区町村コード', 'lg_code'])('%s tells nothing of who linked', (name) => {
    const sure = sureOf([...RECORD, [name, codes('131016')]], 'organisation');
    expect(sure).toBeGreaterThan(0.5);
    expect(sure).toBeLessThan(0.8);
    expect(sureOf([...RECORD, [name, codes('131016', '271004')]], 'organisation')).toBeGreaterThan(0.8);
  });
  it('says where a register is from', () => {
    const register: Column[] = [['宛名番号', at], ['市区町村コード', codes('131016')], ...RECORD.slice(1)];
    expect(sureOf(register, 'municipality', 'register')).toBeGreaterThan(0.8);
  });
  it('is the office where an insurer says so', () =>
    expect(sureOf([...RECORD, ['保険者番号', codes('01130012')]], 'organisation')).toBeGreaterThan(0.8));
});

describe('whose telephone it is', () => {
  it.each(['事業所電話番号', '事業主TEL', '会社電話番号', 'office_phone', 'employer_tel'])(
    '%s is none of the person',
    (name) => expect(sureOf([...RECORD, [name, ({ phone }) => phone]], 'phone') ?? 0).toBeLessThan(0.5),
  );
  it.each(['電話番号', '連絡先電話番号', 'phone_number', '自宅電話番号'])('%s is', (name) =>
    expect(sureOf([...RECORD, [name, ({ phone }) => phone]], 'phone')).toBeGreaterThan(0.8),
  );
});

describe('names of vendors in Latin letters', () => {
  it.each([
    ['SEIYMD', 'birth_date'],
    ['SEI_YMD', 'birth_date'],
    ['UMAREYMD', 'birth_date'],
    ['JUMKB', 'status'],
    ['JUMINKBN', 'status'],
    ['JUMIN_STS', 'status'],
    ['SYOJOYMD', 'moved_on'],
    ['SHOJO_YMD', 'moved_on'],
    ['JYOHYOYMD', 'moved_on'],
    ['IDOYMD', 'moved_on'],
    ['SHIMEI', 'name'],
    ['KNSHIMEI', 'kana'],
    ['SEIBETU', 'sex'],
    ['JUSYO', 'address'],
  ])('%s is %s', (name, item) => expect(items(name, true)).toEqual([item]));
  it.each([
    'JUMSBT',
    'IDOJIYU',
    'SYOJOJIYU',
    'SOSITUYMD',
    'TENSYUTUYMD',
    'SIBOYMD',
    'SEIKBN2YMDX',
    'ZOKUGARA',
  ])('%s is no item', (name) => expect(items(name, true)).toEqual([]));
});

describe('one of two digits in every row', () => {
  const columns = (name: string, value: Column[1]): Column[] => [...RECORD, [name, value]];
  const digit: Column[1] = ({ i }) => String(1 + (i % 2));
  it.each(['部数', '口数', '等級', '課税区分', '送付先', '利用形態'])('is no sex under %s', (name) =>
    expect(mapped(proposed(columns(name, digit), 'link')).sex).toBeUndefined(),
  );

  it.each(['性別', '性別コード', '戸籍上の性', '男女区分', 'SEX_CD', 'SEIBETU', 'SB', '項目9'])(
    'is the sex under %s',
    (name) => expect(mapped(proposed(columns(name, digit), 'link')).sex).toBe(name),
  );

  it('is the sex under any word where it is written out', () =>
    expect(
      mapped(
        proposed(
          columns('属性', ({ i }) => '男女'[i % 2]!),
          'link',
        ),
      ).sex,
    ).toBe('属性'));
});
