import { extname } from 'node:path';
import { Failure } from '../text/failure.js';
import { smallBeside } from './layout-beside.js';
import { readSmall } from './small-file.js';

/** What a file beside an export says, line by line; cells of a row with blanks between. */
export interface BesideLines {
  readonly path: string;
  readonly lines: readonly string[];
}

/** Tables and notes. */
const SAYING = /\.(csv|tsv|txt|md|xlsx|xlsm|ods)$/i;
const WORKBOOK = /^\.(xlsx|xlsm|ods)$/i;
/** Rows of a sheet that are read: lists of codes are short. */
const MOST_ROWS = 500;

/** Notes, lists of codes and descriptions in the folder of an export, and the sheets of its own workbook. */
export async function linesBeside(path: string): Promise<readonly BesideLines[]> {
  const found: BesideLines[] = [];
  const own = WORKBOOK.test(extname(path)) ? [path] : [];
  for (const one of [...own, ...(await smallBeside(path, SAYING))]) {
    const lines = await linesOf(one).catch((error: unknown) => {
      if (error instanceof Failure) return [];
      throw error;
    });
    if (lines.length > 0) found.push({ path: one, lines });
  }
  return found;
}

/** Of a sheet its title as a line of its own, then its rows. */
async function linesOf(path: string): Promise<readonly string[]> {
  const small = await readSmall(path, MOST_ROWS);
  if (small === null) return [];
  if ('lines' in small) return small.lines.map((line) => line.replace(/[,\t"|]/g, ' '));
  const lines: string[] = [];
  for await (const { name, rows } of small.sheets) lines.push('', name, ...rows.map((row) => row.join(' ')));
  return lines;
}
