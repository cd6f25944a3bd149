import { LINK_ITEMS, REGISTER_ITEMS, TIES, type Tie } from '../audit/items.js';
import { each, word } from '../engine/columns.js';
import { table, texts } from './table.js';

function without<const I extends string, const L extends string>(
  items: readonly I[],
  left: readonly L[],
): readonly Exclude<I, L>[] {
  return items.filter((item): item is Exclude<I, L> => !left.some((one: string) => one === item));
}

/**
 * Items that stand in `residents` and in `links` as they were read. Numbers and serials stand there in one form, and in `links` all that
 * ties a record; the `resident_id` of the register is what outputs show, and stays as it is.
 */
export const RESIDENT_TEXTS = without(REGISTER_ITEMS, ['my_number', 'auth_serial', 'sign_serial']);
export const LINK_TEXTS = without(LINK_ITEMS, TIES);

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
    resident_key: 'text?',
    ts: 'big?',
    ...KEYS,
    rid: 'int?',
  },
  row: 'accepted record',
  notes: {
    row: 'then the items as read',
    resident_key: 'the `resident_id` that the record states, of a source that is tied by it',
    ts: '`registered_at` in seconds, no time zone',
    ...KEY_NOTES,
    rid: 'the linked resident, NULL where number, serial or key leads to nobody',
  },
});

export const PREPARED = table({
  name: 'prepared_inputs',
  columns: { input: 'text', made_from: 'text' },
  row: 'register or source',
  notes: { made_from: 'what the keys of its rows are made from beside their texts, as JSON' },
});

/** Whose a number, a serial or the key of a resident is. */
export function ownerTable(tie: Tie) {
  return table({
    name: `owner_${tie}`,
    family: 'owner_<tie>',
    columns: { tie: tie === 'my_number' ? 'big' : 'text', rid: 'int' },
    row: 'number, serial or key',
    notes: {
      rid: 'where two rows have one number: the living, then the first; a key also leads there without its leading zeros, where nobody else’s does',
    },
  });
}

export const OWNERS = TIES.map(ownerTable);
