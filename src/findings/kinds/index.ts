import type { FindingKind } from '../kind.js';
import defunctResident from './defunct-resident.js';
import duplicateLink from './duplicate-link.js';
import duplicateResident from './duplicate-resident.js';
import invalidNumber from './invalid-number.js';
import nobodyFits from './nobody-fits.js';
import sharedRecord from './shared-record.js';
import staleBinding from './stale-binding.js';
import swappedLinks from './swapped-links.js';
import unknownNumber from './unknown-number.js';
import wrongResident from './wrong-resident.js';

/** Every kind of finding, in the order in which findings of one link are listed. */
export const FINDING_KINDS: readonly FindingKind[] = [
  wrongResident,
  swappedLinks,
  nobodyFits,
  unknownNumber,
  invalidNumber,
  sharedRecord,
  duplicateLink,
  defunctResident,
  staleBinding,
  duplicateResident,
];

/** The kind of an id; throws a RangeError where there is none. */
export function kindOf(id: string): FindingKind {
  const kind = FINDING_KINDS.find((each) => each.id === id);
  if (!kind) throw new RangeError(`no kind of finding is called ${id}`);
  return kind;
}

/** Ids of the kinds of which `has` holds. */
export function kindsThat(has: (kind: FindingKind) => boolean): ReadonlySet<string> {
  return new Set(FINDING_KINDS.filter(has).map(({ id }) => id));
}
