import { isNoName } from '../audit/fold-name.js';
import { type CanonicalItem, DATE_ITEMS } from '../audit/items.js';
import type { InspectedColumn } from './inspection.js';
import type { ColumnType, Profile } from './profile.js';
import { isSerialDays } from './profile.js';

/** How the values of a column go with an item that its name speaks of. */
export type Agreement = 'agrees' | 'open' | 'contradicts';

interface Expected {
  /** Content that speaks for the item, and content that says nothing against it. */
  readonly agrees: readonly ColumnType[];
  readonly open: readonly ColumnType[];
}

/** Items not listed may hold anything. */
const EXPECTED: Readonly<Partial<Record<CanonicalItem, Expected>>> = {
  my_number: { agrees: ['my-number'], open: [] },
  sex: { agrees: ['sex'], open: ['digits', 'code', 'text'] },
  birth_date: { agrees: ['date'], open: [] },
  registered_at: { agrees: ['timestamp', 'date'], open: [] },
  moved_on: { agrees: ['date', 'timestamp'], open: [] },
  kana: { agrees: ['kana'], open: [] },
  name: { agrees: ['person-name'], open: ['text', 'kana', 'code'] },
  address: { agrees: ['address'], open: ['text'] },
  previous_address: { agrees: ['address'], open: ['text'] },
  phone: { agrees: ['phone'], open: ['code', 'digits', 'text'] },
  municipality: { agrees: ['place-code'], open: ['digits'] },
  organisation: { agrees: ['place-code', 'insurer-code'], open: ['digits', 'code', 'text'] },
  auth_serial: { agrees: ['serial'], open: ['code', 'digits'] },
  sign_serial: { agrees: ['serial'], open: ['code', 'digits'] },
  resident_id: {
    agrees: ['digits', 'code', 'serial'],
    open: ['phone', 'place-code', 'insurer-code', 'postal'],
  },
  household_id: {
    agrees: ['digits', 'code', 'serial'],
    open: ['phone', 'place-code', 'insurer-code', 'postal'],
  },
  record_id: {
    agrees: ['digits', 'code', 'serial'],
    open: ['text', 'phone', 'place-code', 'insurer-code', 'postal', 'my-number'],
  },
  // Words that are understood agree, others are of something else; codes mean something else in every system.
  status: { agrees: [], open: ['digits', 'code', 'text'] },
  former_name: { agrees: ['text', 'person-name'], open: ['kana'] },
  alias: { agrees: ['text', 'person-name'], open: ['kana', 'code'] },
};

/** Keys of which most values differ from row to row. */
const KEYS: readonly CanonicalItem[] = ['record_id', 'resident_id'];
/** Below this share of distinct values a column is no key. */
const FEWEST_DISTINCT = 0.5;

/** A name that comes again and again is an office's, or a kind's. */
const NAMES: readonly CanonicalItem[] = ['name', 'kana'];
const FEWEST_NAMES = 0.05;

/** Whether an item may hold anything: then only the name speaks for a column. */
export function holdsAnything(item: CanonicalItem): boolean {
  return EXPECTED[item] === undefined;
}

/** Whether the values of a column are what an item holds. */
export function agreement(item: CanonicalItem, profile: Profile): Agreement {
  const expected = EXPECTED[item];
  if (expected === undefined) return 'agrees';
  if (KEYS.includes(item) && profile.distinct < FEWEST_DISTINCT) return 'contradicts';
  if (item === 'household_id' && profile.type !== 'empty' && profile.distinct < FEWEST_NAMES)
    return 'contradicts';
  if (NAMES.includes(item) && profile.type !== 'empty' && profile.distinct < FEWEST_NAMES)
    return 'contradicts';
  if (DATE_ITEMS.includes(item) && isSerialDays(profile)) return 'agrees';
  if (item === 'registered_at' && profile.unix !== null) return 'agrees';
  if (item === 'status' && profile.status === 'flags') return 'open';
  if (item === 'status' && profile.type !== 'empty')
    return profile.status !== null ? 'agrees' : profile.type === 'text' ? 'contradicts' : 'open';
  if (item === 'birth_date') return birthsOf(profile);
  if (item === 'registered_at' && profile.years?.kind === 'births') return 'contradicts';
  if (expected.agrees.includes(profile.type) || (item === 'record_id' && isWordedKey(profile)))
    return 'agrees';
  if (expected.open.includes(profile.type)) return 'open';
  return 'contradicts';
}

