import { isUtf8 } from 'node:buffer';

/**
 * How the bytes of an encoding become UTF-8. A codec decodes exactly or says where it cannot: it never
 * puts a replacement character in the place of a bad byte.
 */
export interface Codec {
  readonly id: string;
  /**
   * Writes `source[start, end)` as UTF-8 at `target[at]`; `target` must have room for three times as many bytes.
   * Gives the position after the last byte written, or `-(offset + 1)` with the offset of the first bad byte.
   */
  toUtf8(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): number;
}

/** UTF-8 itself: valid bytes are copied. */
export const utf8: Codec = {
  id: 'utf-8',
  toUtf8: (source, start, end, target, at) => {
    const part = source.subarray(start, end);
    if (!isUtf8(part)) return -(start + firstBadUtf8(part) + 1);
    target.set(part, at);
    return at + part.length;
  },
};

/** Offset of the first byte that cannot be part of UTF-8. Only called on bytes known to hold one. */
function firstBadUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i]!;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(bytes.subarray(i, Math.min(bytes.length, i + length)))) return i;
    i += length;
  }
  return bytes.length;
}

/** Decodes bytes to text, bad bytes as U+FFFD. For headers, samples and messages, not for data. */
export function decodeLoosely(codec: Codec, bytes: Uint8Array): string {
  const target = Buffer.allocUnsafe(bytes.length * 3 + 3);
  let out = '';
  let from = 0;
  while (from < bytes.length) {
    const end = codec.toUtf8(bytes, from, bytes.length, target, 0);
    if (end >= 0) return out + target.toString('utf8', 0, end);
    const bad = -end - 1;
    const sound = codec.toUtf8(bytes, from, bad, target, 0);
    out += `${target.toString('utf8', 0, Math.max(0, sound))}\ufffd`;
    from = bad + 1;
  }
  return out;
}
