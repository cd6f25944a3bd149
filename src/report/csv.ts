import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditResult } from '../audit/result.js';
import { csvCell, plainCsvCell, quoted } from '../text/csv-cell.js';
import { ACTION_COLUMNS, actionRows } from './action-list.js';
import { columnTitles, handOffRows } from './hand-off.js';

/** Rows gathered before a write. */
const ROWS_PER_WRITE = 500;

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
