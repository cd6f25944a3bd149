import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { disposeOfFile } from '../files/dispose.js';
import { csvRelation } from './delimited/csv-relation.js';
import type { Codec } from './encodings/codec.js';
import type { InputFile } from './input-file.js';
import type { Reading } from './reader.js';

const SIZE = 1 << 22;
const QUOTE = 0x22;

/** A UTF-8 file under work/ that holds the sound rows of an input, each after its row number. */
export interface Staging {
  readonly path: string;
  /** Starts a row with its number; to be followed by `raw` or `field` calls and `endRow`. */
  beginRow(row: number): void;
  /** A delimiter and bytes as they are, decoded. Gives -1, or the offset of the first byte that cannot be. */
  raw(codec: Codec, source: Uint8Array, start: number, end: number): number;
  /** A delimiter and a value in quotes. Gives -1, or the offset of the first byte that cannot be decoded. */
  field(codec: Codec, source: Uint8Array, start: number, end: number): number;
  /** A delimiter and a text in quotes. */
  text(value: string): void;
  endRow(): void;
  /** Takes back the row begun last. */
  dropRow(): void;
  /** Ends the file, and says how it is read as a table with these columns. */
  finish(names: readonly string[]): Pick<Reading, 'from' | 'column' | 'row' | 'temporary'>;
}

/** @param delimiter a byte below 0x80. The file is 0600, its folder 0700. */
export function openStaging(workDir: string, file: InputFile, delimiter: number): Staging {
  const folder = join(workDir, 'staged');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${file.source}.${file.index + 1}.csv`);
  disposeOfFile(path);
  const descriptor = openSync(path, 'w', 0o600);
  let buffer = Buffer.allocUnsafe(SIZE);
  let at = 0;
  let rowStart = 0;

  const room = (bytes: number) => {
    if (at + bytes <= buffer.length) return;
    writeSync(descriptor, buffer, 0, rowStart);
    const left = at - rowStart;
    const larger = left + bytes > SIZE ? Buffer.allocUnsafe(2 * (left + bytes)) : buffer;
    buffer.copy(larger, 0, rowStart, at);
    buffer = larger;
    at = left;
    rowStart = 0;
  };
  const doubleQuotes = (from: number) => {
    let quotes = 0;
    for (let i = from; i < at; i++) if (buffer[i] === QUOTE) quotes += 1;
    if (quotes === 0) return;
    room(quotes);
    const text = buffer.subarray(from, at).toString('utf8').replaceAll('"', '""');
    at = from + buffer.write(text, from, 'utf8');
  };

  return {
    path,
    beginRow: (row) => {
      room(32);
      at += buffer.write(String(row), at, 'latin1');
    },
    raw: (codec, source, start, end) => {
      room(3 * (end - start) + 8);
      buffer[at++] = delimiter;
      const next = codec.toUtf8(source, start, end, buffer, at);
      if (next < 0) return -next - 1;
      at = next;
      return -1;
    },
    field: (codec, source, start, end) => {
      // Room for every byte to become three, and every quote two, without moving the field in between.
      room(4 * (end - start) + 8);
      buffer[at++] = delimiter;
      buffer[at++] = QUOTE;
      const from = at;
      const next = codec.toUtf8(source, start, end, buffer, at);
      if (next < 0) return -next - 1;
      at = next;
      doubleQuotes(from);
      buffer[at++] = QUOTE;
      return -1;
    },
    text: (value) => {
      const quoted = `"${value.replaceAll('"', '""')}"`;
      room(3 * quoted.length + 8);
      buffer[at++] = delimiter;
      at += buffer.write(quoted, at, 'utf8');
    },
    endRow: () => {
      room(1);
      buffer[at++] = 0x0a;
      rowStart = at;
    },
    dropRow: () => {
      at = rowStart;
    },
    finish: (names) => {
      writeSync(descriptor, buffer, 0, rowStart);
      closeSync(descriptor);
      return {
        from: csvRelation(path, {
          delimiter: String.fromCharCode(delimiter),
          columns: ['row_number', ...names.map((_, index) => `c${index}`)],
          skip: 0,
          gzip: false,
        }),
        column: (name) => `c${names.indexOf(name)}`,
        row: 'row_number::integer',
        temporary: path,
      };
    },
  };
}
