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
  'municipality',
  'status',
  'moved_on',
  'protected',
  'auth_serial',
  'sign_serial',
] as const;

export const LINK_ITEMS = [
  'record_id',
  'my_number',
  'auth_serial',
  'sign_serial',
  'name',
  'kana',
  'former_name',
  'alias',
  'birth_date',
  'sex',
  'address',
  'organisation',
  'registered_at',
  'terminal',
  'operator',
  'lookup',
  'status',
  'household_id',
] as const;

export type RegisterItem = (typeof REGISTER_ITEMS)[number];
export type LinkItem = (typeof LINK_ITEMS)[number];
export type CanonicalItem = RegisterItem | LinkItem;

/** Items whose column may declare a date notation. */
export const DATE_ITEMS: readonly string[] = ['birth_date', 'moved_on', 'registered_at'];
