import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ACTION_COLUMNS, actionRows } from './action-list.js';
import { columnTitles, handOffRows } from './hand-off.js';
import type { AuditResult } from './result.js';

/** First characters by which a spreadsheet takes a cell for a formula (OWASP: CSV injection), full width too. */
const FORMULA = /^[\s\u3000]*[=+\-@\t\r\n\u00ad＝＋－＠]/u;

/** What a spreadsheet would turn into a date or another number: 2-1-1, 1/2, 0012, 1E5, 16 digits. */
const NUMBER_LIKE = /^[\d.,:/\-\sEe年月日]*\d[\d.,:/\-\sEe年月日]*$/u;
/** A number that stays what it is. */
const HARMLESS = /^(0|[1-9]\d{0,14})(\.\d+)?$/;

/** Rows gathered before a write. */
const ROWS_PER_WRITE = 500;

/**
 * A cell that opens as the text it is: what a spreadsheet would calculate or turn into a date gets an apostrophe
 * in front (`fromCsvCell` takes it off again), quotes are doubled.
 */
export function csvCell(text: string): string {
  const bare = text.replaceAll('\u0000', '');
  const isChanged = bare.length <= 40 && NUMBER_LIKE.test(bare) && !HARMLESS.test(bare);
  return quoted(isChanged || FORMULA.test(bare) ? `'${bare}` : bare);
}

/** A cell for another system: as it is, but for what a spreadsheet would calculate should somebody look at it. */
function plainCsvCell(text: string): string {
  const bare = text.replaceAll('\u0000', '');
  return quoted(FORMULA.test(bare) ? `'${bare}` : bare);
}

/** Undoes the apostrophe of `csvCell`. */
export function fromCsvCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Writes findings.csv: UTF-8 with BOM and CRLF, as Excel opens it by a double click. */
export async function writeFindingsCsv(result: AuditResult, outDir: string): Promise<void> {
  const titles = `\ufeff${columnTitles(result).map(quoted).join(',')}`;
  await writeLines(join(outDir, 'findings.csv'), titles, handOffRows(result), csvCell);
}

/** Writes action-list.csv for the systems that hold the links. */
export async function writeActionList(result: AuditResult, outDir: string): Promise<void> {
  const head = ACTION_COLUMNS.map(quoted).join(',');
  await writeLines(join(outDir, 'action-list.csv'), head, actionRows(result), plainCsvCell);
}

async function writeLines(
  path: string,
  head: string,
  rows: AsyncIterable<readonly string[]>,
  cell: (text: string) => string,
): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    let lines = [`${head}\r\n`];
    for await (const row of rows) {
      lines.push(`${row.map(cell).join(',')}\r\n`);
      if (lines.length < ROWS_PER_WRITE) continue;
      await file.write(lines.join(''));
      lines = [];
    }
    await file.write(lines.join(''));
  } finally {
    await file.close();
  }
}
