import { foldName, withoutNote } from '../audit/fold-name.js';
import { namedAs } from '../audit/item-names.js';
import type { CanonicalItem } from '../audit/items.js';
import type { Looked } from './candidate.js';
import { compositeKey } from './composites.js';
import { holdsRegister } from './holds-register.js';
import type { InspectedColumn } from './inspection.js';
import { whoseOf } from './whose.js';

/** Names of the key of a register. Others are keys of it only where the rest is a register's. */
const RESIDENT_KEY =
  /^(宛名|住民|識別|個人識別|住民記録|個人)(番号|コード|id|no)$|^(resident|citizen|inhabitant)_?(id|no|num|number|code|cd|key)$|^person_?(id|key|cd|code)$|^kojin_?(cd|id)$|^(atena|atna|j[yu]+min|jmn|shikibetsu|sikibetu)_?(no|cd|id|code|key|bango)$/;

/** What only a register tells of people. */
const OF_REGISTERS: readonly RegExp[] = [
  /世帯(番号|コード|id)|^(setai|stai)|household|family_?(id|no)|(^|_)hh_/,
  /住民(状態|区分|種別)|現存|^(j[yu]+min|jmn)_?(jotai|sts|kbn|syubetu|shubetsu)|genzon|resident_?status/,
  /異動|消除|除票|^ido_?u?_?(ymd|bi|jiyu)|moved?_(at|on)|(change|move)_?(date|dt)/,
  /(転入前|前|従前の?|旧|異動前|転居前)_?住所|(previous|prev|former|old|prior)_?addr|^(zen|mae|tenny)/,
  /支援(措置|対象)|^dv|閲覧制限|抑止|(^|_)(shien|sien)|protect|support_?measure/,
  /世帯主|続柄|zoku(gara|cd|hyoki)|tsuzuki|head_?of_?house|householder|relationship/,
  /本籍|筆頭者|honseki|hitto/,
  /住民(と)?(に)?なった|住定|住民票コード|転入(年月)?日|juymd/,
  /旧氏|旧姓|通称|^ky[u]+s|^t[s]?[u]+sh?[y]?o/,
];

/** What a register does not tell, and sources do: how a record came about, and of what it is. */
const OF_SOURCES: readonly RegExp[] = [
  /(登録|交付|認定|紐付け?|連携|発行|受付|申請|支給|取得)(年月)?(日時|日)$|registered|issued|linked|created|toroku|kofu/,
  /保険|記号|枝番|資格|給付|insurer|hokensha|shikaku/,
  /手帳|等級|障害|認定|支給|受給|児童|年金|学校|接種|健診|受診|納税|課税|ケース|福祉事務所|扶助|保護(開始|状況|区分|種別)|techo|jukyu|nintei|nenkin/,
  /口座|銀行|支店|名義|account|bank/,
  /端末|担当者|職員|操作者|入力者|tanmatsu|terminal|operator|staff/,
  /取得(方法|区分|経路)|照会(方法|区分)|lookup|link_method/,
];

/** Words of a right or a card. A register may name one or two of them in passing; a file that has more of them is about the right. */
const OF_RIGHTS =
  /(?<!住民)(保険者|被保険|被保_|証(記号|番号)|枝番|(?<!在留)資格|得喪|口座|年金|給付|手帳|受給|支給|認定)|(^|_)(insur|hoken|hihok|hiho|shikaku|koza|nenkin|kyufu|techo|juk[y]?u|account|pension|benefit)/;
/** From so many columns on, and so great a share of those that the file has. */
const ABOUT_RIGHTS = { columns: 3, share: 0.1 } as const;
/** What the key of a right that several columns make (insurer, symbol, number, branch) takes from the likeness. */
const KEY_OF_RIGHT = 3;

const WHOLE: readonly CanonicalItem[] = ['name', 'kana', 'birth_date', 'sex', 'address'];
/** From here on a file is taken for a register. */
const ENOUGH = 3;

/** Whether a table is a resident register. */
export function looksLikeRegister(columns: readonly InspectedColumn[], values?: Looked['values']): boolean {
  const likeness = registerLikeness(columns);
  return likeness >= ENOUGH || (values !== undefined && holdsRegister({ columns, values }));
}

/** From here on a file that was not taken for the register could be it, and up to here one that was could be something else. */
const ALIKE = 2;
const HARDLY = 4;

