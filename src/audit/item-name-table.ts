import type { CanonicalItem } from './items.js';

/** Where names come from. */
type Source = 'juki' | 'middle' | 'zengin' | 'insurer' | 'vendor' | 'romaji' | 'english';

/**
 * Column names by the item they stand for, and where they are in use. Names of public specifications are those of their
 * lists of data items; `vendor`, `romaji` and `english` are headers met in exports and in code of municipal systems. A name is
 * compared whole, after `foldName`; what only contains one is looked for in `item-name-patterns.ts`.
 */
export const NAMES: Readonly<Record<Source, Readonly<Partial<Record<CanonicalItem, string>>>>> = {
  // 住民記録システム標準仕様書（総務省）1.1 住民データ、および基本データリスト（デジタル庁）の項目名。
  // Verified in the text of the specification (1.1.1, 1.1.16; github.com/AkihiraYOSHIMOTO/jyuki-stnd): 氏名, 氏名のフリガナ, 旧氏, 生年月日, 性別,
  // 住所, 方書, 転入前住所, 個人番号, 宛名番号, 世帯番号, 住民状態, 抑止フラグ, both certificates' シリアル番号, 支援対象者. Verified in public
  // tables of municipal systems that were made after the list: 氏名_フリガナ, 通称, 住所_市区町村コード and the parts 住所_…,
  // 転入前住所_…, 異動年月日, 消除の異動年月日, 支援措置区分. Not verified (the list itself was not at hand): the rest of 支援措置…, names with 登録異動 and 住定.
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
    status: '住民状態 住民状態コード 住民区分 住民状態区分 消除事由',
    moved_on:
      '異動年月日 異動日 最新異動年月日 登録異動年月日 登録異動日 住定異動日 消除の異動年月日 消除異動年月日 消除年月日',
    protected:
      '支援措置 支援措置対象者 支援措置区分 支援措置対象者フラグ 支援措置対象フラグ 支援対象者 抑止フラグ 抑止区分 仮支援措置の有無',
    auth_serial: '利用者証明用電子証明書シリアル番号 利用者証明用電子証明書の発行の番号',
    sign_serial: '署名用電子証明書シリアル番号 署名用電子証明書の発行の番号',
  },
  // 中間標準レイアウト仕様（地方公共団体情報システム機構）住民基本台帳・宛名の項目名。
  // Not verified: the public guide (中間標準レイアウト仕様 利活用ガイド 2019年度版) tells what it is for, the list of items is handed to
  // offices and their vendors. These are names that such exports are known by.
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
  // Verified in public programs that write such files: 被仕向銀行番号, 被仕向支店番号, 預金種目, 口座番号, 受取人名 (transfers), 銀行コード,
  // 口座名 (notices); the rest is not of the standard, but of forms made after it.
  zengin: {
    kana: '受取人名 口座名 受取人名カナ 預金者名 預金者名カナ 口座名義人カナ 口座名義カナ 口座名義人（カナ） 名義人カナ',
    name: '口座名義人 口座名義 口座名義人漢字',
    organisation: '被仕向銀行番号 銀行番号 銀行コード 金融機関コード 金融機関番号 振込先銀行番号',
  },
  // 医療保険者等向け中間サーバー・オンライン資格確認の加入者情報、国保の外部インタフェース仕様書（国民健康保険中央会）。
  // Verified in public systems for health checks and claims: 保険者番号, 証記載保険者番号, 被保険者証記号・番号・枝番, 被保険者証等記号・番号,
  // 氏名（カナ）, 氏名（漢字）, 被保険者名カナ, 被保険者名漢字, 受診券整理番号; in the pension service's help for employers: 被保険者整理番号,
  // 被保険者氏名（カナ）, 生年月日 元号 and 生年月日 年月日 in two columns. Not verified, as the interfaces are not public: names with （券面）, how
  // the number was come by.
  insurer: {
    record_id: '被保険者整理番号 受診券整理番号',
    name: '被保険者氏名 被保険者名漢字 加入者氏名 被扶養者氏名 氏名（券面） 被保険者氏名（漢字） 資格者氏名',
    kana: '被保険者氏名（カナ） 被保険者氏名カナ 被保険者名カナ 加入者氏名カナ 氏名（カナ）（券面） カナ氏名（券面）',
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
      '管理番号 整理番号 受付番号 申請番号 台帳番号 受給者番号 受給権者番号 発行番号 手帳番号 カード番号 証書番号 証番号 会員番号 顧客番号 利用者番号 利用者id ユーザーid 会員id 記録番号 登録番号 基礎年金番号 年金番号 患者番号 認定番号 被保険者番号 学籍番号 診察券番号 kiso_nenkin_no hihokensha_no atena_key',
    name: '対象者氏名 対象者名 本人氏名 受給者氏名 申請者氏名 利用者氏名 姓名 名前 お名前 kanji_shimei shimei shimei_kanji',
    kana: 'フリガナ ふりがな カナ カナ名 かな氏名 氏名よみ 読み仮名 よみがな 本人カナ氏名 kana_shimei shimei_kana 対象者氏名カナ 対象者カナ',
    former_name: '旧姓 旧姓併記 旧氏名',
    alias: '氏名（その他） その他氏名 その他の氏名 通称名',
    birth_date:
      '誕生日 生年月日（和暦） 生年月日和暦 出生年月日 birth_ymd bymd seinengappi umare_ymd 対象者生年月日',
    sex: '男女区分 男女別 性別区分 seibetsu seibetsu_kbn seibetu sbetu',
    address:
      '居住地 居所 現在地 住民登録地 住所地 現住所地 住民票住所 住所1 住所漢字 住所（漢字） 登録住所 jusho jyusho jyusyo 対象者住所 所在地',
    phone: '電話 tel 携帯電話番号 携帯番号 連絡先 自宅電話番号 ケータイ 携帯',
    organisation:
      '実施機関コード 実施機関番号 交付市区町村コード 事務所コード 年金事務所コード 事業者コード 支給自治体コード 処理機関コード 福祉事務所 福祉事務所コード 福祉事務所番号 福祉事務所名 支所コード 支所番号 出張所コード 所管コード 所管課コード 担当課コード 受付窓口コード 保健所コード 児童相談所コード 医療機関コード 実施医療機関コード 接種医療機関コード',
    registered_at:
      '登録日時 登録日 紐付日時 紐付日 紐付け日 連携日時 連携日 個人番号登録日時 交付日時 交付日 交付年月日 認定日 認定年月日 受付日時 受付日 発行日 作成日時 入力日時 入力日 入力年月日 番号入力日時 番号入力日 番号登録日時 番号登録日 収録日時 収録年月日 収録日 読取日時 読取日 番号収録日 番号連携日時 番号連携日 番号紐付日 番号利用開始日 個人番号入力日 個人番号取得日 マイナンバー登録日時 マイナンバー登録日 touroku_nichiji toroku_ymd touroku_ymd tstamp',
    terminal: '端末番号 端末id 端末名 受付端末 端末 登録端末 tanmatsu_no term',
    operator:
      '担当者コード 担当者 担当者id 職員番号 職員コード 入力者 処理者 操作者 登録者 登録者id 登録職員番号 usr usr_id shokuin_no',
    lookup:
      '取得方法 照会方法 取得経路 取得区分 入手区分 収録方法 収録区分 個人番号収録方法 番号収録区分 マイナンバー収録方法 収集方法 番号収集方法',
    status:
      '状態 資格 資格有無 資格の有無 資格状態 資格区分 カード状態 手帳状態 有効区分 利用状況 現存区分 現存状態 jotai_kbn genzon_kbn',
    moved_on: 'ido_ymd',
    protected:
      'dv等支援区分 dv等支援対象者 dv支援 支援対象 支援対象者 支援対象区分 支援対象フラグ 支援区分 閲覧制限 閲覧制限区分 閲覧制限フラグ 発行抑止 発行抑止区分 発行抑止フラグ 発行制限フラグ 交付制限フラグ 証明発行抑止フラグ 秘匿 秘匿区分 秘匿フラグ 非開示フラグ shien_flg shien_kbn shiensochi_kbn dv_kbn',
  },
  // Columns in Latin letters: verified in public code of municipal systems made for Japan (atenano, setaino, simei, simei_kana, kyusi, tusyo, bymd,
  // adrs_…, personalno, juminjotai, idoymd, siensotikbn; JUMINCD, STAICD, UMAREYMD; SHIKIBETSU_CODE, SEINENGAPPI_YMD, SEIBETSU_CODE; genzon_kbn).
  romaji: {
    resident_id:
      'kojin_cd kojincd atenano atena_cd atenacd atna_cd atna_no jumincd jumin_cd jumin_no juminno jmn_cd shikibetsu_code shikibetsu_cd shikibetsu_no shikibetsucd',
    my_number:
      'kojin_bango kojinbango personalno personal_no myno_cd my_no_cd kjn_no mynumber_no my_num kojin_number',
    household_id: 'setaino setaicd staicd stai_cd setai_code setai_bango setaibango',
    name: 'simei shimei sei_mei seimei simei_kanji shimei_knj simei_knj kanjishimei shimei_kanji kanji_simei nm_knj knj_nm namae kanjimei honmyo kanjimeisho',
    kana: 'simei_kana shimei_kn simei_kn kanashimei kana_simei nm_kna kna_nm nm_kn kn_nm furigana hurigana kanameisho shimei_yomi',
    former_name: 'kyusi kyushi kyu_shi kyusei kyuusei',
    alias: 'tusyo tsusho tsusyo tsushomei tusyomei tsuushou',
    birth_date:
      'bymd umareymd umare_ymd birthymd brth_ymd brthymd seinengappi_ymd seinengappiymd seinengappi seinen_gappi tanjobi tanjoubi birth_date_ymd seiymd sei_ymd seinen_ymd',
    sex: 'seibetsu seibetu sebetsu seibetsu_cd seibetsu_code seibetucd seibetsucd sei_kbn danjo_kbn danjo',
    address:
      'jusho jusyo jyusho jyusyo juusho adrs adr adr_knj jusho_kanji jusho_knj genjusho gen_jusho kyojuchi',
    previous_address: 'zenjusho zen_jusho mae_jusho maejusho tennyumaeadrs kyu_jusho',
    phone: 'denwa denwa_no denwabango telno tel_bango keitai keitai_no',
    municipality: 'shichosoncd shichoson_cd shikuchoson_cd sikucd dantai_cd jichitai_cd adrs_sikucd',
    status:
      'juminjotai jumin_jotai jumin_jotai_cd juminjotaicode jumin_kbn jmn_sts_cd jmn_kbn genzon_kbn jotai_cd',
    moved_on: 'idoymd ido_ymd ido_bi idobi delidoymd',
    protected:
      'siensotikbn siensotiflg shiensochi_kbn shiensochi_flg sien_kbn sien_flg hitoku_flg yokushi_flg',
    registered_at:
      'torokubi toroku_bi torokuymd tourokuymd toroku_date toroku_nichiji kofu_ymd kofubi koufubi nintei_ymd himozuke_ymd himoduke_ymd renkei_nichiji uketsuke_ymd',
    terminal: 'tanmatsu tanmatsu_id tanmatsuno tanmatu_no',
    operator: 'tantosha_cd tanto_cd shokuin_cd shokuin_id sosasha_id nyuryokusha',
    lookup: 'shutoku_hoho shutoku_kbn syutoku_kbn shokai_kbn',
    organisation:
      'hokensha_no hokenshano hokensya_no hknja_no hknjanum kikan_cd kikan_code jimusho_cd ginko_cd fukushijimusho fukushi_jimusho fukushi_jimusho_cd shisho_cd shucchojo_cd shokan_cd hokenjo_cd',
    auth_serial: 'riyosha_serial riyousha_serial jpki_serial jpki_riyosha_serial',
    sign_serial: 'shomei_serial syomei_serial jpki_shomei_serial',
    record_id:
      'techo_no jukyusha_no jukyu_no hihokensha_bango kanri_no seiri_no uketsuke_no daicho_no shinsei_no kaiin_no riyosha_id kiso_nenkin_bango',
  },
  english: {
    resident_id: 'resident_id resident_no resident_number atena_no atena_id person_id citizen_id',
    my_number: 'my_number mynumber mynum individual_number ind_no idv_no my_no mn kojin_bangou national_id',
    household_id: 'household_id household_no household_number hh_id hh_no setai_bango',
    record_id:
      'record_id record_no rec_id rec_no user_id customer_id cust_id member_id mem_id mbr_no account_id uid card_no card_id certificate_no pension_no basic_pension_no basic_pension_number handbook_no recipient_no recipient_id beneficiary_id applicant_id policy_no case_no application_no app_no id patient_id patient_no patient_number chart_no student_id student_no student_number employee_id employee_no',
    name: 'name full_name display_name full_nm fullname name_kanji kanji_name nm_kanji kanji_nm name_kj person_name nm cust_nm customer_name member_name mbr_nm holder account_holder',
    kana: 'kana name_kana kana_name nm_kana kana_nm full_nm_kana full_name_kana furigana kana_full_nm name_kn cust_nm_kana holder_kana holder account_holder',
    former_name: 'former_name maiden_name former_nm maiden_nm previous_name',
    alias: 'alias alias_name alias_nm common_name also_known_as aka known_as',
    birth_date: 'birth_date birthdate birthday date_of_birth dateofbirth dob birth_dt birth_ymd brth_dt bday',
    sex: 'sex gender sex_cd sex_code gender_cd gender_code sex_kbn',
    address:
      'address addr residence addr_full full_address addr_full_txt address_full res_addr residence_address home_address addr1 address1',
    previous_address: 'previous_address prev_address prev_addr former_address old_addr',
    phone: 'phone phone_no phone_number tel tel_no mobile mobile_no cell_phone contact_no',
    municipality:
      'municipality municipality_code municipality_cd muni_cd muni_code city_code city_cd lg_code',
    organisation:
      'organisation organization org_code org_cd org_id provider provider_id provider_name sp_name sp_id insurer_no insurer_name office_code office_id issuing_office issuer issuer_code insurer_cd office_cd bank bank_cd bank_code issuer_cd rp_code rp_id rp_cd idp_code idp_id sp_code sp_cd service_code hosp_cd hosp_code hospital_cd hospital_code hospital_id store store_id store_cd store_code shop shop_id shop_cd shop_code',
    registered_at:
      'registered_at reg_dt reg_date registration_date reg_datetime reg_ts registered_on created_at create_dt created_on linked_at link_dt issue_dt issue_date issued_at issued_ts issue_ts issued_on registered_ts created_ts linked_on entry_dt entered_at handed_over_at handover_at picked_up_at delivered_at bound_at bound_on tied_at tied_on attached_at matched_at signup_at signup_ts signed_up_at joined_at accepted_at',
    terminal:
      'terminal terminal_id term_id term_no kiosk_id kiosk device_id client_host host_name hostname pc_name ws_id counter_term counter_terminal counter_id window_id window_no',
    operator:
      'operator operator_id opr_id op_id staff_id clerk_id entered_by handled_by handled_by_staff processed_by',
    lookup: 'lookup link_method lookup_method acquisition_method get_method acq_kbn',
    status:
      'status status_cd card_status account_status status_code stat_cd resident_status res_status active is_active active_flg active_flag enabled is_enabled',
    moved_on:
      'moved_on move_dt moved_at change_dt move_date status_changed_on status_changed_at status_change_date status_date status_dt',
    protected: 'protected protected_flg protect_flg restricted_flg dv_flg dv_flag confidential_flg',
    auth_serial:
      'auth_serial auth_serial_no serial serial_no serial_number cert_serial auth_cert_serial user_cert_serial cert_sn cert_serial_no auth_sn user_cert_sn certificate_serial certificate_sn uac_serial uac_sn user_serial auth_certificate_serial cert_auth auth_cert jpki_auth_serial jpki_auth',
    sign_serial:
      'sign_serial sign_serial_no sign_cert_serial signature_serial cert_sign sign_cert jpki_sign_serial jpki_sig_serial jpki_sign jpki_sig sig_serial',
  },
};
