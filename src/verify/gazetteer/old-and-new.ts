import { canonicalAddress } from '../../normalize/address/address.js';
import type { Municipality } from '../../normalize/address/municipalities.js';
import { type GazetteerColumn, gazetteerColumns } from './gazetteer-columns.js';
import { type BadRow, type PlaceChange, placeChange } from './place-change.js';

/** Reads the rows of one table of old and new places. */
export interface OldAndNew {
  /** The first row is one of places, not a header. */
  readonly headless: boolean;
  /** The changes that a row tells of, or why it tells none; null for a row without anything. */
  readonly read: (cells: readonly string[]) => readonly (PlaceChange | BadRow)[] | null;
}

/** Two columns without a header: the old place, or its code, and the new one. */
const HEADLESS: readonly GazetteerColumn[] = [
  { side: 'old', role: 'place' },
  { side: 'new', role: 'place' },
];

/**
 * A table of old and new places by its first row; null where it is none.
 *
 * @param within the municipality that stands before places without one.
 * @param codes municipalities by their codes, of five digits and of six.
 */
export function oldAndNew(
  first: readonly string[],
  within: string,
  codes: ReadonlyMap<string, Municipality>,
): OldAndNew | null {
  const named = gazetteerColumns(first);
  const columns = named ?? (isPair(first) ? HEADLESS : null);
  if (columns === null) return null;
  return { headless: named === null, read: (cells) => changesOf(cells, columns, within, codes) };
}

function isPair(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell !== '').length === 2 && cells[0] !== '' && cells[1] !== '';
}

function changesOf(
  cells: readonly string[],
  columns: readonly (GazetteerColumn | null)[],
  within: string,
  codes: ReadonlyMap<string, Municipality>,
): readonly (PlaceChange | BadRow)[] | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const sides = (['old', 'new'] as const).map((side) => textsOf(side, cells, columns, { within, codes }));
  const [before, after] = sides as [Side, Side];
  if (typeof before === 'string') return [before];
  if (typeof after === 'string') return [after];
  const [to] = after.texts;
  // 123番1、123番2: several lots that became one address.
  return before.texts.map((from) => placeChange(from, to ?? ''));
}

type Side = { readonly texts: readonly string[] } | BadRow;

interface Known {
  readonly within: string;
  readonly codes: ReadonlyMap<string, Municipality>;
}

/** One side of a row as addresses: one, or one for each of its lots. */
function textsOf(
  side: 'old' | 'new',
  cells: readonly string[],
  columns: readonly (GazetteerColumn | null)[],
  { within, codes }: Known,
): Side {
  const part = { code: '', around: '', place: '', number: '' };
  for (const [i, column] of columns.entries()) {
    const cell = (cells[i] ?? '').normalize('NFKC').trim();
    if (column === null || cell === '' || (column.side !== side && column.side !== 'both')) continue;
    if (column.role === 'code' || (column.role === 'place' && CODE.test(cell))) part.code = cell;
    else if (column.side === 'both') part.around += cell;
    else if (column.role === 'place') part.place += cell;
    else if (column.role === 'chome') part.place += DIGITS.test(cell) ? `${cell}丁目` : cell;
    else part.number += numberText(column.role, cell, part.number);
  }
  if (part.place === '' && part.number === '' && part.code === '') return { texts: [''] };
  const named = codes.get(part.code);
  const city = named === undefined ? '' : named.prefecture + named.name;
  if (part.code !== '' && part.place === '' && city === '') return 'unknown-code';
  const place = placeWithin(part.place, [part.around, city, within]);
  return { texts: lotsOf(part.number).map((lot) => place + lot) };
}

const CODE = /^\d{5,6}$/;
const DIGITS = /^\d+$/;

function numberText(role: GazetteerColumn['role'], cell: string, before: string): string {
  const text = cell.replace(/の一部$/u, '');
  if (!DIGITS.test(text)) return text;
  if (role === 'block') return `${text}番`;
  if (role === 'house') return `${text}号`;
  return role === 'branch' && before !== '' ? `-${text}` : text;
}

function lotsOf(number: string): readonly string[] {
  return number.split(/[、，,・]/u).map((lot) => lot.trim());
}

/** A place with the first municipality around it that is told, unless it begins with a prefecture or with that municipality. */
function placeWithin(place: string, around: readonly string[]): string {
  const outer = around.find((text) => text !== '') ?? '';
  const { city } = canonicalAddress(outer);
  const tells =
    /^.{2,3}[都道府県]/u.test(place) || (city !== '' && canonicalAddress(place).city.startsWith(city));
  return tells ? place : outer + place;
}