/** Whether it is not certain that a file is the register, or that it is none. */
export function isKindOpen(
  kind: 'register' | 'link',
  columns: readonly InspectedColumn[],
  values?: Looked['values'],
): boolean {
  const likeness = registerLikeness(columns);
  if (kind === 'link') return likeness >= ALIKE;
  return (
    likeness < HARDLY && !(likeness >= ENOUGH && values !== undefined && holdsRegister({ columns, values }))
  );
}

/**
 * How much a table looks like a resident register, 0 where it does not at all: one row per resident under the register's own key, people told in full, and what only
 * a register says of them, against what only sources say. The operator's id and the last day of change, which both have, weigh little.
 */
export function registerLikeness(columns: readonly InspectedColumn[]): number {
  const names = columns.map(({ name }) => withoutNote(foldName(name)));
  const ofRights = names.filter((name) => OF_RIGHTS.test(name));
  const telling = tellingOf(columns, names);
  const own = columns.find(({ name }, place) => RESIDENT_KEY.test(names[place]!) || isResidentId(name));
  // Where much tells of a register, its key may be called anything (整理番号).
  const key =
    own ?? (telling >= ENOUGH ? columns.find((column) => isUnique(column) && isKeyLike(column)) : undefined);
  if (!key || !isUnique(key)) return 0;
  const items = new Set(
    columns.flatMap(({ name }) =>
      namedAs(name, true)
        .filter(({ strength }) => strength !== 'other')
        .map(({ item }) => item),
    ),
  );
  const told = WHOLE.filter((item) => items.has(item)).length;
  const against = OF_SOURCES.filter((pattern) => names.some((name) => pattern.test(name))).length;
  const ownKey = columns.some((column) => column !== key && isRecordKey(column)) ? 3 : 0;
  const roles = columns.some(({ name }) => whoseOf(name, false).rank === 'own') ? 2 : 0;
  const household = columns.some(
    ({ name }, at) =>
      OF_REGISTERS[0]!.test(names[at]!) ||
      namedAs(name, true).some(({ item, strength }) => item === 'household_id' && strength === 'read'),
  )
    ? 1
    : 0;
  return (
    (told >= 4 ? 2 : told >= 2 ? 1 : 0) +
    telling +
    household -
    against -
    ownKey -
    roles -
    rightsOf(columns, ofRights.length)
  );
}

/** How much a file is about a right, and not about residents: by a key that only rights have, and by how many columns speak of one. */
function rightsOf(columns: readonly InspectedColumn[], ofRights: number): number {
  const { columns: fewest, share } = ABOUT_RIGHTS;
  const isAbout = ofRights >= fewest && ofRights >= share * columns.length;
  const hasKey = compositeKey(columns.map(({ name }) => name)) !== null;
  return (isAbout ? Math.min(ofRights, 4) : 0) + (hasKey ? KEY_OF_RIGHT : 0);
}

/** What only registers tell, by names that are known or by their words. */
const ONLY_REGISTERS: readonly (readonly CanonicalItem[])[] = [
  ['household_id'],
  ['moved_on'],
  ['previous_address'],
  ['protected'],
  ['former_name', 'alias'],
];

function tellingOf(columns: readonly InspectedColumn[], names: readonly string[]): number {
  const known = OF_REGISTERS.map((pattern) => columns.filter((_, at) => pattern.test(names[at]!)));
  const told = new Set(known.flat());
  const read = new Set(
    columns
      .filter((column) => !told.has(column))
      .flatMap(({ name }) => namedAs(name, true))
      .filter(({ strength }) => strength === 'read')
      .map(({ item }) => item),
  );
  return (
    known.filter((of) => of.length > 0).length +
    ONLY_REGISTERS.filter((items) => items.some((item) => read.has(item))).length
  );
}

function isKeyLike({ profile }: InspectedColumn): boolean {
  return ['digits', 'code', 'serial'].includes(profile.type);
}

function isResidentId(name: string): boolean {
  return namedAs(name, true).some(
    ({ item, strength }) => item === 'resident_id' && (strength === 'whole' || strength === 'read'),
  );
}

/** A key of records of its own, other than the register's. */
function isRecordKey(column: InspectedColumn): boolean {
  const name = foldName(column.name);
  return (
    isUnique(column) &&
    !/^(管理|整理|記録|履歴|連番|no|id|seq|rec)/.test(name) &&
    namedAs(column.name, false).some(({ item, strength }) => item === 'record_id' && strength !== 'other')
  );
}

/** One row each; a register that is handed over in full may hold a few lines of one person's history. */
function isUnique({ profile }: InspectedColumn): boolean {
  return profile.type === 'empty' || (profile.filled > 0.98 && profile.distinct > 0.9);
}
