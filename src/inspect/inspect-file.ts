import { isTextual } from '../audit/formats.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import { readHead } from '../ingest/byte-source.js';
import { type InputFile, inputFiles } from '../ingest/input-file.js';
import { Failure } from '../text/failure.js';
import { type ColumnList, columnListBeside, columnListIn } from './column-list-beside.js';
import { everySheet } from './every-sheet.js';
import type { InspectedColumn, Inspection } from './inspection.js';
import { proposeLabelled, withLabels } from './labelled.js';
import { layoutBeside } from './layout-beside.js';
import { ofMapping } from './of-mapping.js';
import { profileOf } from './profile.js';
import { readLayout, withLayout } from './read-layout.js';
import { withReason } from './reason-status.js';
import { valuesOf } from './sample-values.js';
import { encodingOf, lineEndOf, sniff, specOf, withHeader } from './sniff.js';
import type { Sniffed } from './sniff-workbook.js';

/**
 * Looks at the beginning of an unknown export and proposes how to read it: format, encoding, columns, items.
 *
 * @param kind what the file is, where that is known; else its columns tell.
 * @param layout a description of its records (a table of fields with places or lengths), where they have no delimiters; else one
 *   beside the file is taken that fits.
 * @throws {Failure} with exit code 2 when the file is missing, empty or cannot be made out.
 */
export async function inspectFile(
  path: string,
  kind?: 'register' | 'link',
  layout?: string,
): Promise<Inspection> {
  const unknown = specOf({ files: [path] });
  const file = (await inputFiles(unknown, process.cwd()))[0]!;
  const head = (await readHead(file, 'utf-8')).bytes;
  const sniffed = await sniffDescribed(file, head, unknown, layout);
  const first = await withHeader(file, sniffed.spec);
  const seen = valuesOf(first.sample);
  const profiled = [...seen].map(([name, of]) => ({ name, profile: profileOf(of) }));
  const list = await columnListOf(file, sniffed, first.spec, profiled);
  const columns = withLabels(profiled, list?.names ?? sniffed.labels);
  const { kind: found, mapping, persons } = proposeLabelled({ columns, values: seen }, kind);
  const { spec, sample } = await everySheet(file, sniffed.alike, first, mapping);
  const values = valuesOf(sample);
  const proposed = found === 'register' ? await withReason(columns, mapping, sample, file.absolute) : mapping;
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
    layoutFile: list?.path ?? sniffed.layoutFile,
    rows: sample.rows.length + damaged,
    damaged,
    kind: found,
    kindTold: kind !== undefined,
    columns,
    person: persons.chosen,
    others: persons.others,
    ...(await ofMapping(found, columns, proposed, { file, spec, sample, values, isOpen: persons.isOpen })),
  });
}

/** The list of the columns of a table without a header: the one that is told, or one beside it. */
async function columnListOf(
  file: InputFile,
  { labels, layoutFile }: Described,
  { reading, format }: InputSpec,
  columns: readonly InspectedColumn[],
): Promise<ColumnList | null> {
  if (labels !== undefined || reading?.header !== false || format === 'fixed') return null;
  return layoutFile === null ? columnListBeside(file.absolute, columns) : columnListIn(layoutFile, columns);
}

type Described = Sniffed & { readonly layoutFile: string | null };

/** How a file is read, by the description of its records that is told or stands beside it, where there is one. */
async function sniffDescribed(
  file: InputFile,
  head: Buffer,
  unknown: InputSpec,
  told: string | undefined,
): Promise<Described> {
  if (told !== undefined) {
    const table = await sniff(file, head, unknown).catch(() => null);
    // A list of columns for a table without a header.
    if (table?.spec.reading?.header === false && !table.labels) return { ...table, layoutFile: told };
    const spec = { ...unknown, encoding: encodingOf(file, head) };
    const described = withLayout(spec, head, sizeOf(file, head), await readLayout(told), told);
    return { spec: described, alike: [], layoutFile: told };
  }
  const sniffed = await sniff(file, head, unknown).catch((error: unknown) => error as Error);
  const isUnknown = sniffed instanceof Failure && sniffed.code === 'inspect-unknown';
  if (sniffed instanceof Error && !isUnknown) throw sniffed;
  if (!(sniffed instanceof Error) && !isGuessed(sniffed)) return { ...sniffed, layoutFile: null };
  const encoding = sniffed instanceof Error ? encodingOf(file, head) : sniffed.spec.encoding;
  const beside = await layoutBeside(file.absolute, encoding, head, sizeOf(file, head));
  if (beside !== null) {
    const spec = { ...unknown, encoding };
    const described = withLayout(spec, head, sizeOf(file, head), beside.found, beside.path);
    return { spec: described, alike: [], layoutFile: beside.path };
  }
  if (sniffed instanceof Error) throw sniffed;
  return { ...sniffed, layoutFile: null };
}

/** Fields by values alone, and not by a form that all banks have. */
function isGuessed({ spec }: Sniffed): boolean {
  return spec.format === 'fixed' && !Object.hasOwn(spec.layout ?? {}, 'bank_name');
}

/** Bytes of a file, unpacked, as far as that is known. */
function sizeOf(file: InputFile, head: Buffer): number {
  return file.gzip ? head.length : file.bytes;
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
