import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { LINKS } from '../tables/people.js';
import { comparePairs } from '../verify/compare-pairs.js';
import type { Readings } from '../verify/reading/reading.js';
import { countPatterns, type Pattern } from './patterns.js';

/** Pairs drawn for each source: enough to see levels of one in a thousand. */
const PAIRS_PER_SOURCE = 20_000;

/**
 * Patterns of records against residents who have nothing to do with them, by source: what agreement by
 * chance looks like (u). Both sides are drawn by a hash of their keys, so every run draws the same pairs.
 */
export async function randomPatterns(engine: Engine, readings: Readings): Promise<Map<number, Pattern[]>> {
  const sources = await allRows(
    engine,
    { ...pick(LINKS, 'src'), n: 'big' },
    'SELECT src, count(*) AS n FROM links GROUP BY src ORDER BY src',
  );
  const residents = await engine.value<number>('SELECT count(*) FROM residents');
  // Without any link on a night there is nothing to draw.
  const drawn = sources.map(({ src, n }) => `(src = ${src} AND ${isDrawn('lid', 1, n)})`).concat('false');
  await engine.run(`
    CREATE OR REPLACE TABLE drawn_residents AS
    SELECT rid, row_number() OVER (ORDER BY ${hash('rid', 2)}, rid) - 1 AS k
    FROM residents WHERE ${isDrawn('rid', 2, residents)}`);
  const partners = await engine.value<number>('SELECT count(*) FROM drawn_residents');
  await engine.run(`
    CREATE OR REPLACE TABLE random_pairs AS
    SELECT a.lid, b.rid
    FROM (
      SELECT lid, rid, (row_number() OVER (PARTITION BY src ORDER BY ${hash('lid', 1)}, lid) - 1) % ${partners} AS k
      FROM links WHERE ${drawn.join(' OR ')}
    ) a JOIN drawn_residents b ON b.k = a.k
    WHERE a.rid IS DISTINCT FROM b.rid;
    DROP TABLE drawn_residents`);
  await comparePairs(engine, 'random_pairs', 'random_levels', readings);
  const patterns = await countPatterns(engine, 'random_levels');
  await engine.run('DROP TABLE random_pairs; DROP TABLE random_levels');
  return patterns;
}

function hash(key: string, salt: number): string {
  return `md5_number_lower(CAST(${key} AS VARCHAR) || '-${salt}')`;
}

/** About PAIRS_PER_SOURCE of `rows` rows, by a threshold on their hash. */
function isDrawn(key: string, salt: number, rows: number): string {
  if (rows <= PAIRS_PER_SOURCE) return 'true';
  const threshold = (2n ** 64n * BigInt(PAIRS_PER_SOURCE)) / BigInt(rows);
  return `${hash(key, salt)} < ${threshold}::UBIGINT`;
}
