import type { Engine } from '../engine/engine.js';
import { makeFrom, oneFrom } from '../engine/from-register.js';
import { HOLDERS } from '../tables/weighed.js';
import type { SourceModel } from './model.js';

/**
 * Makes `holders(src, rid)`: residents who have a record of a source that nobody doubts. Most people have one
 * card or account: who already holds one is less likely to be the owner of another.
 */
export async function makeHolders(engine: Engine): Promise<void> {
  await makeFrom(engine, HOLDERS, {
    reads: ['links', 'suspects', 'rivals'],
    sql: () => `
      SELECT DISTINCT src, rid FROM links
      WHERE rid IS NOT NULL AND lid NOT IN (SELECT lid FROM suspects)
        AND (rid IN (SELECT rid FROM rivals) OR rid IN (SELECT rid FROM suspects))`,
  });
}

/** How many residents have a record of a source, and how many of those a further one; one is added to each count. */
export async function holding(
  engine: Engine,
  src: number,
): Promise<Pick<SourceModel, 'coverage' | 'repeats'>> {
  const residents = await engine.value<number>('SELECT count(*) FROM residents');
  const { once, twice } = await oneFrom(
    engine,
    { once: 'big', twice: 'big' },
    {
      reads: ['links'],
      sql: () => `
        SELECT count(*) AS once, count(*) FILTER (WHERE n > 1) AS twice
        FROM (SELECT count(*) AS n FROM links WHERE src = ${src} AND rid IS NOT NULL GROUP BY rid) r`,
    },
  );
  return {
    coverage: Math.min((once + 1) / (residents + 2), MOST_COVERAGE),
    repeats: (twice + 1) / (once + 2),
  };
}

/** Where everybody has a record, having none would otherwise say too much. */
const MOST_COVERAGE = 0.9;

/** Bits that holding, or not holding, another record of the source adds for a resident. */
export function holdingWeight(holds: boolean, { coverage, repeats }: SourceModel): number {
  return holds
    ? Math.min(Math.log2(repeats / coverage), 0)
    : Math.max(Math.log2((1 - repeats) / (1 - coverage)), 0);
}

/**
 * Of the wrong links that are a member's of the household: how many of these have a record of their own, before anything was
 * learned. Who writes their account or number into a child's form may well have given their own, too.
 */
export const INITIAL_HOUSEHOLD_HOLDS = 0.1;

/** As `holdingWeight`, of somebody in the household of the linked resident. */
export function householdHoldingWeight(holds: boolean, source: SourceModel): number {
  const share = Math.max(source.householdHolds ?? INITIAL_HOUSEHOLD_HOLDS, source.repeats);
  return holdingWeight(holds, { ...source, repeats: share });
}
