import { isItemName } from './item-names.js';
import { maskNumbers } from './mask.js';

/** Names of columns and sheets told in one message, and characters of each. */
const MOST_NAMES = 12;
const LONGEST_NAME = 40;

/** Words that columns are named with, and values are not. */
const JAPANESE =
  /番号|コード|名称?$|氏$|姓$|カナ|かな|ふりがな|年月日|日付|日時|時刻|[年月日]$|住所|性別|世帯|区分|状態|状況|種別|種類|種目|機関|電話|端末|担当|シリアル|記号|枝番|フラグ|有無|備考|方書|郵便|続柄|項目|列$|件数|金額|回数|方法|経路|対象|理由/;
const LATIN =
  /^(?:id|no|num|number|name|kana|kanji|birth|date|dob|day|year|month|sex|gender|addr|address|code|cd|serial|phone|tel|mobile|terminal|operator|organi[sz]ation|org|provider|status|state|type|kind|branch|bank|holder|account|household|registered|created|updated|linked|at|on|time|timestamp|record|user|resident|person|note|notes|remark|remarks|flag|col|column|field|item|row|source|value|key|file|city|town|zip|post|postal|municipality|alias|family|given|first|last|full|lookup|reviewer|decision|fingerprint|candidate|finding|protected|previous|former|sign|auth|insurer|card)\d*$/i;

/** What stands in rows: long digits, days, numbers of houses; a header may hold a short digit at most. */
const VALUE = /\d{4}|\d[-/.年月:]\d|^[\d.,-]+$/;

/** Whether a name is one that a column has. */
export function isColumnName(name: string): boolean {
  const plain = name.normalize('NFKC').trim();
  if (plain === '' || VALUE.test(plain)) return false;
  if (JAPANESE.test(plain) || isItemName(plain)) return true;
  const words = plain.split(/[\s_.:-]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
  return words.length > 0 && words.some((word) => LATIN.test(word));
}

/**
 * Whether what stands in the place of a header names columns: the first row of a file without one is somebody's record.
 * At least half of the names must be such as columns have, and none such as rows have; `known` names settle it.
 */
export function looksLikeHeader(names: readonly string[], known: readonly string[] = []): boolean {
  const told = names.map((name) => name.normalize('NFKC').trim()).filter((name) => name !== '');
  if (areNumbered(told)) return true;
  if (told.length === 0 || told.some((name) => VALUE.test(name))) return false;
  if (names.some((name) => known.includes(name) && !/^\d+$/.test(name))) return true;
  return 2 * told.filter(isColumnName).length >= told.length;
}

/** Fewest numbered names that are a header. */
const FEWEST_NUMBERED = 4;

/** Codes in place of names: the same letters before numbers that rise, F001, F002 … or ITEM_0101, ITEM_0102. */
export function areNumbered(names: readonly string[]): boolean {
  if (names.length < FEWEST_NUMBERED) return false;
  const parts = names.map((name) => /^(\p{L}[\p{L}_-]{0,19})(\d{1,6})$/u.exec(name.normalize('NFKC').trim()));
  return parts.every(
    (part, at) =>
      part !== null && part[1] === parts[0]![1] && (at === 0 || Number(part[2]) > Number(parts[at - 1]![2])),
  );
}

/** Names of columns, sheets or files of a source, as messages tell them: cut, and the first of many. */
export function shownNames(names: readonly string[], comma = ', '): string {
  const told = names.slice(0, MOST_NAMES).map(shownName);
  return names.length > MOST_NAMES ? `${told.join(comma)}${comma}… (${names.length})` : told.join(comma);
}

/** A name of a column or sheet as messages tell it. */
export function shownName(name: string): string {
  const letters = [
    ...maskNumbers((name.length > 1_000 ? name.slice(0, 1_000) : name).replace(/[\r\n]+/g, ' ')),
  ];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : letters.join('');
}
