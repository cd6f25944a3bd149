import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { rowsFrom } from '../engine/from-register.js';
import { literal } from '../engine/sql.js';
import { createReadings, type Readings } from './reading/reading.js';

/**
 * A pair of kanji and kana seen once may be a slip, and in a large register a slip is made twice: a way to read
 * the name is seen twice at least, and in one of a thousand rows that bear it.
 */
const LEAST_SEEN = 2;
const LEAST_SHARE = 0.001;

/**
 * Names in Latin letters are read in so many ways that a single pair is kept. But the kana beside one is often
 * that of an alias, another with each bearer: only what a tenth of the bearers write reads the name.
 */
const LEAST_LATIN_SHARE = 0.1;

/**
 * Readings of names, with those that the run's own register and sources attest: the pairs of a kanji (or Latin)
 * and a kana part that stand together often enough, with their counts. Learned once per run.
 */
export function learnedReadings(engine: Engine): Promise<Readings> {
  const known = learned.get(engine);
  if (known) return known;
  const readings = learn(engine);
  learned.set(engine, readings);
  return readings;
}

const learned = new WeakMap<Engine, Promise<Readings>>();

async function learn(engine: Engine): Promise<Readings> {
  const parts = ['residents', 'links'].flatMap((table) =>
    [
      ['nf', 'kf'],
      ['ng', 'kg'],
    ].map(
      ([written, kana]) => `
      SELECT ${written} AS written, ${kana} AS kana, count(*) AS n FROM ${table}
      WHERE ${written} IS NOT NULL AND ${kana} IS NOT NULL GROUP BY ${written}, ${kana}`,
    ),
  );
  const query = (dialect: Dialect) => `
    SELECT written, kana, CAST(n AS INTEGER) AS n FROM (
      SELECT written, kana, sum(n) AS n, sum(sum(n)) OVER (PARTITION BY written) AS bearers
      FROM (${parts.join(' UNION ALL ')}) p GROUP BY written, kana
    ) c
    WHERE CASE WHEN ${dialect.fullMatch('written', '[A-Z]+')} THEN n >= ${literal(LEAST_LATIN_SHARE)} * bearers
      ELSE n >= ${LEAST_SEEN} AND n >= ${literal(LEAST_SHARE)} * bearers END`;
  const pairs: [string, string, number][] = [];
  const columns = { written: 'text', kana: 'text', n: 'int' } as const;
  const asked = { reads: ['residents', 'links'], sql: query };
  for await (const rows of rowsFrom(engine, columns, asked, 'written, kana')) {
    for (const { written, kana, n } of rows) pairs.push([written, kana, n]);
  }
  return createReadings(pairs);
}
