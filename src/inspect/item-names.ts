import type { CanonicalItem } from '../audit/items.js';

/** Column names that systems in use give an item, first match first. Compared after NFKC, without spaces. */
const NAMES: readonly [CanonicalItem, RegExp][] = [
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
  ['status', /(住民|資格|カード|手帳|口座|利用)?(状態|状況)|(住民|資格)(区分|種別)|status/i],
  ['name', /氏名|名前|名義|^(full_?)?name$|姓名/i],
];

const RESIDENT_ID = /^(宛名|住民|識別)(番号|コード|id)$|resident_?id/i;
const MUNICIPALITY = /(市区町村|団体|自治体).*(コード|番号)|municipality/i;
const ORGANISATION =
  /保険者番号|(実施|交付|登録|処理)?機関(コード|番号)|交付(市区町村|自治体)|(市区町村|団体|自治体|銀行|金融機関|事務所|事業者)(コード|番号)|provider|organi[sz]ation|^bank$/i;
const RECORD_ID =
  /(発行|カード|手帳|証書|証|受給者|受給権者|年金|会員|顧客|利用者|ユーザー?|管理|整理|受付|申請|台帳)(番号|id|コード)|record_?id|user_?id|customer_?id|member_?id|account_?id|^id$/i;

/** Parts of a composite key, in the order in which they are joined. */
const COMPOSITES: readonly (readonly RegExp[])[] = [
  [/^保険者番号$/, /記号$/, /(^|証|被保険者)番号$/, /枝番/],
  [
    /^(銀行|金融機関)(コード|番号)$|^bank$/i,
    /^(支店|店舗|店)(コード|番号)$|^branch$/i,
    /種目|種別|^(account_?)?type$/i,
    /口座番号|^(account_?)?number$/i,
  ],
];

export interface NamedItem {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
}

/** Without spaces, and of a path of JSON keys (profile.name) the last. */
const fold = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/^[\w.]+\.(?=\w)/, '')
    .replace(/[\s_＿]/g, (mark) => (mark === '_' ? '_' : ''));

/** True when the columns are those of a resident register. */
export function looksLikeRegister(columns: readonly string[]): boolean {
  const names = columns.map(fold);
  return (
    names.some((name) => RESIDENT_ID.test(name)) &&
    names.some((name) => /世帯|住民状態|異動|household/.test(name))
  );
}

/** The item each column name stands for; every item and, but for parts of a key, every column at most once. */
export function itemsByName(columns: readonly string[], register: boolean): readonly NamedItem[] {
  const taken = new Set<string>();
  const first = (pattern: RegExp) => columns.find((name) => !taken.has(name) && pattern.test(fold(name)));
  const found: NamedItem[] = [];
  const take = (item: CanonicalItem, name: string | undefined) => {
    if (name === undefined) return;
    taken.add(name);
    found.push({ item, columns: [name] });
  };
  if (register) {
    take('resident_id', first(RESIDENT_ID));
    take('municipality', first(MUNICIPALITY));
  } else {
    const organisation = first(ORGANISATION);
    const key = compositeKey(columns) ?? [first(RECORD_ID)].flatMap((name) => name ?? []);
    if (key.length > 0) found.push({ item: 'record_id', columns: key });
    for (const name of key) taken.add(name);
    if (organisation !== undefined) taken.delete(organisation);
    take('organisation', organisation);
  }
  for (const [item, pattern] of NAMES) {
    if (allowed(item, register)) take(item, first(pattern));
  }
  return found;
}

function compositeKey(columns: readonly string[]): readonly string[] | null {
  for (const parts of COMPOSITES) {
    const names = parts.map((part) => columns.find((name) => part.test(fold(name))));
    const present = names.filter((name): name is string => name !== undefined);
    if (new Set(present).size === present.length && present.length >= 3) return present;
  }
  return null;
}

const REGISTER_ONLY: readonly CanonicalItem[] = ['previous_address', 'moved_on', 'protected'];
const LINK_ONLY: readonly CanonicalItem[] = ['registered_at', 'terminal', 'operator', 'lookup'];

function allowed(item: CanonicalItem, register: boolean): boolean {
  return !(register ? LINK_ONLY : REGISTER_ONLY).includes(item);
}
