import { quotedRecord } from './quoted-record.js';
import {
  CR,
  columnDamage,
  type Dialect,
  type Found,
  isBlank,
  isPair,
  LF,
  MAX_RECORD,
  NUL,
  QUOTE,
} from './record.js';

/** Bytes up to the comma are looked at one by one, the rest is skipped four at a time. */
const LAST_SPECIAL = 0x2c;

/**
 * Finds the next record of a delimited file in raw bytes: its end, whether it is sound, and if not why.
 *
 * Works on bytes because line feed, comma, tab and quote are never part of a longer character in UTF-8,
 * CP932 or EUC-JP; for delimiters that can be, `pairs` keeps characters whole. Allocates nothing per record: the
 * answer is written into `found`.
 *
 * @param words the same memory as `bytes`, four at a time: `bytes` must start at offset 0 of its buffer.
 * @param final true when nothing follows `end`.
 */
export function nextRecord(
  bytes: Uint8Array,
  words: Int32Array,
  start: number,
  end: number,
  final: boolean,
  dialect: Dialect,
  found: Found,
): void {
  const { delimiter, pairs = false } = dialect;
  const skipping = delimiter <= LAST_SPECIAL;
  const last = skipping ? LAST_SPECIAL : delimiter;
  const stop = Math.min(end, start + MAX_RECORD + 1);
  found.cut = false;
  found.filler = false;
  let fields = 1;
  let i = start;
  while (i < stop) {
    if (skipping && (i & 3) === 0) i = skipPlain(words, i, stop);
    const byte = bytes[i]!;
    if (i >= stop) break;
    if (byte > last) {
      i += pairs && isPair(bytes, i) ? 2 : 1;
      continue;
    }
    if (byte === delimiter) fields += 1;
    else if (byte === LF) {
      settleLine(bytes, start, i, i + 1, fields, dialect, found);
      return;
    } else if (byte === QUOTE || byte === NUL || (byte === CR && bytes[i + 1] !== LF)) {
      quotedRecord(bytes, start, end, final, dialect, found);
      return;
    }
    i += 1;
  }
  if (end - start > MAX_RECORD) tooLong(bytes, start, end, final, found);
  else if (final) settleLine(bytes, start, end, end, fields, dialect, found);
  else found.kind = 'more';
}

/** Gives up a line that is too long, or its part in the bytes at hand. */
function tooLong(bytes: Uint8Array, start: number, end: number, final: boolean, found: Found): void {
  const feed = bytes.subarray(start, end).indexOf(LF);
  found.kind = 'damaged';
  found.code = 'record-too-long';
  found.lines = 1;
  found.cut = feed < 0 && !final;
  found.next = feed < 0 ? end : start + feed + 1;
  const last = feed < 0 ? end : found.next - 1;
  const crlf = feed > 0 && bytes[last - 1] === CR;
  found.end = crlf ? last - 1 : last;
  found.lineEnd = 'other';
}

// True bytes below 0x2D leave a high bit in the difference: a word without any holds nothing of interest.
function skipPlain(words: Int32Array, from: number, end: number): number {
  let i = from;
  while (i + 4 <= end) {
    const word = words[i >> 2]!;
    if (((word - 0x2d2d2d2d) & ~word & 0x80808080) !== 0) return i;
    i += 4;
  }
  return i;
}

/** Settles a line without quotes, NULs or bare CRs, by its number of columns. */
function settleLine(
  bytes: Uint8Array,
  start: number,
  lineFeed: number,
  next: number,
  fields: number,
  dialect: Dialect,
  found: Found,
): void {
  const crlf = lineFeed > start && bytes[lineFeed - 1] === CR;
  found.end = crlf ? lineFeed - 1 : lineFeed;
  found.next = next;
  found.lines = 1;
  found.lineEnd = next === lineFeed ? 'other' : crlf ? 'crlf' : 'lf';
  found.code = null;
  if (isBlank(bytes, start, found.end, dialect.delimiter)) {
    found.kind = 'blank';
    found.filler = found.end > start;
    return;
  }
  found.code = columnDamage(fields, dialect);
  found.kind = found.code === null ? 'sound' : 'damaged';
}
