import { foldName } from '../audit/fold-name.js';
import { namedAs } from '../audit/item-names.js';
import type { CanonicalItem } from '../audit/items.js';
import { isStateOfDealings } from '../audit/other-states.js';
import { areMobiles } from './expected-content.js';
import type { InspectedColumn } from './inspection.js';
import { MOSTLY } from './updated-columns.js';

/** Numbers that any list has: less of a key than the number of the handbook beside them. */
const OF_ANY_LIST = /^((整理|管理|記録|登録|受付)番号|(seiri|kanri|uketsuke)_?no|id|no|rec(ord)?_?(id|no))$/;

/** The number that a person has for life: less of a record's key than the list's own beside it. */
const OF_PENSIONS = /^基礎年金番号$|^kiso_?nenkin|^basic_?pension/;
const OF_PERSON = 0.04;

/** The municipality that a file is of: less of who linked than the insurer or the office beside it. */
const OF_FILE =
  /^(市区?町村|市区町村|団体|自治体|全国地方公共団体)コード$|^((shi(ku)?choson|dantai|jichitai)_?c(o)?d(e)?|lg_?code)$/;

/** A municipality that all records of a file share says nothing of who linked; beside a column of other offices it is asked after. */
const OF_ALL = { alone: 0.2, beside: 0.3 } as const;

function lessOfOffice({ name, profile }: InspectedColumn, columns: readonly InspectedColumn[]): number {
  if (!OF_FILE.test(foldName(name))) return 0;
  if (profile.kinds > 1) return OF_PERSON;
  return columns.some(tellsOffices) ? OF_ALL.beside : OF_ALL.alone;
}

/** An account that is closed is still somebody's, and its link with it: as likely no state of the link. */
const OF_DEALINGS = 0.2;

function tellsOffices({ name, profile }: InspectedColumn): boolean {
  return (
    !OF_FILE.test(foldName(name)) &&
    profile.filled >= MOSTLY &&
    namedAs(name, false).some(({ item, strength }) => item === 'organisation' && strength !== 'other')
  );
}

/** The day on which somebody came under an insurance, where the day on which it ended stands beside it. */
const OF_RIGHT = /^(資格)?取得(年月)?日$|^(shikaku_?)?(shutoku|syutoku)_?(ymd|bi|date|dt)$/;
const LOSS_OF_RIGHT = /喪失(年月)?日|so[u]?shitsu|so[u]?situ/;

function isLossOfRight({ name }: InspectedColumn): boolean {
  return LOSS_OF_RIGHT.test(foldName(name));
}

/** Every record was registered at some time: a day that many lack is of something else, and is asked after. */
const OFTEN_EMPTY = 0.2;

/** A key that repeats is hardly the key where another does not. */
export const REPEATED_KEY = 0.12;

/** What makes a day that of the number, in this order; a moment tells more than a day of the next kind. */
const MADE: readonly RegExp[] = [
  /登録|紐付|連携|収録|記録|toroku|touroku|regist|(^|_)reg_|link/,
  /交付|認定|k[o]+u?fu|nintei|issue/,
  /入力|作成|entry|entered|creat/,
];

/** When a row was written, an account was opened or a notice was handed in: before the link, or without it. */
const OF_ROW =
  /^((row|rec(ord)?|data|db|sys(tem)?|meta|entity)_)?(creat(e|ed|ion)|cre|crt|insert(ed)?|ins)_?(at|on|dt|date|ts|time|datetime|timestamp|ymd)$|^(レコード|データ|行|システム|ファイル)?_?(作成|生成|追加)(年月)?(日時?|時刻)$|^(sakusei|tsuika)_?(ymd|bi|nichiji|dt|date|ts)$/;
const OF_OPENING =
  /^(account_?)?(sign_?up|signed_?up|joined|join|opened|enrolled)_?(at|on|dt|date|ts|time)$|^(入会|会員登録|アカウント(作成|登録)|口座開設|利用開始|届出?|申出|提出)(年月)?(日時?|時刻)$/;
const BEFORE_LINK = 0.2;

/** A day on which a card or a right was given, beside the moment at which its record was made. */
function isOfDocument({ name, profile }: InspectedColumn): boolean {
  return profile.type === 'date' && MADE.findIndex((pattern) => pattern.test(foldName(name))) === 1;
}

function isMoment({ type, unix }: InspectedColumn['profile']): boolean {
  return type === 'timestamp' || unix !== null;
}

function isMomentOfRecord({ name, profile }: InspectedColumn): boolean {
  return (
    isMoment(profile) &&
    profile.filled >= MOSTLY &&
    namedAs(name, false).some(
      ({ item, strength }) => item === 'registered_at' && (strength === 'whole' || strength === 'part'),
    )
  );
}

/** How much less a column is the item than others whose names say it as well. */
export function lessThanOthers(
  item: CanonicalItem,
  column: InspectedColumn,
  columns: readonly InspectedColumn[],
): number {
  const { name, profile } = column;
  const { distinct, type, filled } = profile;
  const folded = foldName(name);
  if (item === 'record_id')
    return (
      (OF_ANY_LIST.test(folded) ? 0.05 : 0) +
      (OF_PENSIONS.test(folded) ? OF_PERSON : 0) +
      (distinct >= 0.5 && distinct < 0.98 ? REPEATED_KEY : 0)
    );
  if (item === 'phone') return type === 'phone' && !areMobiles(profile) ? 0.01 : 0;
  if (item === 'status') return isStateOfDealings(folded) ? OF_DEALINGS : 0;
  if (item === 'organisation') return lessOfOffice(column, columns);
  if (item !== 'registered_at') return 0;
  const made = MADE.findIndex((pattern) => pattern.test(folded));
  return (
    (OF_ROW.test(folded) || OF_OPENING.test(folded) ? BEFORE_LINK : 0) +
    (OF_RIGHT.test(folded) && columns.some(isLossOfRight) ? 2 * OFTEN_EMPTY : 0) +
    0.002 * (made < 0 ? MADE.length : made) +
    (isMoment(profile) ? 0 : 0.003) +
    (filled > 0 && filled < MOSTLY ? OFTEN_EMPTY : 0) +
    (isOfDocument(column) && columns.some(isMomentOfRecord) ? OFTEN_EMPTY : 0)
  );
}
