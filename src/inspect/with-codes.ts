import type { Sample } from '../ingest/reader.js';
import { codesBeside } from './codes-beside.js';
import type { InspectedColumn, ProposedItem } from './inspection.js';
import { learnedCodes } from './learned-codes.js';
import { columnSpecs, valuesOf } from './sample-values.js';
import { unknownCodes } from './unknown-codes.js';

/** With what a file beside the export, or the columns beside a status, say of its codes, where nobody has said it. */
export async function withCodes(
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
