import { makeTable, tableSql } from '../engine/append.js';
import { type Dialect, DUCKDB } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { GIVEN_BEARERS } from '../tables/compared.js';
import { COMPARISONS, codesWhere, placeOf } from './comparisons/index.js';

/** Records that have kana alone, and do not state sex or birth date: of these a name may tell. `l` is a row of `links`. */
export const isBare = (l: string) =>
  `${l}.nw IS NULL AND ${l}.kg IS NOT NULL AND (${l}.sex_code = 0 OR ${l}.dob IS NULL)`;

/** Decade of birth of a date of the form yyyymmdd. */
export const decadeOf = (dob: string, dialect: Dialect = DUCKDB) => dialect.quotient(dob, '100000');

/**
 * Makes `given_bearers`: how many residents of each sex and decade of birth bear a given name, by kana and by kanji, and
 * all names that end alike. Empty where no record lacks both: then nothing is asked of it.
 */
export async function makeGivenBearers(engine: Engine, { counted = true } = {}): Promise<void> {
  await makeTable(engine, GIVEN_BEARERS);
  const bare = await engine.value<number>(
    `SELECT count(*) FROM (SELECT 1 FROM links l WHERE ${isBare('l')} LIMIT 1)`,
  );
  if (!counted || bare === 0) return;
  const part = (kind: string, name: string, where: string) =>
    `SELECT '${kind}' AS kind, ${name} AS name, sex, decade, sum(n) AS n FROM ${tableSql(PEOPLE)} WHERE ${where} GROUP BY ALL`;
  const isKanji = "ng IS NOT NULL AND NOT regexp_matches(ng, '^[A-Z]')";
  await makeFrom(engine, PEOPLE, {
    reads: ['residents'],
    sql: (dialect) => `
      SELECT kg, ng, sex_code AS sex, ${decadeOf('dob', dialect)} AS decade, count(*) AS n FROM residents
      WHERE sex_code > 0 AND dob >= 10000000 GROUP BY kg, ng, sex_code, ${decadeOf('dob', dialect)}`,
  });
  await engine.run(`
    INSERT INTO given_bearers
    WITH parts AS (
      ${part('kana', 'kg', 'kg IS NOT NULL')}
      UNION ALL ${part('kana-end', 'right(kg, 2)', 'kg IS NOT NULL')}
      UNION ALL ${part('kanji', 'ng', isKanji)}
      UNION ALL ${part('kanji-end', 'right(ng, 1)', isKanji)}
      UNION ALL ${part('all', "''", 'true')}
    )
    SELECT kind, name, sex, decade, CAST(n AS INTEGER), CAST(sum(n) OVER (PARTITION BY kind, name) AS INTEGER) FROM parts
    ORDER BY kind, name, sex, decade;
    DROP TABLE ${tableSql(PEOPLE)}`);
}

const PEOPLE = {
  name: 'given_people',
  columns: { kg: 'text?', ng: 'text?', sex: 'tiny', decade: 'int', n: 'big' },
  scratch: true,
} as const;

const TUPLES = {
  name: 'given_tuples',
  columns: { lid: 'int', kg: 'text', sex: 'tiny', decade: 'int', no_sex: 'bool', no_birth: 'bool' },
  scratch: true,
} as const;
const UNLIKELY = 'unlikely';
/** Bearers from which on a kana is known, and the share of them below which it is a surprise of a sex and generation. */
const KNOWN_FROM = 5;
const SURPRISE = 0.005;
/** Of a rarer name its end tells the sex. */
const SURPRISE_BY_END = 0.02;
const HEARD_GIVEN = (() => {
  const given = COMPARISONS[placeOf('given')]!;
  return `${given.id} IN (${codesWhere(given, ({ heard }) => heard).join(', ')})`;
})();

/**
 * Makes the table `unlikely(lid)`: links that agree as far as they can, though next to nobody of the resident's sex and
 * generation bears the kana (ヨウコ on a boy of 2014 whose kanji could be read so). Returns its name. Reads `given_bearers`.
 */
export async function makeUnlikely(engine: Engine): Promise<string> {
  const bare = (more: string) => (dialect: Dialect) =>
    `
    SELECT l.lid, l.kg, r.sex_code AS sex, ${decadeOf('r.dob', dialect)} AS decade, l.sex_code = 0 AS no_sex, l.dob IS NULL AS no_birth
    FROM links l JOIN levels v ON v.lid = l.lid JOIN residents r ON r.rid = l.rid
    WHERE ${isBare('l')} AND v.${HEARD_GIVEN} AND r.kg IS NULL AND r.sex_code > 0 AND r.dob >= 10000000 AND ${more}`;
  const counted = await engine.value<number>('SELECT count(*) FROM given_bearers');
  const fits = '(NOT t.no_sex OR b.sex = t.sex) AND (NOT t.no_birth OR abs(b.decade - t.decade) <= 1)';
  await makeFrom(engine, TUPLES, {
    reads: ['links', 'levels', 'residents'],
    sql: bare(counted > 0 ? 'true' : 'false'),
  });
  const tuples = tableSql(TUPLES);
  await engine.run(`
    CREATE OR REPLACE TABLE ${UNLIKELY} AS
    WITH asked AS (SELECT DISTINCT kg, sex, decade, no_sex, no_birth FROM ${tuples}),
    by_name AS (
      SELECT t.*, coalesce(max(b.total), 0) AS total, coalesce(sum(b.n) FILTER (${fits}), 0) AS near
      FROM asked t LEFT JOIN given_bearers b ON b.kind = 'kana' AND b.name = t.kg GROUP BY ALL
    ),
    by_end AS (
      SELECT t.kg, t.sex, coalesce(sum(b.n) FILTER (b.sex = t.sex), 0) / max(b.total) AS share
      FROM (SELECT DISTINCT kg, sex FROM asked) t JOIN given_bearers b ON b.kind = 'kana-end' AND b.name = right(t.kg, 2) GROUP BY ALL
    )
    SELECT t.lid FROM ${tuples} t
    JOIN by_name n USING (kg, sex, decade, no_sex, no_birth) LEFT JOIN by_end e ON e.kg = t.kg AND e.sex = t.sex
    WHERE CASE WHEN n.total >= ${KNOWN_FROM} THEN n.near < ${SURPRISE} * n.total ELSE t.no_sex AND e.share < ${SURPRISE_BY_END} END;
    DROP TABLE ${tuples}`);
  return UNLIKELY;
}
