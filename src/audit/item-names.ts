import { foldName } from './fold-name.js';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from './items.js';

/**
 * Column names by the item they stand for, and where they are in use. Names of public specifications are those of their
 * lists of data items; `vendor` and `english` are headers met in exports and in code of municipal systems. A name is
 * compared whole, after `foldName`; what only contains one is looked for in `PATTERNS`.
 */
const NAMES: Readonly<Record<Source, Readonly<Partial<Record<CanonicalItem, string>>>>> = {
  // 住民記録システム標準仕様書 4.0 版（総務省）1.1 住民データ、および基本データリスト（デジタル庁）の項目名。
  // Checked against the columns of municipal systems made after the list, as far as they are public: 宛名番号, 世帯番号, 氏名,
  // 氏_日本人, 名_日本人, 氏名_フリガナ, 氏名_振り仮名（フリガナ）, 旧氏, 通称, 性別, 生年月日, 住所_市区町村コード and the parts 住所_…,
  // 住民状態, 異動年月日. The lists themselves were not at hand: the certificates' serials and 支援措置… are as offices call them.
  juki: {
    resident_id: '宛名番号 識別番号',
    my_number: '個人番号 マイナンバー',
    household_id: '世帯番号',
    name: '氏名 氏名_漢字 氏名_日本人漢字 日本人氏名',
    former_name: '旧氏 旧氏_漢字 旧氏漢字',
    alias: '通称 通称_漢字 通称名',
    kana: '氏名_フリガナ 氏名_振り仮名（フリガナ） 氏名_振り仮名 氏名のフリガナ 氏名の振り仮名 氏名フリガナ 氏名_カナ',
    birth_date: '生年月日',
    sex: '性別 性別_コード 性別コード',
    address: '住所 現住所',
    previous_address: '転入前住所 前住所 従前の住所 異動前住所',
    phone: '電話番号 連絡先電話番号',
    municipality: '市区町村コード 住所_市区町村コード 現住所_市区町村コード 全国地方公共団体コード',
    status: '住民状態 住民状態コード 住民区分',
    moved_on: '異動年月日 異動日 最新異動年月日 登録異動年月日 登録異動日 住定異動日',
    protected: '支援措置 支援措置対象者 支援措置区分 支援措置対象者フラグ 支援措置対象フラグ',
    auth_serial: '利用者証明用電子証明書シリアル番号 利用者証明用電子証明書の発行の番号',
    sign_serial: '署名用電子証明書シリアル番号 署名用電子証明書の発行の番号',
  },
  // 中間標準レイアウト仕様（地方公共団体情報システム機構）住民基本台帳・宛名の項目名。
  // Not verified: the specification is handed to offices and their vendors. These are names that such exports are known by.
  middle: {
    resident_id: '個人識別番号 宛名コード 識別コード 個人コード',
    household_id: '世帯識別番号 世帯コード',
    name: '氏名漢字 漢字氏名 氏名（漢字） 本名漢字 本名_漢字',
    kana: '氏名カナ カナ氏名 氏名（カナ） 本名カナ 本名_カナ',
    alias: '通称名漢字 通称名_漢字 併記名',
    birth_date: '生年月日（西暦） 生年月日_西暦 生年月日西暦',
    municipality: '団体コード 自治体コード 市町村コード',
    moved_on: '異動日（西暦） 異動年月日（西暦）',
  },
  // 全銀協規定フォーマット（全国銀行協会）総合振込・口座確認のデータレコード。
  // Checked against the formats that banks publish: 被仕向銀行番号, 受取人名 (transfers), 銀行コード, 口座名 (notices); the rest is not
  // of the standard, but of forms made after it.
  zengin: {
    kana: '受取人名 口座名 受取人名カナ 預金者名 預金者名カナ 口座名義人カナ 口座名義カナ 口座名義人（カナ） 名義人カナ',
    name: '口座名義人 口座名義 口座名義人漢字',
    organisation: '被仕向銀行番号 銀行番号 銀行コード 金融機関コード 金融機関番号 振込先銀行番号',
  },
  // 医療保険者等向け中間サーバー・オンライン資格確認の加入者情報、国保の外部インタフェース仕様書（国民健康保険中央会）。
  // Checked: 保険者番号, 氏名（カナ）, 氏名（漢字）, and 被保険者証等記号・番号 of `inspect/composites.ts`, which systems for health checks
  // have. Not verified, as the interfaces are not public: names with （券面）, how the number was come by.
  insurer: {
    name: '被保険者氏名 加入者氏名 被扶養者氏名 氏名（券面） 被保険者氏名（漢字） 資格者氏名',
    kana: '被保険者氏名（カナ） 被保険者氏名カナ 加入者氏名カナ 氏名（カナ）（券面） カナ氏名（券面）',
    organisation: '保険者番号 証記載保険者番号 保険者コード',
    registered_at: '加入者情報登録日時 登録年月日 個人番号登録日',
    lookup: '個人番号取得方法 個人番号入手方法 個人番号入手区分 照会区分',
  },
  vendor: {
    resident_id: '住民番号 住民コード 住民id 宛名id',
    my_number:
      '共通番号 個人番号（12桁） 個人番号（マイナンバー） マイナンバー（個人番号） kojin_no kojin_bango mynumber myno',
    household_id: '世帯id setai_no setai_cd',
    record_id:
      '管理番号 整理番号 受付番号 申請番号 台帳番号 受給者番号 受給権者番号 発行番号 手帳番号 カード番号 証書番号 証番号 会員番号 顧客番号 利用者番号 利用者id ユーザーid 会員id 記録番号 登録番号 基礎年金番号 年金番号 患者番号 認定番号 被保険者番号 学籍番号 kiso_nenkin_no hihokensha_no atena_key',
    name: '対象者氏名 対象者名 本人氏名 受給者氏名 申請者氏名 利用者氏名 姓名 名前 お名前 kanji_shimei shimei shimei_kanji',
    kana: 'フリガナ ふりがな カナ カナ名 かな氏名 シメイ 氏名よみ 読み仮名 よみがな 本人カナ氏名 kana_shimei shimei_kana 対象者氏名カナ 対象者カナ',
    former_name: '旧姓 旧姓併記 旧氏名',
    birth_date:
      '誕生日 生年月日（和暦） 生年月日和暦 出生年月日 birth_ymd bymd seinengappi umare_ymd 対象者生年月日',
    sex: '男女区分 男女別 性別区分 seibetsu seibetsu_kbn seibetu sbetu',
    address:
      '居住地 居所 住所地 現住所地 住民票住所 住所1 住所漢字 住所（漢字） 登録住所 jusho jyusho jyusyo 対象者住所 所在地',
    phone: '電話 tel 携帯電話番号 携帯番号 連絡先 自宅電話番号 ケータイ 携帯',
    organisation:
      '実施機関コード 実施機関番号 交付市区町村コード 事務所コード 年金事務所コード 事業者コード 支給自治体コード 処理機関コード',
    registered_at:
      '登録日時 登録日 紐付日時 紐付日 紐付け日 連携日時 連携日 個人番号登録日時 交付日時 交付日 交付年月日 認定日 認定年月日 受付日時 受付日 発行日 作成日時 touroku_nichiji toroku_ymd touroku_ymd tstamp',
    terminal: '端末番号 端末id 端末名 受付端末 端末 登録端末 tanmatsu_no term',
    operator:
      '担当者コード 担当者 担当者id 職員番号 職員コード 入力者 処理者 操作者 登録者 登録者id 登録職員番号 usr usr_id shokuin_no',
    lookup: '取得方法 照会方法 取得経路 取得区分 入手区分',
    status: '状態 資格状態 資格区分 カード状態 手帳状態 有効区分 利用状況 jotai_kbn',
    moved_on: 'ido_ymd',
    protected:
      'dv等支援区分 dv等支援対象者 dv支援 支援対象 支援対象者 支援対象区分 支援対象フラグ 支援区分 閲覧制限 閲覧制限区分 閲覧制限フラグ 発行抑止 発行抑止区分 発行抑止フラグ 発行制限フラグ 交付制限フラグ 証明発行抑止フラグ 秘匿 秘匿区分 秘匿フラグ 非開示フラグ shien_flg shien_kbn shiensochi_kbn dv_kbn',
  },
  english: {
    resident_id: 'resident_id resident_no resident_number atena_no atena_id person_id citizen_id',
    my_number: 'my_number mynumber mynum individual_number ind_no idv_no my_no mn kojin_bangou national_id',
    household_id: 'household_id household_no household_number hh_id hh_no setai_bango',
    record_id:
      'record_id record_no rec_id rec_no user_id customer_id cust_id member_id mem_id mbr_no account_id card_no card_id certificate_no policy_no case_no application_no app_no id',
    name: 'name full_name full_nm fullname name_kanji kanji_name nm_kanji kanji_nm name_kj person_name nm cust_nm customer_name member_name mbr_nm holder account_holder',
    kana: 'kana name_kana kana_name nm_kana kana_nm full_nm_kana full_name_kana furigana kana_full_nm name_kn cust_nm_kana holder_kana holder account_holder',
    former_name: 'former_name maiden_name former_nm maiden_nm previous_name',
    alias: 'alias alias_name alias_nm common_name',
    birth_date: 'birth_date birthdate birthday date_of_birth dateofbirth dob birth_dt birth_ymd brth_dt bday',
    sex: 'sex gender sex_cd sex_code gender_cd gender_code sex_kbn',
    address:
      'address addr addr_full full_address addr_full_txt address_full res_addr residence_address home_address addr1 address1',
    previous_address: 'previous_address prev_address prev_addr former_address old_addr',
    phone: 'phone phone_no phone_number tel tel_no mobile mobile_no cell_phone contact_no',
    municipality:
      'municipality municipality_code municipality_cd muni_cd muni_code city_code city_cd lg_code',
    organisation:
      'organisation organization org_code org_cd org_id provider provider_id insurer_no insurer_cd office_cd bank bank_cd bank_code issuer_cd',
    registered_at:
      'registered_at reg_dt reg_date registration_date reg_datetime reg_ts registered_on created_at create_dt created_on linked_at link_dt issue_dt issue_date issued_at entry_dt',
    terminal: 'terminal terminal_id term_id term_no kiosk_id kiosk device_id',
    operator: 'operator operator_id opr_id op_id staff_id clerk_id entered_by',
    lookup: 'lookup lookup_method acquisition_method get_method acq_kbn',
    status: 'status status_cd status_code stat_cd resident_status res_status',
    moved_on: 'moved_on move_dt moved_at change_dt move_date',
    protected: 'protected protected_flg protect_flg dv_flg dv_flag confidential_flg',
    auth_serial:
      'auth_serial auth_serial_no serial serial_no serial_number cert_serial auth_cert_serial user_cert_serial',
    sign_serial: 'sign_serial sign_serial_no sign_cert_serial signature_serial',
  },
};

