import { type CanonicalItem, COLUMN_NAMES, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';

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
  for (const [item, pattern] of COLUMN_NAMES) {
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

function allowed(item: CanonicalItem, register: boolean): boolean {
  const items: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  return items.includes(item);
}
