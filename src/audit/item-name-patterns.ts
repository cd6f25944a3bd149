import type { CanonicalItem } from './items.js';

/** A word of a name in Latin letters: between underscores, or at the end of the name. */
const word = (words: string) => new RegExp(`(^|_)(${words})(_|\\d|$)`);
/** What stands behind the word for a thing that has a number or a code. */
const NO = '_?(no|cd|id|code|ban|bango|bangou|num|number|key)';
const DAY = '_?(ymd|dt|date|ts|time|timestamp|datetime|bi|nichiji|nengappi|jikoku|at|on)';

/** Japanese words in Latin letters, in the spellings in use, and the abbreviations of tables. */
const ROMAJI: readonly (readonly [CanonicalItem, RegExp])[] = [
  ['my_number', word(`(my|mai)_?(na|no|num|number|numb)(_?(cd|no|bango))?|kojin_?(bango|bangou)`)],
  ['auth_serial', word('(riy[ou]+sha|jpki|cert|shomeisho|syoumeisyo).*serial.*|serial_?(no|cd|num|number)')],
  ['resident_id', word(`(atena|atna|j[yu]+min|jmn|shikibetsu|sikibetu)${NO}`)],
  ['household_id', word(`(setai|stai|sti)${NO}`)],
  ['former_name', word('((ky(u|uu)_?|mae_?)(shi|si|sei|uji|ji|myoji|myouji)|k(sei|shi|si))(_.*)?')],
  ['alias', word('t(su|u|suu|uu)?(sho|syo|shou|syou)(_?mei|_.*)?')],
  ['kana', word('(shimei|simei|mei|namae|nm|name|full_?n(ame|m))?_?(kana|kna|knk|kn|yomi|[fh]urigana)')],
  ['birth_date', word(`(umare|seinen_?gappi|tanjo_?bi|tanjoubi|brth|bth|birth|born)(${DAY})?|b${DAY}`)],
  ['sex', word('sei_?(betsu|betu|bt|bts)|sbt|danjo')],
  [
    'previous_address',
    word('(mae|zen|ky[u]+|tenny[u]+(_?mae)?|jyuzen|juzen)_?(jusho|jyusho|jusyo|jyusyo|adrs?|addr)'),
  ],
  ['address', word('(gen|genzai|kyo)?_?(jusho|jyusho|jusyo|jyusyo|juusho|juusyo|adrs?|addr)|adr?_?1')],
  ['phone', word('(denwa|keitai|telno|telephone|phoneno|contact_?(tel|phone))(_?(no|bango|bangou))?')],
  [
    'status',
    word(
      'j(u|yu)?m(i?n)?_?(kbn|kb|kubun|jotai|sts|stat)(_?(cd|code))?|(jumin_?)?(jotai|jyotai|joutai|genzon|sts|stts)(_?(kbn|kb|cd|flg|code))?',
    ),
  ],
  ['moved_on', word(`(id[ou]+|(shojo|johyo)(_?ido)?)${DAY}`)],
  [
    'protected',
    word(
      '(shien|sien|hitoku|himitsu|yokushi|etsuran_?seigen|dv)(_?(sochi|soti|taisho))?(_?(flg|kbn|flag|kb|umu))?',
    ),
  ],
  [
    'lookup',
    word(
      '(shutoku|syutoku|shokai|syoukai|nyushu|nyusyu)_?(hoho|houhou|kbn|kb|keiro).*|(link|match|acquisition|lookup|inquiry|obtain)_?(method|type|kbn|route|path|source|channel)',
    ),
  ],
  [
    'registered_at',
    word(
      `(toroku|touroku|ko[u]?fu|nintei|himo(zuke|duke)|renkei|uketsuke|uketuke|sakusei|hakko|iss|issued?|collected|captured|received|obtained|submitted|verified|link|linked|rg|rgst|entry|regist(er|ered)?)${DAY}`,
    ),
  ],
  [
    'terminal',
    word(
      `(tanmatsu|tanmatu|trm|term|workstation|work_station|ws|pc|kiosk|device|host)(${NO}|_?n(ame|m))|client_?(host|pc|machine|terminal)`,
    ),
  ],
  ['terminal', word('tanmatsu|tanmatu|trm|workstation|work_station')],
  [
    'operator',
    word(
      `(tanto|tantou|tantosha|tantousha|shokuin|syokuin|sosasha|sousasha|nyuryokusha|torokusha|tourokusha)(${NO})?|(opr|staff|clerk|usr)${NO}|(created|entered|registered|inserted|issued|linked|recorded|collected|captured|received|obtained|verified|ins|reg|cre|crt|entry|toroku|touroku|nyuryoku)_?(by|user|usr|op|opr|staff|sha)(${NO})?`,
    ),
  ],
  ['municipality', word(`(shi(ku)?choson|sichoson|dantai|jichitai|city|muni)${NO}|sikucd`)],
  [
    'organisation',
    word(
      `(kikan|jimusho|hokensha|hokensya|hokenja|ginko|ginkou|office|issuer|issuing|insurer|provider)(${NO}|_?n(ame|m)|_?office)?|sp(${NO}|_?n(ame|m))`,
    ),
  ],
  [
    'record_id',
    word(
      `(te[c]?ho|techou|juk[y]?usha|(hi)?hoken(sha|sya)(_?sho)?|hiho|hihoken|nintei|kanri|seiri|uketsuke|daicho|shinsei|kaiin|riy[o]+sha|nenkin|shosho|sho|kafu|case|member|handbook|certificate|recipient|beneficiary|insured|policy|application|applicant|taxpayer)${NO}`,
    ),
  ],
  [
    'name',
    word(
      '(kanji|knj|full)?_?(shimei|simei|namae)(_?(kanji|knj|kj))?|(knj|kanji)_?(mei|nm)|n(a)?m(e)?_?(knj|kanji|kj)',
    ),
  ],
];

