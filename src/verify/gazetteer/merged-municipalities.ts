import { FORMER_MUNICIPALITIES } from '../../normalize/address/former-municipalities.js';
import type { KnownChange } from './gazetteer.js';
import { placeChange } from './place-change.js';

/** The municipalities that ended, and what their towns belong to since: what the program knows without a table of the office. */
export function mergedMunicipalities(): readonly KnownChange[] {
  return FORMER_MUNICIPALITIES.map(({ prefecture, name, into }) => {
    const change = placeChange(prefecture + name, into);
    if (typeof change === 'string') throw new Error(`a municipality that ended is no place: ${change}`);
    return { ...change, origin: 'built-in' };
  });
}
