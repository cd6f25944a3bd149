import { open } from 'node:fs/promises';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { openDuckDb } from '../../engine/duckdb.js';
import { enginePath } from '../../engine/engine-path.js';
import { blocks } from '../byte-source.js';
import { isUtf16 } from '../encodings/index.js';
import type { InputFile } from '../input-file.js';
import { readerOf } from '../readers/index.js';

/** Rows of a file without reading it whole. */
export interface RowEstimate {
  /** Null where the beginning tells nothing of the whole. */
  readonly rows: number | null;
  /** Bytes once decompressed, as far as they are known. */
  readonly bytes: number;
}

/**
 * Estimates a file's rows from its size and the length of the records in its first block. A file of one block is
 * counted; Parquet says itself; a sheet is only counted when a sample reaches its end.
 */
export async function estimateRows(file: InputFile, spec: InputSpec): Promise<RowEstimate> {
  if (spec.format === 'parquet')
    return { rows: file.gzip ? null : await parquetRows(file), bytes: file.bytes };
  if (spec.format === 'xlsx' || spec.format === 'ods')
    return { rows: await sheetRows(file, spec), bytes: file.bytes };
  const { head, bytes } = await beginning(file);
  if (bytes === null) return { rows: null, bytes: file.bytes };
  const whole = bytes === head.length;
  const records =
    spec.format === 'fixed' ? fixedRecords(head, spec, whole) : lines(head, spec.encoding, whole);
  const above = (spec.reading?.skipRows ?? 0) + (hasHeader(spec) ? 1 : 0);
  const all = head.length === 0 ? 0 : (records * bytes) / head.length;
  return { rows: Math.max(0, Math.round(all) - above), bytes };
}

/** The first block, and the size of the whole once decompressed; null where a gzip file does not tell. */
async function beginning(file: InputFile): Promise<{ head: Buffer; bytes: number | null }> {
  const parts: Buffer[] = [];
  let whole = true;
  for await (const block of blocks(file)) {
    if (parts.length > 0) {
      whole = false;
      break;
    }
    parts.push(block);
  }
  const head = parts[0] ?? Buffer.alloc(0);
  if (whole) return { head, bytes: head.length };
  return { head, bytes: file.gzip ? await unpackedSize(file) : file.bytes };
}

/** A gzip file ends with the size of its last part modulo 4 GB: less than the packed size says nothing. */
export async function unpackedSize(file: InputFile): Promise<number | null> {
  const handle = await open(file.absolute, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, file.bytes - 4);
    const size = buffer.readUInt32LE(0);
    return size >= file.bytes ? size : null;
  } finally {
    await handle.close();
  }
}

/** A file of one block may end without a line end; a block in the middle of a file ends anywhere. */
function lines(head: Buffer, encoding: string, whole: boolean): number {
  const last = whole && !head.subarray(-2).includes(0x0a) ? 1 : 0;
  if (!isUtf16(encoding)) return last + count(head, (at) => head[at] === 0x0a);
  const low = encoding === 'utf-16le' ? 0 : 1;
  return last + count(head, (at) => at % 2 === low && head[at] === 0x0a && head[at ^ 1] === 0);
}

function count(head: Buffer, test: (at: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < head.length; at += 1) if (test(at)) found += 1;
  return found;
}

/** Records with line ends are counted, others have the length laid down. */
function fixedRecords(head: Buffer, spec: InputSpec, whole: boolean): number {
  const found = head.includes(0x0a) ? lines(head, 'utf-8', whole) : 0;
  const places = Object.values(spec.layout ?? {});
  const length = Math.max(
    spec.reading?.recordLength ?? 0,
    ...places.map(([start, bytes]) => start + bytes - 1),
  );
  return found > 0 && !spec.encoding.startsWith('ibm') ? found : head.length / Math.max(length, 1);
}

function hasHeader({ format, reading }: InputSpec): boolean {
  return (format === 'csv' || format === 'tsv') && reading?.header !== false;
}

async function parquetRows(file: InputFile): Promise<number> {
  const engine = await openDuckDb({ reach: { files: [file.absolute] } });
  try {
    return await engine.value<number>(
      `SELECT count(*) FROM read_parquet(${enginePath(file.absolute)}, hive_partitioning = false)`,
    );
  } finally {
    engine.close();
  }
}

/** A sample that ends early has met the end of the sheet. */
async function sheetRows(file: InputFile, spec: InputSpec): Promise<number | null> {
  const { rows, damaged } = await readerOf(spec.format).sample(file, spec);
  const seen = Object.values(damaged).reduce((sum, each) => sum + each, rows.length);
  return seen < SHEET_SAMPLE ? seen : null;
}

/** Rows that the reader looks at of a sheet. */
const SHEET_SAMPLE = 2000;
