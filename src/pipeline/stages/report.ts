import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CheckResult } from '../../check/index.js';
import { MARKS_FILE, readStore } from '../../decide/index.js';
import type { Engine } from '../../engine/engine.js';
import { literal } from '../../engine/sql.js';
import type { IngestReport } from '../../ingest/index.js';
import { writeReports } from '../../report/index.js';
import type { AuditResult, ClusterView } from '../../report/result.js';
import { makeCaseTables } from '../../result/case-tables.js';
import { casesOf } from '../../result/cases.js';
import { modelFigures } from '../../result/model-figures.js';
import { withRelinked } from '../../result/relinked.js';
import { reviewOf } from '../../result/review.js';
import { summarise } from '../../result/summarise.js';
import { type Model, modelView } from '../../score/model.js';
import { modelChange } from '../../score/model-change.js';
import { modelJson } from '../../score/model-file.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { decisionsPath } from '../decisions-path.js';
import { inputsOf } from '../inputs.js';
import { runDigest } from '../manifest.js';
import { compareNights, earlierNights, earlierRuns } from '../nights.js';
import { QUALITY_FILE } from '../quality-file.js';
import { VERSION } from '../version.js';
import { writeWhole } from '../write-file.js';

/** Writes every output file from the tables and results of the stages before. */
export async function report(context: RunContext): Promise<StageOutcome> {
  const { engine, pipeline, outDir } = context;
  const reports = resultOf<IngestReport[]>(context, 'ingest');
  const model = resultOf<Model>(context, 'score');
  const quality = resultOf<CheckResult>(context, 'check');
  const inputs = inputsOf(reports);
  const digest = await runDigest(pipeline, context.asOf, inputs);
  const nights = await earlierRuns(outDir, pipeline.name, digest);
  const earlier = await earlierNights(nights);
  const ids = await findingIds(engine);
  const clusters = resultOf<ClusterView[]>(context, 'findings');
  const summary = {
    ...(await summarise(engine, pipeline, reports, clusters, compareNights(ids, earlier))),
    model_change: modelChange(model, await previousModel(nights)),
  };

  await writeWhole(join(outDir, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  await writeWhole(join(outDir, 'model.json'), modelJson(model));
  await writeWhole(join(outDir, 'findings.jsonl'), lines(engine, 'SELECT json FROM findings ORDER BY place'));
  await writeWhole(join(outDir, QUALITY_FILE), `${JSON.stringify(quality, null, 2)}\n`);
  await writeWhole(join(outDir, 'blind-sample.jsonl'), lines(engine, SAMPLE_KEYS));
  await writeWhole(join(outDir, MARKS_FILE), lines(engine, CASE_MARKS));
  await writeWhole(join(outDir, 'rejects.jsonl'), rejects(engine));
  await writeGrades(context, reports);

  const sources = pipeline.links.map(({ id }) => id);
  const decisions = await withRelinked(engine, sources, await readStore(decisionsPath(pipeline)));
  await makeCaseTables(engine);
  const result: AuditResult = {
    run: {
      runId: context.runId,
      pipeline: pipeline.name,
      version: VERSION,
      asOf: context.asOf,
      language: context.language,
      ...(pipeline.model === null ? {} : { frozenModel: basename(pipeline.model) }),
      inputs,
    },
    summary,
    quality: quality.issues,
    profile: quality.profile,
    model: { ...modelView(model), ...(await modelFigures(engine, decisions)) },
    organisations: await organisations(engine),
    ...(decisions.kept.length > 0 ? { review: await reviewOf(engine, decisions) } : {}),
    cases: (organisation) =>
      casesOf(engine, organisation === NO_ORGANISATION ? null : organisation, {
        files: new Map(reports.map(({ source, files }) => [source, files.map(({ path }) => path)])),
        status: (id) => (earlier.last.has(id) ? 'continuing' : earlier.before.has(id) ? 'recurring' : 'new'),
        decisions,
      }),
  };
  await writeReports(result, outDir, pipeline.report.formats);
  return { rowsIn: ids.length, rowsOut: ids.length };
}

/** model.json of the run before; empty where there is none. */
async function previousModel([last]: readonly string[]): Promise<string> {
  return last === undefined ? '' : readFile(join(last, 'model.json'), 'utf8').catch(() => '');
}

/** What `decide` and `evaluate` need of the blind sample, so that they work after `purge` too. */
const SAMPLE_KEYS = `
  SELECT to_json({finding_id: finding_id, fingerprint: fingerprint, kind: kind, source: source,
    record_id: json_extract_string(json, '$.record_id'), resident_id: json_extract_string(json, '$.resident_id'),
    probability: CAST(json_extract(json, '$.probability') AS DOUBLE), candidates: []}) AS line
  FROM blind_sample ORDER BY place`;

/** What every case rests on, for `decide` to keep with the decision; bytes by which no value can be told. */
const CASE_MARKS = `
  SELECT '{"finding_id":"' || finding_id || '",' || substr(marks, 2) AS line
  FROM (SELECT 0 AS part, place, finding_id, marks FROM findings UNION ALL SELECT 1, place, finding_id, marks FROM blind_sample)
  ORDER BY part, place`;

/** Stands for links that carry no organisation, and for findings about the register. */
const NO_ORGANISATION = '-';

async function findingIds(engine: Engine): Promise<string[]> {
  const ids: string[] = [];
  for await (const { columns } of engine.batches('SELECT finding_id FROM findings ORDER BY place')) {
    ids.push(...(columns[0] as string[]));
  }
  return ids;
}

async function organisations(engine: Engine) {
  const rows = await engine.rows<{ organisation: string | null; n: number }>(
    `SELECT organisation, CAST(sum(n) AS INTEGER) AS n
     FROM (SELECT organisation, 1 AS n FROM findings UNION ALL SELECT organisation, 0 FROM blind_sample)
     GROUP BY organisation ORDER BY organisation NULLS LAST`,
  );
  return rows.map(({ organisation, n }) => ({ organisation: organisation ?? NO_ORGANISATION, findings: n }));
}

async function* lines(engine: Engine, query: string): AsyncIterable<string> {
  for await (const { columns } of engine.batches(query)) {
    yield `${(columns[0] as string[]).join('\n')}\n`;
  }
}

async function* rejects(engine: Engine): AsyncIterable<string> {
  const query =
    'SELECT source, file, line, code, "column", text_ja, text_en FROM rejects ORDER BY source, file, line, code';
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) {
      const [source, file, line, code, column, ja, en] = columns.map((cells) => cells[i]);
      const text = { source, file, line: Number(line), code, column, text: { ja, en } };
      yield `${JSON.stringify(text)}\n`;
    }
  }
}

async function writeGrades(
  { engine, pipeline, outDir }: RunContext,
  reports: readonly IngestReport[],
): Promise<void> {
  const names = pipeline.links.flatMap(({ id }, src) =>
    reports
      .find(({ source }) => source === id)!
      .files.map(({ path }, file) => `(${src}, ${file}, ${literal(id)}, ${literal(path)})`),
  );
  await engine.run(`
    COPY (
      SELECT f.source, f.path AS file, l."row", l.record_id, r.resident_id, v.grade, round(v.probability, 6) AS probability
      FROM verdicts v JOIN links l ON l.lid = v.lid
      JOIN (VALUES ${names.join(', ')}) AS f(src, file, source, path) ON f.src = l.src AND f.file = l.file
      LEFT JOIN residents r ON r.rid = v.rid
      ORDER BY v.lid
    ) TO ${literal(join(outDir, 'grades.parquet'))} (FORMAT parquet)`);
}
