import type { CanonicalItem } from '../audit/items.js';
import { DATE_ITEMS } from '../audit/items.js';
import type { InspectedColumn, ProposedItem } from './inspection.js';
import { itemsByName, looksLikeRegister } from './item-names.js';
import type { ColumnType } from './profile.js';

/** Items a content type speaks for by itself. */
const BY_CONTENT: Readonly<Partial<Record<ColumnType, CanonicalItem>>> = {
  'my-number': 'my_number',
  sex: 'sex',
  kana: 'kana',
  address: 'address',
  'person-name': 'name',
  date: 'birth_date',
  timestamp: 'registered_at',
};

/** Content an item is expected to have; items not listed may hold anything. */
const EXPECTED: Readonly<Partial<Record<CanonicalItem, readonly ColumnType[]>>> = {
  my_number: ['my-number'],
  sex: ['sex', 'digits', 'code', 'text'],
  birth_date: ['date'],
  kana: ['kana'],
  address: ['address', 'text'],
  name: ['person-name', 'text', 'kana'],
  registered_at: ['timestamp', 'date'],
};

const SURE = 0.95;
const BY_NAME_ONLY = 0.8;
const BY_CONTENT_ONLY = 0.6;
const CONTRADICTED = 0.4;

/** Which item each column holds, by its name and by what its values look like. */
export function propose(columns: readonly InspectedColumn[]): {
  kind: 'register' | 'link';
  mapping: readonly ProposedItem[];
} {
  const names = columns.map(({ name }) => name);
  const register = looksLikeRegister(names);
  const named = itemsByName(names, register).map(({ item, columns: from }) => proposal(item, from, columns));
  const byContent = contentItems(columns, named, register);
  const key = register ? null : keyItem(columns, [...named, ...byContent]);
  const mapping = key ? [key, ...named, ...byContent] : [...named, ...byContent];
  return { kind: register ? 'register' : 'link', mapping };
}

function proposal(
  item: CanonicalItem,
  from: readonly string[],
  columns: readonly InspectedColumn[],
): ProposedItem {
  const profile = columns.find(({ name }) => name === from[0])!.profile;
  const expected = EXPECTED[item];
  const agrees = expected === undefined || expected.includes(profile.type);
  const speaks = expected !== undefined && profile.type !== 'empty';
  const confidence = profile.type === 'empty' ? BY_NAME_ONLY : agrees ? (speaks ? SURE : 0.9) : CONTRADICTED;
  const { notation } = profile;
  const format = DATE_ITEMS.includes(item) && notation !== 'timestamp' ? notation : null;
  return { item, columns: from, format, confidence };
}

/** Items no column is named for, but one looks like: the first such column, and for dates only a single one. */
function contentItems(
  columns: readonly InspectedColumn[],
  named: readonly ProposedItem[],
  register: boolean,
): ProposedItem[] {
  const used = new Set(named.flatMap(({ columns: from }) => from));
  return Object.entries(BY_CONTENT).flatMap(([type, item]) => {
    if (named.some((one) => one.item === item) || (register && item === 'registered_at')) return [];
    const free = columns.filter(
      ({ name, profile }) => profile.type === type && !used.has(name) && isUnnamed(name, item),
    );
    const [first] = free;
    return first ? [{ ...proposal(item, [first.name], columns), confidence: BY_CONTENT_ONLY }] : [];
  });
}

// A column that is called something else is not renamed by its looks, except to the number, which has a check digit.
function isUnnamed(name: string, item: CanonicalItem): boolean {
  return (
    item === 'my_number' ||
    isHolder(name, item) ||
    NO_NAME.test(name.normalize('NFKC').replace(/[\s_.-]/g, ''))
  );
}

/** The holder of an account, as transfer files call the person; their kana or their name by what the values look like. */
function isHolder(name: string, item: CanonicalItem): boolean {
  return /^(account_?)?holder$|^受取人名?$|^預金者名?$/i.test(name) && (item === 'kana' || item === 'name');
}

/** What systems call a column they have no name for: 1, column1, COL_01, F1, Unnamed: 3, 項目1, 列２. */
const NO_NAME =
  /^((field|fld|column|col|item|var|f|c|x|v|unnamed:?|項目|列|フィールド|カラム)?\d+|[a-z]{1,2})$/i;

/** The record's own key, when no name says so: the first column whose values are all different. */
function keyItem(columns: readonly InspectedColumn[], found: readonly ProposedItem[]): ProposedItem | null {
  if (found.some(({ item }) => item === 'record_id')) return null;
  const used = new Set(found.flatMap(({ columns: from }) => from));
  const key = columns.find(
    ({ name, profile }) =>
      !used.has(name) &&
      profile.filled === 1 &&
      profile.distinct === 1 &&
      ['digits', 'code', 'text'].includes(profile.type),
  );
  return key ? { item: 'record_id', columns: [key.name], format: null, confidence: BY_CONTENT_ONLY } : null;
}
