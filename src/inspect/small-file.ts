import { readHead } from '../ingest/byte-source.js';
import { decodeLoosely } from '../ingest/encodings/codec.js';
import { guessEncoding } from '../ingest/encodings/guess.js';
import { codecOf } from '../ingest/encodings/index.js';
import { type InputFile, inputFiles } from '../ingest/input-file.js';
import { openWorkbook } from '../ingest/sheets/open-workbook.js';
import { containerOf } from '../ingest/sheets/other-container.js';
import { specOf } from './sniff.js';

/** What stands beside an export: a workbook or a text, each as its lines, or null of anything else. */
export type SmallFile =
  | { readonly sheets: AsyncIterable<Sheet> }
  | { readonly lines: readonly string[] }
  | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Bytes of a text that are read. */
const MOST_BYTES = 1 << 18;

/**
 * Reads a description, note or list beside an export, so many rows or lines of it.
 *
 * @throws {Failure} `input-…` as for any file.
 */
export async function readSmall(path: string, most: number): Promise<SmallFile> {
  const file = (await inputFiles(specOf({ files: [path] }), process.cwd()))[0]!;
  const head = (await readHead(file, 'utf-8')).bytes;
  const container = containerOf(head);
  if (container === 'zip') return { sheets: sheetsOf(file, most) };
  if (container !== 'text') return null;
  const guessed = guessEncoding(head);
  if (guessed === 'iso-2022-jp' || guessed === 'utf-32') return null;
  const encoding = guessed === null || guessed === 'ascii' ? 'utf-8' : guessed;
  const { bytes } = await readHead(file, encoding);
  const text = decodeLoosely(codecOf(encoding), bytes.subarray(0, MOST_BYTES)).replace(/^\ufeff/, '');
  return { lines: text.split(/\r?\n/, most) };
}

async function* sheetsOf(file: InputFile, most: number): AsyncIterable<Sheet> {
  const workbook = await openWorkbook(file);
  try {
    for (const tab of workbook.tabs) {
      const rows: (readonly string[])[] = [];
      for await (const { values } of workbook.rows(tab)) {
        rows.push(values);
        if (rows.length >= most) break;
      }
      yield { name: tab.name, rows };
    }
  } finally {
    workbook.close();
  }
}
