import { type InputFormat, isTextual } from '../audit/formats.js';
import { looksLikeHeader, shownName, shownNames } from '../audit/header-names.js';
import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { readHead } from '../ingest/byte-source.js';
import { joinedValue } from '../ingest/delimited/joined-value.js';
import { refuseBareReturns } from '../ingest/delimited/line-ends.js';
import { decodeLoosely } from '../ingest/encodings/codec.js';
import { mustBeConverted } from '../ingest/encodings/convert-first.js';
import { guessEncoding } from '../ingest/encodings/guess.js';
import { codecOf } from '../ingest/encodings/index.js';
import { type InputFile, inputFiles } from '../ingest/input-file.js';
import { countSamples } from '../ingest/preflight/item-counts.js';
import { sampleLater } from '../ingest/preflight/later-rows.js';
import type { Sample } from '../ingest/reader.js';
import { readerOf } from '../ingest/readers/index.js';
import { containerOf, refuseUnreadable } from '../ingest/sheets/other-container.js';
import { trimWide } from '../ingest/split-record.js';
import { Failure } from '../text/failure.js';
import { shapeOf } from '../text/shape.js';
import type { Looked } from './candidate.js';
import { inferLayout } from './infer-layout.js';
import type { InspectedColumn, Inspection, ProposedItem } from './inspection.js';
import { profileOf } from './profile.js';
import { inOrder, propose, toldItem } from './propose.js';
import { questionsOf } from './questions.js';
import { sniffDelimited } from './sniff-delimited.js';
import { sniffWorkbook } from './sniff-workbook.js';

/**
 * Looks at the beginning of an unknown export and proposes how to read it: format, encoding, columns, items.
 *
 * @param kind what the file is, where that is known; else its columns tell.
 * @throws {Failure} with exit code 2 when the file is missing, empty or cannot be made out.
 */
export async function inspectFile(path: string, kind?: 'register' | 'link'): Promise<Inspection> {
  const unknown = specOf({ files: [path] });
  const file = (await inputFiles(unknown, process.cwd()))[0]!;
  const head = (await readHead(file, 'utf-8')).bytes;
  const sniffed = await sniff(file, head, unknown);
  const { spec, sample } = await withHeader(file, sniffed);
  const values = new Map(
    sample.columns.flatMap((name, index) =>
      name === '' || name.length > LONGEST_NAME
        ? []
        : [[name, sample.rows.map((row) => trimWide(row[index] ?? ''))] as const],
    ),
  );
  const columns = [...values].map(([name, of]) => ({ name, profile: profileOf(of) }));
  const { kind: found, mapping, persons } = propose({ columns, values }, kind);
  const damaged = Object.values(sample.damaged).reduce((sum, count) => sum + count, 0);
  return named({
    path,
    bytes: file.bytes,
    gzip: file.gzip,
    format: spec.format,
    encoding: spec.encoding,
    lineEnd: isTextual(spec.format) ? lineEndOf(head, spec.encoding) : null,
    ...(sample.sheets ? { sheets: sample.sheets } : {}),
    reading: spec.reading ?? {},
    layout: spec.layout,
    rows: sample.rows.length + damaged,
    damaged,
    kind: found,
    columns,
    person: persons.chosen,
    others: persons.others,
    ...(await ofMapping(found, columns, mapping, { file, spec, sample, values, isOpen: persons.isOpen })),
  });
}

interface Seen {
  readonly file: InputFile;
  readonly spec: InputSpec;
  readonly sample: Sample;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Two persons are as likely to be whom the records are about. */
  readonly isOpen: boolean;
}

/** What follows from which item stands in which column. */
async function ofMapping(
  kind: 'register' | 'link',
  columns: readonly InspectedColumn[],
  mapping: readonly ProposedItem[],
  { file, spec, sample, values, isOpen }: Seen,
) {
  const repeats = repeatsOf(sample.rows, mapping, values);
  const mapped = { ...spec, columns: columnSpecs(mapping) };
  const others = await sampleLater(file, mapped, sample);
  return {
    via: kind === 'register' ? null : tieOf(mapping),
    mapping,
    repeats,
    items: countSamples(mapped, [sample], others ? [others] : []),
    preview: mapping.map(({ item, columns: from }) => ({ item, shapes: shapesOf(item, from, values) })),
    questions: questionsOf(kind, columns, mapping, repeats.keys, isOpen),
  };
}

