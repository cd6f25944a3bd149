import {
  CR,
  columnDamage,
  type DamageCode,
  type Dialect,
  type Found,
  isBlank,
  isPair,
  LF,
  MAX_RECORD,
  NUL,
  QUOTE,
} from './record.js';

/**
 * How far fields are read: one line only; or across lines, with or without more bytes to come after the last.
 */
type Reach = 'line' | 'as-far-as-read' | 'to-the-end';

/** What reading field by field found: how it ended, and the first bare CR outside quotes (-1: none). */
interface Fields {
  /** `cut`, `open`: the bytes end before the record does, outside or inside quotes. */
  state: 'done' | 'cut' | 'open' | 'misplaced' | 'swallowing';
  end: number;
  next: number;
  lines: number;
  count: number;
  nul: boolean;
  bareReturn: number;
}

/**
 * How far a value in quotes is followed, in bytes. Below it a record that closes is one record, if too long a one;
 * beyond it the quote counts as open, whatever follows.
 */
const FARTHEST = 4 * MAX_RECORD;

/**
 * A record with quotes, a NUL or a bare CR. When it is damaged only its first line is given up, and the next
 * record is looked for from the line after it: an open quote never swallows sound lines.
 */
export function quotedRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  final: boolean,
  dialect: Dialect,
  found: Found,
): void {
  const reach = Math.min(end, start + FARTHEST + 1);
  const whole = final && reach === end;
  const fields = readFields(bytes, start, reach, dialect, whole ? 'to-the-end' : 'as-far-as-read');
  const cutShort = fields.state === 'cut' || fields.state === 'open';
  if (cutShort && !final && reach === end) {
    found.kind = 'more';
    return;
  }
  if (fields.state !== 'done') {
    giveUpLine(bytes, start, end, final, codeOf(fields, whole), found);
    return;
  }
  if (splitsAtReturns(bytes, start, fields, dialect)) {
    settle(found, 'sound', fields.bareReturn, fields.bareReturn + 1, 1, null);
    return;
  }
  if (fields.count > 1 && isQuotedBlank(bytes, start, fields.end, dialect)) {
    settle(found, 'blank', fields.end, fields.next, fields.lines, null);
    found.filler = true;
    return;
  }
  const code = fields.end - start > MAX_RECORD ? 'record-too-long' : damageOf(fields, dialect);
  settle(found, code === null ? 'sound' : 'damaged', fields.end, fields.next, fields.lines, code);
}

/** A row of empty values, some of them written as "". */
function isQuotedBlank(bytes: Uint8Array, start: number, end: number, { delimiter }: Dialect): boolean {
  if (end - start > 4096) return false;
  const plain = bytes.subarray(start, end).filter((byte) => byte !== QUOTE);
  return isBlank(plain, 0, plain.length, delimiter);
}

function codeOf(fields: Fields, whole: boolean): DamageCode {
  if ((fields.state === 'cut' || fields.state === 'open') && !whole) return 'record-too-long';
  // Quotes that close in the wrong place on a later line were opened by mistake on the first.
  return fields.state === 'misplaced' && fields.lines === 1 ? 'quote-misplaced' : 'quote-open';
}

function damageOf(fields: Fields, dialect: Dialect): DamageCode | null {
  if (fields.nul) return 'nul';
  if (fields.bareReturn >= 0) return 'stray-carriage-return';
  return columnDamage(fields.count, dialect);
}

function giveUpLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  final: boolean,
  code: DamageCode,
  found: Found,
): void {
  const lineFeed = bytes.subarray(start, end).indexOf(LF);
  const next = lineFeed < 0 ? end : start + lineFeed + 1;
  const feed = lineFeed < 0 ? end : next - 1;
  settle(found, 'damaged', feed > start && bytes[feed - 1] === CR ? feed - 1 : feed, next, 1, code);
  found.cut = lineFeed < 0 && !final;
}

function settle(
  found: Found,
  kind: Found['kind'],
  end: number,
  next: number,
  lines: number,
  code: DamageCode | null,
): void {
  found.kind = kind;
  found.end = end;
  found.next = next;
  found.lines = lines;
  found.code = code;
  found.lineEnd = next - end === 2 ? 'crlf' : 'other';
}

/**
 * A bare CR in the place of a line end has joined whole records: every part has all the columns.
 * Anywhere else it is damage inside one record.
 */
