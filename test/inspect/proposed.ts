import { profileOf } from '../../src/inspect/profile.js';
import { type Proposal, propose } from '../../src/inspect/propose.js';
import { PEOPLE, type Person } from './odd-exports.js';

/** A column's name and what it holds of a person (and of the person `n` rows further on). */
export type Column = readonly [name: string, value: (person: Person, of: (n: number) => Person) => string];

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