/** Rows whose shapes a preview shows. */
const SHOWN_ROWS = 10;

function shapesOf(
  item: string,
  from: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const rows = Math.min(SHOWN_ROWS, values.get(from[0]!)?.length ?? 0);
  return Array.from({ length: rows }, (_, row) =>
    shapeOf(
      joinedValue(
        item,
        from.map((name) => values.get(name)?.[row] ?? ''),
      ),
    ),
  );
}

/**
 * An inspection in which a person has settled what stands where: `settled` names columns by item, none to leave an item
 * out. The file is read once more.
 *
 * @throws {Failure} `inspect-column` (exit code 2) for a column that the file does not have, and as `inspectFile`.
 */
export async function inspectSettled(
  inspection: Inspection,
  settled: ReadonlyMap<CanonicalItem, readonly string[]>,
): Promise<Inspection> {
  const { path, format, encoding, layout, reading, columns, kind } = inspection;
  for (const name of [...settled.values()].flat()) {
    if (columns.some((column) => column.name === name)) continue;
    const values = {
      path,
      column: shownName(name),
      columns: shownNames(columns.map((column) => column.name)),
    };
    throw new Failure('inspect-column', { values });
  }
  const spec = { ...specOf({ files: [path] }), format, encoding, layout, reading };
  const file = (await inputFiles(spec, process.cwd()))[0]!;
  const sample = await readerOf(format).sample(file, spec);
  const values = new Map(
    sample.columns.map(
      (name, index) => [name, sample.rows.map((row) => trimWide(row[index] ?? ''))] as const,
    ),
  );
  const told = [...settled].flatMap(([item, from]) =>
    from.length === 0 ? [] : [toldItem(item, from, columns)],
  );
  const whose = toldPerson(inspection, settled);
  const before = whose === null ? inspection : proposedFor({ columns, values }, kind, whose);
  const taken = new Set([...settled.values()].flatMap((from) => (from.length === 1 ? from : [])));
  const kept = before.mapping.filter(
    ({ item, columns: from }) =>
      !settled.has(item) && !(from.length === 1 && taken.has(from[0]!) && item !== 'organisation'),
  );
  const seen = { file, spec, sample, values, isOpen: whose === null && hasOpenPerson(inspection, settled) };
  return {
    ...inspection,
    person: before.person,
    others: before.others,
    ...(await ofMapping(kind, columns, inOrder([...kept, ...told], kind === 'register'), seen)),
  };
}

/** The word for another person than before, where a person has said that the number or the name of that one is meant. */
function toldPerson(
  { others, person }: Inspection,
  settled: ReadonlyMap<CanonicalItem, readonly string[]>,
): string | null {
  const [column] = settled.get('my_number') ?? settled.get('name') ?? [];
  const other = others.find(({ columns }) => column !== undefined && columns.includes(column));
  return other && other.person !== person ? other.person : null;
}

function hasOpenPerson(
  { questions }: Inspection,
  settled: ReadonlyMap<CanonicalItem, readonly string[]>,
): boolean {
  return !settled.has('my_number') && questions.some((question) => question.kind === 'person');
}

function proposedFor(looked: Looked, kind: Inspection['kind'], whose: string) {
  const { mapping, persons } = propose(looked, kind, whose);
  return { mapping, person: persons.chosen, others: persons.others };
}

/** A name of a column that is longer than this is a row, or worse. */
const LONGEST_NAME = 200;

/** Rows from which a first row is told from those below. */
const FEWEST_ROWS = 3;

