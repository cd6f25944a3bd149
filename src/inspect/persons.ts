import { foldName } from '../audit/fold-name.js';
import type { CanonicalItem } from '../audit/items.js';
import type { InspectedColumn } from './inspection.js';
import {
  FAMILY,
  FAMILY_KANA,
  isCalledAlone,
  personalItems,
  type Rank,
  type Whose,
  whoseAll,
} from './whose.js';

/** Of whom a file speaks: whose columns items are read from, and whose are left out. */
export interface Persons {
  /** The word of the person whom the records are about; '' where the columns without a word are theirs. */
  readonly chosen: string;
  /** What each column's name says, without the word for whose it is. */
  readonly bare: ReadonlyMap<string, string>;
  /** Columns of others, by the word for them. */
  readonly others: readonly { readonly person: string; readonly columns: readonly string[] }[];
  /** The most that an item may be sure of, by column, where it is not certain that it is the same person's. */
  readonly atMost: ReadonlyMap<string, number>;
  /** Two persons are as likely. */
  readonly isOpen: boolean;
}

interface Group {
  readonly role: string;
  readonly rank: Rank | null;
  readonly columns: readonly InspectedColumn[];
  readonly items: ReadonlySet<CanonicalItem>;
  readonly named: boolean;
  /** Share of distinct numbers, or null without a number. */
  readonly number: number | null;
}

/** Where whose an item is can only be supposed. */
const SUPPOSED = 0.6;
const SHARED = 0.75;

/**
 * The one person of a file whose columns make a record: who holds the number, is whole, and differs from row to row. Items of two persons
 * in one record compare a wife with her husband's number.
 *
 * @param preferred the word for the person, where somebody has said whose record it is.
 */
export function personsOf(
  columns: readonly InspectedColumn[],
  register: boolean,
  preferred?: string,
): Persons {
  const whose = whoseColumns(columns, register);
  const groups = withPlainNumber(groupsOf(columns, whose, register));
  const plain = groups.find(({ role }) => role === '') ?? null;
  const roles = groups.filter(({ role }) => role !== '');
  const told = preferred === undefined ? undefined : groups.find(({ role }) => role === preferred);
  const chosen = told ?? chosenOf(plain, roles);
  const ranked = roles.filter(({ role }) => chosen !== null && role !== chosen.role);
  // What no word stands before is the chosen person's, and a word for the person may stand before some of the items only.
  const isSame = (group: Group) =>
    plain !== null && chosen?.role === '' && group.rank === 'own' && !clash(group, plain);
  const out = ranked.filter((group) => !isSame(group));
  const plainOther =
    chosen !== null && chosen.role !== '' && plain?.named && clash(plain, chosen) ? plain : null;
  const clashing = [...out, ...(plainOther ? [plainOther] : [])];
  const isOpen = told === undefined && chosen !== null && isContested(chosen, clashing);
  const { shared, left } = dividedOf(plainOther, whose, register);
  const others = [
    ...out.map(({ role, columns: of }) => ({ person: role, columns: of.map(({ name }) => name) })),
    ...(left.length > 0 ? [{ person: '', columns: left }] : []),
  ];
  const isSupposed =
    chosen !== null && chosen.number === null && (chosen.rank === 'other' || hasPeer(chosen, out));
  const most = isSupposed ? SUPPOSED : isOpen ? SHARED : 1;
  return {
    chosen: chosen?.role ?? '',
    bare: new Map([...whose].map(([name, { bare }]) => [name, bare])),
    others,
    atMost: new Map([
      ...shared.map((name) => [name, SHARED] as const),
      ...(most < 1 ? (chosen?.columns ?? []) : []).map(({ name }) => [name, most] as const),
    ]),
    isOpen,
  };
}

/** A column that is called after somebody (受給者, subject) and holds numbers or codes is a key of the record, and nobody's name. */
function whoseColumns(columns: readonly InspectedColumn[], register: boolean): ReadonlyMap<string, Whose> {
  const whose = whoseAll(
    columns.map(({ name }) => name),
    register,
  );
  const isCode = ({ name, profile }: InspectedColumn) =>
    isCalledAlone(name) && ['digits', 'code', 'serial'].includes(profile.type);
  const codes = new Set(columns.filter(isCode).map(({ name }) => name));
  return new Map(
    [...whose].map(([name, one]) => [
      name,
      codes.has(name) ? { role: '', rank: null, bare: foldName(name) } : one,
    ]),
  );
}

