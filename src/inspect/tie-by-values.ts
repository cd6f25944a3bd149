import type { CanonicalItem } from '../audit/items.js';
import { seenOf } from './inspect-settled.js';
import type { Inspection } from './inspection.js';

const SERIALS = ['auth_serial', 'sign_serial'] as const;
const TYPES: readonly string[] = ['serial', 'code', 'digits', 'text'];
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
    .filter(({ profile }) => TYPES.includes(profile.type))
    .flatMap(({ name }) =>
      serials.map(({ item, columns }) => ({
        item,
        column: name,
        known: known(ours.values.get(name) ?? [], theirs.values.get(columns[0]!) ?? []),
      })),
    )
    .toSorted((a, b) => b.known - a.known);
  return clearest(found);
}

/**
 * The column of a register, whatever it is called, that holds the serials of a source, for the item that ties the source. Null where that is
 * no serial, or where no column, or several, have values in common with it.
 */
export async function serialsOfRegister(
  register: Inspection,
  source: Inspection,
): Promise<TieByValues | null> {
  const item = SERIALS.find((serial) => serial === source.via);
  const own = source.mapping.find((one) => one.item === item)?.columns ?? [];
  if (item === undefined || own.length !== 1) return null;
  const used = new Set(register.mapping.flatMap(({ columns }) => columns));
  const [theirs, ours] = [await seenOf(register), await seenOf(source)];
  const found = register.columns
    .filter(({ name, profile }) => !used.has(name) && TYPES.includes(profile.type))
    .map(({ name }) => ({
      item,
      column: name,
      known: known(ours.values.get(own[0]!) ?? [], theirs.values.get(name) ?? []),
    }))
    .toSorted((a, b) => b.known - a.known);
  return clearest(found);
}

interface Known extends TieByValues {
  readonly known: number;
}

/** The first of those with the most values in common, where that is no chance and no other comes near. */
function clearest([first, second]: readonly Known[]): TieByValues | null {
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