/** A table whose first row names no columns has no header: that row is somebody's record, and is not shown. */
async function withHeader(file: InputFile, spec: InputSpec) {
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

/** The columns of items as a pipeline file has them. */
export function columnSpecs(mapping: readonly ProposedItem[]): InputSpec['columns'] {
  return Object.fromEntries(mapping.map(({ item, columns, format }) => [item, { from: columns, format }]));
}

/** How many of the rows repeat an earlier row, and an earlier key. */
function repeatsOf(
  rows: readonly (readonly string[])[],
  mapping: readonly ProposedItem[],
  values: ReadonlyMap<string, readonly string[]>,
): Inspection['repeats'] {
  const key = mapping.find(({ item }) => item === 'record_id' || item === 'resident_id')?.columns ?? [];
  const keys = rows.flatMap((_, row) => {
    const parts = key.map((name) => values.get(name)?.[row] ?? '');
    return parts.some((part) => part !== '') ? [parts.join('\u0000')] : [];
  });
  return { rows: repeated(rows.map((row) => row.join('\u0000'))), keys: repeated(keys) };
}

function repeated(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : 1 - new Set(texts).size / texts.length;
}

function specOf(over: Partial<InputSpec>): InputSpec {
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

async function sniff(file: InputFile, head: Buffer, unknown: InputSpec): Promise<InputSpec> {
  const container = containerOf(head);
  await refuseUnreadable(file, container);
  if (container === 'parquet') return { ...unknown, format: 'parquet' };
  if (container === 'zip') return sniffWorkbook(file, unknown);
  const guessed = guessEncoding(head);
  if (guessed === 'iso-2022-jp' || guessed === 'utf-32') throw mustBeConverted(file, guessed);
  const encoding = guessed === null || guessed === 'ascii' ? 'utf-8' : guessed;
  const bytes = (await readHead(file, encoding)).bytes;
  if (!encoding.startsWith('ibm')) refuseBareReturns(bytes, file);
  const text = decodeLoosely(codecOf(encoding), bytes.subarray(0, 1 << 16)).replace(/^\ufeff/, '');
  // An array is refused by the reader, with advice.
  if (/^\s*(\{|\[\s*\{)/.test(text)) return { ...unknown, encoding, format: 'jsonl' };
  const shape = encoding.startsWith('ibm') ? null : sniffDelimited(text);
  if (shape === null) return inferLayout({ ...unknown, encoding, format: 'fixed' }, bytes);
  const format: InputFormat = shape.delimiter === '\t' ? 'tsv' : 'csv';
  const reading = {
    ...(shape.delimiter === ',' || shape.delimiter === '\t' ? {} : { delimiter: shape.delimiter }),
    ...(shape.skipRows > 0 ? { skipRows: shape.skipRows } : {}),
    ...(shape.header ? {} : { header: false }),
  };
  return { ...unknown, encoding, format, reading };
}

function lineEndOf(head: Buffer, encoding: string): Inspection['lineEnd'] {
  const text = encoding.startsWith('utf-16')
    ? head.toString(encoding === 'utf-16le' ? 'utf16le' : 'latin1').replaceAll('\u0000', '')
    : head.toString('latin1');
  if (encoding.startsWith('ibm')) return null;
  return text.includes('\r\n') ? 'CRLF' : text.includes('\n') ? 'LF' : null;
}

function tieOf(mapping: readonly ProposedItem[]): Inspection['via'] {
  const ties = ['my_number', 'auth_serial', 'sign_serial'] as const;
  return ties.find((tie) => mapping.some(({ item }) => item === tie)) ?? null;
}

/** Fields of a fixed layout have no names of their own: those that hold one item are named after it. */
function named(inspection: Inspection): Inspection {
  const { layout, mapping, columns } = inspection;
  if (layout === null) return inspection;
  const byField = new Map(
    mapping.flatMap(({ item, columns: from }) =>
      from.length === 1 && /^field_/.test(from[0]!) ? [[from[0]!, item as string]] : [],
    ),
  );
  const rename = (name: string) => byField.get(name) ?? name;
  return {
    ...inspection,
    layout: Object.fromEntries(Object.entries(layout).map(([name, place]) => [rename(name), place])),
    columns: columns.map((column): InspectedColumn => ({ ...column, name: rename(column.name) })),
    mapping: mapping.map((one) => ({ ...one, columns: one.columns.map(rename) })),
    items: inspection.items.map((one) => ({ ...one, columns: one.columns.map(rename) })),
    others: inspection.others.map((one) => ({ ...one, columns: one.columns.map(rename) })),
    questions: inspection.questions.map((one) => ({ ...one, columns: one.columns.map(rename) })),
  };
}
