import { rmSync } from 'node:fs';
import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec, LinkSpec } from '../audit/pipeline-file.js';
import { createSql } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { oneRow, readRows } from '../engine/read.js';
import { ident, literal } from '../engine/sql.js';
import { REJECTS, rawTable as rawRelation } from '../tables/read-files.js';
import { Failure } from '../text/failure.js';
import { joined, rawTable } from './delimited/csv-relation.js';
import { type InputFile, inputFiles } from './input-file.js';
import type { Reader, Reading } from './reader.js';
import { readerOf } from './readers/index.js';
import { REJECT_TEXTS } from './reject-texts.js';
import { openRejects, quarantinePath, type Rejects } from './rejects.js';
import type { RejectCode } from './visit.js';

interface IngestOptions {
  /** Folder of the pipeline file. */
  readonly dir: string;
  readonly workDir: string;
}

export interface IngestReport {
  readonly source: string;
  readonly files: readonly FileReport[];
}

/** `rows = accepted + rejected`, always. `path` is as given, relative to the pipeline file. */
interface FileReport {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** Rejected rows up to which `max_reject_share` does not stop a run: a handful in a small file is no pattern. */
const REJECT_FLOOR = 100;

/**
 * Reads every file of an input into the table `raw_<id>` in file order, and the rows that cannot be read into
 * `rejects` and quarantine. Values are trimmed text, NULL when empty.
 *
 * @throws {Failure} `too-many-rejects` (exit code 1) beyond the input's limit; exit code 2 as in `inputFiles`.
 */
export async function ingestInput(
  engine: Engine,
  spec: InputSpec,
  { dir, workDir }: IngestOptions,
): Promise<IngestReport> {
  const files = await inputFiles(spec, dir);
  const items = Object.keys(spec.columns) as CanonicalItem[];
  // Reading an input again replaces all that came of it before.
  await engine.run(`${createSql(REJECTS, 'if missing')};
    delete from rejects where source = ${literal(spec.id)};
    ${createSql(rawRelation(spec.id, items))}`);
  const results: FileReport[] = [];
  const byCode = new Map<RejectCode, number>();
  const context = { engine, spec, workDir, reader: readerOf(spec.format) };
  for (const file of files) {
    const { report, rejects } = await ingestFile(context, file);
    results.push(report);
    for (const [code, count] of rejects) byCode.set(code, (byCode.get(code) ?? 0) + count);
  }
  checkLimit(spec, results, byCode);
  return { source: spec.id, files: results };
}

interface Context {
  readonly engine: Engine;
  readonly spec: InputSpec;
  readonly workDir: string;
  readonly reader: Reader;
}

type Counts = ReadonlyMap<RejectCode, number>;

async function ingestFile(
  context: Context,
  file: InputFile,
): Promise<{ report: FileReport; rejects: Counts }> {
  const { engine, spec, workDir, reader } = context;
  rmSync(quarantinePath(workDir, file), { force: true });
  let rejects: Rejects | null = null;
  const open = (header: Uint8Array) => {
    rejects ??= openRejects(engine, workDir, file, header);
    return rejects;
  };
  const read = (alwaysStage: boolean) => reader.read(file, spec, { workDir, rejects: open, alwaysStage });
  const reading = await loadReading(context, file, await read(false), () => read(true));
  const missing = await incompleteRows(context, file);
  if (missing.size > 0) {
    await reader.divert(file, spec, missing, { workDir, rejects: open });
    await dropIncomplete(context, file);
  }
  const rejected = reading.rejected + missing.size;
  const { sha256, rows } = reading;
  const report = { path: file.path, sha256, bytes: file.bytes, rows, accepted: rows - rejected, rejected };
  return { report, rejects: (rejects as Rejects | null)?.byCode ?? new Map() };
}

/** Loads what was read; when the engine sees the original otherwise than the scanner did, through a staged copy. */
async function loadReading(
  { engine, spec }: Context,
  file: InputFile,
  reading: Reading,
  again: () => Promise<Reading>,
): Promise<Reading> {
  const expected = reading.rows - reading.rejected;
  try {
    if ((await load(engine, spec, file, reading)) === expected) return reading;
    if (reading.temporary)
      throw new Failure('ingest-count', COUNT, { values: { source: spec.id, path: file.path } });
  } catch (error) {
    if (reading.temporary) throw error;
  } finally {
    if (reading.temporary) rmSync(reading.temporary, { force: true });
  }
  await engine.run(`delete from ${rawTable(spec.id)} where file = ${file.index}`);
  return loadReading({ engine, spec } as Context, file, await again(), again);
}

const COUNT = {
  ja: '{source}: {path} を読んだ行数が合いません。プログラムの不具合です。',
  en: '{source}: the rows read from {path} do not add up. This is a defect of the program.',
};

async function load(engine: Engine, spec: InputSpec, file: InputFile, reading: Reading): Promise<number> {
  const table = rawTable(spec.id);
  const items = Object.entries(spec.columns).map(([item, column]) =>
    joined(item, column.from.map(reading.column)),
  );
  await engine.run(
    `insert into ${table} select ${[file.index, reading.row ?? 0, ...items].join(', ')} from ${reading.from}`,
  );
  const { rows, first } = await oneRow(
    engine,
    { rows: 'big', first: 'big?' },
    `select count(*) as rows, min(rowid) as first from ${table} where file = ${file.index}`,
  );
  // Numbering rows while reading would make the read single-threaded; afterwards it costs next to nothing.
  if (reading.row === null && first !== null) {
    await engine.run(`update ${table} set "row" = rowid - ${first} + 1 where file = ${file.index}`);
  }
  return rows;
}

function requiredItems(spec: InputSpec): readonly CanonicalItem[] {
  return 'via' in spec ? ['record_id', (spec as LinkSpec).via] : ['resident_id'];
}

/** Rows of a file that lack a required item, with the column they lack: millions share their reasons. */
async function incompleteRows({ engine, spec }: Context, file: InputFile) {
  const required = requiredItems(spec);
  const reasons = required.map((item) => ({
    code: 'required-item-missing' as const,
    column: spec.columns[item]!.from.join(', '),
  }));
  const places = required.map((item, place) => `when ${ident(item)} is null then ${place}`);
  const query = `
    select "row", place from (
      select "row", case ${places.join(' ')} end as place from ${rawTable(spec.id)} where file = ${file.index}
    ) where place is not null`;
  const missing = new Map<number, (typeof reasons)[number]>();
  for await (const rows of readRows(engine, { row: 'int', place: 'int' }, query)) {
    for (const { row, place } of rows) missing.set(row, reasons[place]!);
  }
  return missing;
}

async function dropIncomplete({ engine, spec }: Context, file: InputFile): Promise<void> {
  const missing = requiredItems(spec).map((item) => `${ident(item)} is null`);
  await engine.run(
    `delete from ${rawTable(spec.id)} where file = ${file.index} and (${missing.join(' or ')})`,
  );
}

function checkLimit(spec: InputSpec, files: readonly FileReport[], byCode: Counts): void {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const rejected = files.reduce((sum, file) => sum + file.rejected, 0);
  if (rejected <= REJECT_FLOOR || rejected <= rows * spec.maxRejectShare) return;
  const reasons = (language: 'ja' | 'en') =>
    [...byCode]
      .toSorted((a, b) => b[1] - a[1])
      .map(([code, count]) => `${code} ${count} (${REJECT_TEXTS[code][language]})`)
      .join('\n  ');
  const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;
  throw new Failure(
    'too-many-rejects',
    {
      ja: TOO_MANY.ja.replace('{reasons}', reasons('ja')),
      en: TOO_MANY.en.replace('{reasons}', reasons('en')),
    },
    {
      exitCode: 1,
      values: {
        source: spec.id,
        rows,
        rejected,
        share: percent(rejected / rows),
        limit: percent(spec.maxRejectShare),
      },
    },
  );
}

const TOO_MANY = {
  ja: '{source}: {rows} 行のうち {rejected} 行（{share}）が読めません。上限は {limit} です（max_reject_share）。理由:\n  {reasons}',
  en: '{source}: {rejected} of {rows} rows ({share}) cannot be read; the limit is {limit} (max_reject_share). Reasons:\n  {reasons}',
};
