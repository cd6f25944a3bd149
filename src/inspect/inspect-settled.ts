import { shownName, shownNames } from '../audit/header-names.js';
import { type CanonicalItem, DATE_ITEMS } from '../audit/items.js';
import { inputFiles } from '../ingest/input-file.js';
import { readerOf } from '../ingest/readers/index.js';
import { Failure } from '../text/failure.js';
import type { Looked } from './candidate.js';
import { formatOfParts } from './date-parts.js';
import type { Inspection, ProposedItem } from './inspection.js';
import { proposeLabelled } from './labelled.js';
import { ofMapping } from './of-mapping.js';
import { inOrder, toldItem } from './proposed-items.js';
import { columnSpecs, valuesOf } from './sample-values.js';
import { specOf } from './sniff.js';

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
  const { path, columns, kind } = inspection;
  for (const name of [...settled.values()].flat()) {
    if (columns.some((column) => column.name === name)) continue;
    const values = {
      path,
      column: shownName(name),
      columns: shownNames(columns.map((column) => column.name)),
    };
    throw new Failure('inspect-column', { values });
  }
  const { file, spec, sample, values } = await seenOf(inspection);
  const told = [...settled].flatMap(([item, from]) =>
    from.length === 0 ? [] : [withParts(toldItem(item, from, columns), values)],
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

/** The rows that an inspection looks at, read once more. */
export async function seenOf({ path, format, encoding, layout, reading, mapping }: Inspection) {
  const spec = { ...specOf({ files: [path] }), format, encoding, layout, reading };
  const file = (await inputFiles(spec, process.cwd()))[0]!;
  // Among several sheets the header is known by the columns that it has.
  const sample = await readerOf(format).sample(file, { ...spec, columns: columnSpecs(mapping) });
  return { file, spec, sample, values: valuesOf(sample) };
}

/** An inspection in which a person has said what codes of the status mean. */
export async function inspectWithCodes(
  inspection: Inspection,
  codes: Readonly<Record<string, string>>,
): Promise<Inspection> {
  const mapping = inspection.mapping.map((one) => (one.item === 'status' ? withCodes(one, codes) : one));
  return inspectSettled({ ...inspection, mapping }, new Map());
}

function withCodes(
  { codesFrom, codesIn, ...one }: ProposedItem,
  codes: Readonly<Record<string, string>>,
): ProposedItem {
  return { ...one, codes: { ...one.codes, ...codes } };
}

/** A date in several columns, in the notation in which they make sense. */
function withParts(told: ProposedItem, values: ReadonlyMap<string, readonly string[]>): ProposedItem {
  const isParted = told.columns.length > 1 && DATE_ITEMS.includes(told.item);
  return isParted ? { ...told, format: formatOfParts(told.item, told.columns, values) } : told;
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
  const { mapping, persons } = proposeLabelled(looked, kind, whose);
  return { mapping, person: persons.chosen, others: persons.others };
}
