import type { InputSpec } from '../audit/pipeline-file.js';
import type { Sample } from '../ingest/reader.js';
import { trimWide } from '../ingest/split-record.js';
import type { ProposedItem } from './inspection.js';

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