/** Where names come from. */
type Source = 'juki' | 'middle' | 'zengin' | 'insurer' | 'vendor' | 'english';

/** Names that only contain what an item is called: weaker than a whole name. First match first. */
const PATTERNS: readonly (readonly [CanonicalItem, RegExp])[] = [
  ['my_number', /個人番号|マイナンバー|my_?number|individual_?number/],
  ['auth_serial', /利用者証明.*(シリアル|番号)|auth.*serial|証明書シリアル|^シリアル(番号)?$/],
  ['sign_serial', /署名.*(シリアル|番号)|sign.*serial/],
  ['resident_id', /^(宛名|住民|識別)(番号|コード|id)|resident_?id/],
  ['household_id', /世帯(番号|コード|id)|household/],
  ['former_name', /旧氏|旧姓|former_?n(ame|m)|maiden/],
  ['alias', /通称|alias/],
  ['kana', /カナ|フリガナ|ふりがな|振り?仮名|よみ|ヨミ|読み|(^|_)kana|furigana/],
  ['birth_date', /生年月日|誕生日|birth|(^|_)dob(_|$)/],
  ['sex', /性別|(^|_)(sex|gender)(_|$)/],
  ['previous_address', /(転入前|前|旧|従前|異動前).*住所|prev(ious)?_?addr/],
  ['address', /住所|居住?[所地]|address|(^|_)addr(_|$)/],
  [
    'registered_at',
    /(登録|交付|紐付け?|連携|認定|(?<!資格)取得|作成|発行|受付|入力).*(日時|年月日|日|時刻)$|registered|created?_?(at|dt)|linked_?at|(^|_)reg_?(dt|date|ts)/,
  ],
  ['moved_on', /異動(年月)?日|転入日|moved?_?on/],
  ['terminal', /端末|terminal|kiosk/],
  ['operator', /担当者|職員|処理者|入力者|操作者|operator/],
  ['lookup', /(取得|照会|入手)(方法|区分|経路)|lookup/],
  [
    'protected',
    /支援(措置|対象)|^dv(?![a-z])|(^|_)dv(_|$)|(閲覧|発行|交付)(制限|抑止)|秘匿|非開示|(^|_)shien|protected|confidential/,
  ],
  ['phone', /電話|携帯|連絡先(番号|$)|phone|mobile|(^|_)tel(_|$)/],
  ['municipality', /(市区町村|市町村|団体|自治体)_?(コード|番号)|municipality/],
  [
    'organisation',
    /保険者番号|(実施|交付|登録|処理)?機関_?(コード|番号)|(市区町村|市町村|団体|自治体|銀行|事務所|事業者)_?(コード|番号)|provider|organi[sz]ation|insurer/,
  ],
  ['status', /(住民|資格|カード|手帳|口座|利用)_?(状態|状況|区分)|^(状態|状況)|status/],
  [
    'record_id',
    /(発行|カード|手帳|証書|証|受給者|受給権者|年金|会員|顧客|利用者|ユーザー?|管理|整理|受付|申請|台帳)_?(番号|id|コード|no)$|record_?(id|no)|(user|customer|member|account|card)_?(id|no)$/,
  ],
  ['name', /氏名|姓名|名義|名前|(^|_)(full_?)?(name|nm)(_|$)/],
];

