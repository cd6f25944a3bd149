import { basename, join } from 'node:path';
import type { OrganisationNames } from '../../audit/organisation-name.js';
import type { PipelineFile } from '../../audit/pipeline-file.js';
import type { AuditResult, InputInfo } from '../../audit/result.js';
import type { OrganisationSummary, Summary } from '../../audit/summary.js';
import type { CheckResult } from '../../check/index.js';
import { MARKS_FILE, readStore } from '../../decide/index.js';
import { readOrganisationNames } from '../../decide/organisation-names.js';
import { LIMITS, readRegular } from '../../files/regular-file.js';
import { writeWhole } from '../../files/write-whole.js';
import { statusText } from '../../normalize/status-codes.js';
import { writeBundles } from '../../report/bundles.js';
import { writeReports } from '../../report/index.js';
import { PUBLIC_SUMMARY, publicSummaryJson } from '../../report/public-summary.js';
import { makeCaseTables } from '../../result/case-tables.js';
import { caseReader } from '../../result/cases.js';
import { incidentsIn } from '../../result/incidents.js';
import { modelFigures } from '../../result/model-figures.js';
import { municipalityNames } from '../../result/municipality-names.js';
import { originalsOf } from '../../result/originals.js';
import { redactClusters } from '../../result/redact.js';
import { withRelinked } from '../../result/relinked.js';
import { reviewOf } from '../../result/review.js';
import {
  findingIds,
  findingLines,
  markLines,
  NO_ORGANISATION,
  organisationsOf,
  rejectLines,
  sampleLines,
  writeGrades,
} from '../../result/run-files.js';
import { secretsOf } from '../../result/secrets.js';
import { serviceOf } from '../../result/services.js';
import { summarise } from '../../result/summarise.js';
import { timelineIn } from '../../result/timeline.js';
import { uncheckedIn } from '../../result/unchecked.js';
import { absurdIssues } from '../../score/absurd-weights.js';
import { type Model, modelView } from '../../score/model.js';
import { modelChange } from '../../score/model-change.js';
import { modelJson } from '../../score/model-file.js';
import { unreliableFiles } from '../../score/unreliable-file.js';
import { type RunContext, resultOf, type StageOutcome } from '../context.js';
import { inputsOf } from '../manifest.js';
import {
  compareNights,
  type EarlierNights,
  type EarlierRun,
  earlierNights,
  earlierRunsOf,
  statusOf,
  trailOf,
} from '../nights.js';
import { QUALITY_FILE } from '../quality-file.js';
import { together } from '../together.js';
import { VERSION } from '../version.js';

/** Writes every output file from the tables and results of the stages before. */
export async function report(context: RunContext): Promise<StageOutcome<'report'>> {
  const { engine, pipeline } = context;
  const reports = resultOf(context, 'ingest');
  const model = resultOf(context, 'score');
  const checked = resultOf(context, 'check');
  const quality = {
    ...checked,
    issues: [
      ...unreliableFiles(model),
      ...absurdIssues(model),
      ...resultOf(context, 'verify'),
      ...checked.issues,
    ],
  };
  const inputs = inputsOf(reports);
  const nights = await earlierRunsOf(context);
  const earlier = await earlierNights(nights);
  const ids = await findingIds(engine);
  const clusters = resultOf(context, 'findings');
  const counted = await summarise(engine, pipeline, reports, clusters, compareNights(ids, earlier));
  const names = await namesOf(pipeline, counted);
  const summary = {
    ...counted,
    organisations: counted.organisations.map((row) => withName(row, names)),
    model_change: modelChange(model, await previousModel(nights)),
  };

  // What machines read is written while the thread of the pages is at work: this one waits for it half of the time.
  await together(
    writeFiles(context, { summary, model, quality, inputs }),
    writePages(context, { summary, model, quality, inputs, names, nights, earlier, findings: ids.length }),
  );
  return { rowsIn: ids.length, rowsOut: ids.length, result: undefined };
}

/** What reports tell, but for the cases and what is asked of their tables. */
interface Told extends Pick<AuditResult, 'summary'> {
  readonly model: Model;
  readonly quality: CheckResult;
  readonly inputs: readonly InputInfo[];
}

