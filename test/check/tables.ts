import { type CanonicalItem, TIES } from '../../src/audit/items.js';
import type { ColumnSpec, InputSpec, LinkSpec, PipelineFile } from '../../src/audit/pipeline-file.js';
import type { QualityIssue } from '../../src/audit/quality.js';
import { type CheckOptions, runChecks } from '../../src/check/index.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { ident, literal } from '../../src/engine/sql.js';

/** Item to its values, one per row; null is an empty field. */
export type Rows = Readonly<Partial<Record<CanonicalItem, readonly (string | null)[]>>>;

/** Puts rows into raw tables of a new database, runs every check and gives the issues of one. */
export async function issuesOf(
  check: string,
  inputs: Readonly<Record<string, Rows>>,
  options: Partial<CheckOptions> & { format?: string } = {},
): Promise<readonly QualityIssue[]> {
  const engine = await openDuckDb({ threads: 2 });
  try {
    for (const [id, rows] of Object.entries({ register: {}, ...inputs })) await makeTable(engine, id, rows);
    const { issues } = await runChecks(engine, pipelineOf(inputs, options.format ?? null), {
      asOf: '2023-06-22',
      ...options,
    });
    return issues.filter((issue) => issue.check === check);
  } finally {
    engine.close();
  }
}

/** The issues as `source item count/of severity`. */
export async function found(...args: Parameters<typeof issuesOf>): Promise<string[]> {
  const issues = await issuesOf(...args);
  return issues.map(
    ({ source, item, count, of, severity }) => `${source} ${item ?? '-'} ${count}/${of} ${severity}`,
  );
}

async function makeTable(engine: Engine, id: string, rows: Rows): Promise<void> {
  const items = Object.keys(rows);
  const columns = Object.values(rows);
  const table = ident(`raw_${id}`);
  const definition = items.map((item) => `, ${ident(item)} VARCHAR`);
  await engine.run(`CREATE TABLE ${table} (file UTINYINT, row INTEGER${definition.join('')})`);
  const count = columns[0]?.length ?? 0;
  if (count === 0) return;
  const values = Array.from(
    { length: count },
    (_, r) => `(0, ${r + 1}, ${columns.map((column) => literal(column?.[r] ?? null)).join(', ')})`,
  );
  await engine.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
}

function pipelineOf(inputs: Readonly<Record<string, Rows>>, format: string | null): PipelineFile {
  const specs = Object.entries({ register: {}, ...inputs }).map(([id, rows]) => inputOf(id, rows, format));
  const [register, ...links] = specs as [LinkSpec, ...LinkSpec[]];
  return {
    path: '/p.yaml',
    dir: '/',
    sha256: '',
    name: 'p',
    asOf: null,
    register,
    links,
    review: { threshold: 0.5, sampleClean: 300, reviewers: null },
    report: { language: 'ja', formats: ['html'], splitBy: 'organisation' },
    privacy: { keyFile: null },
    model: null,
    decisions: null,
    auditLog: null,
    onFinish: null,
    gazetteer: [],
  };
}

function inputOf(id: string, rows: Rows, format: string | null): LinkSpec {
  const columns: Partial<Record<CanonicalItem, ColumnSpec>> = {};
  for (const item of Object.keys(rows) as CanonicalItem[]) columns[item] = { from: [item], format };
  const input: InputSpec = {
    id,
    files: [],
    format: 'csv',
    encoding: 'utf-8',
    layout: null,
    columns,
    maxRejectShare: 0.01,
  };
  return {
    ...input,
    title: { ja: id, en: id },
    via: TIES.find((tie) => tie in rows) ?? 'my_number',
    onePerResident: false,
    onePerRecord: false,
    maxUnknownShare: 0.5,
  };
}