function splitsAtReturns(bytes: Uint8Array, start: number, fields: Fields, dialect: Dialect): boolean {
  if (fields.bareReturn < 0 || fields.count <= dialect.columns || dialect.columns < 2) return false;
  let from = start;
  while (from <= fields.end) {
    const cut = bytes.subarray(from, fields.end).indexOf(CR);
    const to = cut < 0 ? fields.end : from + cut;
    if (!isSoundLine(readFields(bytes, from, to, dialect, 'line'), dialect)) return false;
    from = to + 1;
  }
  return true;
}

function isSoundLine(fields: Fields, dialect: Dialect): boolean {
  return fields.state === 'done' && fields.count === dialect.columns && fields.bareReturn < 0 && !fields.nul;
}

/**
 * Reads fields up to the end of the record.
 *
 * Beyond one line, quoted fields may hold line ends; but a line inside quotes that by itself is a sound record
 * proves the quotes to be open by mistake (`swallowing`).
 */
function readFields(bytes: Uint8Array, start: number, end: number, dialect: Dialect, reach: Reach): Fields {
  const fields: Fields = { state: 'done', end, next: end, lines: 1, count: 1, nul: false, bareReturn: -1 };
  let i = start;
  let fieldStart = true;
  while (i < end) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      if (!fieldStart) return stop(fields, 'misplaced');
      i = closingQuote(bytes, i + 1, end, dialect, reach, fields);
      if (fields.state !== 'done') return fields;
      fieldStart = false;
      if (i < end && !endsField(bytes, i, end, dialect)) return stop(fields, 'misplaced');
      continue;
    }
    if (dialect.pairs && isPair(bytes, i)) {
      fieldStart = false;
      i += 2;
      continue;
    }
    fieldStart = byte === dialect.delimiter;
    if (fieldStart) fields.count += 1;
    else if (byte === LF) return finish(fields, bytes, start, i, i + 1);
    else if (byte === NUL) fields.nul = true;
    else if (byte === CR && bytes[i + 1] !== LF && fields.bareReturn < 0 && i + 1 < end)
      fields.bareReturn = i;
    i += 1;
  }
  if (reach === 'as-far-as-read') fields.state = 'cut';
  return finish(fields, bytes, start, end, end);
}

function finish(fields: Fields, bytes: Uint8Array, start: number, feed: number, next: number): Fields {
  fields.end = feed > start && bytes[feed - 1] === CR ? feed - 1 : feed;
  fields.next = next;
  return fields;
}

function stop(fields: Fields, state: Fields['state']): Fields {
  fields.state = state;
  return fields;
}

function endsField(bytes: Uint8Array, i: number, end: number, dialect: Dialect): boolean {
  const byte = bytes[i];
  return byte === dialect.delimiter || byte === LF || (byte === CR && (i + 1 >= end || bytes[i + 1] === LF));
}

/**
 * Fewest columns from which a line inside quotes that holds all their delimiters is taken for a row of its own.
 * With fewer columns a value of several lines may well look so.
 */
const TELLING_COLUMNS = 4;

/** Position after the quote that closes the field opened before `from`; sets the state when there is none. */
function closingQuote(
  bytes: Uint8Array,
  from: number,
  end: number,
  dialect: Dialect,
  reach: Reach,
  fields: Fields,
): number {
  let i = from;
  // Delimiters on the present line, counted from the second line on.
  let delimiters = Number.NEGATIVE_INFINITY;
  const wholeRow = () => delimiters >= dialect.columns - 1 && dialect.columns >= TELLING_COLUMNS;
  while (i < end) {
    const byte = bytes[i]!;
    if (byte === QUOTE) {
      if (bytes[i + 1] !== QUOTE || i + 1 >= end) {
        if (wholeRow()) fields.state = 'swallowing';
        return i + 1;
      }
      i += 1;
    } else if (dialect.pairs && isPair(bytes, i)) i += 1;
    else if (byte === dialect.delimiter) delimiters += 1;
    else if (byte === NUL) fields.nul = true;
    else if (byte === LF) {
      fields.lines += 1;
      if (reach === 'line' || wholeRow() || soundLineFollows(bytes, i + 1, end, dialect, reach)) {
        fields.state = 'swallowing';
        return i;
      }
      delimiters = 0;
    }
    i += 1;
  }
  fields.state = 'open';
  return end;
}

function soundLineFollows(
  bytes: Uint8Array,
  from: number,
  end: number,
  dialect: Dialect,
  reach: Reach,
): boolean {
  const feed = bytes.subarray(from, end).indexOf(LF);
  // A line the buffer cuts short is not yet a whole one.
  if (dialect.columns < 2 || (feed < 0 && reach === 'as-far-as-read')) return false;
  const to = feed < 0 ? end : from + feed + 1;
  return isSoundLine(readFields(bytes, from, to, dialect, 'line'), dialect);
}