/** Names that only contain what an item is called: weaker than a whole name. First match first. */
export const PATTERNS: readonly (readonly [CanonicalItem, RegExp])[] = [
  // Of the number, and not the number.
  ['lookup', /(取得|照会|入手|収集|収録|把握|(個人番号|ナンバー)の?確認)_?(方法|区分|経路|手段)|lookup/],
  [
    'operator',
    /(個人番号|マイナンバー|個番).*(職員|担当者?|入力者|登録者|操作者|ユーザー?)(名|コード|番号|id)?$/,
  ],
  [
    'registered_at',
    /((個人|本人|^)番号|マイナンバー|個番)(?!.*(生年|失効|更新|削除|有効)).*(日時|年月日(時分?秒?|時刻)?|日|時刻)$/,
  ],
  [
    'registered_at',
    /(my_?num(ber)?|my_?no|individual_?(number|no)|kojin_?(no|bangou?)|(^|_)tin).*_(at|on|date|dt|ts|time|timestamp|datetime|ymd(hms?)?|bi)$/,
  ],
  [
    'protected',
    /支援(措置|対象)|^dv(?![a-z])|(^|_)dv(_|$)|(閲覧|発行|交付|証明)(制限|抑止)|秘匿|非開示|(^|_)shien|protect(ed|ion)?(_|$)|confidential|support_?measures?|(^|_)restrict(ed|ion)?(_|$)|suppress/,
  ],
  ['my_number', /個人番号(?!の)|マイナンバー(?!の)|my_?number|individual_?number/],
  ['auth_serial', /利用者証明(?!.*暗証).*(シリアル|番号)|auth.*serial/],
  ['sign_serial', /署名(?!.*暗証).*(シリアル|番号)|sign.*serial/],
  ['auth_serial', /証明書シリアル|^シリアル(番号)?$/],
  [
    'resident_id',
    /^(宛名|住民|識別|個人識別|個人)(番号|コード|id|キー)|(^|_)(resident|citizen|inhabitant)_?(id|no|num|number|code|cd|key)(_|$)/,
  ],
  ['household_id', /世帯(番号|コード|id)|household/],
  ['former_name', /旧氏|旧姓|(former|prev(ious)?|old|birth)_?(sur)?n(ame|m)|maiden/],
  ['alias', /通称|alias/],
  ['kana', /カナ|フリガナ|ふりがな|振り?仮名|よみ|ヨミ|読み|(^|_)kana|furigana/],
  ['birth_date', /生年月日|誕生日|birth|(^|_)dob(_|$)/],
  ['sex', /性別|^性$|男女|(^|_)(sex|gender)(_|$)/],
  [
    'previous_address',
    /(転入前|転入元|転居元|前|旧|従前|異動前|転居前|従来).*住所|^(前住地|最終住民記録地)$|(prev(ious)?|former|old|prior|last|before|bfr)_?addr|(^|_)addr(ess)?_?(prev(ious)?|old|former|before|bfr)(_|$)/,
  ],
  ['address', /住所|居住?[所地]|address|(^|_)addr(_|$)/],
  [
    'registered_at',
    /(登録|交付|紐付け?|連携|認定|(?<!資格)取得|作成|発行|受付|入力|(?<!取消|解除|削除)処理|(本人|身元)確認).*(日時|年月日(時分?秒?|時刻)?|日|時刻)$|registered(?!_?by)|created?_?(at|dt)|(^|_)(identity|jpki|e?_?kyc)_?(verif|confirm|check|auth|complet|approv|done|pass|finish|succe)[a-z]*_?(at|on|date|dt|ts|time|timestamp|datetime)$|linked_?at|(^|_)reg_?(dt|date|ts)/,
  ],
  [
    'moved_on',
    /異動(年月)?日|(転入|転居|住定)(年月)?日|住民(となった)?(年月)?日$|moved?_?on|status_?chang|(^|_)(last_?)?(change|move|moving|transfer)_?(date|dt|day|on|at|ymd)(_|$)/,
  ],
  ['terminal', /端末|terminal|kiosk/],
  [
    'operator',
    /担当(者|職員|員)?(名|氏名|コード|番号|id)?$|タントウ(シャ|者)|職員|(処理|入力|操作|確認|登録|受付|交付|記入|作成|対応|紐付け?|取扱)(者|ユーザー?|担当)(名|id|コード|番号)?$|operator|(sosa|entry|reg|input)_?user/,
  ],
  ['phone', /電話|携帯|連絡先(番号|\d?$)|phone(?!t)|mobile|(^|_)tel(_|$)/],
  ['municipality', /(市区町村|市町村|団体|自治体)_?(コード|番号)|municipality/],
  [
    'organisation',
    /(?<!被)保険者番号|(実施|交付|登録|処理)?機関_?(コード|番号)|(市区町村|市町村|団体|自治体|銀行|金融機関|事務所|事業者)_?(コード|番号)|福祉事務所|(援護|支給|保護)?実施機関名?$|交付窓口|(交付|受付|受取|取扱|発行|登録|申請)(場所|拠点|店舗?|窓口)_?(名|コード|番号)?$|窓口_?(コード|番号)$|(^|_)(branch|store|shop|counter)_?(code|cd)$|(施設|学校|園|事業所|支部|組合)(名|コード|番号|cd)?$|provider|organi[sz]ation|insurer/,
  ],
  [
    'status',
    /(住民|資格|カード|手帳|口座|利用|発行|交付|運用|保護|受給|支給|給付|認定|消除|在籍|加入|異動|紐付け?|連携|登録|有効|効力|記録)_?(状態|状況)(名称?|コード)?$|(住民|資格|カード|手帳|口座|利用|消除|現存)_?区分(名称?|コード)?$|^(状態|状況)|status/,
  ],
  [
    'record_id',
    /(発行|交付|認定|カード|手帳|証書|(?<!暗)証|券|通知書|ケース|被保険者|被保|受給者|受給|受給権者|年金|会員|顧客|利用者|ユーザー?|管理|整理|受付|申請|申込|台帳|納税者|義務者|加入者|対象者|登録|園児|児童|学籍|患者|請求|支給|記録|レコード)_?(番号|id|コード|no)$|record_?(id|no)|(user|customer|member|account|card)_?(id|no)$/,
  ],
  ...ROMAJI,
  ['name', /氏名|姓名|名義|名前|(^|_)(full_?)?(name|nm)(_|$)/],
];

