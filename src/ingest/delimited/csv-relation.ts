import { enginePath } from '../../engine/engine-path.js';
import { ident, literal } from '../../engine/sql.js';
import { rawName } from '../../tables/read-files.js';

interface CsvOptions {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Lines above the first record. */
  readonly skip: number;
  readonly gzip: boolean;
  /** Line end of every record; the engine's own guess takes one inside quotes for it. */
  readonly lineEnd?: '\n' | '\r\n';
}

/**
 * SQL that reads a CSV whose structure has been checked: every column as text, nothing guessed, nothing
 * forgiven. A quoted empty value is read as NULL like an unquoted one.
 *
 * DuckDB 1.5 finds no rows at all where it is strict and told that lines end in CRLF: for those it is not strict,
 * which changes nothing about a file without damage.
 */
export function csvRelation(
  path: string,
  { delimiter, columns, skip, gzip, lineEnd = '\n' }: CsvOptions,
): string {
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${enginePath(path)}, auto_detect = false, hive_partitioning = false, header = false, skip = ${skip},
    delim = ${literal(delimiter)}, quote = '"', escape = '"', strict_mode = ${lineEnd === '\n'}, ignore_errors = false,
    null_padding = false, new_line = ${lineEnd === '\n' ? "'\\n'" : "'\\r\\n'"}, compression = ${literal(gzip ? 'gzip' : 'none')}, columns = {${types}})`;
}

const SPACES = ' \t\u3000\u00a0';

/** Byte order mark: no width, and the client library drops it from the beginning of a value, so that it would not be found again. */
const MARK = '\ufeff';

/**
 * A column's text without spaces of either width at its ends and without byte order marks, NULL when nothing is left.
 * Only values that begin or end with one are trimmed: trimming all of them takes twice the time of reading.
 */
function trimmed(column: string): string {
  // Everything below '!' in byte order begins with a space or a control character, or is empty.
  const edges = [
    `${column} < '!'`,
    `prefix(${column}, '\u3000')`,
    ...[' ', '\t', '\u3000'].map((space) => `suffix(${column}, ${literal(space)})`),
  ];
  const inner = (text: string) => `nullif(trim(${text}, ${literal(SPACES)}), '')`;
  return `case when contains(${column}, ${literal(MARK)}) then ${inner(`replace(${column}, ${literal(MARK)}, '')`)}
    when ${edges.join(' or ')} then ${inner(column)} else ${column} end`;
}

/** Items that are prose: their columns (氏 and 名, town and building) are joined as words. */
const WORDS: ReadonlySet<string> = new Set([
  'name',
  'kana',
  'former_name',
  'alias',
  'address',
  'previous_address',
]);

/** A day and a time of day are written one after the other; with a hyphen between, 10:30 would be an offset from UTC. */
function isDayAndTime(item: string, columns: number): boolean {
  return item === 'registered_at' && columns === 2;
}

/** Whether so many columns of an item are joined as words, without those that are empty. */
export function isWords(item: string, columns: number): boolean {
  return WORDS.has(item) || isDayAndTime(item, columns);
}

/**
 * An item from its columns; NULL when all are empty. Parts of a key or of a date are joined with '-', empty ones kept as empty
 * parts, so that two keys never fall together and a month is no day; words with a space, empty ones left out.
 */
export function joined(item: string, columns: readonly string[]): string {
  const parts = columns.map(trimmed);
  if (parts.length === 1) return parts[0]!;
  if (isWords(item, parts.length)) return `nullif(concat_ws(' ', ${parts.join(', ')}), '')`;
  const filled = parts.map((part) => `coalesce(${part}, '')`).join(` || '-' || `);
  return `case when coalesce(${parts.join(', ')}) is null then null else ${filled} end`;
}

/** What `joined` gives of a row that holds the names of the columns. */
export function joinedNames(item: string, names: readonly string[]): string {
  return names.join(isWords(item, names.length) ? ' ' : '-');
}

/** Name of the table an input is read into. */
export function rawTable(id: string): string {
  return ident(rawName(id));
}
