import { pick } from '../engine/columns.js';
import { type Engine, SCRATCH } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import type { Filled } from '../prepare/dictionary.js';
import { LINKS } from '../tables/people.js';
import { comparePairs } from '../verify/compare-pairs.js';
import type { Readings } from '../verify/reading/reading.js';
import { countPatterns, type Pattern } from './patterns.js';

/** Pairs drawn for each source: enough to see levels of one in a thousand. */
const PAIRS_PER_SOURCE = 20_000;

/** Residents drawn to meet them: so many that few are met twice by the records of one source. */
const RESIDENTS = 5 * PAIRS_PER_SOURCE;

export interface RandomPatterns {
  /** By source. */
  readonly patterns: Map<number, Pattern[]>;
  /** Pairs of texts that were compared for them, by kind. */
  readonly filled: Readonly<Record<string, Filled>>;
}

/**
 * Patterns of records against residents who have nothing to do with them, by source: what agreement by
 * chance looks like (u).
 */
export async function randomPatterns(engine: Engine, readings: Readings): Promise<RandomPatterns> {
  await drawRandomPairs(engine);
  const filled = await comparePairs(engine, 'random_pairs', 'random_levels', readings);
  const patterns = await countPatterns(engine, 'random_levels');
  await engine.run('DROP TABLE random_pairs; DROP TABLE random_levels');
  return { patterns, filled };
}

/**
 * Makes `random_pairs` (lid, rid). Both sides are drawn by a hash of their keys, and a record meets the resident whose hash comes
 * next, the last one the first: a row more or less, or another order of the file, leaves all other pairs as they were. So
 * the model is steady from night to night, and the night after knows most of the pairs.
 */
export async function drawRandomPairs(engine: Engine): Promise<void> {
  const sources = await allRows(
    engine,
    { ...pick(LINKS, 'src'), n: 'big' },
    'SELECT src, count(*) AS n FROM links GROUP BY src ORDER BY src',
  );
  const residents = await engine.value<number>('SELECT count(*) FROM residents');
  // Without any link on a night there is nothing to draw.
  const drawn = sources
    .map(({ src, n }) => `(src = ${src} AND ${isDrawn(PAIRS_PER_SOURCE, n)})`)
    .concat('false');
  const record = "src || ' ' || record_id";
  await engine.run(`
    CREATE OR REPLACE TABLE ${DRAWN} AS
    SELECT ${hash('resident_id', 'meets')} AS place, min(rid) AS rid
    FROM (SELECT rid, resident_id, ${hash('resident_id', 'drawn')} AS h FROM residents)
    WHERE ${isDrawn(RESIDENTS, residents)} GROUP BY place;
    CREATE OR REPLACE TABLE random_pairs AS
    SELECT a.lid, coalesce(b.rid, first.rid) AS rid
    FROM (
      SELECT lid, rid, ${hash(record, 'meets')} AS place
      FROM (SELECT lid, rid, src, record_id, ${hash(record, 'drawn')} AS h FROM links)
      WHERE ${drawn.join(' OR ')}
    ) a ASOF LEFT JOIN ${DRAWN} b ON a.place <= b.place
    CROSS JOIN (SELECT arg_min(rid, place) AS rid FROM ${DRAWN}) first
    WHERE coalesce(b.rid, first.rid) IS DISTINCT FROM a.rid AND first.rid IS NOT NULL;
    DROP TABLE ${DRAWN}`);
}

const DRAWN = `${SCRATCH}.drawn_residents`;

function hash(key: string, salt: string): string {
  return `md5_number_lower(${key} || '-${salt}')`;
}

/** About `wanted` of `rows` rows, by a threshold on their hash `h`. */
function isDrawn(wanted: number, rows: number): string {
  if (rows <= wanted) return 'true';
  const threshold = (2n ** 64n * BigInt(wanted)) / BigInt(rows);
  return `h < ${threshold}::UBIGINT`;
}
