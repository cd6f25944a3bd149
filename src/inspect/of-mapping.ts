import type { InputSpec } from '../audit/pipeline-file.js';
import { joinedValue } from '../ingest/delimited/joined-value.js';
import type { InputFile } from '../ingest/input-file.js';
import { countSamples } from '../ingest/preflight/item-counts.js';
import { sampleLater } from '../ingest/preflight/later-rows.js';
import type { Sample } from '../ingest/reader.js';
import { trimWide } from '../ingest/split-record.js';
import { shapeOf } from '../text/shape.js';
import { codesBeside } from './codes-beside.js';
import type { InspectedColumn, Inspection, ProposedItem, Question, UnknownCode } from './inspection.js';
import { learnedCodes } from './learned-codes.js';
import { questionsOf } from './questions.js';
import { unknownCodes } from './unknown-codes.js';

export interface Seen {
  readonly file: InputFile;
  readonly spec: InputSpec;
  readonly sample: Sample;
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Two persons are as likely to be whom the records are about. */
  readonly isOpen: boolean;
}

/** What follows from which item stands in which column. */
export async function ofMapping(
  kind: 'register' | 'link',
  columns: readonly InspectedColumn[],
  proposed: readonly ProposedItem[],
  { file, spec, sample, values, isOpen }: Seen,
) {
  const repeats = repeatsOf(sample.rows, proposed, values);
  const others = await sampleLater(file, { ...spec, columns: columnSpecs(proposed) }, sample);
  const samples = others ? [sample, others] : [sample];
  const mapping = await withCodes(kind, columns, proposed, samples, file.absolute);
  const mapped = { ...spec, columns: columnSpecs(mapping) };
  return {
    via: kind === 'register' ? null : tieOf(mapping),
    mapping,
    repeats,
    items: countSamples(mapped, [sample], others ? [others] : []),
    preview: mapping.map(({ item, columns: from }) => ({ item, shapes: shapesOf(item, from, values) })),
    questions: [
      ...questionsOf(kind, columns, mapping, repeats.keys, isOpen),
      ...codesAsked(mapping, unknownCodes(mapped, samples)),
    ],
  };
}

/** With what a file beside the export, or the columns beside a status, say of its codes, where nobody has said it. */
async function withCodes(
  kind: 'register' | 'link',
  columns: readonly InspectedColumn[],
  mapping: readonly ProposedItem[],
  samples: readonly Sample[],
  path: string,
): Promise<readonly ProposedItem[]> {
  const status = mapping.find(({ item }) => item === 'status');
  if (status === undefined || status.codes !== undefined || status.columns.length !== 1) return mapping;
  const unknown = unknownCodes({ columns: columnSpecs([status]) }, samples);
  if (unknown.length === 0) return mapping;
  const [name] = status.columns;
  const label = columns.find((one) => one.name === name)?.label ?? name!;
  const told = await codesBeside(path, label, unknown, kind);
  if (told !== null)
    return mapping.map((one) => (one === status ? { ...one, codes: told.codes, codesIn: told.file } : one));
  const parts = samples.map(valuesOf);
  const values = new Map(
    [...parts[0]!.keys()].map((name) => [name, parts.flatMap((of) => of.get(name) ?? [])]),
  );
  const learned = learnedCodes({ kind, status: status.columns[0]!, unknown, values });
  if (learned === null) return mapping;
  const { codes, columns: codesFrom } = learned;
  return mapping.map((one) => (one === status ? { ...one, codes, codesFrom } : one));
}

function codesAsked(mapping: readonly ProposedItem[], codes: readonly UnknownCode[]): readonly Question[] {
  const columns = mapping.find(({ item }) => item === 'status')?.columns ?? [];
  return codes.length === 0 ? [] : [{ item: 'status', kind: 'codes', columns, codes }];
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

/** A name of a column that is longer than this is a row, or worse. */
const LONGEST_NAME = 200;

/** The values of a sample, column by column; what has no name, or a row for a name, is no column. */
export function valuesOf(sample: Sample): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sample.columns.flatMap((name, index) =>
      name === '' || name.length > LONGEST_NAME
        ? []
        : [[name, sample.rows.map((row) => trimWide(row[index] ?? ''))] as const],
    ),
  );
}

/** The columns of items as a pipeline file has them. */
export function columnSpecs(mapping: readonly ProposedItem[]): InputSpec['columns'] {
  return Object.fromEntries(
    mapping.map(({ item, columns, format, codes }) => [
      item,
      { from: columns, format, ...(codes === undefined ? {} : { codes }) },
    ]),
  );
}

/** How many of the rows repeat an earlier row, and an earlier key. */
export function repeatsOf(
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

/** What ties records to residents. */
export function tieOf(mapping: readonly ProposedItem[]): Inspection['via'] {
  const ties = ['my_number', 'auth_serial', 'sign_serial'] as const;
  return ties.find((tie) => mapping.some(({ item }) => item === tie)) ?? null;
}
