import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { type CellValue, streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import { Failure } from '../../text/failure.js';
import { blocks } from '../byte-source.js';
import { trimWide } from '../header.js';
import type { InputFile } from '../input-file.js';
import { hashFile } from '../input-file.js';
import { requireColumns } from '../preflight/require-columns.js';
import type { ReadContext, Reader } from '../reader.js';
import { quarantinePath } from '../rejects.js';
import { openStaging } from '../staging.js';
import type { RejectCode } from '../visit.js';

const SAMPLE_ROWS = 2000;
/** Rows among which the header is looked for: titles and notes stand above it. */
const HEADER_WITHIN = 50;

/** Excel sheets: the header is the first row with every column asked for, whatever stands above it. */
const xlsx: Reader = {
  id: 'xlsx',
  title: { ja: 'Excel（xlsx）', en: 'Excel (xlsx)' },
  sample: async (file, spec) => {
    const rows: string[][] = [];
    const damaged: Record<string, number> = {};
    let columns: readonly string[] = [];
    for await (const { names, values, code } of sheetRows(file, spec, SAMPLE_ROWS)) {
      columns = names;
      if (code) damaged[code] = (damaged[code] ?? 0) + 1;
      else if (values) rows.push(names.map((_, index) => cellText(values[index])));
    }
    return { columns, rows, damaged };
  },
  read: async (file, spec, context) => {
    const names = mappedColumns(spec);
    const staging = openStaging(context.workDir, file, 0x2c);
    const rejects = context.rejects(Buffer.alloc(0));
    const refused: CellValue[][] = [];
    let rows = 0;
    let header: readonly string[] = [];
    for await (const row of sheetRows(file, spec)) {
      header = row.names;
      if (!row.values) {
        requireColumns(file, spec, header);
        continue;
      }
      rows += 1;
      if (row.code) {
        rejects.add({ line: row.line, offset: 0, code: row.code, column: row.column }, Buffer.alloc(0));
        refused.push(row.values);
        continue;
      }
      staging.beginRow(rows);
      for (const name of names) staging.text(cellText(row.values[row.names.indexOf(name)]));
      staging.endRow();
    }
    const staged = staging.finish(names);
    await rejects.close();
    if (refused.length > 0) await writeQuarantine(context, file, header, refused);
    return {
      sha256: await hashFile(file),
      rows,
      rejected: rejects.count,
      ...staged,
    };
  },
  divert: async (file, spec, why, context) => {
    const rejects = context.rejects(Buffer.alloc(0));
    const refused: CellValue[][] = [];
    let rows = 0;
    let header: readonly string[] = [];
    for await (const row of sheetRows(file, spec)) {
      header = row.names;
      if (!row.values) continue;
      rows += 1;
      const reason = why.get(rows);
      if (reason) rejects.add({ line: row.line, offset: 0, ...reason }, Buffer.alloc(0));
      // The quarantine sheet is written anew, with what reading had put there.
      if (reason || row.code) refused.push(row.values);
    }
    await rejects.close();
    await writeQuarantine(context, file, header, refused);
  },
};

export default xlsx;

interface SheetRow {
  readonly names: readonly string[];
  /** Null for the header itself. */
  readonly values: CellValue[] | null;
  readonly line: number;
  readonly code: RejectCode | null;
  readonly column: string | null;
}

async function* sheetRows(file: InputFile, spec: InputSpec, limit = Infinity): AsyncGenerator<SheetRow> {
  const wanted = mappedColumns(spec);
  const skip = spec.reading?.skipRows ?? null;
  const above: { index: number; values: CellValue[] }[] = [];
  let names: readonly string[] | null = null;
  let count = 0;
  for await (const row of rawRows(file, spec)) {
    if (names === null) {
      above.push(row);
      if (above.length > 2 * HEADER_WITHIN) break;
      names = headerAmong(above, wanted, skip, spec.reading?.header ?? true);
      if (names === null) continue;
      yield { names, values: null, line: row.index + 1, code: null, column: null };
      if (spec.reading?.header !== false) continue;
    }
    if (row.values.every((value) => value === null || value === '')) continue;
    yield { names, line: row.index + 1, ...judged(names, wanted, row.values) };
    count += 1;
    if (count >= limit) return;
  }
  if (names === null) {
    const first = above.find(({ values }) => values.length > 1) ?? above[0];
    yield {
      names: first?.values.map(cellText).map(trimWide) ?? [],
      values: null,
      line: 1,
      code: null,
      column: null,
    };
  }
}

/** Column names once the newest row turns out to be the header; null as long as it does not. */
function headerAmong(
  rows: readonly { index: number; values: CellValue[] }[],
  wanted: readonly string[],
  skip: number | null,
  hasHeader: boolean,
): readonly string[] | null {
  const { index, values } = rows.at(-1)!;
  if (!hasHeader) return index >= (skip ?? 0) ? values.map((_, column) => String(column + 1)) : null;
  const names = values.map((value) => trimWide(cellText(value)));
  if (skip !== null) return index >= skip ? names : null;
  return index < HEADER_WITHIN && wanted.every((name) => names.includes(name)) ? names : null;
}

function judged(names: readonly string[], wanted: readonly string[], values: CellValue[]) {
  for (const name of wanted) {
    const text = cellText(values[names.indexOf(name)]);
    if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text)) {
      return { values, code: 'cell-error' as const, column: name };
    }
  }
  return { values, code: null, column: null };
}

/** Rows of a sheet as they stand, empty ones left out; `index` counts from 0. */
export async function* rawRows(
  file: InputFile,
  spec: InputSpec,
): AsyncGenerator<{ index: number; values: CellValue[] }> {
  const stream = Readable.toWeb(Readable.from(blocks(file), { objectMode: false }));
  try {
    yield* streamXlsxRows(stream as ReadableStream<Uint8Array>, { sheet: spec.reading?.sheet ?? 0 });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const values = { source: file.source, path: file.path, sheet: spec.reading?.sheet ?? '1' };
    throw new Failure('input-broken', BROKEN, { exitCode: 2, values, cause });
  }
}

const BROKEN = {
  ja: '{source}: {path} のシート「{sheet}」を xlsx として読めません（シートがないか、ファイルが壊れています）。',
  en: '{source}: cannot read the sheet "{sheet}" of {path} as xlsx: there is no such sheet, or the file is broken.',
};

/** A cell's value as text: dates in ISO form, numbers as they are, without exponent where they are whole. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, '');
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString();
  return String(value);
}

async function writeQuarantine(
  { workDir }: Pick<ReadContext, 'workDir'>,
  file: InputFile,
  header: readonly string[],
  rows: readonly CellValue[][],
): Promise<void> {
  const path = quarantinePath(workDir, file);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const sheet = await writeXlsx({
    sheets: [{ name: file.source.slice(0, 31), rows: [[...header], ...rows] }],
  });
  writeFileSync(path, sheet, { mode: 0o600 });
}
