import { foldName, hepburn, isNoName } from '../audit/fold-name.js';
import { meansOther, type NamedAs, namedAs, readAs } from '../audit/item-names.js';
import { type CanonicalItem, DATE_ITEMS, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import { type Candidate, LEAST, type Looked } from './candidate.js';
import { clerksByValues } from './clerks-by-values.js';
import { compositeKey, FIRST_LINE, wordParts } from './composites.js';
import { confirmed } from './confirmed.js';
import { dateParts } from './date-parts.js';
import { agreement, areMobiles, holdsAnything, spokenFor } from './expected-content.js';
import { areHalfNames } from './half-names.js';
import type { InspectedColumn, ProposedItem } from './inspection.js';
import { lessThanOthers, REPEATED_KEY } from './less-than-others.js';
import { isKindOpen, looksLikeRegister } from './looks-like-register.js';
import { namelessLink } from './nameless-link.js';
import { namelessParts } from './nameless-parts.js';
import { namelessRegister } from './nameless-register.js';
import { pairedNames } from './paired-names.js';
import { type Persons, personsOf } from './persons.js';
import { formatOf, isSerialDays, type Profile } from './profile.js';
import { branchedKey, countsRows, keyOf } from './row-key.js';
import { saysMore } from './says-more.js';
import { updatedColumns } from './updated-columns.js';
import { wholeAddress, withFurtherLines } from './whole-address.js';
import { withTime } from './with-time.js';
import { withoutBank } from './without-bank.js';

export interface Proposal {
  readonly kind: 'register' | 'link';
  readonly mapping: readonly ProposedItem[];
  readonly persons: Persons;
}

/**
 * How sure a name and the values behind it make: names of the table, parts of names and names read word by word; values that speak for
 * the item, say nothing, are absent, or speak against it.
 */
const SURE: Readonly<
  Record<NamedAs['strength'], Readonly<Record<'agrees' | 'open' | 'empty' | 'contradicts', number>>>
> = {
  whole: { agrees: 0.95, open: 0.75, empty: 0.7, contradicts: 0.4 },
  part: { agrees: 0.85, open: 0.65, empty: 0.6, contradicts: 0.3 },
  read: { agrees: 0.79, open: 0.6, empty: 0.55, contradicts: 0 },
  other: { agrees: 0.4, open: 0, empty: 0, contradicts: 0 },
};
/** Of a column whose name is known to mean something else, or says something that the table does not know. */
const UNKNOWN_NAME = 0.8;
/**
 * Which item each column holds, by its name, by what its values look like, and by how columns go together: such that all together are
 * surest, every item and every column once (parts of a key may be used again). Where columns are of several persons, those of one
 * alone.
 *
 * @param kind where it is known whether the file is the register.
 * @param person the word for the person whom records are about, where that is known.
 */
export function propose(looked: Looked, kind?: Proposal['kind'], person?: string): Proposal {
  const register =
    kind === undefined ? looksLikeRegister(looked.columns, looked.values) : kind === 'register';
  const persons = personsOf(looked.columns, register, person);
  const left = new Set(persons.others.flatMap(({ columns }) => columns));
  const own = { ...looked, columns: looked.columns.filter(({ name }) => !left.has(name)) };
  const composites = compositesOf(own, register, persons);
  const candidates = [
    ...composites,
    ...dateParts(own.columns, own.values, (name) => persons.bare.get(name)!, isNoName).filter(({ item }) =>
      (register ? REGISTER_ITEMS : LINK_ITEMS).some((one) => one === item),
    ),
    ...pairedNames(own, persons.bare, register),
    ...namelessParts(own.columns, own, isNoName),
    ...own.columns.flatMap((column) => candidatesOf(column, own, register, persons)),
  ];
  const surest = withoutBank(
    confirmed(candidates, own, persons).map((one) => capped(one, persons, own)),
    own.columns,
  );
  const used = new Set(surest.flatMap(({ columns }) => columns));
  const grown = surest.map((one) =>
    one.item === 'address'
      ? wholeAddress(one, own, withoutPlaces(used, surest))
      : one.item === 'previous_address'
        ? withFurtherLines(one, own, used)
        : one.item === 'registered_at'
          ? withTime(one, own, used)
          : one,
  );
  const places = grown.find(({ item }) => item === 'address')?.columns ?? [];
  const whole = grown.filter(({ item, columns: [name] }) => !isOffice(item) || !places.includes(name!));
  const key = keyOf(own, whole, register) ?? branchedKey(own, whole);
  const keyed = key ? [key, ...whole.filter(({ item }) => item !== key.item)] : whole;
  const further = register ? namelessRegister(own, keyed) : madeBy(own, keyed);
  const taken = new Set(further.flatMap(({ columns }) => columns));
  const kept = keyed.filter(
    ({ item, columns }) =>
      !further.some((one) => one.item === item) && !columns.every((name) => taken.has(name)),
  );
  const chosen = [...kept, ...further];
  const isOpen =
    kind === undefined && isKindOpen(register ? 'register' : 'link', looked.columns, looked.values);
  const sure = (one: Candidate) =>
    isOpen && isOfKind(one.item) ? Math.min(one.confidence, VALUES_ALONE) : one.confidence;
  const mapping = chosen.map((one) => withFormat({ ...one, confidence: sure(one) }, own.columns));
  return { kind: register ? 'register' : 'link', mapping: inOrder(mapping, register), persons };
}

/** When, where and by whom a record was made, where the names of columns do not say it. */
function madeBy(own: Looked, keyed: readonly Candidate[]): readonly Candidate[] {
  const updated = updatedColumns(own, keyed);
  const known = [...keyed.filter(({ item }) => !updated.some((one) => one.item === item)), ...updated];
  const told = clerksByValues(own, known);
  return [...updated, ...told, ...namelessLink(own, [...known, ...told])];
}

/** Whether an item means something only in a register, or only in a source, or another thing in each. */
function isOfKind(item: CanonicalItem): boolean {
  const both = [REGISTER_ITEMS, LINK_ITEMS].every((items) => items.some((one) => one === item));
  return !both || item === 'status' || item === 'household_id';
}

function isOffice(item: CanonicalItem): boolean {
  return item === 'organisation' || item === 'municipality';
}

/** Without columns of an office: the name of a city between a prefecture and a town is of the address before it is who linked. */
function withoutPlaces(used: ReadonlySet<string>, chosen: readonly Candidate[]): ReadonlySet<string> {
  const offices = chosen.filter(({ item }) => isOffice(item)).flatMap(({ columns }) => columns);
  const others = new Set(chosen.filter(({ item }) => !isOffice(item)).flatMap(({ columns }) => columns));
  return new Set([...used].filter((name) => !offices.includes(name) || others.has(name)));
}

/** The most that an item may be sure of where only values speak. */
const VALUES_ALONE = 0.79;
/** A family name alone, or its kana, taken for the whole, would leave the given name uncompared: asked after. */
const HALF = 0.6;

/** No surer than it is that the column is of the same person and holds the whole name, and that values alone can make. */
function capped(one: Candidate, { atMost }: Persons, { values }: Looked): Candidate {
  const [first, ...further] = one.columns;
  const isHalf =
    (one.item === 'name' || one.item === 'kana') &&
    further.length === 0 &&
    areHalfNames(one.item, values.get(first!) ?? []);
  const most = Math.min(
    one.columns.every(isNoName) ? VALUES_ALONE : 1,
    isHalf ? HALF : 1,
    ...one.columns.map((name) => atMost.get(name) ?? 1),
  );
  return { ...one, confidence: Math.min(one.confidence, most) };
}

function isFirstLine(name: string, bare: Persons['bare']): boolean {
  return [foldName(name), hepburn(foldName(name)), bare.get(name) ?? ''].some((said) =>
    FIRST_LINE.test(said),
  );
}

/** Less than the key of any list that names its rows, more than one that repeats. */
const ACCOUNT = 0.84;
/** Beside a number without a name that names each row, the account is as likely what is paid to: asked after. */
const BESIDE_NUMBER = 0.45;

/** A number of its own in each row, under no name, and not the place of the row. */
function isNamelessKey({ name, profile }: InspectedColumn, values: readonly string[]): boolean {
  return (
    isNoName(name) &&
    !countsRows(values) &&
    ['digits', 'code'].includes(profile.type) &&
    profile.filled === 1 &&
    profile.kinds >= ENOUGH_ROWS &&
    profile.distinct === 1
  );
}

function compositesOf({ columns, values }: Looked, register: boolean, { bare }: Persons): Candidate[] {
  const names = columns.map(({ name }) => name);
  const key = register ? null : compositeKey(names);
  const rows = values.get(names[0] ?? '')?.length ?? 0;
  const keys = key
    ? Array.from({ length: rows }, (_, row) => key.columns.map((name) => values.get(name)![row]).join('-'))
    : [];
  // An account is somebody's key only where nothing else is.
  const isAccount = key !== null && /口座|account_number/.test(foldName(key.columns.at(-1)!));
  const distinct = new Set(keys).size / keys.length;
  const confidence =
    distinct < 0.5
      ? 0.5
      : isAccount && columns.some((column) => isNamelessKey(column, values.get(column.name) ?? []))
        ? BESIDE_NUMBER
        : (isAccount ? ACCOUNT : 0.95) - (distinct < 0.98 ? REPEATED_KEY : 0);
  return [
    ...(key ? [{ item: key.item, columns: key.columns, confidence }] : []),
    ...wordParts(names, (line, name) => saysMore(values.get(line) ?? [], values.get(name) ?? []), bare).map(
      ({ item, columns: parts }) => ({
        item,
        columns: parts,
        // Further lines make an address whole that would else be taken without them.
        confidence: isFirstLine(parts[0]!, bare) ? 0.95 : 0.9,
      }),
    ),
  ];
}

function candidatesOf(
  column: InspectedColumn,
  { columns }: Looked,
  register: boolean,
  { bare }: Persons,
): Candidate[] {
  const { name, profile } = column;
  const asNamed = namesOf(name, bare.get(name)!, register);
  // A name that holds an item's, and values that are none: its other words say what it is (MYNO_TRK_USER).
  const isDenied =
    asNamed.length > 0 &&
    asNamed.every(({ item, strength }) => strength === 'part' && agreement(item, profile) === 'contradicts');
  const names = isDenied ? [...asNamed, ...readAs(name, register)] : asNamed;
  const named = names.flatMap(({ item, strength }): Candidate[] => {
    const how =
      profile.type === 'empty'
        ? 'empty'
        : isHolder(item, profile.type) || (isClerk(item) && isKeyLike(profile))
          ? 'contradicts'
          : agreement(item, profile);
    if (strength === 'other' && holdsAnything(item)) return [];
    if (strength === 'read' && !couldBeRead(item, profile)) return [];
    const confidence = SURE[strength][how] - lessThanOthers(item, column, columns);
    return [
      {
        item,
        columns: [name],
        confidence:
          telling(item, name, how) || (item === 'phone' && strength !== 'read' && areMobiles(profile))
            ? Math.max(confidence, SURER)
            : confidence,
      },
    ];
  });
  if (named.some(({ confidence }) => confidence > LEAST)) return named;
  const allowed: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  const known = isNoName(name) ? 1 : meansOther(bare.get(name)!) ? 0 : UNKNOWN_NAME;
  const spoken = spokenFor(column, columns)
    .filter(({ item }) => allowed.includes(item) && !(register && item === 'registered_at'))
    // Why somebody came or went is said of people who live here, too.
    .filter(({ item }) => item !== 'status' || !/事由|理由|jiyu|reason/.test(foldName(name)))
    // Records that carry the number are tied by it: a serial is another key.
    .filter(({ item }) => item !== 'auth_serial' || columns.every((one) => one.profile.type !== 'my-number'))
    // A number has a check digit: whatever the column is called.
    .map(({ item, confidence, rivals }) => ({
      item,
      columns: [name],
      confidence: Math.max(
        confidence * (item === 'my_number' ? Math.max(known, UNKNOWN_NAME) : known),
        known > 0 && rivals === 0 && isTelling(item, profile) ? ALONE : 0,
      ),
    }));
  return [...named, ...holderKana(named, profile.type), ...spoken];
}

/** Of the only column that holds what no other item does: likely, and asked after. */
const ALONE = 0.55;

/** Moments, codes of offices and serial numbers: what else has their form is rare. */
function isTelling(item: CanonicalItem, { type, unix }: Profile): boolean {
  return item === 'registered_at' ? type === 'timestamp' || unix === 'tell' : TELLING_BY_FORM.includes(item);
}

const TELLING_BY_FORM: readonly CanonicalItem[] = ['organisation', 'municipality', 'auth_serial'];

/** Surer than another day of the kind: the day on which the number came, the last of several changes. */
const SURER = 0.96;
const TELLING: Readonly<Partial<Record<CanonicalItem, RegExp>>> = {
  registered_at:
    /(個人|本人|^)番号|ナンバー|個番|紐付|連携|himo(zuke|duke)|renkei|my_?num|my_?no_|individual_?num|(^|_)(kojin|ko|kjn|k|hon)_?(no|bang?o?u?)(_|$|(?=t))|(^|_)tin_|^bang?ou?_?(to?u?roku|nyu[u]?ryoku|himo|renkei|kakunin|shu[u]?toku)|link/,
  moved_on: /最終|最新|last|latest|saishu/,
};

function telling(item: CanonicalItem, name: string, how: keyof (typeof SURE)['whole']): boolean {
  return how !== 'contradicts' && TELLING[item]?.test(foldName(name)) === true;
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

/** Rows from which it is no chance that a value comes once. */
const ENOUGH_ROWS = 25;

/** Another value in each row: 登録者番号 is then the number of those who are registered, and no clerk's. */
function isKeyLike({ kinds, distinct }: Profile): boolean {
  return kinds >= ENOUGH_ROWS && distinct > 0.95;
}

/** What a name says: as it is where a table knows it, else without the word for whose it is. */
function namesOf(name: string, bare: string, register: boolean): readonly NamedAs[] {
  const full = namedAs(name, register);
  if (bare === foldName(name) || full.some(({ strength }) => strength === 'whole')) return full;
  const own = namedAs(bare, register);
  return own.length > 0 ? own : full;
}

/** The holder of an account is called a name, and written in kana. */
function isHolder(item: CanonicalItem, type: string): boolean {
  return item === 'name' && type === 'kana';
}

function holderKana(named: readonly Candidate[], type: string): Candidate[] {
  return named
    .filter(({ item }) => isHolder(item, type))
    .map((one) => ({ ...one, item: 'kana' as const, confidence: 0.85 }));
}

function withFormat(
  { item, columns: from, confidence, format: told }: Candidate,
  columns: readonly InspectedColumn[],
): ProposedItem {
  const profile = columns.find(({ name }) => name === from[0])!.profile;
  const isDate = DATE_ITEMS.includes(item) && from.length === 1;
  const format = isDate && !isSerialDays(profile) ? formatOf(profile.notation) : (told ?? null);
  return { item, columns: from, format, confidence: Math.round(confidence * 100) / 100 };
}

/** An item whose columns a person has told. */
export function toldItem(
  item: CanonicalItem,
  from: readonly string[],
  columns: readonly InspectedColumn[],
): ProposedItem {
  return withFormat({ item, columns: from, confidence: 1 }, columns);
}

/** In the order in which pipeline files list items. */
export function inOrder(mapping: readonly ProposedItem[], register: boolean): ProposedItem[] {
  const order: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  return mapping.toSorted((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
}
