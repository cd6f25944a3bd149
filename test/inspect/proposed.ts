import { profileOf } from '../../src/inspect/profile.js';
import { type Proposal, propose } from '../../src/inspect/propose.js';
import * as told from './odd-exports.js';
import { iso, PEOPLE, type Person, zero } from './odd-exports.js';

/** A column's name and what it holds of a person (and of the person `n` rows further on). */
export type Column = readonly [name: string, value: (person: Person, of: (n: number) => Person) => string];

/** Columns of a record that inspect is sure of, to which a test adds what it is about. */
export const RECORD: readonly Column[] = [
  ['認定番号', ({ i }) => `N-${zero(i * 7, 5)}`],
  ['個人番号', ({ number }) => number],
  ['氏名', (person) => told.name(person)],
  ['生年月日', iso],
  ['住所', (person) => told.address(person)],
];
export const TIME: Column[1] = ({ i }) => `2024-10-${zero(1 + (i % 28), 2)} 1${i % 8}:05:0${i % 10}`;
export const TERMINAL: Column[1] = ({ i }) => `JT0${i % 4}`;
export const OPERATOR: Column[1] = ({ i }) => `102${zero(i % 6, 2)}`;

/** What is proposed for a table with these columns and a row for each of the made-up people. */
export function proposed(columns: readonly Column[], kind?: 'register' | 'link'): Proposal {
  const of = (i: number) => (n: number) => PEOPLE[(i + n) % PEOPLE.length]!;
  const values = new Map(
    columns.map(([name, value]) => [name, PEOPLE.map((person) => value(person, of(person.i)))] as const),
  );
  return propose(
    { columns: [...values].map(([name, of]) => ({ name, profile: profileOf(of) })), values },
    kind,
  );
}

/** Item to its columns, joined with +. */
export function mapped({ mapping }: Proposal): Record<string, string> {
  return Object.fromEntries(mapping.map(({ item, columns }) => [item, columns.join('+')]));
}
