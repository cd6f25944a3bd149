import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { createSql } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { oneRow } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { disposeOfFile } from '../files/dispose.js';
import { REJECTS, rawTable as rawRelation } from '../tables/read-files.js';
import { Failure } from '../text/failure.js';
import { joined, rawTable } from './delimited/csv-relation.js';
import { type InputFile, inputFiles } from './input-file.js';
import { noRecords } from './no-records.js';
import type { Reader, Reading } from './reader.js';
import { readerOf } from './readers/index.js';
import { REJECT_TEXTS } from './reject-texts.js';
import { openRejects, type Rejects, rejectedRowsPath } from './rejects.js';
import type { SheetUse } from './sheets/sheet-use.js';
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
  /** Of a workbook: sheets that were read, and others that hold rows. */
  readonly sheets?: SheetUse;
}

/** Rejected rows up to which `max_reject_share` does not stop a run: a handful in a small file is no pattern. */
const REJECT_FLOOR = 100;

/**
 * Reads every file of an input into the table `raw_<id>` in file order, and the rows that cannot be read into
 * `rejects`. Values are trimmed text, NULL when empty.
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
  disposeOfFile(rejectedRowsPath(workDir, file));
  let rejects: Rejects | null = null;
  const open = (header: Uint8Array) => {
    rejects ??= openRejects(engine, workDir, file, header);
    return rejects;
  };
  const read = (alwaysStage: boolean) => reader.read(file, spec, { workDir, rejects: open, alwaysStage });
  const reading = await loadReading(context, file, await read(false), () => read(true));
  const { reasons, condition } = await noRecords(engine, spec, file);
  if (reasons.size > 0) {
    await reader.divert(file, spec, reasons, { workDir, rejects: open });
    await engine.run(`delete from ${rawTable(spec.id)} where ${condition}`);
  }
  const rejected = reading.rejected + reasons.size;
  const { sha256, rows, sheets } = reading;
  const report = {
    path: file.path,
    sha256,
    bytes: file.bytes,
    rows,
    accepted: rows - rejected,
    rejected,
    ...(sheets ? { sheets } : {}),
  };
  return { report, rejects: (rejects as Rejects | null)?.byCode ?? new Map() };
}

/** Loads what was read; when the engine sees the original otherwise than the scanner did, once more, through a staged copy. */
async function loadReading(
  context: Context,
  file: InputFile,
  reading: Reading,
  again: (() => Promise<Reading>) | null,
): Promise<Reading> {
  const { engine, spec } = context;
  const isLast = again === null || reading.temporary !== null;
  try {
    if ((await load(engine, spec, file, reading)) === reading.rows - reading.rejected) return reading;
    if (isLast) throw new Failure('ingest-count', { values: { source: spec.id, path: file.path } });
  } catch (error) {
    if (isLast) throw error;
  } finally {
    if (reading.temporary) disposeOfFile(reading.temporary);
  }
  await engine.run(`delete from ${rawTable(spec.id)} where file = ${file.index}`);
  return loadReading(context, file, await again(), null);
}

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
  throw new Failure('too-many-rejects', {
    values: {
      source: spec.id,
      rows,
      rejected,
      share: percent(rejected / rows),
      limit: percent(spec.maxRejectShare),
      reasons: { ja: reasons('ja'), en: reasons('en') },
    },
  });
}
