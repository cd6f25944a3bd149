import type { Cause } from '../audit/cause.js';
import type { Aspect } from '../verify/comparison.js';
import { COMPARISONS, placeOf } from '../verify/comparisons/index.js';
import type { Candidate } from './candidates.js';
import { causeOf } from './causes/index.js';
import type { Hit } from './hits.js';
import type { WrongLinks } from './wrong-links.js';

/** From here on a resident is likelier meant than not. */
const LIKELY = 0.5;

/** The cause of a wrong link, from its candidates (likeliest first) and from how it hangs together with others. */
export function causeOfLink(hit: Hit, candidates: readonly Candidate[], wrong: WrongLinks): Cause {
  const owner = wrong.owners.get(hit.lid);
  const likeliest = candidates[0];
  // Without a resident behind the number the best candidate, if any is likely, may still show how the number came to be written.
  const isAnyLikely = candidates.reduce((sum, { probability }) => sum + probability, 0) >= LIKELY;
  const isTelling = hit.rid === null ? isAnyLikely : likeliest?.rid === owner;
  const relations = isTelling ? (likeliest?.relations ?? 0) : 0;
  return causeOf({
    relations,
    holder: wrong.holders.get(hit.lid) ?? 0,
    run: wrong.rowShifts.get(hit.lid)?.length ?? 0,
    cycle: wrong.swaps.get(hit.lid)?.length ?? 0,
    similar: owner != null && isSimilar(hit),
  });
}

/** A search by name or birth date would have brought up the linked resident beside the rightful one. */
function isSimilar({ codes }: Hit): boolean {
  if (!codes) return false;
  const level = (about: Aspect) => COMPARISONS[placeOf(about)]!.levels[codes[placeOf(about)]!]!;
  const isFound = (about: Aspect) => level(about).agrees || level(about).alike;
  return level('birth').kind === 'equal' && Boolean(isFound('family') || isFound('given'));
}
