import { areNumbered, looksLikeHeader } from '../audit/header-names.js';
import { splitRecord } from '../ingest/split-record.js';
import { twoLineHeader } from './two-line-header.js';

/** How a delimited text is laid out. */
export interface DelimitedShape {
  readonly delimiter: string;
  readonly columns: number;
  /** Rows above the header: titles, dates of issue. */
  readonly skipRows: number;
  readonly header: boolean;
  /** What a header in two lines says of each column, which is then known by its place alone. */
  readonly labels?: readonly string[];
}

const DELIMITERS = [',', '\t', ';', '|'];
/** Tried when no usual one fits: they also stand inside values. */
const UNUSUAL = ['^', '~', '@', '\u0001'];
const BEFORE_VALUE = [...DELIMITERS, ...UNUSUAL, '\n'];
const ROWS = 50;

/** Finds delimiter, title rows and header of a text, or null when no delimiter splits it into a table. */
export function sniffDelimited(text: string): DelimitedShape | null {
  const told = /^"?sep=([\t -~])"?\r?\n/i.exec(text);
  if (!told) return shapeOf(text, DELIMITERS, 1) ?? shapeOf(text, UNUSUAL, 2);
  // The reader passes over that line by itself, unless it is told how many rows to pass over.
  const shape = shapeOf(text.slice(told[0].length), [told[1]!], 0);
  return shape && shape.skipRows > 0 ? { ...shape, skipRows: shape.skipRows + 1 } : shape;
}

/** @param fewest columns that a table has more of. */
function shapeOf(text: string, delimiters: readonly string[], fewest: number): DelimitedShape | null {
  const candidates = delimiters.map((delimiter) => {
    const records = firstRecords(text).map((record) => splitRecord(record, delimiter));
    const columns = commonest(records.map((record) => record.length));
    const agreeing = records.filter((record) => record.length === columns).length;
    return { delimiter, records, columns, share: agreeing / Math.max(1, records.length) };
  });
  const best = candidates
    .filter(({ columns, share }) => columns > fewest && share > 0.6)
    .toSorted((a, b) => b.share - a.share || b.columns - a.columns)[0];
  if (!best) return null;
  const lines = twoLineHeader(best.records);
  if (lines !== null)
    return {
      delimiter: best.delimiter,
      columns: best.columns,
      skipRows: lines.rows,
      header: false,
      labels: lines.labels,
    };
  const skipRows = headerPlace(best.records, best.columns);
  const header = isHeader(best.records[skipRows]!);
  return { delimiter: best.delimiter, columns: best.columns, skipRows, header };
}

/** Rows in which a spreadsheet may write titles above the header. */
const TITLE_ROWS = 10;

/** The first row of full width; rows above a header that are mostly blank are titles, filled up with delimiters. */
function headerPlace(records: readonly (readonly string[])[], columns: number): number {
  const isWide = widthTest(records, columns);
  const first = records.findIndex(isWide);
  const filled = (record: readonly string[]) => record.filter((value) => value.trim() !== '').length;
  const used = commonest(records.slice(first + 1).map(filled)) || columns;
  const isTitle = (record: readonly string[]) => !isWide(record) || filled(record) <= used / 2;
  const full = records.slice(0, TITLE_ROWS).findIndex((record) => !isTitle(record));
  return full > first && isHeader(records[full]!) ? full : first;
}

/** Whether a record is as wide as the table: a header may end with a delimiter that rows do not have, or they with one. */
function widthTest(
  records: readonly (readonly string[])[],
  columns: number,
): (record: readonly string[]) => boolean {
  const endsEmpty = records.every((record) => record.length !== columns || record.at(-1)!.trim() === '');
  return (record) =>
    record.length === columns ||
    (isHeader(record) &&
      ((record.length === columns + 1 && record.at(-1)!.trim() === '') ||
        (record.length === columns - 1 && endsEmpty)));
}

/**
 * A header names things: no long digits, no name twice. Columns without a name (margins, the numbers of rows) stand in one whose other
 * names are plainly those of columns.
 */
export function isHeader(values: readonly string[]): boolean {
  const all = values.map((value) => value.normalize('NFKC').trim());
  const names = all.length > 1 && all.at(-1) === '' ? all.slice(0, -1) : all;
  if (areNumbered(names)) return true;
  const told = names.filter((name) => name !== '');
  const isWhole = told.length === names.length || (told.length >= FEWEST_NAMES && looksLikeHeader(told));
  return isWhole && told.every((name) => !/\d{4}/.test(name)) && new Set(told).size === told.length;
}

/** Names from which a row with blanks among them may be a header. */
const FEWEST_NAMES = 3;

/** Lines over which a value in quotes is followed; one that does not end there was opened by mistake. */
const LONGEST_VALUE = 20;

function firstRecords(text: string): string[] {
  const lines = text.split('\n', 4 * ROWS);
  const records: string[] = [];
  for (let at = 0; at < lines.length && records.length < ROWS; ) {
    let taken = 1;
    const record = () => lines.slice(at, at + taken).join('\n');
    while (isOpen(record()) && taken < LONGEST_VALUE && at + taken < lines.length) taken += 1;
    if (isOpen(record())) taken = 1;
    records.push(record().replace(/\r$/, ''));
    at += taken;
  }
  return text.endsWith('\n') && records.at(-1) === '' ? records.slice(0, -1) : records;
}

/** Whether a value in quotes goes on behind the text. A quote opens a value only where one may begin. */
function isOpen(text: string): boolean {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (quoted && text[i + 1] === '"') i += 1;
    else if (quoted || i === 0 || BEFORE_VALUE.includes(text[i - 1]!)) quoted = !quoted;
  }
  return quoted;
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
