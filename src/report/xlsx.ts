import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditResult } from '../audit/result.js';
import { CHOICES, COLUMNS, columnTitles, handOffRows } from './hand-off.js';
import { workbookEntries } from './workbook.js';
import { zipStream } from './zip-stream.js';

/** Writes findings.xlsx row by row; decisions are picked from a list, in the words that `decide` takes back. */
export async function writeXlsx(result: AuditResult, outDir: string): Promise<void> {
  const { language } = result.run;
  const titles = columnTitles(result);
  const entries = workbookEntries({
    name: language === 'ja' ? '要確認' : 'Findings',
    columns: COLUMNS.map(({ key, width }, index) => ({
      title: titles[index]!,
      width,
      ...CHOICES[language][key],
    })),
    rows: handOffRows(result),
  });
  await pipeline(
    Readable.from(zipStream(entries)),
    createWriteStream(join(outDir, 'findings.xlsx'), { mode: 0o600 }),
  );
}
