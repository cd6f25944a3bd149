import type { Codec } from './codec.js';

/** Code units by byte (single) and by two bytes (double, and triple after 0x8F); 0 where there is no character. */
interface Tables {
  readonly single: Uint16Array;
  readonly double: Uint16Array;
  readonly triple: Uint16Array | null;
}

/**
 * Codec of an encoding of one- and two-byte characters that keeps ASCII as it is (CP932, EUC-JP).
 * The tables are asked of the platform's own decoder once, so the codec knows exactly its characters:
 * private use (F040 on) and both codes of a doubled kanji included.
 */
export function doubleByteCodec(id: string, label: string): Codec {
  let tables: Tables | null = null;
  return {
    id,
    toUtf8: (source, start, end, target, at) => {
      tables ??= buildTables(label);
      return transcode(tables, source, start, end, target, at);
    },
  };
}

const TRIPLE_LEAD = 0x8f;

function transcode(
  { single, double, triple }: Tables,
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  let i = start;
  let o = at;
  while (i < end) {
    const byte = source[i]!;
    if (byte < 0x80) {
      target[o++] = byte;
      i += 1;
      continue;
    }
    let unit = single[byte]!;
    let length = 1;
    if (unit === 0 && i + 1 < end) {
      unit = double[(byte << 8) | source[i + 1]!]!;
      length = 2;
      if (unit === 0 && triple !== null && byte === TRIPLE_LEAD && i + 2 < end) {
        unit = triple[(source[i + 1]! << 8) | source[i + 2]!]!;
        length = 3;
      }
    }
    if (unit === 0) return -(i + 1);
    i += length;
    if (unit < 0x800) {
      target[o++] = 0xc0 | (unit >> 6);
    } else {
      target[o++] = 0xe0 | (unit >> 12);
      target[o++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    target[o++] = 0x80 | (unit & 0x3f);
  }
  return o;
}

function buildTables(label: string): Tables {
  const decoder = new TextDecoder(label);
  // A code is a character when its bytes decode to one unit that is not the replacement character.
  const unitOf = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    return text.length === 1 && text !== '\ufffd' ? text.charCodeAt(0) : 0;
  };
  const single = new Uint16Array(256);
  const double = new Uint16Array(65536);
  for (let lead = 0x80; lead < 0x100; lead++) {
    single[lead] = unitOf(lead);
    if (single[lead] !== 0) continue;
    for (let trail = 0x40; trail < 0x100; trail++) double[(lead << 8) | trail] = unitOf(lead, trail);
  }
  return { single, double, triple: label === 'euc-jp' ? buildTriple(unitOf) : null };
}

function buildTriple(unitOf: (...bytes: number[]) => number): Uint16Array {
  const triple = new Uint16Array(65536);
  for (let row = 0xa1; row < 0xff; row++) {
    for (let cell = 0xa1; cell < 0xff; cell++) triple[(row << 8) | cell] = unitOf(TRIPLE_LEAD, row, cell);
  }
  return triple;
}
