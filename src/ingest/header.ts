import { CR, LF, QUOTE } from './delimited/record.js';
import { decodeLoosely } from './encodings/codec.js';
import { codecOf } from './encodings/index.js';
import { withLastColumn } from './last-column.js';
import { splitRecord, trimWide } from './split-record.js';

/** Where the header of a delimited file stands and what it says. */
export interface Header {
  /** Column names, trimmed; `1`, `2`, … without a header row. */
  readonly names: readonly string[];
  /** Bytes before the first record, BOM and skipped rows included. */
  readonly end: number;
  /** Physical lines before the first record. */
  readonly lines: number;
  /** The bytes of the header, BOM included: what a file of rejected rows starts with. */
  readonly bytes: Buffer;
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export interface HeaderOptions {
  readonly encoding: string;
  readonly delimiter: number;
  readonly header: boolean;
  readonly skipRows: number;
}

/** Reads the header from the first bytes of a file; a line `sep=;` above it is passed over. */
export function readHeader(head: Buffer, options: HeaderOptions): Header {
  const bom = hasBom(head);
  const told = options.skipRows === 0 ? separatorLine(head) : null;
  let from = told?.end ?? (bom ? 3 : 0);
  let lines = told === null ? 0 : 1;
  for (let row = 0; row < options.skipRows && from < head.length; row++) {
    from = recordEnd(head, from, options.delimiter).next;
    lines += 1;
  }
  const record = recordEnd(head, from, options.delimiter);
  const text = decodeLoosely(codecOf(options.encoding), head.subarray(from, record.end));
  const values = splitRecord(text, String.fromCharCode(options.delimiter)).map(trimWide);
  const end = options.header ? record.next : from;
  const names = options.header
    ? withLastColumn(values, head.subarray(end), options)
    : values.map((_, index) => String(index + 1));
  return {
    names,
    end,
    lines: lines + (options.header ? record.lines : 0),
    bytes: Buffer.from(head.subarray(0, end)),
    bom,
    lineEnd: record.next - record.end === 2 ? '\r\n' : '\n',
  };
}

function hasBom(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** The line with which Excel is told the delimiter of the file: the character, and where the next line begins. */
export function separatorLine(head: Buffer): { readonly delimiter: string; readonly end: number } | null {
  const from = hasBom(head) ? 3 : 0;
  const line = /^"?sep=([\t -~])"?\r?\n/i.exec(head.toString('latin1', from, from + 16));
  return line && { delimiter: line[1]!, end: from + line[0].length };
}

/**
 * Where a record above the rows ends. A quote opens a value only where one begins: an inch mark in a title is a sign like
 * any other.
 */
function recordEnd(
  head: Buffer,
  from: number,
  delimiter: number,
): { end: number; next: number; lines: number } {
  let quoted = false;
  let lines = 1;
  for (let i = from; i < head.length; i++) {
    const byte = head[i];
    if (byte === QUOTE && quoted && head[i + 1] === QUOTE) i += 1;
    else if (byte === QUOTE && (quoted || i === from || head[i - 1] === delimiter)) quoted = !quoted;
    if (byte !== LF) continue;
    if (!quoted) return { end: i > from && head[i - 1] === CR ? i - 1 : i, next: i + 1, lines };
    lines += 1;
  }
  return { end: head.length, next: head.length, lines };
}
