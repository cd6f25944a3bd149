import { KEY_COLUMNS } from '../verify/comparisons/index.js';

const KEYS = ['dob', 'sex_code', 'kf', 'kg', 'kw', 'nf', 'ng', 'nw'];
const NAMES = ['name', 'kana', 'former_name', 'alias', 'address'];
const BROUGHT = KEY_COLUMNS.map(({ column }) => column);

/**
 * What of register and links, and of suspects among these, is lent to a cluster: what its statements read. No number or serial is among it: a full My Number
 * never leaves `work/`. Of other tables all columns are lent; they hold row numbers, levels, weights, names and words of names.
 */
export const LENT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  residents: [
    'rid',
    'resident_id',
    'household_id',
    'previous_address',
    'house',
    'vitality',
    ...NAMES,
    ...KEYS,
    ...BROUGHT,
  ],
  judged: ['lid', 'rid', 'house', 'address_apart', ...KEYS],
  suspects: [
    'lid',
    'src',
    'rid',
    'p0',
    'house',
    'file',
    'record_id',
    'terminal',
    'ts',
    ...NAMES,
    ...KEYS,
    ...BROUGHT,
  ],
  links: [
    'lid',
    'src',
    'file',
    'record_id',
    'vitality',
    'terminal',
    'ts',
    'rid',
    ...NAMES,
    ...KEYS,
    ...BROUGHT,
  ],
};
