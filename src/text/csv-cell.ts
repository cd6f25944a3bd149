/** First characters by which a spreadsheet takes a cell for a formula (OWASP: CSV injection), full width too. */
const FORMULA = /^[\s\u3000]*[=+\-@\t\r\n\u00ad＝＋－＠]/u;

/** What a spreadsheet would turn into a date or another number: 2-1-1, 1/2, 0012, 1E5, 16 digits. */
const NUMBER_LIKE = /^[\d.,:/\-\sEe年月日]*\d[\d.,:/\-\sEe年月日]*$/u;
/** A number that stays what it is. */
const HARMLESS = /^(0|[1-9]\d{0,14})(\.\d+)?$/;
/** Half of the cells of a table of findings. */
const EMPTY = '""';

/**
 * A cell that opens as the text it is: what a spreadsheet would calculate or turn into a date gets an apostrophe
 * in front (`fromCsvCell` takes it off again), quotes are doubled.
 */
export function csvCell(text: string): string {
  if (text === '') return EMPTY;
  const bare = withoutNul(text);
  const isChanged = bare.length <= 40 && NUMBER_LIKE.test(bare) && !HARMLESS.test(bare);
  return quoted(isChanged || FORMULA.test(bare) ? `'${bare}` : bare);
}

/** A cell for another system: as it is, but for what a spreadsheet would calculate should somebody look at it. */
export function plainCsvCell(text: string): string {
  if (text === '') return EMPTY;
  const bare = withoutNul(text);
  return quoted(FORMULA.test(bare) ? `'${bare}` : bare);
}

/** Undoes the apostrophe of `csvCell`. */
export function fromCsvCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

export function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

function withoutNul(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
}
