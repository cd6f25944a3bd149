import { FORMER_TITLES, OFFERED, RETURNED } from '../audit/hand-off.js';
import type { CellProblem } from './cell-problem.js';
import { cellName, type Sheet, type SheetCell } from './sheet.js';

const LABELS = ['c1', 'c2', 'c3'] as const;
const NEEDED = ['finding_id', 'fingerprint', 'decision'] as const;
const KEYS = [...NEEDED, 'candidate', 'reviewer', ...LABELS] as const;
export type Key = (typeof KEYS)[number];

/** Where the columns of a sheet stand, and in which row their titles; -1 for one that is not there. */
export interface Header {
  readonly row: number;
  readonly columns: Readonly<Record<Key, number>>;
  /** Where each row says what may be decided; -1 where none does. */
  readonly offered: number;
  /** The table was written before kinds had answers of their own. */
  readonly isFormer: boolean;
}

/** Rows in which titles are looked for: an office writes above its tables. */
const TITLE_ROWS = 20;

/** The header of a sheet, with the columns that stand in it twice; null where no row has the columns needed. */
export function headerOf(sheet: Sheet): (Header & { readonly twice: readonly CellProblem[] }) | null {
  for (const [row, cells] of sheet.rows.slice(0, TITLE_ROWS).entries()) {
    const places = KEYS.map((key) => [key, placesOf(cells, key)] as const);
    const columns = Object.fromEntries(places.map(([key, found]) => [key, found[0] ?? -1])) as Record<
      Key,
      number
    >;
    if (!NEEDED.every((key) => columns[key] >= 0)) continue;
    const twice = places
      .filter(([, found]) => found.length > 1)
      .map(
        ([key, found]): CellProblem => ({
          code: 'decisions-columns',
          sheet: sheet.name,
          cell: found.map((column) => cellName(row, column)).join(', '),
          key,
          text: TWICE,
        }),
      );
    const [offered = -1] = titled(cells, [OFFERED.ja, OFFERED.en]);
    return { row, columns, offered, twice, isFormer: isFormerTitle(cells[columns.decision]?.text ?? '') };
  }
  return null;
}

/** Columns that a sheet lacks to be read, as its best row of titles has them. */
export function missingOf(sheets: readonly Sheet[]): readonly Key[] {
  const rows = sheets.flatMap(({ rows }) => rows.slice(0, TITLE_ROWS));
  const lacking = rows.map((cells) => NEEDED.filter((key) => placesOf(cells, key).length === 0));
  return lacking.reduce<readonly Key[]>((least, one) => (one.length < least.length ? one : least), NEEDED);
}

/** Titles in either language, wherever the office has moved them, whatever width, blanks and case they have now. */
function placesOf(cells: readonly SheetCell[], key: Key): number[] {
  return titled(cells, [RETURNED[key].ja, RETURNED[key].en, ...(FORMER_TITLES[key] ?? [])]);
}

function titled(cells: readonly SheetCell[], titles: readonly string[]): number[] {
  const wanted = titles.map(folded);
  return cells.flatMap(({ text }, column) => (wanted.includes(folded(text)) ? [column] : []));
}

function isFormerTitle(title: string): boolean {
  return (FORMER_TITLES.decision ?? []).map(folded).includes(folded(title));
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** Whether a row says the titles once more: a sheet pasted below another has them. */
export function isHeader(cells: readonly SheetCell[]): boolean {
  return NEEDED.every((key) => placesOf(cells, key).length > 0);
}

const TWICE = {
  ja: '同じ列が2回あります。一方を消してください',
  en: 'this column stands twice; take one out',
};
