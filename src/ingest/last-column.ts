import { nextRecord } from './delimited/delimited-record.js';
import { type Dialect, isTrailByte, newFound } from './delimited/record.js';
import { decodeLoosely } from './encodings/codec.js';
import { codecOf } from './encodings/index.js';
import { splitRecord, trimWide } from './split-record.js';

/** Sound records by which the last column is judged. */
const JUDGED = 50;

interface Written {
  readonly encoding: string;
  readonly delimiter: number;
}

/**
 * The columns of a table: some exports end every row with a delimiter and the header without one, or the other way round.
 * Only rows that are sound so have a say: a damaged one, such as one with a stray quote, would split those after it
 * anywhere.
 *
 * @param rows the bytes below the header.
 */
export function withLastColumn(
  names: readonly string[],
  rows: Uint8Array,
  written: Written,
): readonly string[] {
  const isUnnamed = names.length > 1 && names.at(-1) === '';
  if (hasSound(rows, names.length, written)) return names;
  if (isUnnamed && hasSound(rows, names.length - 1, written)) return names.slice(0, -1);
  const longer = [...soundRecords(rows, names.length + 1, written)];
  return longer.length > 0 && longer.every((record) => trimWide(record.at(-1)!) === '')
    ? [...names, '']
    : names;
}

function hasSound(rows: Uint8Array, columns: number, written: Written): boolean {
  return !soundRecords(rows, columns, written).next().done;
}

/** The first records that have so many columns, as the reader would accept them. */
function* soundRecords(
  rows: Uint8Array,
  columns: number,
  { encoding, delimiter }: Written,
): Generator<string[]> {
  const own = new Uint8Array(Math.ceil(rows.length / 4) * 4);
  own.set(rows);
  const words = new Int32Array(own.buffer);
  const dialect: Dialect = { delimiter, columns, pairs: isTrailByte(encoding, delimiter) };
  const codec = codecOf(encoding);
  const found = newFound();
  for (let at = 0, looked = 0; at < rows.length && looked < JUDGED; at = found.next) {
    nextRecord(own, words, at, rows.length, true, dialect, found);
    if (found.kind === 'blank') continue;
    looked += 1;
    if (found.kind !== 'sound') continue;
    yield splitRecord(decodeLoosely(codec, own.subarray(at, found.end)), String.fromCharCode(delimiter));
  }
}
