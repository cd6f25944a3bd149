import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import { COLUMNS, columnTitles, handOffRows } from './hand-off.js';
import type { AuditResult } from './result.js';

/** Characters that XML 1.0 cannot hold, and halves of surrogate pairs; shown as 〓 so that the file opens. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** Excel takes `_x0041_` in a text for a character; an escaped underscore keeps it as written. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Excel's own limit for one cell. */
const LONGEST_CELL = 32_767;

export function xlsxCell(text: string): string {
  return text.slice(0, LONGEST_CELL).replace(NOT_XML, '〓').replace(ESCAPE_LIKE, '_x005F_');
}

/** Writes findings.xlsx row by row: every column is text (2-1-1 stays 2-1-1), the header row stays in sight. */
export async function writeXlsx(result: AuditResult, outDir: string): Promise<void> {
  const titles = columnTitles(result);
  const stream = writeXlsxStream(cells(result), {
    name: result.run.language === 'ja' ? '要確認' : 'Findings',
    columns: COLUMNS.map((column, index) => ({ header: titles[index]!, width: column.width, numFmt: '@' })),
    freezePane: { rows: 1 },
  });
  await pipeline(
    Readable.fromWeb(stream as ReadableStream<Uint8Array>),
    createWriteStream(join(outDir, 'findings.xlsx'), { mode: 0o600 }),
  );
}

async function* cells(result: AuditResult): AsyncGenerator<string[]> {
  for await (const row of handOffRows(result)) yield row.map(xlsxCell);
}
