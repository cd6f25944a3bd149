import { basename } from 'node:path';
import { Failure } from '../text/failure.js';
import { columnLists, fitsColumns } from './column-list.js';
import type { InspectedColumn } from './inspection.js';
import { smallBeside } from './layout-beside.js';
import { firstOfTables } from './read-layout.js';

/** The list of columns that a file without a header is read by, and what it says. */
export interface ColumnList {
  readonly path: string;
  readonly names: readonly string[];
}

const TABLE = /\.(csv|tsv|txt|md|xlsx|xlsm|ods)$/i;

/** The list of columns in a file, null where it holds none that fits. */
export async function columnListIn(
  path: string,
  columns: readonly InspectedColumn[],
): Promise<ColumnList | null> {
  const names = await firstOfTables(path, (rows) => {
    return columnLists(rows).find((one) => fitsColumns(one, columns)) ?? null;
  }).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
  return names === null ? null : { path, names };
}

/** The one list beside a file that fits its columns; of several the one that is called like it, or none. */
export async function columnListBeside(
  path: string,
  columns: readonly InspectedColumn[],
): Promise<ColumnList | null> {
  const fitting: ColumnList[] = [];
  for (const beside of await smallBeside(path, TABLE)) {
    const found = await columnListIn(beside, columns);
    if (found !== null) fitting.push(found);
  }
  const stem = stemOf(path);
  const called = fitting.filter((one) => stemOf(one.path).includes(stem));
  const [only, ...others] = called.length > 0 ? called : fitting;
  return only !== undefined && others.every(({ names }) => names.join() === only.names.join()) ? only : null;
}

function stemOf(path: string): string {
  return basename(path).split('.')[0]!.normalize('NFKC').toLowerCase();
}
