import type { InputSpec, ReadingOptions } from '../audit/pipeline-file.js';
import { CR } from '../ingest/delimited/record.js';
import { decodeLoosely } from '../ingest/encodings/codec.js';
import { codecOf } from '../ingest/encodings/index.js';
import { splitRecord, trimWide } from '../ingest/split-record.js';
import { withoutFileEnd } from '../ingest/zengin.js';
import { Failure } from '../text/failure.js';
import type { Layout } from './fixed-layout.js';
import { endOf, type LayoutReadings, layoutOfTable } from './layout-table.js';
import type { RecordKinds } from './record-kinds.js';
import { readSmall } from './small-file.js';

/** A description of records is no longer than this. */
const MOST_ROWS = 2_000;
const DELIMITERS = [',', '\t', ';', '|'];

/**
 * Reads a description of records: a table (text with delimiters, or any sheet of a workbook) of field names with places or lengths.
 *
 * @throws {Failure} with exit code 2: `inspect-layout` when no sheet or text holds one, `input-…` as for any file.
 */
export async function readLayout(path: string): Promise<LayoutReadings> {
  const found = await layoutIn(path);
  if (found === null) throw new Failure('inspect-layout', { values: { path } });
  return found;
}

/** The same, or null where a file is something else. */
export async function layoutIn(path: string): Promise<LayoutReadings | null> {
  return firstOfTables(path, layoutOfTable);
}

type Rows = readonly (readonly string[])[];

/**
 * What is found first in the tables that a small file may be: the sheets of a workbook, or its text with each of the delimiters. Null where
 * nothing is.
 *
 * @throws {Failure} `input-…` as for any file.
 */
export async function firstOfTables<T>(path: string, find: (rows: Rows) => T | null): Promise<T | null> {
  const small = await readSmall(path, MOST_ROWS);
  if (small === null) return null;
  if ('sheets' in small) {
    for await (const { rows } of small.sheets) {
      const found = find(rows);
      if (found !== null) return found;
    }
    return null;
  }
  for (const delimiter of DELIMITERS) {
    const found = find(small.lines.map((line) => splitRecord(line, delimiter)));
    if (found !== null) return found;
  }
  return find(small.lines.map((line) => line.trim().split(/[ \u3000\t]+/)));
}

/**
 * How a file is read by a description of its records: by the reading that fits their length.
 *
 * @param bytes the beginning of the file, of `size` bytes.
 * @throws {Failure} `inspect-layout/length` or `inspect-layout/divides` (exit code 2) where none does.
 */
export function withLayout(
  spec: InputSpec,
  bytes: Buffer,
  size: number,
  { readings, kinds }: LayoutReadings,
  path: string,
): InputSpec {
  const length = lineLength(spec.encoding, bytes);
  const layout = fitting(readings, length, bytes, size)[0];
  if (layout === undefined) {
    const values = { path, reaches: endOf(readings[0]!), length: length ?? size };
    throw new Failure(length === null ? 'inspect-layout/divides' : 'inspect-layout/length', { values });
  }
  const dataRecords = kinds === null ? null : dataRecordsOf(kinds, layout, spec.encoding, bytes);
  const reading = {
    ...(length === null || endOf(layout) === length ? {} : { recordLength: length }),
    ...(dataRecords === null ? {} : { dataRecords }),
  };
  const isPlain = Object.keys(reading).length === 0;
  return { ...spec, format: 'fixed', layout, ...(isPlain ? {} : { reading }) };
}

/** Which records hold data, where all have one of the kinds that a description tells. */
function dataRecordsOf(
  { field, data, known }: RecordKinds,
  layout: Layout,
  encoding: string,
  bytes: Buffer,
): NonNullable<ReadingOptions['dataRecords']> | null {
  const at = layout[field];
  if (at === undefined) return null;
  const [start, size] = at;
  const codec = codecOf(encoding);
  const found = recordsIn(withoutFileEnd(bytes), lineLength(encoding, bytes) === null ? endOf(layout) : null)
    .filter((record) => record.length >= start + size - 1 && record[0] !== CR)
    .map((record) => decodeLoosely(codec, record.subarray(start - 1, start - 1 + size)));
  // The reader compares the field as it stands, blanks and all.
  const [is, ...others] = new Set(found.filter((kind) => trimWide(kind) === data));
  const isTold = found.every((kind) => known.includes(trimWide(kind)));
  return is !== undefined && others.length === 0 && isTold ? { at, is } : null;
}

/** @param step bytes of a record, or null where lines end. */
function recordsIn(bytes: Buffer, step: number | null): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const feed = step === null ? bytes.indexOf(0x0a, from) : from + step;
    const end = feed < 0 ? bytes.length : feed;
    found.push(bytes.subarray(from, end));
    from = step === null ? end + 1 : end;
  }
  return found;
}

/** Whether the records of a file are just as long as a description says. */
export function isLayoutOf(
  { readings }: LayoutReadings,
  encoding: string,
  bytes: Buffer,
  size: number,
): boolean {
  const length = lineLength(encoding, bytes);
  return fitting(readings, length, bytes, size).some((layout) => length === null || endOf(layout) === length);
}

/** The readings that records of a length may have, those that fill them first. */
function fitting(
  readings: readonly Layout[],
  length: number | null,
  bytes: Buffer,
  size: number,
): readonly Layout[] {
  if (length === null) {
    const whole = size > bytes.length ? size : withoutFileEnd(bytes).length;
    return readings.filter((layout) => whole % endOf(layout) === 0);
  }
  return readings.filter((layout) => endOf(layout) <= length).toSorted((a, b) => endOf(b) - endOf(a));
}

/** The length of most lines, or null where there are no line ends. */
function lineLength(encoding: string, bytes: Buffer): number | null {
  if (encoding.startsWith('ibm')) return null;
  const counts = new Map<number, number>();
  let from = 0;
  for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, from)) {
    const length = (feed > 0 && bytes[feed - 1] === 0x0d ? feed - 1 : feed) - from;
    if (length > 0) counts.set(length, (counts.get(length) ?? 0) + 1);
    from = feed + 1;
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
