import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CHOICES, COLUMNS, columnTitles, HAND_OFF_PARTS, handOffRows } from './hand-off.js';
import { reportWriter } from './report-writer.js';
import { workbookEntries } from './workbook.js';
import { zipStream } from './zip-stream.js';

/** Writes findings.xlsx row by row; decisions are picked from a list, in the words that `decide` takes back. */
export const findingsXlsx = reportWriter(HAND_OFF_PARTS, async (result, outDir) => {
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
});
