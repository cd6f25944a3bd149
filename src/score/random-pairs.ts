import { tableSql } from '../engine/append.js';
import { pick } from '../engine/columns.js';
import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
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
  const drawn = (dialect: Dialect) =>
    sources
      .map(({ src, n }) => `(src = ${src} AND ${isDrawn(dialect, RECORD, PAIRS_PER_SOURCE, n)})`)
      .concat('false')
      .join(' OR ');
  await makeFrom(engine, DRAWN_RESIDENTS, {
    reads: ['residents'],
    sql: (dialect) => `
      SELECT place, min(rid) AS rid FROM (
        SELECT rid, ${dialect.hashPlace(salted('resident_id', 'meets'))} AS place FROM residents
        WHERE ${isDrawn(dialect, 'resident_id', RESIDENTS, residents)}
      ) r GROUP BY place`,
  });
  await makeFrom(engine, DRAWN_LINKS, {
    reads: ['links'],
    sql: (dialect) => `
      SELECT lid, rid, ${dialect.hashPlace(salted(RECORD, 'meets'))} AS place FROM links
      WHERE ${drawn(dialect)}`,
  });
  await engine.run(`
    CREATE OR REPLACE TABLE random_pairs AS
    SELECT a.lid, coalesce(b.rid, first.rid) AS rid
    FROM ${tableSql(DRAWN_LINKS)} a ASOF LEFT JOIN ${DRAWN} b ON a.place <= b.place
    CROSS JOIN (SELECT arg_min(rid, place) AS rid FROM ${DRAWN}) first
    WHERE coalesce(b.rid, first.rid) IS DISTINCT FROM a.rid AND first.rid IS NOT NULL;
    DROP TABLE ${DRAWN}; DROP TABLE ${tableSql(DRAWN_LINKS)}`);
}

const DRAWN_RESIDENTS = {
  name: 'drawn_residents',
  columns: { place: 'big', rid: 'int' },
  scratch: true,
} as const;
const DRAWN = tableSql(DRAWN_RESIDENTS);
const DRAWN_LINKS = {
  name: 'drawn_links',
  columns: { lid: 'int', rid: 'int?', place: 'big' },
  scratch: true,
} as const;

/** SQL of what a record is drawn by. */
const RECORD = "CAST(src AS VARCHAR) || ' ' || record_id";

function salted(key: string, salt: string): string {
  return `${key} || '-${salt}'`;
}

/** About `wanted` of `rows` rows, by a hash of their key. */
function isDrawn(dialect: Dialect, key: string, wanted: number, rows: number): string {
  if (rows <= wanted) return 'true';
  return dialect.hashBelow(salted(key, 'drawn'), (2n ** 64n * BigInt(wanted)) / BigInt(rows));
}
