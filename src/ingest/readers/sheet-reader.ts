import type { InputSpec } from '../../audit/pipeline-file.js';
import { mappedColumns } from '../../audit/pipeline-file.js';
import { Failure } from '../../text/failure.js';
import type { InputFile } from '../input-file.js';
import { hashFile } from '../input-file.js';
import { requireColumns } from '../preflight/require-columns.js';
import type { Reader, Sample } from '../reader.js';
import { openWorkbook } from '../sheets/open-workbook.js';
import { chosenTabs, EVERY_SHEET } from '../sheets/sheet-choice.js';
import { type SheetRejects, sheetRejects } from '../sheets/sheet-rejects.js';
import { type SheetRow, sheetRows } from '../sheets/sheet-rows.js';
import { type SheetUse, sheetUse } from '../sheets/sheet-use.js';
import type { SheetTab, Workbook } from '../sheets/workbook.js';
import { openStaging } from '../staging.js';
import type { RejectCode } from '../visit.js';

const SAMPLE_ROWS = 2000;

/** The reader of workbooks: the header is the first row with every column asked for, whatever stands above it. */
export function sheetReader(id: 'xlsx' | 'ods', title: Reader['title']): Reader {
  return {
    id,
    title,
    sample: (file, spec) => sample(file, spec),
    later: (file, spec) => later(file, spec),
    read: (file, spec, context) =>
      withWorkbook(file, spec, async ({ workbook, tabs, rows }) => {
        const names = mappedColumns(spec);
        const staging = openStaging(context.workDir, file, 0x2c);
        const rejects = context.rejects(Buffer.alloc(0));
        const refused = sheetRejects(context.workDir, file, id);
        const read = new Set<SheetTab>();
        let count = 0;
        for await (const row of rows()) {
          read.add(row.tab);
          if (!row.values) {
            requireColumns(file, spec, row.names);
            continue;
          }
          count += 1;
          const error = errorIn(row, names);
          if (error) {
            rejects.add(placed(row, error, tabs), Buffer.alloc(0));
            refused.add(row);
            continue;
          }
          staging.beginRow(count);
          for (const name of names) staging.text(row.values[row.names.indexOf(name)] ?? '');
          staging.endRow();
        }
        const staged = staging.finish(names);
        await rejects.close();
        await refused.write();
        return {
          sha256: await hashFile(file),
          rows: count,
          rejected: rejects.count,
          sheets: await sheetUse(workbook, [...read], spec, []),
          ...staged,
        };
      }),
    divert: (file, spec, why, context) =>
      withWorkbook(file, spec, async ({ tabs, rows }) => {
        const rejects = context.rejects(Buffer.alloc(0));
        const refused: SheetRejects = sheetRejects(context.workDir, file, id);
        let count = 0;
        for await (const row of rows()) {
          if (!row.values) continue;
          count += 1;
          const reason = why.get(count);
          if (reason) rejects.add(placed(row, reason, tabs), Buffer.alloc(0));
          // The file of rejected rows is written anew, with what reading had put there.
          if (reason || errorIn(row, mappedColumns(spec))) refused.add(row);
        }
        await rejects.close();
        await refused.write();
      }),
  };
}

async function sample(file: InputFile, spec: InputSpec) {
  return withWorkbook(file, spec, async ({ workbook, rows }) => {
    const texts: string[][] = [];
    const damaged: Record<string, number> = {};
    const read = new Set<SheetTab>();
    let columns: readonly string[] | null = null;
    let seen = 0;
    for await (const row of rows()) {
      read.add(row.tab);
      columns ??= row.names;
      if (!row.values) continue;
      const error = errorIn(row, mappedColumns(spec));
      if (error) damaged[error.code] = (damaged[error.code] ?? 0) + 1;
      else texts.push(columns.map((name) => row.values![row.names.indexOf(name)] ?? ''));
      seen += 1;
      if (seen >= SAMPLE_ROWS) break;
    }
    const names = columns ?? [];
    const unlooked = spec.reading?.sheet === EVERY_SHEET && seen >= SAMPLE_ROWS;
    const sheets: SheetUse | null = unlooked ? null : await sheetUse(workbook, [...read], spec, names);
    return { columns: names, rows: texts, damaged, ...(sheets ? { sheets } : {}) };
  });
}

/** Goes through to the end and keeps every second, fourth, … row, so that at most as many are kept as were looked at first. */
async function later(file: InputFile, spec: InputSpec): Promise<Sample | null> {
  return withWorkbook(file, spec, async ({ rows }) => {
    const names = mappedColumns(spec);
    let kept: (readonly string[])[] = [];
    let step = 1;
    let seen = 0;
    for await (const row of rows()) {
      if (!row.values || errorIn(row, names)) continue;
      seen += 1;
      if (seen <= SAMPLE_ROWS || (seen - SAMPLE_ROWS) % step !== 0) continue;
      kept.push(names.map((name) => row.values![row.names.indexOf(name)] ?? ''));
      if (kept.length <= SAMPLE_ROWS) continue;
      kept = kept.filter((_, at) => at % 2 === 1);
      step *= 2;
    }
    return kept.length === 0 ? null : { columns: names, rows: kept, damaged: {} };
  });
}

interface Opened {
  readonly workbook: Workbook;
  readonly tabs: readonly SheetTab[];
  /** Header and rows of every sheet that is read, one after the other. */
  rows(): AsyncIterable<SheetRow>;
}

/**
 * Work on an open workbook.
 *
 * @throws {Failure} with exit code 2: `input-broken`, and as in `openWorkbook` and `chosenTabs`.
 */
async function withWorkbook<T>(
  file: InputFile,
  spec: InputSpec,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  let workbook: Workbook | null = null;
  try {
    workbook = await openWorkbook(file);
    const opened = workbook;
    const tabs = chosenTabs(file, spec, opened.tabs);
    return await work({ workbook: opened, tabs, rows: () => rowsOf(opened, tabs, spec) });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const values = { source: file.source, path: file.path };
    throw new Failure('input-broken/workbook', { values, cause });
  } finally {
    workbook?.close();
  }
}

async function* rowsOf(
  workbook: Workbook,
  tabs: readonly SheetTab[],
  spec: InputSpec,
): AsyncGenerator<SheetRow> {
  let fallback: SheetRow | null = null;
  let isAny = false;
  for (const tab of tabs) {
    for await (const row of sheetRows(workbook, tab, spec)) {
      if (row.found) {
        isAny = true;
        yield row;
      } else fallback ??= row;
    }
  }
  // No sheet has the columns: the names of the first tell what there is instead.
  if (!isAny && fallback) yield fallback;
}

/** Among several sheets the place names its sheet, as formulas do. */
function placed(
  { line, tab }: SheetRow,
  { code, column }: { readonly code: RejectCode; readonly column: string | null },
  tabs: readonly SheetTab[],
) {
  return { line, offset: 0, code, column: tabs.length > 1 ? `${tab.name}!${column ?? ''}` : column };
}

const CELL_ERROR = /^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)|Err:\d{3})$/;

function errorIn({ names, values }: SheetRow, wanted: readonly string[]) {
  const column = wanted.find((name) => CELL_ERROR.test(values?.[names.indexOf(name)] ?? ''));
  return column === undefined ? null : { code: 'cell-error' as const, column };
}
