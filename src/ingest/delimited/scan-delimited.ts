import { isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { textBlocks } from '../byte-source.js';
import { isUtf16 } from '../encodings/index.js';
import { utf16Units } from '../encodings/utf16.js';
import type { InputFile } from '../input-file.js';
import type { RecordView, Visitor } from '../visit.js';
import { advance, newWindow } from '../window.js';
import { nextRecord } from './delimited-record.js';
import { type Dialect, LF, newFound } from './record.js';

export interface ScanOptions {
  readonly encoding: string;
  readonly dialect: Dialect;
  /** Bytes (of the UTF-8 form, for UTF-16) and physical lines before the first record. */
  readonly skipBytes: number;
  readonly skipLines: number;
  readonly hash?: Hash;
  /** Stop early when it says so; asked once a block. */
  readonly stop?: () => boolean;
}

export interface ScanTotals {
  /** Records, damaged ones counted, blank lines not. */
  readonly rows: number;
  /** How every record ended, or null when not all the same way. */
  readonly lineEnd: '\n' | '\r\n' | null;
  /** Rows of nothing but delimiters and spaces, and byte order marks inside: the engine would read them otherwise. */
  readonly oddities: number;
}

/** Shows every record of a delimited file to the visitor, in bounded memory. */
export async function scanDelimited(
  file: InputFile,
  options: ScanOptions,
  visitor: Visitor,
): Promise<ScanTotals> {
  const window = newWindow();
  const found = newFound();
  const wide = isUtf16(options.encoding);
  const plainUtf8 = wide || options.encoding === 'utf-8';
  const view = {
    bytes: window.bytes,
    start: 0,
    end: 0,
    row: 0,
    partial: false as boolean,
    line: options.skipLines + 1,
    checked: false as boolean,
    offset: (position: number) => base + (wide ? 2 * utf16Units(window.bytes, 0, position) : position),
  } satisfies RecordView;
  let base = 0;
  let at = 0;
  let skip = options.skipBytes;
  let stopped = false;
  let oddities = 0;
  // A line that is too long has been shown; what follows of it is shown as its continuation.
  let cut = false;
  const lineEnds = { lf: 0, crlf: 0, other: 0 };

  const continueLine = () => {
    const feed = window.bytes.subarray(at, window.length).indexOf(LF);
    cut = feed < 0;
    const next = cut ? window.length : at + feed + 1;
    view.start = at;
    view.partial = cut;
    view.end = cut ? next : next - 1;
    visitor.continued(view);
    at = next;
  };
  const consume = (final: boolean) => {
    const last = final ? window.length : window.bytes.lastIndexOf(LF, window.length - 1) + 1;
    view.bytes = window.bytes;
    view.checked = plainUtf8 && last > at && isUtf8(window.bytes.subarray(at, last));
    if (cut) continueLine();
    while (at < window.length) {
      // Files joined end to end hold a mark in the middle; only in UTF-8 do these bytes stand for it.
      if (plainUtf8 && window.bytes[at] === 0xef && hasMark(window.bytes, at, window.length)) {
        at += MARK_LENGTH;
        oddities += 1;
      }
      nextRecord(window.bytes, window.words, at, window.length, final, options.dialect, found);
      if (found.kind === 'more') return;
      if (found.kind !== 'blank') {
        view.row += 1;
        view.start = at;
        view.end = found.end;
        view.partial = found.cut;
        if (found.kind === 'sound') visitor.sound(view);
        else visitor.damaged(view, found.code!);
        lineEnds[found.lineEnd] += 1;
        cut = found.cut;
      } else if (found.filler) oddities += 1;
      view.line += found.lines;
      at = found.next;
    }
  };

  for await (const block of textBlocks(file, options.encoding, options.hash)) {
    base += wide ? 2 * utf16Units(window.bytes, 0, at) : at;
    advance(window, at, block);
    at = 0;
    if (skip > 0) {
      at = Math.min(skip, window.length);
      skip -= at;
      if (skip > 0) continue;
    }
    consume(false);
    if (options.stop?.()) {
      stopped = true;
      break;
    }
  }
  if (!stopped && skip === 0) consume(true);
  return {
    rows: view.row,
    oddities,
    lineEnd: lineEnds.crlf === 0 ? '\n' : lineEnds.lf === 0 ? '\r\n' : null,
  };
}

const MARK_LENGTH = 3;

function hasMark(bytes: Uint8Array, at: number, end: number): boolean {
  return at + MARK_LENGTH <= end && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}