/** 第3001号: a number in words, another one in each row. */
function isWordedKey({ type, distinct, filled, shapes }: Profile): boolean {
  return type === 'text' && distinct === 1 && filled === 1 && shapes.every((shape) => shape.includes('9'));
}

/** Births lie over decades; those of a nursery do not, so that recent dates are only less sure. */
function birthsOf({ type, years }: Profile): Agreement {
  if (type !== 'date') return 'contradicts';
  return years === null || years.kind === 'births' ? 'agrees' : 'open';
}

/** Items that content speaks for by itself, and how loudly when no other column has it. */
const BY_CONTENT: readonly (readonly [CanonicalItem, number, (profile: Profile, name: string) => boolean])[] =
  [
    ['my_number', 0.9, ({ type }) => type === 'my-number'],
    ['birth_date', 0.75, ({ type, years }) => type === 'date' && years?.kind === 'births'],
    ['sex', 0.75, ({ type }) => type === 'sex'],
    ['name', 0.7, ({ type, distinct }) => type === 'person-name' && distinct > 0.1],
    ['kana', 0.7, ({ type, distinct }) => type === 'kana' && distinct > 0.1],
    ['address', 0.7, ({ type, distinct }) => type === 'address' && distinct > 0.1],
    ['phone', 0.7, ({ type, distinct }) => type === 'phone' && distinct > 0.1],
    // A moment before a day: of the latter a list has many.
    // Counted from 1970, what has a name is told by it: systems count the last of anything so.
    [
      'registered_at',
      0.6,
      ({ type, unix }, name) => type === 'timestamp' || (unix === 'tell' && isNoName(name)),
    ],
    ['registered_at', 0.58, ({ type, years }) => type === 'date' && years?.kind === 'recent'],
    [
      'organisation',
      0.55,
      ({ type, filled }) => (type === 'insurer-code' || type === 'place-code') && filled > 0.9,
    ],
    ['municipality', 0.55, ({ type, filled }) => type === 'place-code' && filled > 0.9],
    ['auth_serial', 0.5, ({ type }) => type === 'serial'],
    ['status', 0.75, ({ status, filled }) => status === 'ends' && filled > 0.01],
  ];

export interface Spoken {
  readonly item: CanonicalItem;
  readonly confidence: number;
  /** Of several columns with such content, the one that stands first is likelier. */
  readonly rivals: number;
}

/** An address or a number that far fewer have is the one before, or another's. */
function isSparser(other: InspectedColumn, column: InspectedColumn): boolean {
  return column.profile.filled > 0.9 && other.profile.filled < 0.7 * column.profile.filled;
}

/** Shapes of mobile telephones: eleven digits, with hyphens or without. */
export function areMobiles({ type, shapes }: Profile): boolean {
  const digits = (shape: string) =>
    shape
      .replace(/(.)\{(\d+)\}/gu, (_, sign: string, times: string) => sign.repeat(Number(times)))
      .match(/[9９]/gu)?.length;
  return type === 'phone' && shapes.length > 0 && shapes.every((shape) => digits(shape) === 11);
}

/** The telephone of a home tells less than one's own beside it. */
function isOfHome(item: CanonicalItem, other: Profile, column: Profile): boolean {
  return item === 'phone' && areMobiles(column) && !areMobiles(other);
}

/** Items that a column could hold by what its values look like, less sure the more columns look the same. */
export function spokenFor(column: InspectedColumn, all: readonly InspectedColumn[]): readonly Spoken[] {
  return BY_CONTENT.flatMap(([item, confidence, holds]) => {
    if (!holds(column.profile, column.name)) return [];
    const rivals = all.filter(
      (other) =>
        other !== column &&
        holds(other.profile, other.name) &&
        !isSparser(other, column) &&
        !isOfHome(item, other.profile, column.profile),
    ).length;
    return [{ item, confidence: rivals === 0 ? confidence : confidence * 0.7, rivals }];
  });
}
