import type { Cause } from '../audit/cause.js';
import birthDate from '../verify/compare-date.js';
import { levelCode } from '../verify/comparisons.js';
import { NAME_AGREEMENT_CODES, nameCode } from '../verify/name-levels.js';
import type { Candidate } from './candidates.js';
import { causeOf } from './causes/index.js';
import type { Hit } from './hits.js';
import type { WrongLinks } from './wrong-links.js';

/** The cause of a wrong link, from its candidates (likeliest first) and from how it hangs together with others. */
export function causeOfLink(hit: Hit, candidates: readonly Candidate[], wrong: WrongLinks): Cause {
  const owner = wrong.owners.get(hit.lid);
  const likeliest = candidates[0];
  // Without a resident behind the number the best candidate may still show how the number came to be written.
  const relations = hit.rid === null || likeliest?.rid === owner ? (likeliest?.relations ?? 0) : 0;
  return causeOf({
    relations,
    holder: wrong.holders.get(hit.lid) ?? 0,
    run: wrong.runs.get(hit.lid)?.length ?? 0,
    cycle: wrong.cycles.get(hit.lid)?.length ?? 0,
    similar: owner != null && isSimilar(hit),
  });
}

const SIMILAR_NAMES = new Set([...NAME_AGREEMENT_CODES, nameCode('kana_only'), nameCode('kanji_only')]);
const SAME_DATE = levelCode(birthDate, 'exact');

/** A search by name or birth date would have brought up the linked resident beside the rightful one. */
function isSimilar({ codes }: Hit): boolean {
  if (!codes) return false;
  const [family, given, date] = codes;
  return date === SAME_DATE && (SIMILAR_NAMES.has(family!) || SIMILAR_NAMES.has(given!));
}
