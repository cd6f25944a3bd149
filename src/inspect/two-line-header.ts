import { isColumnName } from '../audit/header-names.js';
import { whoseOf } from './whose.js';

/** A header in two lines: a group above, what stands in each of its columns below. */
export interface TwoLineHeader {
  /** Rows up to the end of the header: those to skip. */
  readonly rows: number;
  /** What the two lines say of each column, one after the other; each once. */
  readonly labels: readonly string[];
}

/** Rows among which a header is looked for. */
const LOOKED = 12;
const VALUE = /\d{4}|\d[-/.年月:]\d|^[\d.,-]+$/;

/**
 * Finds a header in two lines, as merged cells leave it: 申請者 above 氏名 and 生年月日, 受付番号 above nothing. Null where one row alone names all
 * columns, each once.
 *
 * @param rows the first rows of a table, cells of blanks as ''.
 */
export function twoLineHeader(rows: readonly (readonly string[])[]): TwoLineHeader | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const padded = rows
    .slice(0, LOOKED)
    .map((row) => Array.from({ length: width }, (_, at) => row[at]?.trim() ?? ''));
  for (let at = 0; at + 2 < padded.length; at++) {
    const [above, below, first] = [padded[at]!, padded[at + 1]!, padded[at + 2]!];
    if (namesAll(above) || namesAll(below)) return null;
    if (
      !isWords(above) ||
      !isWords(below) ||
      !below.some(isColumnName) ||
      !first.some((value) => VALUE.test(value.normalize('NFKC')))
    )
      continue;
    const labels = joinedLabels(above, below);
    if (labels !== null) return { rows: at + 2, labels };
  }
  return null;
}

/** A row that names every column, each once, is a header by itself. */
function namesAll(row: readonly string[]): boolean {
  return row.every((name) => name !== '') && new Set(row).size === row.length;
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

/** The group goes on over the blanks to its right, as far as the line below names something there. */
function joinedLabels(above: readonly string[], below: readonly string[]): readonly string[] | null {
  let group = '';
  const labels = below.map((name, at) => {
    if (above[at] !== '') group = above[at]!;
    else if (name === '') group = '';
    if (above[at] !== '' && name === '') return above[at]!;
    return above[at] === '' && isNobodys(group, name) ? name : `${group}${name}`;
  });
  if (labels.some((label) => label === '')) return null;
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count === 1 ? label : `${label}_${count}`;
  });
}
