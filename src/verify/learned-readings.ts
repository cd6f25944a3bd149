import type { Engine } from '../engine/engine.js';
import { createReadings, type Readings } from '../normalize/reading.js';

/**
 * A pair of kanji and kana seen once may be a slip; seen twice it is a way to read the name. Names in Latin
 * letters are read in so many ways that a single pair is kept too.
 */
const LEAST_SEEN = 2;

/**
 * Readings of names, with those that the run's own register and sources attest: every pair of a kanji and a
 * kana part that stands together in at least two rows, with its count. Learned once per run.
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
  const query = `
    SELECT written, kana, CAST(sum(n) AS INTEGER) AS n FROM (${parts.join(' UNION ALL ')})
    GROUP BY written, kana HAVING sum(n) >= ${LEAST_SEEN} OR regexp_full_match(written, '[A-Z]+')
    ORDER BY written, kana`;
  const pairs: [string, string, number][] = [];
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) {
      pairs.push([columns[0]![i] as string, columns[1]![i] as string, columns[2]![i] as number]);
    }
  }
  return createReadings(pairs);
}
