/** A delimited file: the byte between values, and how many values a row has. */
export interface Dialect {
  readonly delimiter: number;
  readonly columns: number;
  /** The delimiter may be the second byte of a CP932 character (| of ポ, @ of the wide blank): never split those. */
  readonly pairs?: boolean;
}

/** Whether a delimiter can be the second byte of a character of the encoding; of those read here, CP932 alone has such. */
export function isTrailByte(encoding: string, delimiter: number): boolean {
  return encoding === 'cp932' && delimiter >= 0x40;
}

/** Whether a CP932 character of two bytes begins here. */
export function isPair(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at]!;
  if (lead < 0x81 || (lead > 0x9f && lead < 0xe0) || lead > 0xfc) return false;
  const trail = bytes[at + 1] ?? 0;
  return trail >= 0x40 && trail <= 0xfc && trail !== 0x7f;
}

export type DamageCode =
  | 'columns-too-few'
  | 'columns-too-many'
  | 'quote-open'
  | 'quote-misplaced'
  | 'stray-carriage-return'
  | 'nul'
  | 'record-too-long';

/** What a row of so many values is, where their number alone is asked; null where it is sound. */
export function columnDamage(values: number, { columns }: Dialect): DamageCode | null {
  if (values === columns) return null;
  return values < columns ? 'columns-too-few' : 'columns-too-many';
}

export interface Found {
  /** `more`: the buffer ends before the record does. */
  kind: 'sound' | 'blank' | 'damaged' | 'more';
  /** Exclusive end of the record without its line end, and start of the next one. */
  end: number;
  next: number;
  /** Physical lines the record spans. */
  lines: number;
  code: DamageCode | null;
  /** Damaged, and the line goes on beyond the bytes at hand. */
  cut: boolean;
  /** Blank, but not empty: nothing but delimiters and spaces. */
  filler: boolean;
  /** The line ended with a bare LF, CRLF, or otherwise (end of file, bare CR). */
  lineEnd: 'lf' | 'crlf' | 'other';
}

export const newFound = (): Found => ({
  kind: 'more',
  end: 0,
  next: 0,
  lines: 1,
  code: null,
  cut: false,
  filler: false,
  lineEnd: 'other',
});

/** Longest record in bytes; a longer one is damaged, wherever a block ends. Below DuckDB's own limit of 2 MB. */
export const MAX_RECORD = 1 << 20;

export const NUL = 0x00;
export const LF = 0x0a;
export const CR = 0x0d;
export const QUOTE = 0x22;

const SUBSTITUTE = 0x1a;

/**
 * An empty line, the end-of-file mark of old systems standing alone, or a row that a spreadsheet filled up with
 * delimiters and spaces. A wide space is two or three bytes by encoding, none of which begins anything else that is blank.
 */
export function isBlank(bytes: Uint8Array, start: number, end: number, delimiter: number): boolean {
  if (end - start === 1 && bytes[start] === SUBSTITUTE) return true;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === delimiter || byte === 0x20 || byte === 0x09) continue;
    const wide = wideSpace(bytes, i);
    if (wide === 0 || i + wide > end) return false;
    i += wide - 1;
  }
  return true;
}

/** Bytes of the wide space that begins here in UTF-8 (E3 80 80), CP932 (81 40) or EUC-JP (A1 A1); 0 when none does. */
function wideSpace(bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1];
  switch (bytes[at]) {
    case 0xe3:
      return next === 0x80 && bytes[at + 2] === 0x80 ? 3 : 0;
    case 0x81:
      return next === 0x40 ? 2 : 0;
    case 0xa1:
      return next === 0xa1 ? 2 : 0;
    default:
      return 0;
  }
}
