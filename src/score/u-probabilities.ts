import type { Level } from '../audit/level.js';
import type { Engine } from '../engine/engine.js';
import { COMPARISONS, speaksFor } from '../verify/comparisons/index.js';
import { normalised } from './level-chances.js';
import { compared, levelCounts, type Pattern } from './patterns.js';

/** Chances that two random residents share each item, counted over the register, by comparison. */
export type Collisions = Readonly<Record<string, number>>;

/** First guess of how often a stranger reaches a level of agreement. */
const LEAST_GUESS = 0.001;

/**
 * u from random pairs with a little of the first estimate mixed in. A level of agreement is never rarer by chance
 * than its share of the links times the chance that two residents have that name, date or address: a sample
 * of some thousand pairs cannot show such a rate, the register's own counts can.
 */
export function uProbabilities(
  random: readonly Pattern[],
  links: readonly Pattern[],
  collisions: Collisions,
): readonly (readonly number[])[] {
  const counts = levelCounts(random);
  const observed = levelCounts(links);
  return COMPARISONS.map(({ id, levels }, c) => {
    const [pairs, comparedLinks] = [compared(counts[c]!), compared(observed[c]!)];
    const rates = levels.map((level, code) => {
      const rate = (counts[c]![code]! + (level.guess ?? LEAST_GUESS)) / (pairs + 1);
      // A level is unseen where few records could show it: what is believed of m must be believed of u as well.
      const unseen = ((level.odds ?? 0) * PRIOR_LINKS * level.m) / (PRIOR_LINKS + comparedLinks);
      if (!speaksFor(level)) return rate;
      const share = (observed[c]![code]! + level.m) / (comparedLinks + 1);
      const counted = share * Math.max(collisions[id]!, level.u ?? 0);
      return level.counted && counted > 0 ? counted : Math.max(rate, counted, unseen);
    });
    return normalised(pooled(rates, levels, observed[c]!));
  });
}

/** Links' worth of belief in the first estimates, as of m (`em.ts`). */
const PRIOR_LINKS = 400;

/**
 * Kana that agree and kanji that can be read so say the same of identity on average: what one name says more than another
 * is weighed name by name (`frequencies.ts`). So both levels have one ratio of m to u, however many residents have furigana.
 */
function pooled(
  rates: readonly number[],
  levels: readonly Level[],
  observed: readonly number[],
): readonly number[] {
  const heard = levels.flatMap((level, code) => (level.heard ? [code] : []));
  const sumOf = (value: (code: number) => number) => heard.reduce((sum, code) => sum + value(code), 0);
  const seen = (code: number) => observed[code]! + PRIOR_LINKS * levels[code]!.m;
  const [chance, links] = [sumOf((code) => rates[code]!), sumOf(seen)];
  return rates.map((rate, code) => (levels[code]!.heard ? (chance * seen(code)) / links : rate));
}

/** Chance that two residents share an item: sum of squared shares over the register. */
export async function countCollisions(engine: Engine): Promise<Collisions> {
  const chances: Record<string, number> = {};
  for (const { id, collision } of COMPARISONS) {
    chances[id] = await engine.value<number>(`
      SELECT coalesce(sum(n * n) / (sum(n) * sum(n)), 1.0)
      FROM (SELECT CAST(count(*) AS DOUBLE) AS n FROM residents WHERE ${collision.where} GROUP BY ${collision.value})`);
  }
  return chances;
}