/** Names that speak of somebody or something else, though they contain the name of an item. */
export const OTHERS =
  /預金種|種目|世帯主|配偶者|保護者|届出人|届出日|代理人|後見人|筆頭者|扶養義務者|父母|父の?氏名|母の?氏名|送付先|勤務先|緊急|請求者|依頼人|仕向銀行名|銀行名|支店名|金融機関名|病院|医療機関|事業所名|事務所名|機関名|団体名|市区?町村名|保険者名|学校|本籍|要介護状態|kaigo_?jotai|転出|解除|解約|取消|廃止|停止|(状態|状況|ステータス)(変更|更新|異動)?(年月)?日|資格取得|資格喪失|喪失|有効期限|有効期間|満了|更新|失効|終了|死亡|消除|削除|続柄|備考|摘要|メモ|不詳|フラグ|英字|ローマ字|郵便|年齢|国籍|在留|障害|等級|head_|spouse|guardian|parent|agent|postal(?!_?addr)|zip|(^|_)(note|notes|remark|remarks|memo|plan|amount|expiry|expires|updated|update|deleted|valid|unlink(ed)?|unb(ou|i)nd|cancel(l?ed)?|closed?|revoked?|terminated?|ended)(_|$)|(^|_)(status|stat|sts|state)_?(chg|changed?|upd)?_?(date|dt|ymd|at|on|ts|bi)(_|$)|bank_?n(ame|m)|branch_?n(ame|m)|office_?n(ame|m)|org_?n(ame|m)|file_?name|romaji|roman|(^|_)g?a?i?roma(_|$)|(^|_)(setai_?)?nushi?(_|$)|(^|_)(honseki|hitto|hittosha|y[u]+bin|fu(sho|syo)(flg|_?hyoki)?|bik[o]+|shikaku|sikaku|soshitsu|sositu|upd|koshin|kousin|sakujo|del|zokugara|zoku|kokuseki|zairyu|nenrei|age|gyosei|chiku|tensh?utsu?|tensyutu.*|sofusaki|renraku)(_|$)/;
