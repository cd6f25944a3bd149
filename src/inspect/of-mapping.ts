import { TIES } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { joinedValue } from '../ingest/delimited/joined-value.js';
import type { InputFile } from '../ingest/input-file.js';
import { countSamples } from '../ingest/preflight/item-counts.js';
import { sampleLater } from '../ingest/preflight/later-rows.js';
import type { Sample } from '../ingest/reader.js';
import { shapeOf } from '../text/shape.js';
import type { InspectedColumn, Inspection, ProposedItem, Question, UnknownCode } from './inspection.js';
import { questionsOf } from './questions.js';
import { columnSpecs } from './sample-values.js';
import { unknownCodes } from './unknown-codes.js';
import { withCodes } from './with-codes.js';

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
  return TIES.find((tie) => mapping.some(({ item }) => item === tie)) ?? null;
}
