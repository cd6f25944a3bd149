/** Items of a register row, by the names that pipeline files use. */
export const REGISTER_ITEMS = [
  'resident_id',
  'my_number',
  'household_id',
  'name',
  'former_name',
  'alias',
  'kana',
  'birth_date',
  'sex',
  'address',
  'previous_address',
  'phone',
  'municipality',
  'status',
  'moved_on',
  'protected',
  'auth_serial',
  'sign_serial',
] as const;

/** Items that may tie a record to its resident: one that both sides hold. A source is tied by the first unless told. */
export const TIES = ['my_number', 'auth_serial', 'sign_serial', 'resident_id'] as const;

export const LINK_ITEMS = [
  'record_id',
  ...TIES,
  'name',
  'kana',
  'former_name',
  'alias',
  'birth_date',
  'sex',
  'address',
  'phone',
  'organisation',
  'registered_at',
  'terminal',
  'operator',
  'lookup',
  'status',
  'household_id',
] as const;

export type Tie = (typeof TIES)[number];

export function isTie(item: string): item is Tie {
  return TIES.some((tie) => tie === item);
}

export type RegisterItem = (typeof REGISTER_ITEMS)[number];
export type LinkItem = (typeof LINK_ITEMS)[number];
export type CanonicalItem = RegisterItem | LinkItem;

/**
 * What a page may show of everybody without comparing it: an item; `serial` is that of the tie, `channel` how a record came in,
 * `number_tail` the last digits of the number, `records` what else is linked to a resident.
 */
export type FactItem = CanonicalItem | 'serial' | 'channel' | 'number_tail' | 'records';

/** Items whose column may declare a date notation. */
export const DATE_ITEMS: readonly string[] = ['birth_date', 'moved_on', 'registered_at'];

/** Items that most people have none of, or that few inputs know: one that is left empty is nothing to look into. */
export const OFTEN_EMPTY: readonly CanonicalItem[] = [
  'former_name',
  'alias',
  'previous_address',
  'phone',
  'moved_on',
  'status',
  'protected',
];

/** Items of so few values that a byte of a digest that anybody can compute would tell which. */
export const FEW_VALUED: readonly CanonicalItem[] = [
  'birth_date',
  'sex',
  'status',
  'moved_on',
  'municipality',
  'protected',
  'registered_at',
  'lookup',
];
