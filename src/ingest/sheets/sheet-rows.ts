import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import { trimWide } from '../split-record.js';
import type { RawRow, SheetTab, Workbook } from './workbook.js';

/** Rows among which the header is looked for: titles and notes stand above it. */
const HEADER_WITHIN = 50;

/** The header of a sheet, or a row below it that is not blank. */
export interface SheetRow {
  readonly tab: SheetTab;
  readonly names: readonly string[];
  /** Null for the header itself. */
  readonly values: readonly string[] | null;
  /** Line of the sheet, from 1. */
  readonly line: number;
}

type Found = SheetRow & { readonly found: boolean };

/**
 * Rows of a sheet, its header first: the first row with every column asked for, or the one after the rows to skip. Where
 * there is none only a header is given, of the names that the first row of several cells holds, with `found` false.
 */
export async function* sheetRows(workbook: Workbook, tab: SheetTab, spec: InputSpec): AsyncGenerator<Found> {
  if (spec.reading?.header === false) {
    yield* rowsByPlace(workbook, tab, spec);
    return;
  }
  const above: RawRow[] = [];
  const wanted = mappedColumns(spec);
  let names: readonly string[] | null = null;
  for await (const row of workbook.rows(tab)) {
    const line = row.index + 1;
    if (names === null) {
      above.push(row);
      if (above.length > 2 * HEADER_WITHIN) break;
      names = headerOf(row, wanted, spec);
      if (names === null) continue;
      yield { tab, names, values: null, line, found: true };
      continue;
    }
    if (isBlankRow(row)) continue;
    yield { tab, names, values: row.values, line, found: true };
  }
  if (names === null) yield namesOf(tab, above);
}

/** Without a header columns are known by their places: as many as the widest of the first rows has, and those above that are skipped. */
async function* rowsByPlace(workbook: Workbook, tab: SheetTab, spec: InputSpec): AsyncGenerator<Found> {
  const skip = spec.reading?.skipRows ?? 0;
  const above: RawRow[] = [];
  const first: RawRow[] = [];
  let names: readonly string[] | null = null;
  const begin = (): readonly string[] => {
    // A place that none of them has is refused as missing, as a name would be.
    const width = Math.max(...[...above, ...first].map(({ values }) => values.length));
    return Array.from({ length: width }, (_, column) => String(column + 1));
  };
  const found = (row: RawRow, own: readonly string[]): Found => ({
    ...{ tab, names: own, values: row.values, line: row.index + 1, found: true },
  });
  for await (const row of workbook.rows(tab)) {
    if (names !== null) {
      if (!isBlankRow(row)) yield found(row, names);
      continue;
    }
    (row.index >= skip ? first : above).push(row);
    if (first.length < HEADER_WITHIN) continue;
    names = begin();
    yield* opening(first, names);
  }
  if (names === null && first.length === 0) yield namesOf(tab, above);
  else if (names === null) yield* opening(first, begin());

  function* opening(rows: readonly RawRow[], own: readonly string[]): Generator<Found> {
    yield { tab, names: own, values: null, line: rows[0]!.index + 1, found: true };
    for (const row of rows) if (!isBlankRow(row)) yield found(row, own);
  }
}

/** Nothing was found: what the first row of several cells holds. */
function namesOf(tab: SheetTab, above: readonly RawRow[]): Found {
  const first = above.find(({ values }) => values.length > 1) ?? above[0];
  return { tab, names: first?.values.map(trimWide) ?? [], values: null, line: 1, found: false };
}

/** Spreadsheets leave rows of spaces behind, and rows whose formulas give nothing. */
export function isBlankRow({ values }: RawRow): boolean {
  return values.every((value) => trimWide(value) === '');
}

/** Column names when the row turns out to be the header. */
function headerOf(row: RawRow, wanted: readonly string[], { reading }: InputSpec): readonly string[] | null {
  const skip = reading?.skipRows ?? null;
  const names = row.values.map(trimWide);
  if (skip !== null) return row.index >= skip ? names : null;
  return row.index < HEADER_WITHIN && wanted.every((name) => names.includes(name)) ? names : null;
}
