import type { InputInfo, OrganisationView } from '../audit/result.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows, readColumns, readRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { FINDINGS } from '../tables/found.js';
import { REJECTS } from '../tables/read-files.js';

/** The lines of findings.jsonl, worst first. */
export function findingLines(engine: Engine): AsyncIterable<string> {
  return lines(engine, 'SELECT json AS line FROM findings ORDER BY rank');
}

/** What `decide` and `evaluate` need of the blind sample, so that they work after `purge` too. */
export function sampleLines(engine: Engine): AsyncIterable<string> {
  return lines(
    engine,
    `SELECT to_json({finding_id: finding_id, fingerprint: fingerprint, kind: kind, source: source,
      record_id: record_id, resident_id: resident_id, probability: probability, candidates: []}) AS line
    FROM blind_sample ORDER BY rank`,
  );
}

/** What every case rests on, for `decide` to keep with the decision; bytes by which no value can be told. */
export function markLines(engine: Engine): AsyncIterable<string> {
  return lines(
    engine,
    `SELECT '{"finding_id":"' || finding_id || '",' || substr(marks, 2) AS line
    FROM (
      SELECT 0 AS part, rank, finding_id, marks FROM findings
      UNION ALL SELECT 1, rank, finding_id, marks FROM blind_sample
    ) ORDER BY part, rank`,
  );
}

/** Rows that could not be read, with place and reason. */
export async function* rejectLines(engine: Engine): AsyncIterable<string> {
  const query =
    'SELECT source, file, line, code, "column", text_ja, text_en FROM rejects ORDER BY source, file, line, code';
  const columns = pick(REJECTS, 'source', 'file', 'line', 'code', 'column', 'text_ja', 'text_en');
  for await (const rows of readRows(engine, columns, query)) {
    for (const { text_ja: ja, text_en: en, ...row } of rows)
      yield `${JSON.stringify({ ...row, text: { ja, en } })}\n`;
  }
}

/** Writes grades.parquet: a row per link with grade and probability; `sources` are the ids in pipeline order. */
export async function writeGrades(
  engine: Engine,
  path: string,
  sources: readonly string[],
  inputs: readonly InputInfo[],
): Promise<void> {
  const names = sources.flatMap((id, src) =>
    inputs
      .filter(({ source }) => source === id)
      .map((input, file) => `(${src}, ${file}, ${literal(id)}, ${literal(input.path)})`),
  );
  await engine.run(`
    COPY (
      SELECT f.source, f.path AS file, l."row", l.record_id, r.resident_id, v.grade, round(v.probability, 6) AS probability
      FROM verdicts v JOIN links l ON l.lid = v.lid
      JOIN (VALUES ${names.join(', ')}) AS f(src, file, source, path) ON f.src = l.src AND f.file = l.file
      LEFT JOIN residents r ON r.rid = v.rid
      ORDER BY v.lid
    ) TO ${literal(path)} (FORMAT parquet)`);
}

/** Ids of all findings, worst first. */
export async function findingIds(engine: Engine): Promise<string[]> {
  const ids: string[] = [];
  const query = 'SELECT finding_id FROM findings ORDER BY rank';
  for await (const { columns } of readColumns(engine, pick(FINDINGS, 'finding_id'), query))
    ids.push(...columns.finding_id);
  return ids;
}

/** Stands for links that carry no organisation, and for findings about the register. */
export const NO_ORGANISATION = '-';

/** Every organisation with a case, and how many findings it has. */
export async function organisationsOf(engine: Engine): Promise<OrganisationView[]> {
  const rows = await allRows(
    engine,
    { ...pick(FINDINGS, 'organisation'), n: 'int' },
    `SELECT organisation, CAST(sum(n) AS INTEGER) AS n
     FROM (SELECT organisation, 1 AS n FROM findings UNION ALL SELECT organisation, 0 FROM blind_sample)
     GROUP BY organisation ORDER BY organisation NULLS LAST`,
  );
  return rows.map(({ organisation, n }) => ({ organisation: organisation ?? NO_ORGANISATION, findings: n }));
}

async function* lines(engine: Engine, query: string): AsyncIterable<string> {
  for await (const { columns } of readColumns(engine, { line: 'text' }, query))
    yield `${columns.line.join('\n')}\n`;
}
