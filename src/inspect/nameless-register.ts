import { isNoName } from '../audit/fold-name.js';
import type { CanonicalItem } from '../audit/items.js';
import type { Candidate, Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';

/** Only values speak, and only of a file that is the register. */
const BY_VALUES = 0.5;
/** Members of a household live at one address. */
const TOGETHER = 0.9;

/**
 * What a register tells of people besides themselves, where columns have no names: an address that only some have is the one before,
 * days that are no births are those of changes, a number that rows of one address share is the household's. Nothing where several could be.
 */
export function namelessRegister(
  { columns, values }: Looked,
  chosen: readonly Candidate[],
): readonly Candidate[] {
  const used = new Set(chosen.flatMap(({ columns: from }) => from));
  const free = columns.filter(({ name }) => !used.has(name) && isNoName(name));
  const addresses = chosen.find(({ item }) => item === 'address')?.columns ?? [];
  const only = (item: CanonicalItem, holds: (column: InspectedColumn) => boolean): readonly Candidate[] => {
    const found = chosen.some((one) => one.item === item) ? [] : free.filter(holds);
    return found.length === 1 ? [{ item, columns: [found[0]!.name], confidence: BY_VALUES }] : [];
  };
  return [
    ...only('previous_address', ({ profile }) => profile.type === 'address' && profile.filled < 0.9),
    ...only('moved_on', ({ profile }) => profile.type === 'date' && profile.years?.kind !== 'births'),
    ...only(
      'household_id',
      ({ name, profile: { type, filled, distinct } }) =>
        ['digits', 'code'].includes(type) &&
        filled === 1 &&
        distinct > 0.2 &&
        distinct < 0.95 &&
        liveTogether(values.get(name) ?? [], (row) => addresses.map((one) => values.get(one)?.[row]).join()),
    ),
  ];
}

/** Whether nearly all rows that share a number share an address. */
export function liveTogether(numbers: readonly string[], addressOf: (row: number) => string): boolean {
  const first = new Map<string, string>();
  let shared = 0;
  let same = 0;
  for (const [row, number] of numbers.entries()) {
    const address = addressOf(row);
    const known = first.get(number);
    if (known === undefined) first.set(number, address);
    else {
      shared += 1;
      if (known === address) same += 1;
    }
  }
  return shared > 0 && same >= TOGETHER * shared;
}
