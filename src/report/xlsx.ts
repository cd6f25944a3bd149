import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GROUPS } from '../audit/words.js';
import { countTable } from './count-table.js';
import { CHOICES, COLUMNS, columnTitles, handOffRows } from './hand-off.js';
import { HAND_OFF_PARTS } from './hand-off-column.js';
import { legend } from './legend.js';
import { reportWriter } from './report-writer.js';
import { workbookEntries } from './workbook.js';
import { zipStream } from './zip-stream.js';

/** The last column that is printed: what follows is read on a screen. */
const LAST_PRINTED = 'reason';

/**
 * Writes findings.xlsx row by row, the blind sample, the counts and a legend behind them; decisions are picked from a list, in
 * the words that `decide` takes back.
 */
export const findingsXlsx = reportWriter(HAND_OFF_PARTS, async (result, outDir) => {
  const { language } = result.run;
  const titles = columnTitles(result);
  const counts = countTable(result);
  // As many as are drawn for review, whatever the size of the night.
  const samples: (readonly (string | number)[])[] = [];
  const rows = async function* () {
    for await (const { cells, isSample } of handOffRows(result)) {
      if (isSample) samples.push(withNumbers(cells));
      else yield withNumbers(cells);
    }
  };
  const entries = workbookEntries({
    name: language === 'ja' ? '要確認' : 'Findings',
    columns: COLUMNS.map(({ key, width, wraps }, index) => ({
      title: titles[index]!,
      width,
      ...(wraps ? { wraps } : {}),
      ...CHOICES[language][key],
    })),
    rows: rows(),
    apart: { name: GROUPS.sample[language], rows: () => samples },
    printed: COLUMNS.findIndex(({ key }) => key === LAST_PRINTED) + 1,
    foot: language === 'ja' ? '取扱注意' : 'Confidential: personal data',
    behind: [
      {
        name: language === 'ja' ? '集計' : 'Summary',
        titles: counts.titles.map((title) => title[language]),
        rows: [...counts.rows, counts.total].map((row) => [row.title[language], ...row.counts]),
      },
      legend(language),
    ],
  });
  await pipeline(
    Readable.from(zipStream(entries)),
    createWriteStream(join(outDir, 'findings.xlsx'), { mode: 0o600 }),
  );
});

/** Probabilities as numbers, so that a spreadsheet sorts and filters them as such. */
function withNumbers(cells: readonly string[]): readonly (string | number)[] {
  return cells.map((text, index) => (COLUMNS[index]!.isNumber && text !== '' ? Number(text) : text));
}
