import type { CanonicalItem } from '../audit/items.js';
import { seenOf } from './inspect-settled.js';
import type { Inspection } from './inspection.js';

const SERIALS = ['auth_serial', 'sign_serial'] as const;
/** Rows whose serial the register has: fewer may be chance, the like of 1, 2, 3 …. */
const FEWEST = 5;
/** Letters of a serial at least. */
const SHORTEST = 6;
/** How many times as many serials of one kind must be known as of the other. */
const CLEARLY = 4;

export interface TieByValues {
  readonly item: CanonicalItem;
  readonly column: string;
}

/**
 * The column of a source that ties it to the register, whatever it is called: whose values stand in the register's column of serials. Null where
 * the rows looked at have none in common, or several columns have.
 */
export async function tieByValues(register: Inspection, source: Inspection): Promise<TieByValues | null> {
  const serials = register.mapping.filter(({ item }) => SERIALS.some((one) => one === item));
  if (serials.length === 0) return null;
  const [theirs, ours] = [await seenOf(register), await seenOf(source)];
  const found = source.columns
    .filter(({ profile }) => ['serial', 'code', 'digits', 'text'].includes(profile.type))
    .flatMap(({ name }) =>
      serials.map(({ item, columns }) => ({
        item,
        column: name,
        known: known(ours.values.get(name) ?? [], theirs.values.get(columns[0]!) ?? []),
      })),
    )
    .toSorted((a, b) => b.known - a.known);
  const [first, second] = found;
  if (!first || first.known < FEWEST || CLEARLY * (second?.known ?? 0) > first.known) return null;
  return { item: first.item, column: first.column };
}

/** How many values stand among others, in whatever case and with whatever signs between. */
function known(values: readonly string[], among: readonly string[]): number {
  const all = new Set(among.map(plain));
  return new Set(values.map(plain).filter((value) => value.length >= SHORTEST && all.has(value))).size;
}

function plain(serial: string): string {
  return serial
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}
