import { isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { textBlocks } from '../byte-source.js';
import { isUtf16 } from '../encodings/index.js';
import { utf16Units } from '../encodings/utf16.js';
import type { InputFile } from '../input-file.js';
import type { RecordView } from '../visit.js';
import { advance, newWindow } from '../window.js';
import { CR, LF, MAX_RECORD } from './record.js';

export interface RecordScanOptions {
  readonly encoding: string;
  /** Bytes of a record that has no line end; null: one record a line. */
  readonly length: number | null;
  readonly hash?: Hash;
  /** Stop early when it says so; asked once a block. */
  readonly stop?: () => boolean;
  /** More of a line that is too long to be held whole, after it was visited as `partial`. */
  readonly continued?: (view: RecordView) => void;
}

/**
 * Shows every line, or every stretch of a fixed length, in bounded memory; blank ones are passed over.
 * `view.row` counts all others. Of a line longer than 1 MB the beginning is shown, as `partial` (see `isTooLong`).
 */
export async function scanRecords(
  file: InputFile,
  options: RecordScanOptions,
  visit: (view: RecordView) => void,
): Promise<void> {
  const window = newWindow();
  const wide = isUtf16(options.encoding);
  let base = 0;
  let at = 0;
  // A line that is too long has been shown, and goes on in the next block.
  let cut = false;
  let stopped = false;
  const view = {
    bytes: window.bytes,
    start: 0,
    end: 0,
    row: 0,
    line: 0,
    partial: false as boolean,
    checked: false as boolean,
    offset: (position: number) => base + (wide ? 2 * utf16Units(window.bytes, 0, position) : position),
  } satisfies RecordView;

  const consume = (final: boolean) => {
    view.bytes = window.bytes;
    view.checked =
      (wide || options.encoding === 'utf-8') &&
      isUtf8(final ? window.bytes.subarray(at, window.length) : wholeLines(window.bytes, at, window.length));
    if (cut) continueLine();
    while (at < window.length) {
      const next = nextEnd(window.bytes, at, window.length, final, options.length);
      if (next < 0) return;
      view.line += 1;
      view.start = at;
      view.end = options.length === null ? withoutLineEnd(window.bytes, at, next) : next;
      cut = options.length === null && window.bytes[next - 1] !== LF && !final;
      view.partial = cut;
      at = next;
      if (!cut && isBlank(view, options.encoding)) continue;
      view.row += 1;
      visit(view);
    }
  };
  const continueLine = () => {
    const feed = window.bytes.subarray(at, window.length).indexOf(LF);
    cut = feed < 0;
    const next = cut ? window.length : at + feed + 1;
    view.start = at;
    view.end = cut ? next : next - 1;
    view.partial = cut;
    at = next;
    options.continued?.(view);
  };

  for await (const block of textBlocks(file, options.encoding, options.hash)) {
    base += wide ? 2 * utf16Units(window.bytes, 0, at) : at;
    advance(window, at, block);
    at = 0;
    if (view.line === 0 && base === 0) at = bomLength(window.bytes, window.length);
    consume(false);
    if (options.stop?.()) {
      stopped = true;
      break;
    }
  }
  if (!stopped) consume(true);
}

function wholeLines(bytes: Buffer, from: number, length: number): Uint8Array {
  const last = length > 0 ? bytes.lastIndexOf(LF, length - 1) + 1 : 0;
  return bytes.subarray(from, Math.max(from, last));
}

/** Start of the next record, or -1 when more bytes are needed. */
function nextEnd(bytes: Buffer, at: number, length: number, final: boolean, fixed: number | null): number {
  if (fixed !== null) return at + fixed <= length ? at + fixed : final ? length : -1;
  const feed = bytes.subarray(at, length).indexOf(LF);
  if (feed >= 0) return at + feed + 1;
  return final || length - at > MAX_RECORD ? length : -1;
}

function withoutLineEnd(bytes: Buffer, start: number, next: number): number {
  const end = bytes[next - 1] === LF ? next - 1 : next;
  return end > start && bytes[end - 1] === CR ? end - 1 : end;
}

/** Spaces, tabs, returns and the end-of-file mark of old systems; in EBCDIC its own space. */
const BLANKS = [0x20, 0x09, CR, LF, 0x1a];
const EBCDIC_SPACE = 0x40;

function isBlank({ bytes, start, end }: RecordView, encoding: string): boolean {
  const ebcdic = encoding.startsWith('ibm');
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (ebcdic ? byte !== EBCDIC_SPACE && byte !== 0x1a : !BLANKS.includes(byte)) return false;
  }
  return true;
}

/** Whether a record is longer than any may be. Judged by its length alone, so that no block's end has a say. */
export function isTooLong({ start, end, partial }: RecordView): boolean {
  return partial || end - start > MAX_RECORD;
}

function bomLength(bytes: Buffer, length: number): number {
  return length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
