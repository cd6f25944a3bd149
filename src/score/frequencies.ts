import { each } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { frequencyTable } from '../tables/weighed.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import { BROUGHT } from '../verify/level-tables.js';

/** Comparisons in which it counts how common the value is. */
const COUNTED = COMPARISONS.flatMap(({ id, frequency }) => (frequency ? [{ id, ...frequency }] : []));

/** The columns that `commonness` gives. */
export function commonnessColumns(column: 'share' | 'relative') {
  return each(
    'double?',
    COUNTED.map(({ id }) => `${id}_${column}`),
  );
}

/**
 * Makes `frequency_kf|kg|nf|ng(name, share, relative)`: the share of residents with a family or given name, by
 * kana and by kanji key, and that share relative to the chance that two residents agree on such a name. The
 * latter adjusts u where a name was seen to agree (term frequency; Winkler 1989). Where they are not `counted` the
 * tables stay empty, and every name counts as average.
 */
export async function makeFrequencies(engine: Engine, { counted = true } = {}): Promise<void> {
  const query = (key: string) => `
    SELECT name, n / total AS share, n / total / (squares / total / total) AS relative
    FROM (
      SELECT name, n, CAST(sum(n) OVER () AS DOUBLE) AS total, CAST(sum(n * n) OVER () AS DOUBLE) AS squares
      FROM (SELECT ${key} AS name, count(*) AS n FROM residents WHERE ${counted} AND ${key} IS NOT NULL GROUP BY ${key}) c
    ) t`;
  for (const key of BROUGHT.names)
    await makeFrom(engine, frequencyTable(key), { reads: ['residents'], sql: () => query(key) });
}

/** Joins that look up how common the names of the resident with alias `r` are, and what of them the record `lid` has by sound alone. */
export function frequencyJoins(lid: string): string {
  const named = BROUGHT.names.map(
    (key) => `LEFT JOIN ${frequencyTable(key).name} f${key} ON f${key}.name = r.${key}`,
  );
  const heard = COUNTED.flatMap(({ id, written, kana }) =>
    (
      [
        [kana, 'kana'],
        [written, 'written'],
      ] as const
    ).map(
      ([key, column]) =>
        `LEFT JOIN ${frequencyTable(key).name} h${key} ON h${key}.name = heard.${id}_${column}`,
    ),
  );
  return [...named, `LEFT JOIN heard ON heard.lid = ${lid} AND heard.rid = r.rid`, ...heard].join('\n  ');
}

/**
 * Columns `<comparison>_<column>` of every comparison that counts it (`family_share`): how common the resident's name
 * is, by writing where both `record` and `resident` (aliases) have it, else by kana.
 */
export function commonness(column: 'share' | 'relative', record: string, resident: string): string {
  const part = (written: string, kana: string) => `
    CASE WHEN ${record}.${written} IS NOT NULL AND ${resident}.${written} IS NOT NULL
      THEN coalesce(f${written}.${column}, f${kana}.${column}) ELSE coalesce(f${kana}.${column}, f${written}.${column}) END`;
  const value = ({ id, written, kana }: (typeof COUNTED)[number]) =>
    column === 'share'
      ? part(written, kana)
      : `CASE WHEN heard.${id}_chance IS NOT NULL THEN ${heardAs(id, written, kana)} ELSE ${part(written, kana)} END`;
  return COUNTED.map((counted) => `${value(counted)} AS ${counted.id}_${column}`).join(', ');
}

/**
 * P(kana) / P(kana | kanji), relative to the chance that two residents have the same kana: how much less a reading says than
 * furigana that agrees. A kana is at least as common as the bearers of these kanji who read them so.
 */
function heardAs(id: string, written: string, kana: string): string {
  const average = [kana, written].map(
    (key) => `(SELECT max(share / relative) FROM ${frequencyTable(key).name})`,
  );
  return `greatest(h${kana}.share, h${written}.share * heard.${id}_chance) / heard.${id}_chance / coalesce(${average.join(', ')})`;
}

/** What the columns of `commonness` hold, in the order of COMPARISONS; null where a comparison does not count it. */
export function commonnessOf(cells: readonly (number | null)[]): readonly (number | null)[] {
  return COMPARISONS.map(({ id }) => cells[COUNTED.findIndex((counted) => counted.id === id)] ?? null);
}

/** The same by comparison, of those that count it. */
export function commonnessById(
  row: Readonly<Record<string, unknown>>,
  column: 'share' | 'relative',
): Readonly<Record<string, number | null>> {
  return Object.fromEntries(COUNTED.map(({ id }) => [id, row[`${id}_${column}`] as number | null]));
}