/** Of a person beside the chosen one whose columns no word stands before: what both may have, and what is left out. */
function dividedOf(other: Group | null, whose: ReadonlyMap<string, Whose>, register: boolean) {
  const of = (other?.columns ?? []).map(({ name, profile }) => ({
    name,
    items: personalItems(whose.get(name)!.bare, register),
    isNumber: profile.type === 'my-number',
  }));
  const isShared = ({ items }: (typeof of)[number]) => items.includes('address') || items.includes('phone');
  return {
    shared: of.filter(isShared).map(({ name }) => name),
    left: of
      .filter((one) => !isShared(one) && (one.items.length > 0 || one.isNumber))
      .map(({ name }) => name),
  };
}

/** Items that one person has once. */
const ONCE: readonly CanonicalItem[] = ['name', 'kana', 'birth_date', 'sex', 'my_number'];

/** Whether two groups of columns hold the same item: then they are of two persons. */
function clash(one: Group, other: Group): boolean {
  return ONCE.some((item) => one.items.has(item) && other.items.has(item));
}

function groupsOf(
  columns: readonly InspectedColumn[],
  whose: ReadonlyMap<string, Whose>,
  register: boolean,
): Group[] {
  const by = new Map<string, InspectedColumn[]>();
  for (const column of columns) {
    const { role } = whose.get(column.name)!;
    by.set(role, [...(by.get(role) ?? []), column]);
  }
  return [...by].map(([role, of]) => {
    const bares = of.map(({ name }) => whose.get(name)!.bare);
    const items = new Set(bares.flatMap((bare) => personalItems(bare, register)));
    const number = of.find(
      ({ name, profile }) =>
        profile.type === 'my-number' ||
        (profile.type !== 'empty' && personalItems(whose.get(name)!.bare, register).includes('my_number')),
    );
    if (bares.some((bare) => FAMILY.test(bare))) items.add('name');
    if (bares.some((bare) => FAMILY_KANA.test(bare))) items.add('kana');
    const named = items.has('name') || items.has('kana');
    return {
      role,
      rank: whose.get(of[0]!.name)!.rank,
      columns: of,
      items,
      named,
      number: number ? number.profile.distinct * number.profile.filled : null,
    };
  });
}

/** A number that no word stands before is that of whoever is named and has none, where somebody beside them has their own. */
function withPlainNumber(groups: readonly Group[]): readonly Group[] {
  const plain = groups.find(({ role }) => role === '');
  const isLent =
    plain !== undefined &&
    !plain.named &&
    groups.some((one) => one !== plain && one.named && one.number !== null);
  if (!isLent) return groups;
  return groups.map((one) => (one.named && one.number === null ? { ...one, number: plain.number } : one));
}

/** The person of the record, or null where no column says whose it is. */
function chosenOf(plain: Group | null, roles: readonly Group[]): Group | null {
  if (roles.length === 0) return null;
  const persons = [...(plain?.named || plain?.number != null ? [plain] : []), ...roles];
  const isHeld = persons.some(({ number, named }) => number !== null && named);
  // A number that no word stands before is that of the one person who has a name.
  const candidates = isHeld
    ? persons.filter(({ number, named }) => number !== null && named)
    : persons.filter(({ named }) => named);
  const best = candidates.toSorted((a, b) => likelihood(b) - likelihood(a))[0];
  return best ?? persons[0] ?? null;
}

const BY_RANK: Readonly<Record<Rank, number>> = { same: 1, own: 1, other: 0, holder: -2 };
const WHOLE: readonly CanonicalItem[] = ['birth_date', 'sex', 'address'];

/** Whole columns first, then who differs from row to row, then what the word says. */
function likelihood({ items, named, number, rank, role }: Group): number {
  const whole =
    WHOLE.filter((item) => items.has(item)).length + (named ? 1 : 0) + (items.has('kana') ? 0.5 : 0);
  return (
    2 * whole +
    3 * (number ?? 0) +
    (role === '' ? 1.5 : BY_RANK[rank ?? 'other']) -
    (/\d/.test(role) ? 0.2 : 0)
  );
}

/** Whether a number that no word stands before could be another's as well: both are people whom records are kept of. */
function hasPeer(chosen: Group, others: readonly Group[]): boolean {
  return others.some((one) => one.rank === 'own' && one.named && likelihood(chosen) - likelihood(one) < 1.5);
}

/** Whether another person is nearly as likely: whole, with a number that differs from row to row. */
function isContested(chosen: Group, others: readonly Group[]): boolean {
  return others.some((one) => one.number !== null && one.named && likelihood(chosen) - likelihood(one) < 1);
}
