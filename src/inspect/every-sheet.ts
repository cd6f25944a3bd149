import type { InputSpec } from '../audit/pipeline-file.js';
import type { InputFile } from '../ingest/input-file.js';
import type { Sample } from '../ingest/reader.js';
import { readerOf } from '../ingest/readers/index.js';
import { EVERY_SHEET } from '../ingest/sheets/sheet-choice.js';
import type { ProposedItem } from './inspection.js';
import { repeatsOf } from './of-mapping.js';
import { columnSpecs, valuesOf } from './sample-values.js';

/** From this share of keys that stand in an earlier sheet already, the sheets are states of one list, not parts of it. */
const COPIES = 0.3;

/**
 * All sheets of one shape are read, where they are parts of one list: the header of each is known by the columns mapped, wherever it
 * stands.
 */
export async function everySheet(
  file: InputFile,
  alike: readonly string[],
  first: { readonly spec: InputSpec; readonly sample: Sample },
  mapping: readonly ProposedItem[],
): Promise<{ readonly spec: InputSpec; readonly sample: Sample }> {
  const { skipRows: _, ...reading } = first.spec.reading ?? {};
  if (alike.length < 2 || mapping.length === 0 || reading.header === false) return first;
  const spec = { ...first.spec, reading: { ...reading, sheet: EVERY_SHEET } };
  const sample = await readerOf(spec.format).sample(file, { ...spec, columns: columnSpecs(mapping) });
  const { keys } = repeatsOf(sample.rows, mapping, valuesOf(sample));
  return keys > COPIES ? first : { spec, sample };
}
