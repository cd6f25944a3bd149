import { EARLIER, type Engine, SCRATCH } from '../engine/engine.js';
import { fromEarlier } from '../engine/from-earlier.js';
import { dropKept, keepFrom } from '../engine/from-register.js';
import type { Filled } from '../prepare/dictionary.js';
import { dropSame, knowsSame, SAME_LINKS, SAME_RESIDENTS } from '../prepare/unchanged-rows.js';
import { ASKING_LINKS } from '../tables/compared.js';
import { comparePairs } from './compare-pairs.js';
import { ADDRESS_CODES } from './comparisons/address.js';
import { LEVELS } from './level-tables.js';
import type { Readings } from './reading/reading.js';

/** The calls of the comparisons, and how many links kept their levels. */
export interface Compared {
  readonly filled: Readonly<Record<string, Filled>>;
  readonly unchanged: number;
}

const LINKED_PAIRS = { name: 'linked_pairs', columns: { lid: 'int', rid: 'int' } } as const;

/** Levels of links that are as they were, and whose resident is. */
const SAME_LEVELS = `${SCRATCH}.same_levels`;

/**
 * Compares every link with its resident and makes `levels`, and `asking_links` for the next night. A link that leads where it
 * led on the earlier night, from the same row to the same row, has the levels that it had.
 */
export async function compareLinks(engine: Engine, readings: Readings): Promise<Compared> {
  const unchanged = (await knowsSame(engine))
    ? ((await fromEarlier(engine, () => takeSame(engine))) ?? 0)
    : 0;
  const pairs = 'SELECT l.lid, l.rid FROM links l';
  if (unchanged > 0)
    await engine.run(`
      CREATE OR REPLACE TABLE linked_pairs AS
      ${pairs} ANTI JOIN ${SAME_LEVELS} s ON s.lid = l.lid WHERE l.rid IS NOT NULL`);
  else
    await keepFrom(engine, LINKED_PAIRS, { reads: ['links'], sql: () => `${pairs} WHERE l.rid IS NOT NULL` });
  const filled = await comparePairs(engine, 'linked_pairs', 'levels', readings, ASKING_LINKS);
  if (unchanged > 0) await engine.run(`INSERT INTO levels SELECT * EXCLUDE (was) FROM ${SAME_LEVELS}`);
  else await dropKept(engine, LINKED_PAIRS);
  await engine.run(`DROP TABLE IF EXISTS linked_pairs; DROP TABLE IF EXISTS ${SAME_LEVELS}`);
  await dropSame(engine);
  return { filled, unchanged };
}

/**
 * Makes `SAME_LEVELS`; gives how many there are. Without those that asked the readings of their run, which are other ones
 * tonight, or that stand at a place that had been renamed, as tonight's links have to say.
 */
async function takeSame(engine: Engine): Promise<number> {
  if (![LEVELS, ASKING_LINKS].every(({ name }) => engine.earlier?.has(name))) return 0;
  const found = await engine.run(`
    CREATE OR REPLACE TABLE ${SAME_LEVELS} AS
    SELECT l.lid, l.rid, v.* EXCLUDE (lid, rid), m.was
    FROM links l JOIN ${SAME_LINKS} m ON m.key = l.lid JOIN ${SAME_RESIDENTS} w ON w.key = l.rid
    JOIN ${EARLIER}.levels v ON v.lid = m.was AND v.rid = w.was`);
  // By themselves: as conditions of the join they meet a fault of the engine (DuckDB 1.5: no column "address") where tables are small.
  const left = await engine.run(`
    DELETE FROM ${SAME_LEVELS}
    WHERE address = ${ADDRESS_CODES.renamed} OR was IN (SELECT lid FROM ${EARLIER}.${ASKING_LINKS.name})`);
  return found - left;
}
