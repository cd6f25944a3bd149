/** Bytes that a UTF-16 unit takes in UTF-8 at most. */
export const MOST_PER_UNIT = 3;

/** A text in UTF-8, in one pass: `Buffer.from` counts the bytes first, which takes as long as writing them. */
export function utf8(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(text.length * MOST_PER_UNIT);
  return bytes.subarray(0, bytes.write(text));
}
