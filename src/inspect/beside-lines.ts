import { extname } from 'node:path';
import { readHead } from '../ingest/byte-source.js';
import { decodeLoosely } from '../ingest/encodings/codec.js';
import { guessEncoding } from '../ingest/encodings/guess.js';
import { codecOf } from '../ingest/encodings/index.js';
import { type InputFile, inputFiles } from '../ingest/input-file.js';
import { openWorkbook } from '../ingest/sheets/open-workbook.js';
import { containerOf } from '../ingest/sheets/other-container.js';
import { Failure } from '../text/failure.js';
import { smallBeside } from './layout-beside.js';
import { specOf } from './sniff.js';

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

async function linesOf(path: string): Promise<readonly string[]> {
  const file = (await inputFiles(specOf({ files: [path] }), process.cwd()))[0]!;
  const head = (await readHead(file, 'utf-8')).bytes;
  const container = containerOf(head);
  if (container === 'zip') return linesOfWorkbook(file);
  if (container !== 'text') return [];
  const guessed = guessEncoding(head);
  if (guessed === 'iso-2022-jp' || guessed === 'utf-32') return [];
  const encoding = guessed === null || guessed === 'ascii' ? 'utf-8' : guessed;
  const text = decodeLoosely(codecOf(encoding), (await readHead(file, encoding)).bytes);
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, MOST_ROWS)
    .map((line) => line.replace(/[,\t"|]/g, ' '));
}

/** The title of each sheet as a line of its own, then its rows. */
async function linesOfWorkbook(file: InputFile): Promise<readonly string[]> {
  const workbook = await openWorkbook(file);
  try {
    const lines: string[] = [];
    for (const tab of workbook.tabs) {
      lines.push('', tab.name);
      let rows = 0;
      for await (const { values } of workbook.rows(tab)) {
        lines.push(values.join(' '));
        rows += 1;
        if (rows >= MOST_ROWS) break;
      }
    }
    return lines;
  } finally {
    workbook.close();
  }
}
