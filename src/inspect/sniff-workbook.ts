import { itemsNamed } from '../audit/item-names.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import type { InputFile } from '../ingest/input-file.js';
import { openWorkbook } from '../ingest/sheets/open-workbook.js';
import type { SheetTab, Workbook } from '../ingest/sheets/workbook.js';
import { trimWide } from '../ingest/split-record.js';
import { Failure } from '../text/failure.js';
import { isHeader } from './sniff-delimited.js';
import { twoLineHeader } from './two-line-header.js';

/** How to read a file, and of a workbook the sheets that have the same columns as the one read. */
export interface Sniffed {
  readonly spec: InputSpec;
  readonly alike: readonly string[];
  /** What a header in two lines says of each column, which is then known by its place alone. */
  readonly labels?: readonly string[] | undefined;
}

/** Rows of a sheet among which its header is looked for. */
const LOOKED = 60;

/**
 * Which sheet of a workbook to read, and where its header stands: of the sheets that are not hidden the one whose header
 * names the most items, the first among equals; and those with the same columns.
 *
 * @throws {Failure} with exit code 2: `input-broken`, and as in `openWorkbook`.
 */
export async function sniffWorkbook(file: InputFile, unknown: InputSpec): Promise<Sniffed> {
  let workbook: Workbook | null = null;
  try {
    workbook = await openWorkbook(file);
    const spec = { ...unknown, format: workbook.format };
    const visible = workbook.tabs.filter(({ hidden }) => !hidden);
    const shown = visible.length > 0 ? visible : workbook.tabs;
    const sheets = [];
    for (const tab of shown) sheets.push(await sniffSheet(workbook, tab));
    const best = sheets.toSorted((a, b) => b.items - a.items)[0];
    if (!best) return { spec, alike: [] };
    const alike = sheets
      .filter(({ shape }) => shape === best.shape && shape !== '')
      .map(({ tab }) => tab.name);
    const reading = {
      ...(best.tab === shown[0] ? {} : { sheet: best.tab.name }),
      ...(best.skipRows > 0 ? { skipRows: best.skipRows } : {}),
      ...(best.labels ? { header: false } : {}),
    };
    return {
      spec: Object.keys(reading).length > 0 ? { ...spec, reading } : spec,
      alike,
      labels: best.labels,
    };
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const values = { source: file.source, path: file.path };
    throw new Failure('input-broken/inspected', { values, cause });
  } finally {
    workbook?.close();
  }
}

/** The header of a sheet is the first row that names as many columns as the widest of the rows after it fill. */
async function sniffSheet(workbook: Workbook, tab: SheetTab) {
  const rows: { index: number; cells: readonly string[]; filled: readonly string[] }[] = [];
  for await (const { index, values } of workbook.rows(tab)) {
    const cells = values.map(trimWide);
    rows.push({ index, cells, filled: cells.filter((text) => text !== '') });
    if (rows.length >= LOOKED) break;
  }
  const widest = Math.max(0, ...rows.map(({ filled }) => filled.length));
  const header = rows.find(({ filled }) => filled.length >= widest * 0.8 && isHeader(filled));
  const lines = twoLineHeader(rows.map(({ cells }) => cells));
  if (lines !== null) {
    const { labels } = lines;
    return { tab, skipRows: rows[lines.rows - 1]!.index + 1, items: itemsNamed(labels), shape: '', labels };
  }
  const names = header?.filled ?? [];
  const shape = names.toSorted().join('\u0000');
  return { tab, skipRows: header?.index ?? 0, items: itemsNamed(names), shape };
}
