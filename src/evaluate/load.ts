import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MISSING } from '../audit/level.js';
import type { Engine } from '../engine/engine.js';
import { enginePath } from '../engine/engine-path.js';
import { literal } from '../engine/sql.js';
import { kindsThat } from '../findings/kinds/index.js';
import { Failure } from '../text/failure.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { Matching } from './evaluation.js';

const TRUTH_COLUMNS = ['source', 'record_id', 'resident_id', 'true_resident_id', 'wrong', 'cause', 'note'];
const FINDING = `{finding_id: 'VARCHAR', kind: 'VARCHAR', cause: 'VARCHAR', source: 'VARCHAR', record_id: 'VARCHAR',
  resident_id: 'VARCHAR', probability: 'DOUBLE', candidates: 'STRUCT(resident_id VARCHAR)[]',
  evidence: 'STRUCT(item VARCHAR, "level" VARCHAR)[]'}`;

/** Comparisons that tell more than a name does. */
const TELLING = COMPARISONS.flatMap(({ id, about }) =>
  about === 'family' || about === 'given' ? [] : [literal(id)],
).join(', ');

/** A truth file is CSV as RFC 4180 has it: a guess would miss a quoted comma that comes late. */
export const TRUTH_DIALECT = `all_varchar = true, header = true, delim = ',', quote = '"', escape = '"'`;

/**
 * Makes `found` (findings) and `judged`, one row per link that is both in truth.csv and graded: source,
 * record_id, resident_id (NULL for nobody), true_resident_id, wrong, shown, cause, note, grade, probability,
 * place (of its row in grades.parquet, from 0), found_cause, owners (at most three), told (the record tells more
 * than a kana name).
 */
export async function loadRun(engine: Engine, runDir: string, truthPath: string): Promise<Matching> {
  const grades = join(runDir, 'grades.parquet');
  const findings = join(runDir, 'findings.jsonl');
  for (const path of [grades, findings, truthPath]) requireFile(path);
  const load = engine.run(`
    CREATE TABLE truth AS SELECT row_number() OVER () AS n, * FROM read_csv(${enginePath(truthPath)}, hive_partitioning = false, ${TRUTH_DIALECT});
    CREATE TABLE graded AS SELECT source, record_id, nullif(resident_id, '') AS resident_id, grade, probability,
      file_row_number AS place, row_number() OVER (ORDER BY source, file, "row") AS n
      FROM read_parquet(${enginePath(grades)}, hive_partitioning = false, file_row_number = true);
    CREATE TABLE found AS SELECT row_number() OVER () AS n, * FROM read_json(${enginePath(findings)}, hive_partitioning = false, format = 'newline_delimited',
      columns = ${FINDING}, maximum_object_size = 67108864)`);
  await load.catch((cause: unknown) => {
    throw new Failure('evaluate-unreadable', { values: { path: truthPath }, cause });
  });
  await requireColumns(engine, truthPath);
  await engine.run(judgedSql());
  const [matching] = await engine.rows<Matching>(`SELECT (SELECT count(*) FROM truth) AS truth,
    (SELECT count(*) FROM graded) AS graded, (SELECT count(*) FROM judged) AS matched`);
  return matching!;
}

/** Throws a Failure with exit code 2 where there is no such file. */
export function requireFile(path: string): void {
  if (existsSync(path)) return;
  throw new Failure('evaluate-missing-file', { values: { path } });
}

async function requireColumns(engine: Engine, truthPath: string): Promise<void> {
  const present = (
    await engine.rows<{ name: string }>(`SELECT column_name AS name FROM (DESCRIBE truth)`)
  ).map(({ name }) => name);
  const missing = TRUTH_COLUMNS.filter((column) => !present.includes(column));
  if (missing.length === 0) return;
  throw new Failure('evaluate-truth-columns', { values: { path: truthPath, columns: missing.join(', ') } });
}

// One record can stand on several links, and twice on one resident: the n-th of a key on either side belong together.
function judgedSql(): string {
  const turn = (order: string) =>
    `row_number() OVER (PARTITION BY source, record_id, coalesce(resident_id, '') ORDER BY ${order}) AS turn`;
  const kinds = [...kindsThat(({ asksWhoseRecord }) => asksWhoseRecord)].map(literal).join(', ');
  return `
    CREATE TABLE judged AS
    WITH t AS (SELECT *, ${turn('n')} FROM truth), g AS (SELECT *, ${turn('n')} FROM graded), f AS (
      SELECT source, record_id, coalesce(resident_id, '') AS resident_id, first(cause ORDER BY n) AS cause,
        first(list_transform(candidates[1:3], lambda c: c.resident_id) ORDER BY n) AS owners,
        first(list_count(list_filter(evidence, lambda e: list_contains([${TELLING}], e.item)
          AND e."level" <> ${literal(MISSING)})) > 0 ORDER BY n) AS told
      FROM found WHERE kind IN (${kinds}) GROUP BY ALL
    )
    SELECT t.n, t.source, t.record_id, t.resident_id, t.true_resident_id, t.wrong = '1' AS wrong,
      coalesce(t.note, '') NOT LIKE '%kana-only%' AS shown, t.cause, t.note, g.grade, g.probability, g.place,
      f.cause AS found_cause, coalesce(f.owners, []) AS owners, coalesce(f.told, true) AS told
    FROM t JOIN g ON g.source = t.source AND g.record_id = t.record_id
      AND coalesce(g.resident_id, '') = coalesce(t.resident_id, '') AND g.turn = t.turn
    LEFT JOIN f ON f.source = t.source AND f.record_id = t.record_id AND f.resident_id = coalesce(t.resident_id, '')
    ORDER BY t.n`;
}
