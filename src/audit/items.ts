/** Items of a register row, by the names that pipeline files use. */
export const REGISTER_ITEMS = [
  'resident_id',
  'my_number',
  'household_id',
  'name',
  'former_name',
  'alias',
  'kana',
  'birth_date',
  'sex',
  'address',
  'previous_address',
  'phone',
  'municipality',
  'status',
  'moved_on',
  'protected',
  'auth_serial',
  'sign_serial',
] as const;

export const LINK_ITEMS = [
  'record_id',
  'my_number',
  'auth_serial',
  'sign_serial',
  'name',
  'kana',
  'former_name',
  'alias',
  'birth_date',
  'sex',
  'address',
  'phone',
  'organisation',
  'registered_at',
  'terminal',
  'operator',
  'lookup',
  'status',
  'household_id',
] as const;

export type RegisterItem = (typeof REGISTER_ITEMS)[number];
export type LinkItem = (typeof LINK_ITEMS)[number];
export type CanonicalItem = RegisterItem | LinkItem;

/** Items whose column may declare a date notation. */
export const DATE_ITEMS: readonly string[] = ['birth_date', 'moved_on', 'registered_at'];

/** Items that most people have none of, or that few inputs know: one that is left empty is nothing to look into. */
export const OFTEN_EMPTY: readonly CanonicalItem[] = [
  'former_name',
  'alias',
  'previous_address',
  'phone',
  'moved_on',
  'status',
  'protected',
];

/** Items of so few values that a byte of a digest that anybody can compute would tell which. */
export const FEW_VALUED: readonly CanonicalItem[] = [
  'birth_date',
  'sex',
  'status',
  'moved_on',
  'municipality',
  'protected',
  'registered_at',
  'lookup',
];

/** Column names that systems in use give an item, first match first. Compared after NFKC, without spaces. */
export const COLUMN_NAMES: readonly (readonly [CanonicalItem, RegExp])[] = [
  ['my_number', /^(個人番号|マイナンバー|共通番号|my_?number|individual_?number|kojin_?bango)(\(.*\))?$/i],
  ['auth_serial', /利用者証明|^(auth_?)?serial(_?(no|number))?$|auth.*serial|証明書シリアル/i],
  ['sign_serial', /署名.*(シリアル|番号)|sign.*serial/i],
  ['household_id', /世帯(番号|コード|id)|household/i],
  ['former_name', /旧氏|旧姓|former_?name|maiden/i],
  ['alias', /通称|alias/i],
  ['kana', /カナ|フリガナ|ふりがな|よみ|ヨミ|読み|kana|furigana/i],
  ['birth_date', /生年月日|誕生日|birth|^dob$/i],
  ['sex', /性別|^sex$|gender/i],
  ['previous_address', /(転入前|前|旧|従前).*住所|previous_?address/i],
  ['address', /住所|居住?[所地]|所在地|address|^addr(ess)?$/i],
  [
    'registered_at',
    /(登録|交付|紐付|連携|認定|(?<!資格)取得|作成|発行|受付).*(日時|年月日|日|時刻)$|registered|created_?at|linked_?at/i,
  ],
  ['moved_on', /異動(年月)?日|転入日|moved_?on/i],
  ['terminal', /端末|terminal|kiosk/i],
  ['operator', /担当者|職員|処理者|入力者|操作者|operator/i],
  ['lookup', /(取得|照会|入手)(方法|区分|経路)|lookup/i],
  ['protected', /支援措置|dv|protected/i],
  ['phone', /電話|携帯|連絡先(番号|$)|phone|mobile|^tel$|tel_?(no|number)?$/i],
  ['status', /(住民|資格|カード|手帳|口座|利用)?(状態|状況)|(住民|資格)(区分|種別)|status/i],
  ['name', /氏名|名前|名義|^(full_?)?name$|姓名/i],
];
