import { isNoName } from '../audit/fold-name.js';
import { LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import { type Candidate, LEAST, type Looked } from './candidate.js';
import { clerksByValues } from './clerks-by-values.js';
import { compositesOf } from './composite-candidates.js';
import { confirmed } from './confirmed.js';
import { dateParts } from './date-parts.js';
import type { InspectedColumn, ProposedItem } from './inspection.js';
import { keyAsRecords, keyOfResidents } from './key-of-residents.js';
import { capped, cappedByKind } from './least-sure.js';
import { isKindOpen, looksLikeRegister } from './looks-like-register.js';
import { holderKana, namedCandidates } from './named-candidates.js';
import { namelessLink } from './nameless-link.js';
import { namelessParts } from './nameless-parts.js';
import { namelessRegister } from './nameless-register.js';
import { pairedNames } from './paired-names.js';
import { type Persons, personsOf } from './persons.js';
import { inOrder, withFormat } from './proposed-items.js';
import { branchedKey, keyOf } from './row-key.js';
import { spokenCandidates } from './spoken-candidates.js';
import { updatedColumns } from './updated-columns.js';
import { withWholeColumns } from './whole-columns.js';
import { withoutBank } from './without-bank.js';

export interface Proposal {
  readonly kind: 'register' | 'link';
  readonly mapping: readonly ProposedItem[];
  readonly persons: Persons;
}

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
  const surest = withoutBank(
    confirmed(allCandidates(own, register, persons), own, persons).map((one) => capped(one, persons, own)),
    own.columns,
  );
  const whole = withWholeColumns(surest, own);
  const keyed = register ? withKey(own, whole, true) : tied(own, whole);
  const chosen = withFurther(own, keyed, register);
  const isOpen =
    kind === undefined && isKindOpen(register ? 'register' : 'link', looked.columns, looked.values);
  const mapping = chosen.map((one) => withFormat(cappedByKind(one, isOpen), own.columns));
  return { kind: register ? 'register' : 'link', mapping: inOrder(mapping, register), persons };
}

/** Items that columns could hold: several together, and each by itself. */
function allCandidates(own: Looked, register: boolean, persons: Persons): readonly Candidate[] {
  const { columns, values } = own;
  const bareOf = (name: string) => persons.bare.get(name)!;
  const allowed: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  return [
    ...compositesOf(own, register, persons),
    ...dateParts(columns, values, bareOf, isNoName).filter(({ item }) => allowed.includes(item)),
    ...pairedNames(own, persons.bare, register),
    ...namelessParts(columns, own, isNoName),
    ...columns.flatMap((column) => candidatesOf(column, columns, register, bareOf(column.name))),
  ];
}

/** By its name where that says what it is, else by its values. */
function candidatesOf(
  column: InspectedColumn,
  columns: readonly InspectedColumn[],
  register: boolean,
  bare: string,
): readonly Candidate[] {
  const named = namedCandidates(column, columns, register, bare);
  if (named.some(({ confidence }) => confidence > LEAST)) return named;
  return [
    ...named,
    ...holderKana(named, column.profile.type),
    ...spokenCandidates(column, columns, register, bare),
  ];
}

/** Of a source with its key, and with that of the residents where nothing else ties it. */
function tied(own: Looked, chosen: readonly Candidate[]): readonly Candidate[] {
  const keyed = withKey(own, [...chosen, ...keyOfResidents(own, chosen)], false);
  return [...keyed, ...keyAsRecords(own, keyed)];
}

/** With the key of the rows, where the one that is chosen repeats or none is. */
function withKey(own: Looked, chosen: readonly Candidate[], register: boolean): readonly Candidate[] {
  const key = branchedKey(own, chosen) ?? keyOf(own, chosen, register);
  return key ? [key, ...chosen.filter(({ item }) => item !== key.item)] : chosen;
}

/** With what only what is chosen already shows; a column is taken from what it was chosen for. */
function withFurther(own: Looked, chosen: readonly Candidate[], register: boolean): readonly Candidate[] {
  const further = register ? namelessRegister(own, chosen) : madeBy(own, chosen);
  const taken = new Set(further.flatMap(({ columns }) => columns));
  const kept = chosen.filter(
    ({ item, columns }) =>
      !further.some((one) => one.item === item) && !columns.every((name) => taken.has(name)),
  );
  return [...kept, ...further];
}

/** When, where and by whom a record was made, where the names of columns do not say it. */
function madeBy(own: Looked, keyed: readonly Candidate[]): readonly Candidate[] {
  const updated = updatedColumns(own, keyed);
  const known = [...keyed.filter(({ item }) => !updated.some((one) => one.item === item)), ...updated];
  const told = clerksByValues(own, known);
  return [...updated, ...told, ...namelessLink(own, [...known, ...told])];
}