/** Names that speak of somebody or something else, though they contain the name of an item. */
const OTHERS =
  /世帯主|配偶者|保護者|届出人|届出日|代理人|後見人|筆頭者|扶養義務者|父母|父の?氏名|母の?氏名|送付先|勤務先|緊急|請求者|依頼人|仕向銀行名|銀行名|支店名|金融機関名|病院|医療機関|事業所名|事務所名|機関名|団体名|市区?町村名|保険者名|学校|本籍|転出|資格取得|資格喪失|喪失|有効期限|有効期間|満了|更新|失効|終了|死亡|消除|削除|続柄|備考|摘要|メモ|不詳|フラグ|英字|ローマ字|郵便|年齢|国籍|在留|障害|等級|head_|spouse|guardian|parent|agent|postal|zip|(^|_)(note|notes|remark|remarks|memo|plan|amount|expiry|expires|updated|update|deleted|valid)(_|$)|bank_?n(ame|m)|branch_?n(ame|m)|office_?n(ame|m)|org_?n(ame|m)|file_?name|romaji|roman/;

export interface NamedAs {
  readonly item: CanonicalItem;
  /** `whole`: a name of the table; `part`: contains one; `other`: does, but speaks of somebody or something else. */
  readonly strength: 'whole' | 'part' | 'other';
}

