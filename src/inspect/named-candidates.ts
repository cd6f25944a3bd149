import { foldName } from '../audit/fold-name.js';
import { type NamedAs, namedAs, readAs } from '../audit/item-names.js';
import type { CanonicalItem } from '../audit/items.js';
import { type Candidate, ENOUGH_ROWS } from './candidate.js';
import { type Agreement, agreement, areMobiles, holdsAnything } from './expected-content.js';
import type { InspectedColumn } from './inspection.js';
import { lessThanOthers } from './less-than-others.js';
import type { Profile } from './profile.js';
import { isTellingName, SURER } from './telling-names.js';

/**
 * How sure a name and the values behind it make: names of the table, parts of names and names read word by word; values that speak for
 * the item, say nothing, are absent, or speak against it.
 */
const SURE: Readonly<Record<NamedAs['strength'], Readonly<Record<Agreement | 'empty', number>>>> = {
  whole: { agrees: 0.95, open: 0.75, empty: 0.7, contradicts: 0.4 },
  part: { agrees: 0.85, open: 0.65, empty: 0.6, contradicts: 0.3 },
  read: { agrees: 0.79, open: 0.6, empty: 0.55, contradicts: 0 },
  other: { agrees: 0.4, open: 0, empty: 0, contradicts: 0 },
};

/**
 * Items that a column's name speaks of, with what its values say to that.
 *
 * @param bare what its name says without the word for whose it is.
 */
export function namedCandidates(
  column: InspectedColumn,
  columns: readonly InspectedColumn[],
  register: boolean,
  bare: string,
): readonly Candidate[] {
  const { name, profile } = column;
  const asNamed = namesOf(name, bare, register);
  // A name that holds an item's, and values that are none: its other words say what it is (MYNO_TRK_USER).
  const isDenied =
    asNamed.length > 0 &&
    asNamed.every(({ item, strength }) => strength === 'part' && agreement(item, profile) === 'contradicts');
  const names = isDenied ? [...asNamed, ...readAs(name, register)] : asNamed;
  return names.flatMap(({ item, strength }): readonly Candidate[] => {
    if (strength === 'other' && holdsAnything(item)) return [];
    if (strength === 'read' && !couldBeRead(item, profile)) return [];
    const how = said(item, profile);
    const confidence = SURE[strength][how] - lessThanOthers(item, column, columns);
    const isSurer =
      isTellingName({ item, strength }, name, how) ||
      (item === 'phone' && isNamed(strength) && areMobiles(profile));
    return [{ item, columns: [name], confidence: isSurer ? Math.max(confidence, SURER) : confidence }];
  });
}

/** Whether a name is, or contains, that of the item. */
function isNamed(strength: NamedAs['strength']): boolean {
  return strength === 'whole' || strength === 'part';
}

function said(item: CanonicalItem, profile: Profile): Agreement | 'empty' {
  if (profile.type === 'empty') return 'empty';
  const isOther = isHolder(item, profile.type) || (isClerk(item) && isKeyLike(profile));
  return isOther ? 'contradicts' : agreement(item, profile);
}

/** What a name says: as it is where a table knows it, else without the word for whose it is. */
function namesOf(name: string, bare: string, register: boolean): readonly NamedAs[] {
  const full = namedAs(name, register);
  if (bare === foldName(name) || full.some(({ strength }) => strength === 'whole')) return full;
  const own = namedAs(bare, register);
  return own.length > 0 ? own : full;
}

/** Share of distinct values above which a column tells no window, clerk or flag. */
const MANY = 0.5;
/** Letters that the code of a window, a clerk or a way has at most. */
const LONGEST_CODE = 24;

/** Whether what only its words name as an item that may hold anything is few short codes that come again and again. */
function couldBeRead(item: CanonicalItem, { distinct, shapes, type }: Profile): boolean {
  if (!holdsAnything(item)) return true;
  return (
    type === 'empty' ||
    (distinct <= MANY &&
      !['date', 'timestamp', 'address', 'my-number'].includes(type) &&
      shapes.every((shape) => shape.length <= LONGEST_CODE))
  );
}

function isClerk(item: CanonicalItem): boolean {
  return item === 'terminal' || item === 'operator';
}

/** Another value in each row: 登録者番号 is then the number of those who are registered, and no clerk's. */
function isKeyLike({ kinds, distinct }: Profile): boolean {
  return kinds >= ENOUGH_ROWS && distinct > 0.95;
}

/** The holder of an account is called a name, and written in kana. */
function isHolder(item: CanonicalItem, type: string): boolean {
  return item === 'name' && type === 'kana';
}

/** The kana of a holder, where what is called a name holds them. */
export function holderKana(named: readonly Candidate[], type: string): readonly Candidate[] {
  return named
    .filter(({ item }) => isHolder(item, type))
    .map((one) => ({ ...one, item: 'kana' as const, confidence: 0.85 }));
}
