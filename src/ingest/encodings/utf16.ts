/** Stands in UTF-8 output for a code unit that is half of a pair without the other half: never valid UTF-8. */
const BROKEN = 0xff;

/**
 * Turns UTF-16 into UTF-8, block by block. A lone surrogate, or an odd byte at the end, becomes the invalid
 * byte FF, so that exactly its record is found damaged.
 */
export function utf16ToUtf8(littleEndian: boolean): {
  push(block: Uint8Array): Buffer;
  end(): Buffer;
} {
  let rest = new Uint8Array(0);
  const low = littleEndian ? 0 : 1;
  return {
    push: (block) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, block]) : block;
      const target = Buffer.allocUnsafe((bytes.length >> 1) * 3 + 4);
      let o = 0;
      let i = 0;
      for (; i + 1 < bytes.length; i += 2) {
        const unit = bytes[i + low]! | (bytes[i + 1 - low]! << 8);
        if (unit < 0x80) target[o++] = unit;
        else if (unit < 0x800) {
          target[o++] = 0xc0 | (unit >> 6);
          target[o++] = 0x80 | (unit & 0x3f);
        } else if (unit < 0xd800 || unit > 0xdfff) {
          target[o++] = 0xe0 | (unit >> 12);
          target[o++] = 0x80 | ((unit >> 6) & 0x3f);
          target[o++] = 0x80 | (unit & 0x3f);
        } else {
          if (unit < 0xdc00 && i + 3 >= bytes.length) break;
          const second = unit < 0xdc00 ? bytes[i + 2 + low]! | (bytes[i + 3 - low]! << 8) : 0;
          if (second < 0xdc00 || second > 0xdfff) target[o++] = BROKEN;
          else {
            const point = 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
            target[o++] = 0xf0 | (point >> 18);
            target[o++] = 0x80 | ((point >> 12) & 0x3f);
            target[o++] = 0x80 | ((point >> 6) & 0x3f);
            target[o++] = 0x80 | (point & 0x3f);
            i += 2;
          }
        }
      }
      rest = Uint8Array.prototype.slice.call(bytes, i);
      return target.subarray(0, o);
    },
    end: () => Buffer.alloc(rest.length > 0 ? 1 : 0, BROKEN),
  };
}

/** UTF-16 code units that a stretch of such UTF-8 came from. */
export function utf16Units(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 && byte !== BROKEN ? 2 : 1;
  }
  return units;
}

/** The UTF-16 bytes of a stretch of UTF-8; what was broken comes back as U+FFFD. */
export function toUtf16(bytes: Uint8Array, littleEndian: boolean): Buffer {
  const out = Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le');
  return littleEndian ? out : out.swap16();
}
