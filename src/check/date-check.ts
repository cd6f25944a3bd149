import type { CanonicalItem } from '../audit/items.js';
import type { Engine } from '../engine/engine.js';
import type { PartialDate } from '../normalize/date/wareki.js';
import { type CheckContext, itemsOf, type Observation } from './check.js';
import { countWhere } from './dates.js';

/** The `run` of a check that looks at one date at a time. */
export function dateCheck(
  items: readonly CanonicalItem[],
  test: (date: PartialDate | null, asOf: number) => boolean,
  severity?: (counts: Pick<Observation, 'count' | 'of'>) => Observation['severity'],
): (engine: Engine, context: CheckContext) => Promise<readonly Observation[]> {
  return async (_, context) => {
    const observations: Observation[] = [];
    for (const input of context.inputs) {
      for (const item of itemsOf(input, items)) {
        const dates = await context.dates(input, item);
        const count = countWhere(dates, (date) => test(date, context.asOf));
        const of = countWhere(dates, () => true);
        const own = severity?.({ count, of });
        observations.push({ source: input.id, item, count, of, ...(own ? { severity: own } : {}) });
      }
    }
    return observations;
  };
}
