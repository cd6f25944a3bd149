import type { InputFormat } from '../audit/formats.js';
import { looksLikeHeader } from '../audit/header-names.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { readHead } from '../ingest/byte-source.js';
import { refuseBareReturns } from '../ingest/delimited/line-ends.js';
import { decodeLoosely } from '../ingest/encodings/codec.js';
import { mustBeConverted } from '../ingest/encodings/convert-first.js';
import { guessEncoding } from '../ingest/encodings/guess.js';
import { codecOf } from '../ingest/encodings/index.js';
import type { InputFile } from '../ingest/input-file.js';
import { readerOf } from '../ingest/readers/index.js';
import { containerOf, refuseUnreadable } from '../ingest/sheets/other-container.js';
import { inferLayout } from './infer-layout.js';
import type { Inspection } from './inspection.js';
import { sniffDelimited } from './sniff-delimited.js';
import { type Sniffed, sniffWorkbook } from './sniff-workbook.js';

/** What a file is read as before anything is known of it. */
export function specOf(over: Partial<InputSpec>): InputSpec {
  const plain = {
    id: 'inspect',
    files: [],
    format: 'csv',
    encoding: 'utf-8',
    layout: null,
    columns: {},
  } as const;
  return { ...plain, maxRejectShare: 1, ...over };
}

/**
 * @param head the first bytes of the file.
 * @throws {Failure} with exit code 2 when it cannot be made out.
 */
export async function sniff(file: InputFile, head: Buffer, unknown: InputSpec): Promise<Sniffed> {
  const container = containerOf(head);
  await refuseUnreadable(file, container);
  if (container === 'zip') return sniffWorkbook(file, unknown);
  return { ...(await sniffText(file, head, unknown, container)), alike: [] };
}

async function sniffText(
  file: InputFile,
  head: Buffer,
  unknown: InputSpec,
  container: ReturnType<typeof containerOf>,
): Promise<Omit<Sniffed, 'alike'>> {
  if (container === 'parquet') return { spec: { ...unknown, format: 'parquet' } };
  const encoding = encodingOf(file, head);
  const bytes = (await readHead(file, encoding)).bytes;
  if (!encoding.startsWith('ibm')) refuseBareReturns(bytes, file);
  const text = decodeLoosely(codecOf(encoding), bytes.subarray(0, 1 << 16)).replace(/^\ufeff/, '');
  // An array is refused by the reader, with advice.
  if (/^\s*(\{|\[\s*\{)/.test(text)) return { spec: { ...unknown, encoding, format: 'jsonl' } };
  const shape = encoding.startsWith('ibm') ? null : sniffDelimited(text);
  if (shape === null) return { spec: inferLayout({ ...unknown, encoding, format: 'fixed' }, bytes) };
  const format: InputFormat = shape.delimiter === '\t' ? 'tsv' : 'csv';
  const reading = {
    ...(shape.delimiter === ',' || shape.delimiter === '\t' ? {} : { delimiter: shape.delimiter }),
    ...(shape.skipRows > 0 ? { skipRows: shape.skipRows } : {}),
    ...(shape.header ? {} : { header: false }),
  };
  return { spec: { ...unknown, encoding, format, reading }, labels: shape.labels };
}

/**
 * The encoding of a text by its first bytes.
 *
 * @throws {Failure} `encoding-convert` (exit code 2) of one that is not read.
 */
export function encodingOf(file: InputFile, head: Buffer): string {
  const guessed = guessEncoding(head);
  if (guessed === 'iso-2022-jp' || guessed === 'utf-32') throw mustBeConverted(file, guessed);
  return guessed === null || guessed === 'ascii' ? 'utf-8' : guessed;
}

export function lineEndOf(head: Buffer, encoding: string): Inspection['lineEnd'] {
  const text = encoding.startsWith('utf-16')
    ? head.toString(encoding === 'utf-16le' ? 'utf16le' : 'latin1').replaceAll('\u0000', '')
    : head.toString('latin1');
  if (encoding.startsWith('ibm')) return null;
  return text.includes('\r\n') ? 'CRLF' : text.includes('\n') ? 'LF' : null;
}

/** Rows from which a first row is told from those below. */
const FEWEST_ROWS = 3;

/** A table whose first row names no columns has no header: that row is somebody's record, and is not shown. */
export async function withHeader(file: InputFile, spec: InputSpec) {
  const reader = readerOf(spec.format);
  const sample = await reader.sample(file, spec);
  const isTable = spec.format !== 'fixed' && spec.format !== 'jsonl' && spec.format !== 'parquet';
  if (!isTable || spec.reading?.header === false) return { spec, sample };
  if (looksLikeHeader(sample.columns) || differsFromRows(sample.columns, sample.rows))
    return { spec, sample };
  const headless = { ...spec, reading: { ...spec.reading, header: false } };
  return { spec: headless, sample: await reader.sample(file, headless) };
}

/** Whether a column of digits has a name without: no row of such a table could stand there. */
function differsFromRows(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (rows.length < FEWEST_ROWS || names.some((name) => /\d{3}/.test(name.normalize('NFKC')))) return false;
  return names.some((name, place) => {
    const values = rows.map((row) => row[place] ?? '').filter((value) => value !== '');
    return (
      name !== '' &&
      !/\d/.test(name) &&
      values.length >= FEWEST_ROWS &&
      values.every((value) => /\d/.test(value))
    );
  });
}
