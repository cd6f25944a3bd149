/** A record as the scanner shows it: a stretch of a buffer that is only valid during the call. */
export interface RecordView {
  readonly bytes: Buffer;
  readonly start: number;
  /** Exclusive, without the line end. */
  readonly end: number;
  /** 1-based number of the record in its file, damaged ones counted. */
  readonly row: number;
  /** 1-based physical line it starts on. */
  readonly line: number;
  /** Bytes are known to be valid in the file's encoding. */
  readonly checked: boolean;
  /** A line longer than any record may be, of which this is a part; the next one follows as its continuation. */
  readonly partial: boolean;
  /** Offset in the (decompressed) file of a position in `bytes`. */
  offset(position: number): number;
}

/** Where a record starts in its file. */
export function placeOf({ line, start, offset }: RecordView): { line: number; offset: number } {
  return { line, offset: offset(start) };
}

/** Why a row cannot be accepted: a stable code; its words are in reject-texts.ts. */
export type RejectCode =
  | 'columns-too-few'
  | 'columns-too-many'
  | 'quote-open'
  | 'quote-misplaced'
  | 'stray-carriage-return'
  | 'stray-line-break'
  | 'nul'
  | 'record-too-long'
  | 'record-length'
  | 'record-type-unknown'
  | 'invalid-bytes'
  | 'json-invalid'
  | 'json-not-object'
  | 'cell-error'
  | 'header-repeated'
  | 'total-row'
  | 'required-item-missing';

/** What happens to the records of a file, in order. */
export interface Visitor {
  /** A structurally sound record; gives the reason when its content turns out not to be. */
  sound(record: RecordView): void;
  damaged(record: RecordView, code: RejectCode): void;
  /** More of the damaged record shown last, a line that is too long to be held whole. */
  continued(record: RecordView): void;
}
