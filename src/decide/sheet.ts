/** A cell as it came back: its text, and what it is beside. */
export interface SheetCell {
  readonly text: string;
  readonly kind: 'empty' | 'text' | 'number' | 'truth' | 'date' | 'error' | 'formula';
}

/** A sheet of a workbook, or a file of text; `name` stands before the cell in messages. */
export interface Sheet {
  readonly name: string | null;
  readonly isHidden: boolean;
  /** Rows from the first of the sheet on, empty ones too, so that a place is what a spreadsheet shows. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** Cells drawn as one: only the first of them has a value. */
  readonly merges: readonly Merge[];
}

export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export const EMPTY: SheetCell = { text: '', kind: 'empty' };

const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/;

/** A cell of text, trimmed, without the apostrophe, or the formula of a text, that keeps a spreadsheet from calculating. */
export function textCell(text: string): SheetCell {
  const plain = text
    .trim()
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'/, '')
    .trim();
  if (plain === '') return EMPTY;
  return { text: plain, kind: ERROR.test(plain) ? 'error' : 'text' };
}

/** Z2 of row 1 and column 25, both counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

function columnLetters(column: number): string {
  const own = String.fromCharCode(65 + (column % 26));
  return column < 26 ? own : columnLetters(Math.floor(column / 26) - 1) + own;
}
