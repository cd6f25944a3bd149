import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { AuditResult } from '../audit/result.js';
import { csvCell, plainCsvCell, quoted } from '../text/csv-cell.js';
import { ACTION_COLUMNS, ACTION_PARTS, actionRows } from './action-list.js';
import { countTable } from './count-table.js';
import { COLUMNS, columnTitles, handOffRows } from './hand-off.js';
import { HAND_OFF_PARTS } from './hand-off-column.js';
import { reportWriter } from './report-writer.js';

/** Rows gathered before a write. */
const ROWS_PER_WRITE = 500;

/** Writes findings.csv, and summary.csv beside it: UTF-8 with BOM and CRLF, as Excel opens it by a double click. */
export const findingsCsv = reportWriter(HAND_OFF_PARTS, async (result, outDir) => {
  const titles = `\ufeff${columnTitles(result).map(quoted).join(',')}`;
  const cell = (text: string, column: number) => (COLUMNS[column]?.isKey ? plainCsvCell : csvCell)(text);
  const rows = async function* () {
    for await (const { cells } of handOffRows(result)) yield cells;
  };
  await writeLines(join(outDir, 'findings.csv'), titles, rows(), cell);
  await writeCounts(result, outDir);
});

/** Writes summary.csv, the counts as they are reported: the table of the first page, of the same numbers. */
async function writeCounts(
  result: Pick<AuditResult, 'run' | 'summary' | 'review'>,
  outDir: string,
): Promise<void> {
  const { language } = result.run;
  const { titles, rows, total } = countTable(result);
  const lines = [...rows, total].map(({ title, counts }) => [title[language], ...counts.map(String)]);
  const head = `\ufeff${titles.map((title) => quoted(title[language])).join(',')}`;
  await writeLines(join(outDir, 'summary.csv'), head, Readable.from(lines), csvCell);
}

/** Writes action-list.csv for the systems that hold the links. */
export const actionList = reportWriter(ACTION_PARTS, async (result, outDir) => {
  const head = ACTION_COLUMNS.map(quoted).join(',');
  await writeLines(join(outDir, 'action-list.csv'), head, actionRows(result), plainCsvCell);
});

async function writeLines(
  path: string,
  head: string,
  rows: AsyncIterable<readonly string[]>,
  cell: (text: string, column: number) => string,
): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    let lines = [`${head}\r\n`];
    for await (const row of rows) {
      let line = '';
      for (let column = 0; column < row.length; column++)
        line += `${column === 0 ? '' : ','}${cell(row[column]!, column)}`;
      lines.push(`${line}\r\n`);
      if (lines.length < ROWS_PER_WRITE) continue;
      await file.write(lines.join(''));
      lines = [];
    }
    await file.write(lines.join(''));
  } finally {
    await file.close();
  }
}
