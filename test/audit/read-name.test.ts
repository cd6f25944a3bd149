import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/audit/fold-name.js';
import { namedAs } from '../../src/audit/item-names.js';
import { readName } from '../../src/audit/read-name.js';

const read = (name: string) => readName(foldName(name));

describe('names of columns read word by word', () => {
  it.each([
    // Consonants, in the spelling of either school, glued together.
    ['ATNNO', 'resident_id'],
    ['JMNCD', 'resident_id'],
    ['STINO', 'household_id'],
    ['SMIKN', 'kana'],
    ['SMEIKJ', 'name'],
    ['UMYMD', 'birth_date'],
    ['SEIBT', 'sex'],
    ['JSYO', 'address'],
    ['ZENJUS', 'previous_address'],
    ['TUSYO', 'alias'],
    ['IDOYMD', 'moved_on'],
    ['SIENKB', 'protected'],
    ['JMJTI', 'status'],
    ['RYSRL', 'auth_serial'],
    ['SMSRL', 'sign_serial'],
    ['KJNNO', 'my_number'],
    // The person before, the script behind.
    ['hhknnmkn', 'kana'],
    ['hhknnmkj', 'name'],
    ['hhknseiymd', 'birth_date'],
    ['hhkntelno', 'phone'],
    ['hhknadr1kj', 'address'],
    ['ptKanjiName', 'name'],
    ['ptBirth', 'birth_date'],
    // How a number came.
    ['個番登録ﾀｲﾑｽﾀﾝﾌﾟ', 'registered_at'],
    ['個番把握日', 'registered_at'],
    ['読取日時', 'registered_at'],
    ['handoverTimestamp', 'registered_at'],
    ['consentedAt', 'registered_at'],
    ['TOUROKU_NITIZI', 'registered_at'],
    ['把握方法', 'lookup'],
    ['How Obtained', 'lookup'],
    ['MyNoGetWay', 'lookup'],
    ['MN_RECEIPT_DT', 'registered_at'],
    ['MN_RECEIPT_STAFF', 'operator'],
    ['kojinNoTorokuTerm', 'terminal'],
    ['kojinNoShutokuYmd', 'registered_at'],
    ['BANGO_TORIKOMI_DT', 'registered_at'],
    ['記載者ID', 'operator'],
    ['所帯ID', 'household_id'],
    ['住基宛名番号', 'resident_id'],
    ['異動発生日', 'moved_on'],
    ['認証用証明書番号', 'auth_serial'],
    ['MYNO_TRK_USER', 'operator'],
    ['MYNO_TRK_TERM', 'terminal'],
    ['KOFU_BASHO', 'organisation'],
    ['hshld_no', 'household_id'],
    ['dv_sprt_flg', 'protected'],
    ['last_mv_d', 'moved_on'],
    ['証明用S/N', 'auth_serial'],
    ['登録WS', 'terminal'],
    ['タブレット番号', 'terminal'],
    ['regTerm', 'terminal'],
    ['担当CW', 'operator'],
    ['regUsr', 'operator'],
    ['entered_by', 'operator'],
    ['relyingParty', 'organisation'],
    ['jpkiCertificateIssueNumber', 'auth_serial'],
    ['券番号', 'record_id'],
  ])('%s → %s', (name, item) => {
    expect(read(name)).toContain(item);
  });

  it.each(
    `課税区分 有効期限 開始日 廃止日 続柄 備考 等級 学年 金額 送付先宛名 YUBIN KSNYMD IDOJIY remarks plan amount vaccine lot_no clinic
      shogai_kbn kigen gakunen nendo jido_su kojin_kbn setai_kbn kazoku_kbn shikaku_ymd 性質 名簿 日数 番地 町名 氏 姓 個人 番号 コード 区分 日付 ID
      no cd kanri tokyu skkgetymd SHUTOKU_YMD ACQ_DATE 取得日 証交付日 年金種別 給付額 fuka_nendo bikou2 e_mail url version x9`.split(
      /\s+/,
    ),
  )('says nothing of %s', (name) => {
    expect(read(name)).toEqual([]);
  });

  it('gives several items where words mean several things, for the values to tell', () => {
    expect(read('hhknsei')).toContain('sex');
  });

  it('reads only what no table knows, and nothing of somebody or something else', () => {
    expect(namedAs('氏名', false)).toEqual([{ item: 'name', strength: 'whole' }]);
    expect(namedAs('SMIKN', false)).toEqual([{ item: 'kana', strength: 'read' }]);
    for (const name of ['世帯主SMIKN', 'spouse_nm', 'koshin_nichiji', 'del_ymd'])
      expect(namedAs(name, false).filter(({ strength }) => strength === 'read')).toEqual([]);
  });

  it('keeps within its time, however long a name is', () => {
    expect(read('ab'.repeat(500))).toEqual([]);
    expect(read('sinosinosinosinosinosinosinosinosinosino')).toEqual([]);
  });
});
