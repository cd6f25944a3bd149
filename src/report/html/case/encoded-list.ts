import { MOST_PER_UNIT } from '../../../text/utf8.js';

/** Texts that are encoded as they come, one pass each; to count the bytes of a text first costs as much as to encode it. */
export interface EncodedList<T extends string> {
  readonly length: number;
  /** Bytes of the texts in UTF-8, without what stands between them. */
  readonly bytes: number;
  add(text: T): void;
  dropLast(): void;
  /** All of them in UTF-8, one on a line, commas between. */
  joined(): Uint8Array;
}

const BETWEEN = ',\n';

/** Bytes set aside at first, for the few cases that most offices have; more when they do not do. */
const ROOM = 1 << 16;

export function encodedList<T extends string>(): EncodedList<T> {
  let buffer = Buffer.allocUnsafeSlow(ROOM);
  const ends: number[] = [];
  const endOf = (place: number) => ends[place] ?? 0;
  return {
    get length() {
      return ends.length;
    },
    get bytes() {
      return endOf(ends.length - 1) - Math.max(0, ends.length - 1) * BETWEEN.length;
    },
    add(text) {
      const start = endOf(ends.length - 1);
      const most = start + BETWEEN.length + text.length * MOST_PER_UNIT;
      if (most > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(most, buffer.length * 2));
        buffer.copy(larger, 0, 0, start);
        buffer = larger;
      }
      const at = ends.length === 0 ? 0 : start + buffer.write(BETWEEN, start);
      ends.push(at + buffer.write(text, at));
    },
    dropLast() {
      ends.pop();
    },
    joined: () => buffer.subarray(0, endOf(ends.length - 1)),
  };
}
