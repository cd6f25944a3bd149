import type { Level } from '../audit/level.js';
import { relationBit } from '../audit/relations.js';
import { COMPARISONS, placeOf } from '../verify/comparisons/index.js';
import type { Chances } from './level-chances.js';

/** A resident against the record of a suspect: levels and bits in the order of COMPARISONS. */
export interface Weighed {
  readonly codes: readonly number[];
  readonly weights: readonly number[];
  /** How a rival stands to the link. */
  readonly relations: number;
}

const [FAMILY, GIVEN, BIRTH, HOME] = [placeOf('family'), placeOf('given'), placeOf('birth'), placeOf('home')];
const HOUSEHOLD = relationBit('household');

/** Names that a slip of the pen may make of one; in bits. */
const NAMES_IN_REACH = 6;
/** Of those that others bear, and of the ways in which kanji are read. */
const KNOWN_IN_REACH = 2;
const KNOWN: ReadonlySet<string> = new Set(['near_known', 'other_reading']);

/**
 * Bits that the given name says less for the linked resident, where it would be a slip that made the very name of somebody of the
 * same home: ミユキ for ミサキ is one slip of many, and her twin is called so. How often others are called nearly so, by which a
 * slip is weighed, does not tell that.
 */
export function slipOnAName(own: Weighed, rivals: readonly Weighed[], { m }: Chances): number {
  const level = levelAt(own, GIVEN);
  if (!mayBeASlip(level)) return 0;
  const reach = KNOWN.has(level.id) ? KNOWN_IN_REACH : NAMES_IN_REACH;
  const bearers = rivals.filter(
    (rival) => isOfHome(rival) && levelAt(rival, FAMILY).agrees && levelAt(rival, GIVEN).agrees,
  );
  return bearers.reduce((most, { codes, weights }) => {
    const apart = Math.log2(m[GIVEN]![codes[GIVEN]!]! / m[GIVEN]![own.codes[GIVEN]!]!) + reach;
    return Math.max(most, own.weights[GIVEN]! - (weights[GIVEN]! - apart));
  }, 0);
}

/** A given name that is nearly the one of the record, and as well another. */
export const mayBeASlip = ({ doubtful, oneName, alike }: Level) =>
  doubtful !== undefined && oneName === undefined && alike === undefined;

const levelAt = ({ codes }: Weighed, place: number) => COMPARISONS[place]!.levels[codes[place]!]!;

/** Of the household, or a twin where the register tells of none. */
function isOfHome(rival: Weighed): boolean {
  if ((rival.relations & HOUSEHOLD) !== 0) return true;
  return levelAt(rival, BIRTH).agrees === true && levelAt(rival, HOME).home === 'here';
}
