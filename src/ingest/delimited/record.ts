/** A delimited file: the byte between values, and how many values a row has. */
export interface Dialect {
  readonly delimiter: number;
  readonly columns: number;
}

export type DamageCode =
  | 'columns-too-few'
  | 'columns-too-many'
  | 'quote-open'
  | 'quote-misplaced'
  | 'stray-carriage-return'
  | 'nul'
  | 'record-too-long';

export interface Found {
  /** `more`: the buffer ends before the record does. */
  kind: 'sound' | 'blank' | 'damaged' | 'more';
  /** Exclusive end of the record without its line end, and start of the next one. */
  end: number;
  next: number;
  /** Physical lines the record spans. */
  lines: number;
  code: DamageCode | null;
  /** The line ended with a bare LF, CRLF, or otherwise (end of file, bare CR). */
  lineEnd: 'lf' | 'crlf' | 'other';
}

export const newFound = (): Found => ({
  kind: 'more',
  end: 0,
  next: 0,
  lines: 1,
  code: null,
  lineEnd: 'other',
});

/** Longest record in bytes; a longer one is damaged. Below DuckDB's own limit of 2 MB. */
export const MAX_RECORD = 1 << 20;

export const NUL = 0x00;
export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;
