import { parse } from 'csv-parse/sync';
import { type Sheet, textCell } from './sheet.js';

/** What may part the values of a line: spreadsheets write what the machine's region has. */
export const DELIMITERS = [',', '\t', ';'] as const;

/** Rows of a table of text; null where it does not parse with this delimiter. */
export function readTextTable(text: string, delimiter: (typeof DELIMITERS)[number]): Sheet | null {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: delimiter !== ',',
      max_record_size: LONGEST_ROW,
    });
    return { name: null, isHidden: false, rows: rows.map((row) => row.map(textCell)), merges: [] };
  } catch {
    return null;
  }
}

/** Characters of a row at most: a quote that is never closed makes one row of all that follows. */
const LONGEST_ROW = 1_000_000;

/** Text as spreadsheets save it: UTF-16 with its mark, UTF-8, or what is neither as CP932. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
