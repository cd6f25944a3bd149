import { Failure } from '../text/failure.js';
import { type Agreement, FEWEST } from './agreement.js';
import type { Aspect } from './comparison.js';
import { COMPARISONS } from './comparisons/index.js';

/** What tells one person of a home from another. */
const OF_ONE: ReadonlySet<Aspect> = new Set(['given', 'birth']);
/** Links are right nearly always: where half of them seem wrong, the keys are. */
const MOSTLY = 0.5;

/**
 * Sees that the keys of sources that are tied by them (宛名番号) are those of the register. A number of another kind (of households, of another
 * system, of rows) leads to residents as well, since both count from one on and no check digit tells; only to others.
 *
 * @throws {Failure} `key-agrees-nowhere` (exit code 2) where most records agree with their residents neither in given name nor in birth date.
 */
export function mustBeKeys(agreement: readonly Agreement[], tiedByKey: ReadonlySet<string>): void {
  for (const source of tiedByKey) {
    const shares = agreement
      .filter((each) => each.source === source && each.compared >= FEWEST)
      .filter(({ comparison }) => OF_ONE.has(COMPARISONS[comparison]!.about))
      .toSorted((a, b) => b.agrees / b.compared - a.agrees / a.compared);
    const [best] = shares;
    if (best === undefined || best.agrees >= best.compared * MOSTLY) continue;
    const { ja, en } = COMPARISONS[best.comparison]!.title;
    throw new Failure('key-agrees-nowhere', {
      values: { source, compared: best.compared, agrees: best.agrees, title: { ja, en: en.toLowerCase() } },
    });
  }
}
