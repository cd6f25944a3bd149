import type { Comparison } from '../audit/level.js';
import address from './compare-address.js';
import birthDate from './compare-date.js';
import sex from './compare-sex.js';
import { familyName, givenName } from './name-levels.js';

/** Every comparison of a link with a resident; the id is the column of `levels` and `rivals`. */
export const COMPARISONS: readonly Comparison[] = [familyName, givenName, birthDate, sex, address];

/** Column list of the levels, in the order of `COMPARISONS`. */
export const LEVEL_COLUMNS = COMPARISONS.map((comparison) => comparison.id);

/** Code of a level by its id; throws on an id that the comparison does not have. */
export function levelCode(comparison: Comparison, id: string): number {
  const code = comparison.levels.findIndex((level) => level.id === id);
  if (code < 0) throw new RangeError(`${comparison.id} has no level ${id}`);
  return code;
}
