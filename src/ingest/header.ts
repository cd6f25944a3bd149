import { CR, LF, MAX_RECORD, QUOTE } from './delimited/record.js';
import { decodeLoosely } from './encodings/codec.js';
import { codecOf } from './encodings/index.js';

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
    from = recordEnd(head, from).next;
    lines += 1;
  }
  const record = recordEnd(head, from);
  const text = decodeLoosely(codecOf(options.encoding), head.subarray(from, record.end));
  const values = splitRecord(text, String.fromCharCode(options.delimiter)).map(trimWide);
  const end = options.header ? record.next : from;
  const names = options.header
    ? withLastColumn(values, firstRecords(head, end, options))
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

/** Records by which the last column is judged. */
const JUDGED = 50;

function firstRecords(head: Buffer, from: number, { encoding, delimiter }: HeaderOptions): string[][] {
  const records: string[][] = [];
  let at = from;
  while (at < head.length && records.length < JUDGED) {
    const { end, next } = recordEnd(head, at);
    // A record that the head cuts short tells nothing, unless it is all there is.
    if (next >= head.length && records.length > 0) break;
    const text = decodeLoosely(codecOf(encoding), head.subarray(at, Math.min(end, at + MAX_RECORD)));
    if (text.trim() !== '') records.push(splitRecord(text, String.fromCharCode(delimiter)));
    at = next;
  }
  return records;
}

/** Some exports end every row with a delimiter and the header without one, or the other way round: an empty last column. */
function withLastColumn(names: readonly string[], records: readonly string[][]): readonly string[] {
  const all = (test: (record: readonly string[]) => boolean) => records.length > 0 && records.every(test);
  if (all((record) => record.length === names.length + 1 && trimWide(record.at(-1)!) === ''))
    return [...names, ''];
  const unnamed = names.length > 1 && names.at(-1) === '';
  return unnamed && all((record) => record.length === names.length - 1) ? names.slice(0, -1) : names;
}

function recordEnd(head: Buffer, from: number): { end: number; next: number; lines: number } {
  let quoted = false;
  let lines = 1;
  for (let i = from; i < head.length; i++) {
    const byte = head[i];
    if (byte === QUOTE) quoted = !quoted;
    if (byte !== LF) continue;
    if (!quoted) return { end: i > from && head[i - 1] === CR ? i - 1 : i, next: i + 1, lines };
    lines += 1;
  }
  return { end: head.length, next: head.length, lines };
}

/** Values of one sound record, quotes taken off. */
export function splitRecord(record: string, delimiter: string): string[] {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  for (let i = 0; i < record.length; i++) {
    const character = record[i]!;
    if (quoted) {
      if (character !== '"') value += character;
      else if (record[i + 1] === '"') {
        value += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === delimiter) {
      values.push(value);
      value = '';
    } else value += character;
  }
  values.push(value);
  return values;
}

/** Takes off spaces of either width at both ends, and byte order marks, as ingest does with every value. */
export function trimWide(value: string): string {
  return value.replaceAll('\ufeff', '').replace(/^[ \t\u3000\u00a0]+|[ \t\u3000\u00a0]+$/g, '');
}
