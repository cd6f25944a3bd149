import type { Cause, CauseContext } from '../../audit/cause.js';
import family from './family.js';
import namesake from './namesake.js';
import neighbourRecord from './neighbour-record.js';
import numberTypo from './number-typo.js';
import rowShift from './row-shift.js';
import sharedTerminal from './shared-terminal.js';
import swap from './swap.js';
import unknown from './unknown.js';

/** Causes from the most to the least telling signature: the first that matches is named. */
export const CAUSES: readonly Cause[] = [
  rowShift,
  numberTypo,
  family,
  swap,
  namesake,
  sharedTerminal,
  neighbourRecord,
  unknown,
];

export function causeOf(context: CauseContext): Cause {
  return CAUSES.find((cause) => cause.matches(context))!;
}