/** The files that people read, and what is handed to others. */
async function writePages(
  context: RunContext,
  {
    summary,
    model,
    quality,
    inputs,
    names,
    nights,
    earlier,
    findings,
  }: Told & {
    readonly names: OrganisationNames;
    readonly nights: readonly EarlierRun[];
    readonly earlier: EarlierNights | null;
    readonly findings: number;
  },
): Promise<void> {
  const { engine, pipeline, outDir } = context;
  await makeCaseTables(engine);
  const reports = resultOf(context, 'ingest');
  const sources = pipeline.links.map(({ id }) => id);
  const decisions = await withRelinked(engine, sources, await readStore(context.decisionsFile));
  const files = new Map(reports.map(({ source, files }) => [source, files.map(({ path }) => path)] as const));
  const secrets = await secretsOf(engine);
  const specOf = (source: string) => pipeline.links.find(({ id }) => id === source);
  const originals = new Map(pipeline.links.map((spec) => [spec.id, originalsOf(spec)]));
  const services = new Map(pipeline.links.map((spec) => [spec.id, serviceOf(spec)]));
  const told = {
    files,
    tie: (source: string) => specOf(source)?.via ?? 'my_number',
    statusTexts: (source: string) => ({
      record: statusText(specOf(source)?.columns.status?.codes),
      resident: statusText(pipeline.register.columns.status?.codes),
    }),
    sources,
    titleOf: (src: number) => pipeline.links[src]!.title,
    asOf: context.asOf,
    secrets,
  };
  const cases = await caseReader(engine, {
    ...told,
    status: (id) => statusOf(id, earlier),
    service: (source) => services.get(source) ?? null,
    originals: (source) => originals.get(source) ?? null,
    decisions,
  });
  const result: AuditResult = {
    run: {
      runId: context.runId,
      pipeline: pipeline.name,
      version: VERSION,
      asOf: context.asOf,
      language: context.language,
      ...(pipeline.model === null ? {} : { frozenModel: basename(pipeline.model) }),
      ...(pipeline.privacy.disclosure === 'minimum' ? { disclosure: 'minimum' as const } : {}),
      inputs,
    },
    summary: { ...summary, clusters: redactClusters(summary.clusters, secrets) },
    quality: quality.issues,
    profile: quality.profile,
    model: { ...modelView(model), ...(await modelFigures(engine, decisions, sources)) },
    organisations: await organisationsOf(engine),
    organisationNames: names,
    incidents: await incidentsIn(engine),
    timeline: await timelineIn(engine, sources, summary.clusters, secrets),
    unchecked: await uncheckedIn(engine, told),
    trail: await trailOf(nights, { runId: context.runId, asOf: context.asOf, findings }),
    ...(decisions.kept.length > 0 ? { review: await reviewOf(engine, decisions) } : {}),
    cases: (organisation) => cases(organisation === NO_ORGANISATION ? null : organisation),
  };
  await writeWhole(join(outDir, PUBLIC_SUMMARY), publicSummaryJson(result));
  await writeReports(result, outDir, pipeline.report.formats, context);
  await writeBundles(result, pipeline.privacy.recipients ?? {}, outDir);
}

/** Names of organisations: those that the office has given, else those of municipalities and prefectures. */
async function namesOf(pipeline: PipelineFile, { organisations }: Summary): Promise<OrganisationNames> {
  const file = pipeline.report.organisations;
  const given = file === undefined ? [] : await readOrganisationNames(pipeline.dir, file);
  return new Map([...(await municipalityNames(pipeline, organisations)), ...given]);
}

function withName(row: OrganisationSummary, names: OrganisationNames): OrganisationSummary {
  const name = names.get(row.organisation);
  const { organisation, ...rest } = row;
  return name === undefined ? row : { organisation, name, ...rest };
}

/** The files that machines read. */
async function writeFiles(
  { engine, outDir, pipeline }: RunContext,
  { summary, model, quality, inputs }: Told,
): Promise<void> {
  const to = (name: string) => join(outDir, name);
  await writeWhole(to('summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  await writeWhole(to('model.json'), modelJson(model));
  await writeWhole(to('findings.jsonl'), findingLines(engine));
  await writeWhole(to(QUALITY_FILE), `${JSON.stringify(quality, null, 2)}\n`);
  await writeWhole(to('blind-sample.jsonl'), sampleLines(engine));
  await writeWhole(to(MARKS_FILE), markLines(engine));
  await writeWhole(to('rejects.jsonl'), rejectLines(engine));
  const sources = pipeline.links.map(({ id }) => id);
  await writeGrades(engine, to('grades.parquet'), sources, inputs);
}

/** model.json of the run before; empty where there is none. */
async function previousModel([last]: readonly EarlierRun[]): Promise<string> {
  if (last === undefined) return '';
  const bytes = await readRegular(join(last.dir, 'model.json'), LIMITS.model).catch(() => '');
  return bytes.toString();
}
