import { foldName, hepburn, withoutNote } from './fold-name.js';
import { OTHERS, PATTERNS } from './item-name-patterns.js';
import { NAMES } from './item-name-table.js';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from './items.js';
import { ofCard } from './of-card.js';
import { isMomentOfOther } from './other-moments.js';
import { isStateOfOther } from './other-states.js';
import { readName } from './read-name.js';

/** What the name of a source's column proposes. The key of residents is asked for where nothing else ties: `inspect/key-of-residents.ts`. */
const OF_LINKS: readonly CanonicalItem[] = LINK_ITEMS.filter((item) => item !== 'resident_id');

export interface NamedAs {
  readonly item: CanonicalItem;
  /**
   * `whole`: a name of the table; `part`: contains one; `read`: says it when it is read word by word; `other`: contains one, but speaks of
   * somebody or something else.
   */
  readonly strength: 'whole' | 'part' | 'read' | 'other';
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
  const found = foundAs(name, register);
  if (found.length > 0) return found;
  const spelt = /^[a-z\d_]+$/.test(name) ? foundAs(hepburn(name), register) : [];
  return spelt.length > 0 ? spelt : readAs(name, register);
}

/** Names that the tables do not know, read word by word. */
export function readAs(name: string, register: boolean): readonly NamedAs[] {
  const allowed: readonly string[] = register ? REGISTER_ITEMS : OF_LINKS;
  const items = new Set(readName(ofCard(withoutNote(foldName(name)))).map((item) => turned(item, register)));
  return [...items]
    .filter(
      (item) =>
        allowed.includes(item) && [name, hepburn(name)].every((said) => !isOther(item, said, register)),
    )
    .map((item) => ({ item, strength: 'read' as const }));
}

function foundAs(name: string, register: boolean): readonly NamedAs[] {
  const allowed: readonly string[] = register ? REGISTER_ITEMS : OF_LINKS;
  const whole = (WHOLE.get(name) ?? WHOLE.get(withoutNote(name)) ?? []).map((item) => turned(item, register));
  const found: NamedAs[] = whole.map((item) => ({
    item,
    strength: isOfOther(item, name, register) ? 'other' : 'whole',
  }));
  const said = ofCard(name);
  const part = PATTERNS.find(
    ([item, pattern]) => pattern.test(said) && allowed.includes(turned(item, register)),
  );
  if (part && !found.some(({ item }) => item === turned(part[0], register)) && whole.length === 0)
    found.push({
      item: turned(part[0], register),
      strength: isOther(part[0], said, register) ? 'other' : 'part',
    });
  return found.filter(({ item }) => allowed.includes(item));
}

/** A flag is what protection stands in, the end of a status what it tells, its day that of a move; of any other item they say something else. */
const OWN: Readonly<Partial<Record<CanonicalItem, RegExp>>> = {
  protected: /フラグ|停止/g,
  status: /消除|失効|喪失|転出|死亡|有効|資格|停止|廃止|取消|解除/g,
  moved_on:
    /(状態|状況|ステータス)(変更|更新|異動)?(年月)?日|(status|stat|sts|state)_?(chg|changed?|upd)?_?(date|dt|ymd|at|on|ts|bi)/g,
  organisation: /(実施|取扱|登録|処理|交付)機関名|(福祉|年金|税務)事務所名/g,
};

function isOther(item: CanonicalItem, name: string, register: boolean): boolean {
  const own = OWN[item];
  return OTHERS.test(own === undefined ? name : name.replace(own, '')) || isOfOther(item, name, register);
}

/** Telephones that are answered by somebody at work. */
const OF_OFFICE =
  /事業[所主]|会社|法人|施設|窓口|学校|病院|医院|本社|代表電話|担当|jigyo|kaisha|office|company|employer|corp|work_?(phone|tel)|(phone|tel)_?(work|office)/;

/** Whether a state, a moment or a telephone is that of something else than what the rows are about. */
function isOfOther(item: CanonicalItem, name: string, register: boolean): boolean {
  if (item === 'status') return isStateOfOther(name, register);
  if (item === 'phone') return OF_OFFICE.test(name);
  return item === 'registered_at' && isMomentOfOther(name);
}

/** True of a name by which a column holds no such item, whatever its values look like. */
export function meansOtherThan(item: CanonicalItem, column: string, register: boolean): boolean {
  return isOfOther(item, foldName(column), register);
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

/** Items that some name stands for. */
export const NAMED_ITEMS: ReadonlySet<CanonicalItem> = new Set([...WHOLE.values()].flat());

/** How many items the names of a header speak of: which sheet of a workbook is the table. */
export function itemsNamed(columns: readonly string[]): number {
  const counted = (register: boolean) =>
    new Set(columns.flatMap((name) => namedAs(name, register)[0]?.item ?? [])).size;
  return Math.max(counted(true), counted(false));
}
