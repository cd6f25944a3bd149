import { LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import type { LinkSpec } from '../audit/pipeline-file.js';
import { each, word } from '../engine/columns.js';
import { table, texts } from './table.js';

type Tie = LinkSpec['via'];
const TIES: readonly string[] = ['my_number', 'auth_serial', 'sign_serial'] satisfies readonly Tie[];

function keptAsRead<const I extends string>(items: readonly I[]): readonly Exclude<I, Tie>[] {
  return items.filter((item): item is Exclude<I, Tie> => !TIES.includes(item));
}

/** Items that stand in `residents` and in `links` as they were read; numbers and serials stand there in one form. */
export const RESIDENT_TEXTS = keptAsRead(REGISTER_ITEMS);
export const LINK_TEXTS = keptAsRead(LINK_ITEMS);

/** `number` as it was read, and its state. */
const NUMBER = {
  number: 'big?',
  number_state: word('ok', 'check-digit', 'malformed', 'missing'),
} as const;

/** What residents and records are compared by; `keys` stands for the columns that comparisons bring (`allTables`). */
const KEYS = {
  dob: 'int?',
  sex_code: 'tiny',
  kf: 'text?',
  kg: 'text?',
  kw: 'text?',
  nf: 'text?',
  ng: 'text?',
  nw: 'text?',
  keys: each('text?', []),
  vitality: word('active', 'dead', 'departed', 'ended'),
} as const;

const KEY_NOTES = {
  dob: 'yyyymmdd, 00 unknown',
  sex_code: '1 male, 2 female, 0 unknown',
  kw: 'kana: family, given, whole',
  nw: 'kanji: family, given, whole',
} as const;

export const RESIDENTS = table({
  name: 'residents',
  columns: {
    rid: 'int',
    file: 'small',
    row: 'int',
    ...texts(RESIDENT_TEXTS),
    resident_id: 'text',
    ...NUMBER,
    auth_serial: 'text?',
    sign_serial: 'text?',
    ...KEYS,
    is_protected: 'bool',
    house: 'text?',
  },
  row: 'register row',
  notes: { row: 'then the items as read', ...KEY_NOTES, house: 'house numbers, 1-2-3' },
});

export const LINKS = table({
  name: 'links',
  columns: {
    lid: 'int',
    src: 'tiny',
    file: 'small',
    row: 'int',
    ...texts(LINK_TEXTS),
    record_id: 'text',
    ...NUMBER,
    serial: 'text?',
    ts: 'big?',
    ...KEYS,
    rid: 'int?',
  },
  row: 'accepted record',
  notes: {
    row: 'then the items as read',
    ts: '`registered_at` in seconds, no time zone',
    ...KEY_NOTES,
    rid: 'the linked resident, NULL where number or serial leads to nobody',
  },
});

export const PREPARED = table({
  name: 'prepared_inputs',
  columns: { input: 'text', made_from: 'text' },
  row: 'register or source',
  notes: { made_from: 'what the keys of its rows are made from beside their texts, as JSON' },
});

/** Whose a number or serial is. */
export function ownerTable(tie: Tie) {
  return table({
    name: `owner_${tie}`,
    family: 'owner_<tie>',
    columns: { tie: tie === 'my_number' ? 'big' : 'text', rid: 'int' },
    row: 'number or serial',
    notes: { rid: 'where two rows have one number: the living, then the first' },
  });
}

export const OWNERS = TIES.map((tie) => ownerTable(tie as Tie));
