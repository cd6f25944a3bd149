/** A sheet of a workbook, as its tab says. */
export interface SheetTab {
  readonly name: string;
  readonly hidden: boolean;
}

/** Cells as text from the first column on, '' where empty; `index` counts rows from 0. Empty rows are left out. */
export interface RawRow {
  readonly index: number;
  readonly values: readonly string[];
}

export interface Workbook {
  readonly format: 'xlsx' | 'ods';
  /** In the order of the tabs; sheets that hold charts alone are left out. */
  readonly tabs: readonly SheetTab[];
  rows(tab: SheetTab): AsyncIterable<RawRow>;
  close(): void;
}
