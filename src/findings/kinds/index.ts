import type { FindingKind } from '../kind.js';
import defunctResident from './defunct-resident.js';
import duplicateLink from './duplicate-link.js';
import invalidNumber from './invalid-number.js';
import nobodyFits from './nobody-fits.js';
import sharedRecord from './shared-record.js';
import staleBinding from './stale-binding.js';
import swappedLinks from './swapped-links.js';
import unknownNumber from './unknown-number.js';
import wrongResident from './wrong-resident.js';

/** Kinds of findings about links, in the order in which findings of one link are listed. */
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
];
