import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countTable } from './count-table.js';
import { CHOICES, COLUMNS, columnTitles, HAND_OFF_PARTS, handOffRows } from './hand-off.js';
import { reportWriter } from './report-writer.js';
import { workbookEntries } from './workbook.js';
import { zipStream } from './zip-stream.js';

/** Writes findings.xlsx row by row, the counts behind them; decisions are picked from a list, in the words that `decide` takes back. */
export const findingsXlsx = reportWriter(HAND_OFF_PARTS, async (result, outDir) => {
  const { language } = result.run;
  const titles = columnTitles(result);
  const counts = countTable(result);
  const entries = workbookEntries({
    name: language === 'ja' ? '要確認' : 'Findings',
    columns: COLUMNS.map(({ key, width }, index) => ({
      title: titles[index]!,
      width,
      ...CHOICES[language][key],
    })),
    rows: handOffRows(result),
    behind: {
      name: language === 'ja' ? '集計' : 'Summary',
      titles: counts.titles.map((title) => title[language]),
      rows: [...counts.rows, counts.total].map((row) => [row.title[language], ...row.counts]),
    },
  });
  await pipeline(
    Readable.from(zipStream(entries)),
    createWriteStream(join(outDir, 'findings.xlsx'), { mode: 0o600 }),
  );
});
