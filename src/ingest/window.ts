/**
 * A stretch of a file that grows at its end and shrinks at its start, in memory aligned for reading four bytes
 * at a time. Holds one block and what is left of the one before: never a whole file.
 */
export interface Window {
  bytes: Buffer;
  words: Int32Array;
  /** Bytes in use, from 0. */
  length: number;
}

export function newWindow(): Window {
  return allocate(1 << 21);
}

function allocate(size: number): Window {
  const memory = new ArrayBuffer(size);
  return { bytes: Buffer.from(memory), words: new Int32Array(memory), length: 0 };
}

/** Drops the first `used` bytes and adds a block. */
export function advance(window: Window, used: number, block: Uint8Array): void {
  const left = window.length - used;
  const needed = left + block.length;
  if (needed > window.bytes.length) {
    const larger = allocate(4 * Math.ceil(needed / 2));
    larger.bytes.set(window.bytes.subarray(used, window.length), 0);
    window.bytes = larger.bytes;
    window.words = larger.words;
  } else if (used > 0) {
    window.bytes.copyWithin(0, used, window.length);
  }
  window.bytes.set(block, left);
  window.length = needed;
}
