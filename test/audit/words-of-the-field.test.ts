import { describe, expect, it } from 'vitest';
import { namedAs } from '../../src/audit/item-names.js';

/** Items that a name speaks of, whatever speaks against them left out. */
const said = (name: string, register: boolean) =>
  namedAs(name, register)
    .filter(({ strength }) => strength !== 'other')
    .map(({ item }) => item);

/** Names in use in systems of municipalities, insurers, pension and tax offices, by what they hold. */
const LINKS: Readonly<Record<string, string>> = {
  record_id:
    '助成番号 支給決定番号 決定番号 通知書番号 療育手帳番号 医療証番号 免許証番号 奨学生番号 貸付番号 契約番号 課税番号 賦課番号 納付番号 予防接種番号 児童コード contractNo loanNo licenseNo permitNo claimNo',
  name: '被保険者漢字氏名 宛名氏名 kanjiNm patientName legalName',
  former_name: '旧氏漢字 formerSurname prevName birthName',
  address: '現在地 住民登録地 住民票住所 currentAddress',
  phone: '連絡先2 携帯TEL keitaiTel telNo1 homePhone',
  organisation:
    '支給市町村コード 援護市町村コード 税務署番号 署コード 所属所コード 発行元 公安委員会コード hokenjaBango clientId agencyCode 年金事務所CD',
  registered_at: '個番登録日 番号確認日 ひも付け日 副本登録日時 addDate regTime mnLinkedAt',
  lookup: '番号取得方法 番号確認方法 番号入手経路 mnMethod',
};
const REGISTER: Readonly<Record<string, string>> = {
  status: '住民状態 在住区分 住登区分 除票区分 住基状態 residencyState',
  moved_on: '異動年月日 転入年月日 住定日 住民となった日 住民となった年月日 statusDate statusChangedOn',
  previous_address: '転入元住所 従前住所 前住地 最終住民記録地 zenjushoKanji',
  protected:
    '発行停止区分 発行停止フラグ 証明書発行禁止 要配慮者フラグ nonDisclosure disclosureFlg maskFlg secretFlg hiddenFlg safeguarded',
  sign_serial: 'SG_SERIAL signCertNo 署名SN',
  resident_id: '宛名CD personCd juminBango',
};
const pairs = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).flatMap(([item, names]) => names.split(' ').map((name) => [name, item] as const));

describe('words of the field', () => {
  it.each(pairs(LINKS))('%s is %s of a link', (name, item) => expect(said(name, false)).toContain(item));
  it.each(pairs(REGISTER))('%s is %s of the register', (name, item) =>
    expect(said(name, true)).toContain(item),
  );

  it.each(
    '状態変更日 ステータス変更日 statusDate statusChangedAt STS_DT unlinkedAt unboundAt cancelledAt closedAt revoked_on 解除日時 取消日 停止日 廃止年月日 資格喪失年月日'.split(
      ' ',
    ),
  )('%s is no day of a registration, and no status', (name) => expect(said(name, false)).toEqual([]));

  it.each(['phoneticName', 'name_phonetic'])('%s is no telephone', (name) =>
    expect(said(name, false)).not.toContain('phone'),
  );
  it.each(['転出先住所', '婚姻日', '出生届出日'])('%s is nothing of the register', (name) =>
    expect(said(name, true)).toEqual([]),
  );
});
