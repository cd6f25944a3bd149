import { foldName, isNoName } from '../audit/fold-name.js';
import { namedAs } from '../audit/item-names.js';
import { vitality } from '../normalize/status.js';
import type { Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';
import { liveTogether } from './nameless-register.js';

/** Words by which a register says that somebody lives there, has moved away or has died. */
const OF_RESIDENTS = /住民|現存|転出|転入|消除|除票|住登|居住/;
/** From here on values alone make a register. */
const ENOUGH = 4;
/** What names of sources hold, and registers' do not. */
const OF_SOURCES =
  /保険|記号|枝番|手帳|受給|年金|児童|口座|銀行|名義|券|insur|bank|account|card|techo|nenkin|juky|hoken|hhkn|接種|ケース/;

/**
 * Whether the values of a table are a register's, whatever its columns are called: people told in full, one row each; a number that those who
 * live together share, a status of residents, an address that only some have besides, two serials. No moments, and no names that only sources have.
 */
export function holdsRegister({ columns, values }: Looked): boolean {
  const of = (type: string) => columns.filter(({ profile }) => profile.type === type);
  const isNamedForSource = columns.some(({ name }) => {
    const folded = foldName(name);
    return OF_SOURCES.test(folded) || isItemOfSource(name);
  });
  const births = of('date').filter(({ profile }) => profile.years?.kind === 'births');
  const addresses = of('address');
  if (isNamedForSource || of('timestamp').length > 0 || of('insurer-code').length > 0) return false;
  if (births.length === 0 || addresses.length === 0 || !hasKey(columns)) return false;
  const sparse = addresses.some(({ profile }) => profile.filled < 0.9);
  const hasHousehold = columns.some((column) => isHousehold(column, addresses[0]!, values));
  const hasStatus = columns.some(
    ({ name, profile }) => profile.status !== null && isOfResidents(values.get(name) ?? []),
  );
  return (
    (hasHousehold ? 2 : 0) +
      (hasStatus ? 2 : 0) +
      (addresses.length > 1 && sparse ? 1 : 0) +
      (of('serial').length > 1 ? 1 : 0) +
      (of('place-code').length > 0 ? 1 : 0) >=
    ENOUGH
  );
}

function isItemOfSource(name: string): boolean {
  return (
    !isNoName(name) &&
    namedAs(name, false).some(({ item }) =>
      ['terminal', 'operator', 'lookup', 'registered_at'].includes(item),
    ) &&
    !namedAs(name, true).some(({ item }) => item === 'moved_on')
  );
}

function hasKey(columns: readonly InspectedColumn[]): boolean {
  return columns.some(
    ({ profile: { type, filled, distinct } }) =>
      ['digits', 'code'].includes(type) && filled > 0.98 && distinct > 0.9,
  );
}

function isHousehold(
  { name, profile: { type, filled, distinct } }: InspectedColumn,
  address: InspectedColumn,
  values: Looked['values'],
): boolean {
  return (
    ['digits', 'code', 'phone', 'serial'].includes(type) &&
    filled > 0.98 &&
    distinct > 0.2 &&
    distinct < 0.95 &&
    liveTogether(values.get(name) ?? [], (row) => values.get(address.name)?.[row] ?? '')
  );
}

function isOfResidents(values: readonly string[]): boolean {
  const words = new Set(values.filter((value) => value !== ''));
  return (
    [...words].some((word) => OF_RESIDENTS.test(word)) &&
    [...words].some((word) => vitality(word) !== 'active')
  );
}
