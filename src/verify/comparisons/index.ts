import type { Level } from '../../audit/level.js';
import type { Aspect, Comparer, Comparison } from '../comparison.js';
import address from './address.js';
import birthDate from './birth-date.js';
import family from './family.js';
import given from './given.js';
import sex from './sex.js';

/** Every comparison of a link with a resident. */
export const COMPARISONS: readonly Comparison[] = [family, given, birthDate, sex, address];

/** What sets the levels, each once. */
export const COMPARERS: readonly Comparer[] = [...new Set(COMPARISONS.map(({ by }) => by))];

/** Column list of the levels, in the order of `COMPARISONS`. */
export const LEVEL_COLUMNS = COMPARISONS.map((comparison) => comparison.id);

/** Place in `COMPARISONS` of the comparison that says this of a person. */
export function placeOf(about: Aspect): number {
  return COMPARISONS.findIndex((comparison) => comparison.about === about);
}

/** Codes of the levels for which something holds. */
export function codesWhere({ levels }: Comparison, holds: (level: Level) => unknown): readonly number[] {
  return levels.flatMap((level, code) => (holds(level) ? [code] : []));
}

/** Whether an item speaks for one person, as far as both sides state it. */
export function speaksFor({ kind }: Level): boolean {
  return kind !== 'different' && kind !== 'missing';
}
