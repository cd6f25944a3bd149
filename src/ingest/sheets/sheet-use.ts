import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import { trimWide } from '../split-record.js';
import { isBlankRow, sheetRows } from './sheet-rows.js';
import type { SheetTab, Workbook } from './workbook.js';

/** Which sheets of a workbook are read, and which others hold rows. */
export interface SheetUse {
  readonly read: readonly string[];
  readonly unread: readonly UnreadSheet[];
}

export interface UnreadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows below the header, or all where it has not the columns; counted no farther than `MOST_COUNTED`. */
  readonly rows: number;
  /** It has every column asked for. */
  readonly fits: boolean;
}

export const MOST_COUNTED = 2000;

/** @param columns asked for; those of the sheet that is read, where nothing is asked for yet. */
export async function sheetUse(
  workbook: Workbook,
  read: readonly SheetTab[],
  spec: InputSpec,
  columns: readonly string[],
): Promise<SheetUse> {
  const asked = mappedColumns(spec).length > 0 ? mappedColumns(spec) : columns.filter((name) => name !== '');
  const unread: UnreadSheet[] = [];
  for (const tab of workbook.tabs) {
    if (read.includes(tab)) continue;
    const fits = await hasColumns(workbook, tab, asked);
    const rows = await countRows(workbook, tab);
    if (rows > 0) unread.push({ name: tab.name, hidden: tab.hidden, rows: rows - (fits ? 1 : 0), fits });
  }
  return { read: read.map(({ name }) => name), unread: unread.filter(({ rows }) => rows > 0) };
}

async function hasColumns(workbook: Workbook, tab: SheetTab, asked: readonly string[]): Promise<boolean> {
  if (asked.length === 0) return false;
  const columns = Object.fromEntries(asked.map((name, place) => [place, { from: [name], format: null }]));
  const spec = { columns, reading: {} } as unknown as InputSpec;
  for await (const { found } of sheetRows(workbook, tab, spec)) return found;
  return false;
}

async function countRows(workbook: Workbook, tab: SheetTab): Promise<number> {
  let rows = 0;
  for await (const row of workbook.rows(tab)) {
    if (isBlankRow({ ...row, values: row.values.map(trimWide) })) continue;
    rows += 1;
    if (rows > MOST_COUNTED) break;
  }
  return rows;
}
