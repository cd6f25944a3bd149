import type { Engine } from '../engine/engine.js';

/**
 * Makes `frequency_kf|kg|nf|ng(name, share, relative)`: the share of residents with a family or given name, by
 * kana and by kanji key, and that share relative to the chance that two residents agree on such a name. The
 * latter adjusts u where a name was seen to agree (term frequency; Winkler 1989). Where they are not `counted` the
 * tables stay empty, and every name counts as average.
 */
export async function makeFrequencies(engine: Engine, { counted = true } = {}): Promise<void> {
  const table = (name: string, key: string) => `
    CREATE OR REPLACE TABLE frequency_${name} AS
    SELECT name, n / total AS share, n / total / (squares / total / total) AS relative
    FROM (
      SELECT name, n, CAST(sum(n) OVER () AS DOUBLE) AS total, CAST(sum(n * n) OVER () AS DOUBLE) AS squares
      FROM (SELECT ${key} AS name, count(*) AS n FROM residents WHERE ${counted} AND ${key} IS NOT NULL GROUP BY ${key})
    );`;
  await engine.run(['kf', 'kg', 'nf', 'ng'].map((key) => table(key, key)).join('\n'));
}

/** Joins that look up how common the names of the resident with alias `r` are. */
export const FREQUENCY_JOINS = ['kf', 'kg', 'nf', 'ng']
  .map((key) => `LEFT JOIN frequency_${key} f${key} ON f${key}.name = r.${key}`)
  .join('\n  ');

/**
 * Columns `family_<column>` and `given_<column>`: how common a resident's names are, by writing where both
 * `record` and `resident` (aliases) have it, else by kana.
 */
export function commonness(column: 'share' | 'relative', record: string, resident: string): string {
  const part = (written: string, kana: string) => `
    CASE WHEN ${record}.${written} IS NOT NULL AND ${resident}.${written} IS NOT NULL
      THEN coalesce(f${written}.${column}, f${kana}.${column}) ELSE coalesce(f${kana}.${column}, f${written}.${column}) END`;
  return `${part('nf', 'kf')} AS family_${column}, ${part('ng', 'kg')} AS given_${column}`;
}
