import type { CanonicalItem } from '../audit/items.js';
import type { Candidate, Looked } from './candidate.js';
import { wholeAddress, withFurtherLines } from './whole-address.js';
import { withTime } from './with-time.js';

/** Items with the further columns that belong to them: lines of an address, the time of a day. A column of an office that is a place of the address is none. */
export function withWholeColumns(surest: readonly Candidate[], own: Looked): readonly Candidate[] {
  const used = new Set(surest.flatMap(({ columns }) => columns));
  const grown = surest.map((one) =>
    one.item === 'address'
      ? wholeAddress(one, own, withoutPlaces(used, surest))
      : one.item === 'previous_address'
        ? withFurtherLines(one, own, used)
        : one.item === 'registered_at'
          ? withTime(one, own, used)
          : one,
  );
  const places = grown.find(({ item }) => item === 'address')?.columns ?? [];
  return grown.filter(({ item, columns: [name] }) => !isOffice(item) || !places.includes(name!));
}

function isOffice(item: CanonicalItem): boolean {
  return item === 'organisation' || item === 'municipality';
}

/** Without columns of an office: the name of a city between a prefecture and a town is of the address before it is who linked. */
function withoutPlaces(used: ReadonlySet<string>, chosen: readonly Candidate[]): ReadonlySet<string> {
  const offices = chosen.filter(({ item }) => isOffice(item)).flatMap(({ columns }) => columns);
  const others = new Set(chosen.filter(({ item }) => !isOffice(item)).flatMap(({ columns }) => columns));
  return new Set([...used].filter((name) => !offices.includes(name) || others.has(name)));
}
