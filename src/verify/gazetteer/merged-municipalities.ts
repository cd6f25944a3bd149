import { foldAddress } from '../../normalize/address/address-fold.js';
import { splitPlace } from '../../normalize/address/address-place.js';
import { formerMunicipalities } from '../../normalize/address/former-municipalities.js';
import type { KnownChange } from './gazetteer.js';
import type { Place } from './place-change.js';

/** The municipalities that ended, and what their towns belong to since: what the program knows without a table of the office. */
export function mergedMunicipalities(): readonly KnownChange[] {
  return formerMunicipalities().flatMap(({ prefecture, name, into }) => {
    const [before, after] = [municipality(prefecture + name), municipality(into)];
    // 倉淵村 became 倉渕村: one name in keys.
    return before.city === after.city ? [] : [{ before, after, lot: false, origin: 'built-in' as const }];
  });
}

/** A whole address would be read for its house number and building, too: ten times the time for two thousand names. */
function municipality(name: string): Place {
  const { prefecture, city } = splitPlace(foldAddress(name));
  return { prefecture, city, town: '', number: '' };
}
