import { isTextual } from '../audit/formats.js';
import { readHead } from '../ingest/byte-source.js';
import { inputFiles } from '../ingest/input-file.js';
import { everySheet } from './every-sheet.js';
import type { InspectedColumn, Inspection } from './inspection.js';
import { proposeLabelled, withLabels } from './labelled.js';
import { ofMapping, valuesOf } from './of-mapping.js';
import { profileOf } from './profile.js';
import { lineEndOf, sniff, specOf, withHeader } from './sniff.js';

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
  const first = await withHeader(file, sniffed.spec);
  const seen = valuesOf(first.sample);
  const profiled = [...seen].map(([name, of]) => ({ name, profile: profileOf(of) }));
  const columns = withLabels(profiled, sniffed.labels);
  const { kind: found, mapping, persons } = proposeLabelled({ columns, values: seen }, kind);
  const { spec, sample } = await everySheet(file, sniffed.alike, first, mapping);
  const values = valuesOf(sample);
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
