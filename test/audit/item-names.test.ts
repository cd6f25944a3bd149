import { describe, expect, it } from 'vitest';
import { foldName, withoutNote } from '../../src/audit/fold-name.js';
import { meansOther, namedAs } from '../../src/audit/item-names.js';

/** Headers of a register, in the spellings of several vendors, and what each of them is; '' where no item stands for it. */
const REGISTER = `
ATNA_CD resident_id | atenano resident_id | JUMINCD resident_id | ShikibetsuCode resident_id | 住民コード resident_id | 識別番号 resident_id
STAI_CD household_id | setaino household_id | SETAI_BANGO household_id | 世帯コード household_id
MYNO_CD my_number | KJN_NO my_number | personalno my_number | MY_NUMBER my_number | kojin_bango my_number
NM_KNJ name | SHIMEI_KNJ name | simei name | KANJI_SHIMEI name | shimeiKanji name | FULL_NM name
NM_KNA kana | SHIMEI_KANA kana | simei_kana kana | NAME_YOMI kana | furigana kana | FULL_NM_KANA kana
BRTH_YMD birth_date | bymd birth_date | UMARE_YMD birth_date | seinengappiYMD birth_date | SEINENGAPPI birth_date | tanjobi birth_date
SEX_CD sex | seibetsuCode sex | SEIBETU sex | DANJO_KBN sex | SBT sex
ADR_KNJ address | JUSHO address | jusyo address | ADDR_FULL address | GENJUSHO address
ZEN_JUSHO previous_address | PREV_ADDR previous_address | 転入前住所 previous_address
JMN_STS_CD status | juminjotai status | JUMIN_KBN status | GENZON_KBN status | 現存区分 status | 消除事由 status
IDO_YMD moved_on | idoymd moved_on | IDOU_BI moved_on | 消除年月日 moved_on
SHIEN_FLG protected | siensotikbn protected | DV_FLG protected | HITOKU_KBN protected | 抑止フラグ protected | 支援対象者 protected
SHICHOSON_CD municipality | CITY_CD municipality | dantai_cd municipality
TEL_NO phone | KEITAI_NO phone | denwa phone
KYUSI former_name | kyushi former_name | TUSYO alias | TSUSHO alias
CERT_SERIAL auth_serial | jpki_serial auth_serial
`;
const LINK = `
issued_ts registered_at | TOROKU_YMD registered_at | himozuke_ymd registered_at | linkedAt registered_at | KOFU_YMD registered_at | renkei_nichiji registered_at
linkMethod lookup | SHUTOKU_KBN lookup | 個人番号取得方法 lookup
TANMATSU_NO terminal | terminalId terminal | TANTO_CD operator | staff_id operator | shokuin_no operator
officeCode organisation | sp_name organisation | HOKENSHA_NO organisation | kikan_cd organisation | 保険者番号 organisation
個人番号入力担当者 operator | マイナンバー登録者ID operator | verified_by operator | captured_by operator
個人番号収録日 registered_at | receivedAt registered_at | tinVerifiedOn registered_at
受付窓口コード organisation | 取扱店コード organisation | 発行拠点コード organisation | store_cd organisation | 金融機関番号 organisation
給付状況 status | 支給状態 status
TECHO_NO record_id | JUKYUSHA_NO record_id | basicPensionNumber record_id | 被保険者整理番号 record_id | uid record_id
`;
/** What only looks like an item, or is somebody else's. */
const NOTHING =
  'simei_gairoma bymd_fusyoflg YUBIN_NO honseki SETAI_NUSHI zokucd1 UPD_YMD biko NENREI kokuseki_cd juminsyubetu shikaku_shutoku_ymd';

const pairs = (text: string) =>
  text
    .trim()
    .split(/\n|\|/)
    .map((pair) => pair.trim().split(' ') as [string, string]);

describe('what a header says', () => {
  it.each(pairs(REGISTER))('of a register: %s', (name, item) => {
    expect(namedAs(name, true).map((one) => one.item)).toContain(item);
    expect(namedAs(name, true).every(({ strength }) => strength !== 'other')).toBe(true);
  });

  it.each(pairs(LINK))('of a source: %s', (name, item) => {
    expect(namedAs(name, false)[0]).toMatchObject({ item });
  });

  it.each(NOTHING.split(' '))('nothing for sure: %s', (name) => {
    const sure = [...namedAs(name, true), ...namedAs(name, false)].filter(
      ({ strength }) => strength !== 'other',
    );
    expect(sure, String(meansOther(name))).toEqual([]);
  });
});

describe('a note in brackets behind a name', () => {
  it.each([
    ['宛名番号（10桁）', '宛名番号'],
    ['性別（コード）', '性別'],
    ['生年月日（yyyymmdd）', '生年月日'],
    ['住所（全角・必須）', '住所'],
    // What tells two columns of one item apart stays.
    ['氏名（漢字）', '氏名(漢字)'],
    ['氏名（半角カナ）', '氏名(半角カナ)'],
    ['氏名（配偶者）', '氏名(配偶者)'],
    ['(コード)', '(コード)'],
  ])('%s', (name, plain) => {
    expect(withoutNote(foldName(name))).toBe(plain);
  });

  it('takes no time with brackets that do not end', () => {
    expect(withoutNote(`a(${'桁'.repeat(100_000)}`)).toHaveLength(100_002);
  });
});