const WHOLE: ReadonlyMap<string, readonly CanonicalItem[]> = wholeNames();

function wholeNames(): Map<string, CanonicalItem[]> {
  const known = new Map<string, CanonicalItem[]>();
  for (const items of Object.values(NAMES)) {
    for (const [item, names] of Object.entries(items) as [CanonicalItem, string][]) {
      for (const name of names.split(/\s+/)) {
        const key = foldName(name);
        known.set(key, [...new Set([...(known.get(key) ?? []), item])]);
      }
    }
  }
  return known;
}

/** What a column's name says it holds, of the items that its kind of file may carry; the surest first. */
export function namedAs(column: string, register: boolean): readonly NamedAs[] {
  const name = foldName(column);
  const allowed: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  const whole = (WHOLE.get(name) ?? []).map((item) => turned(item, register));
  const found: NamedAs[] = whole.map((item) => ({ item, strength: 'whole' }));
  const part = PATTERNS.find(
    ([item, pattern]) => pattern.test(name) && allowed.includes(turned(item, register)),
  );
  if (part && !found.some(({ item }) => item === turned(part[0], register)) && whole.length === 0)
    found.push({ item: turned(part[0], register), strength: isOther(part[0], name) ? 'other' : 'part' });
  return found.filter(({ item }) => allowed.includes(item));
}

/** A flag is what protection stands in; of any other item it says something else. */
function isOther(item: CanonicalItem, name: string): boolean {
  return OTHERS.test(item === 'protected' ? name.replace('フラグ', '') : name);
}

/** True of a name that is, or contains, one of an item. */
export function isItemName(column: string): boolean {
  const name = foldName(column);
  return WHOLE.has(name) || PATTERNS.some(([, pattern]) => pattern.test(name));
}

/** True of a name that is known to mean something no item stands for, or somebody else than the record's person. */
export function meansOther(column: string): boolean {
  return OTHERS.test(foldName(column));
}

/** The same code is the register's municipality and the organisation of a source. */
function turned(item: CanonicalItem, register: boolean): CanonicalItem {
  if (register) return item === 'organisation' ? 'municipality' : item;
  return item === 'municipality' ? 'organisation' : item;
}

const RESIDENT_ID = /^(宛名|住民|識別|個人識別)(番号|コード|id)$|resident_?(id|no)|atena_?(no|id)/;
const OF_REGISTERS = ['household_id', 'status', 'moved_on', 'previous_address', 'protected', 'municipality'];

/** True when the columns are those of a resident register. */
export function looksLikeRegister(columns: readonly string[]): boolean {
  const names = columns.map(foldName);
  const items = new Set(
    columns.flatMap((name) =>
      namedAs(name, true)
        .filter(({ strength }) => strength !== 'other')
        .map(({ item }) => item as string),
    ),
  );
  const telling = OF_REGISTERS.filter((item) => items.has(item)).length;
  if (!names.some((name) => RESIDENT_ID.test(name)) && !items.has('resident_id')) return false;
  return telling >= 2 || names.some((name) => /世帯|住民状態|異動|household|setai|(^|_)hh_/.test(name));
}

/** Items that some name stands for. */
export const NAMED_ITEMS: ReadonlySet<CanonicalItem> = new Set([...WHOLE.values()].flat());

/** How many items the names of a header speak of: which sheet of a workbook is the table. */
export function itemsNamed(columns: readonly string[]): number {
  const register = looksLikeRegister(columns);
  const items = columns.flatMap((name) =>
    namedAs(name, register)
      .slice(0, 1)
      .map(({ item }) => item),
  );
  return new Set(items).size;
}
