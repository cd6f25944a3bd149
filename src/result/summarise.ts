import type { PipelineFile } from '../audit/pipeline-file.js';
import type {
  ClusterView,
  NightOverNight,
  OrganisationSummary,
  SourceSummary,
  Summary,
} from '../audit/summary.js';
import { pick, type Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import type { IngestReport } from '../ingest/index.js';
import { FINDINGS } from '../tables/found.js';
import { LINKS } from '../tables/people.js';
import { VERDICTS } from '../tables/weighed.js';
import { Failure } from '../text/failure.js';

const GRADES = {
  ...pick(VERDICTS, 'src'),
  ...pick(LINKS, 'organisation'),
  ...pick(VERDICTS, 'grade'),
  n: 'big',
} as const;
type GradeRow = Row<typeof GRADES>;

const COUNTS = { ...pick(FINDINGS, 'source', 'organisation', 'kind', 'cause'), n: 'big' } as const;
type FindingRow = Row<typeof COUNTS>;

/** Counts for summary.json. Throws when rows do not add up: a run that lost a row must not look clean. */
export async function summarise(
  engine: Engine,
  pipeline: PipelineFile,
  reports: readonly IngestReport[],
  clusters: readonly ClusterView[],
  nights: NightOverNight,
): Promise<Summary> {
  const grades = await allRows(
    engine,
    GRADES,
    `
    SELECT v.src, l.organisation, v.grade, count(*) AS n FROM verdicts v JOIN links l ON l.lid = v.lid
    GROUP BY ALL ORDER BY ALL`,
  );
  const findings = await allRows(
    engine,
    COUNTS,
    `
    SELECT source, organisation, kind, cause, count(*) AS n FROM findings GROUP BY ALL ORDER BY ALL`,
  );
  const sources: Record<string, SourceSummary> = {};
  for (const [src, { id, title }] of pipeline.links.entries()) {
    const own = findings.filter(({ source }) => source === id);
    sources[id] = {
      title,
      ...rowsOf(reports, id),
      ...gradeCounts(grades.filter((row) => row.src === src)),
      findings: tally(own, 'kind'),
      causes: tally(own, 'cause'),
    };
    mustAddUp(id, sources[id]);
  }
  const duplicates = tally(
    findings.filter(({ source }) => source === 'register'),
    'kind',
  );
  return {
    sources,
    register: { ...rowsOf(reports, 'register'), findings: duplicates },
    organisations: organisations(pipeline, grades, findings),
    clusters,
    previous_run: nights,
  };
}

function rowsOf(reports: readonly IngestReport[], id: string) {
  const files = reports.find(({ source }) => source === id)!.files;
  const sum = (pick: 'rows' | 'accepted' | 'rejected') =>
    files.reduce((total, file) => total + file[pick], 0);
  return { rows: sum('rows'), accepted: sum('accepted'), rejected: sum('rejected') };
}

function gradeCounts(rows: readonly GradeRow[]) {
  const count = (grade: string) => rows.reduce((sum, row) => (row.grade === grade ? sum + row.n : sum), 0);
  return { A: count('A'), B: count('B'), C: count('C'), U: count('U') };
}

function tally(rows: readonly FindingRow[], key: 'kind' | 'cause'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const id = row[key];
    if (id !== null) counts[id] = (counts[id] ?? 0) + row.n;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function organisations(
  pipeline: PipelineFile,
  grades: readonly GradeRow[],
  findings: readonly FindingRow[],
): OrganisationSummary[] {
  return pipeline.links.flatMap(({ id }, src) => {
    const rows = grades.filter((row) => row.src === src);
    const names = [...new Set(rows.map((row) => row.organisation))];
    return names.map((organisation) => {
      const own = findings.filter((row) => row.source === id && row.organisation === organisation);
      const counts = gradeCounts(rows.filter((row) => row.organisation === organisation));
      return {
        organisation: organisation ?? '-',
        source: id,
        accepted: counts.A + counts.B + counts.C + counts.U,
        ...counts,
        findings: own.reduce((sum, row) => sum + row.n, 0),
        causes: tally(own, 'cause'),
      };
    });
  });
}

function mustAddUp(source: string, { rows, accepted, rejected, A, B, C, U }: SourceSummary): void {
  if (rows === accepted + rejected && accepted === A + B + C + U) return;
  throw new Failure('rows-do-not-add-up', {
    values: { source, rows, accepted, rejected, graded: A + B + C + U },
  });
}
