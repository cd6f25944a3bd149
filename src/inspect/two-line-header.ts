import { isColumnName } from '../audit/header-names.js';
import { whoseOf } from './whose.js';

/** A header in two lines: a group above, what stands in each of its columns below. */
export interface TwoLineHeader {
  /** Rows up to the end of the header: those to skip. */
  readonly rows: number;
  /** What the two lines say of each column, one after the other; each once. '' of a column that is blank. */
  readonly labels: readonly string[];
}

/** Rows among which a header is looked for. */
const LOOKED = 12;
/** Share of the rows below that a column may fill and still be a blank one between others: a total stands there, or a note. */
const STRAY = 0.1;
const VALUE = /\d{4}|\d[-/.年月:]\d|^[\d.,-]+$/;

/**
 * Finds a header in two lines, as merged cells leave it: 申請者 above 氏名 and 生年月日, 受付番号 above nothing. Null where one row alone names all
 * columns, each once. Columns that nothing stands in, as spreadsheets have them for margins, need no name.
 *
 * @param rows the first rows of a table, cells of blanks as ''.
 */
export function twoLineHeader(rows: readonly (readonly string[])[]): TwoLineHeader | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const padded = rows.map((row) => Array.from({ length: width }, (_, at) => row[at]?.trim() ?? ''));
  for (let at = 0; at + 2 < Math.min(padded.length, LOOKED); at++) {
    const [above, below, first] = [padded[at]!, padded[at + 1]!, padded[at + 2]!];
    const isUnused = blankFrom(padded.slice(at + 2), width);
    // A word of a title may stand above such a column, and 備考 that nobody has filled in.
    const isMargin = (column: number) => isUnused[column]! && !isColumnName(above[column]!);
    if (
      namesAll(above.filter((name, column) => name !== '' || below[column] !== '' || !isUnused[column])) ||
      namesAll(below.filter((name, column) => name !== '' || !isMargin(column)))
    )
      return null;
    if (
      !isWords(above) ||
      !isWords(below) ||
      !below.some(isColumnName) ||
      !first.some((value) => VALUE.test(value.normalize('NFKC')))
    )
      continue;
    const labels = joinedLabels(above, below, isUnused);
    if (labels !== null) return { rows: at + 2, labels };
  }
  return null;
}

/** Which columns hold nothing, but for a stray word. */
function blankFrom(rows: readonly (readonly string[])[], width: number): readonly boolean[] {
  return Array.from(
    { length: width },
    (_, column) => rows.filter((row) => row[column] !== '').length <= STRAY * rows.length,
  );
}

/** A row that names every column, each once, is a header by itself. */
function namesAll(row: readonly string[]): boolean {
  return row.length >= 2 && row.every((name) => name !== '') && new Set(row).size === row.length;
}

/** Several words, and nothing such as rows have. */
function isWords(row: readonly string[]): boolean {
  const told = row.filter((name) => name !== '');
  return told.length >= 2 && told.every((name) => !VALUE.test(name.normalize('NFKC')));
}

/** Whether a name below a group of somebody's items speaks of no item of a person: 備考 behind 申請者 is the row's. */
function isNobodys(group: string, name: string): boolean {
  if (group === '' || name === '' || whoseOf(`${group}氏名`, true).role === '') return false;
  return whoseOf(`${group}${name}`, true).role === '';
}

/**
 * The group goes on over the blanks to its right, as far as the line below names something there; over a blank column too, unless
 * what has no group stands in the line below: there is no telling then where the group ends.
 */
function joinedLabels(
  above: readonly string[],
  below: readonly string[],
  isUnused: readonly boolean[],
): readonly string[] | null {
  const singlesBelow = firstNamed(below) < firstNamed(above);
  let group = '';
  const labels = below.map((name, at) => {
    if (above[at] !== '') group = above[at]!;
    else if (name === '' && singlesBelow) group = '';
    if (name === '') return above[at]!;
    return above[at] === '' && isNobodys(group, name) ? name : `${group}${name}`;
  });
  if (labels.some((label, at) => label === '' && !isUnused[at])) return null;
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 || label === '' ? label : `${label}_${count}`;
  });
}

function firstNamed(row: readonly string[]): number {
  return row.findIndex((name) => name !== '');
}
