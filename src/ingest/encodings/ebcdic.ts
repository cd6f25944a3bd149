import { spawnSync } from 'node:child_process';
import { Failure } from '../../text/failure.js';
import type { Codec } from './codec.js';

/** The system's converter, found on the path. */
const ICONV = 'iconv';
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
/** The EBCDIC line feed that iconv turns into LF. */
const NEW_LINE = 0x25;

interface Tables {
  readonly single: Uint16Array;
  readonly double: Uint16Array;
}

/**
 * Codec of a Japanese EBCDIC (IBM930, IBM939) in which SO and SI switch between one- and two-byte characters.
 * Its tables come from the system's iconv, asked once for every code.
 *
 * @throws {Failure} `encoding-needs-iconv` (exit code 2) at first use where iconv does not know the encoding.
 */
export function ebcdicCodec(id: string): Codec {
  let tables: Tables | null = null;
  return {
    id,
    toUtf8: (source, start, end, target, at) => {
      tables ??= askIconv(id);
      return transcode(tables, source, start, end, target, at);
    },
  };
}

function transcode(
  { single, double }: Tables,
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
): number {
  let o = at;
  let wide = false;
  for (let i = start; i < end; i++) {
    const byte = source[i]!;
    if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      wide = byte === SHIFT_OUT;
      continue;
    }
    if (wide && i + 1 >= end) return -(i + 1);
    const unit = wide ? double[(byte << 8) | source[i + 1]!]! : single[byte]!;
    if (unit === 0) return -(i + 1);
    if (wide) i += 1;
    if (unit < 0x80) target[o++] = unit;
    else {
      if (unit < 0x800) target[o++] = 0xc0 | (unit >> 6);
      else {
        target[o++] = 0xe0 | (unit >> 12);
        target[o++] = 0x80 | ((unit >> 6) & 0x3f);
      }
      target[o++] = 0x80 | (unit & 0x3f);
    }
  }
  return o;
}

// One line per code, so that a code iconv leaves out (-c) does not shift the others.
function askIconv(id: string): Tables {
  const codes = Array.from({ length: 0xff - 0x41 }, (_, lead) => lead + 0x41).flatMap((lead) =>
    Array.from({ length: 0xff - 0x41 }, (_, trail) => (lead << 8) | (trail + 0x41)),
  );
  const blank = (0x40 << 8) | 0x40;
  const doubles = [blank, ...codes];
  const singles = Array.from({ length: 0xff - 0x3f }, (_, byte) => byte + 0x40);
  const asked = Buffer.concat([
    Buffer.from(singles.flatMap((byte) => [byte, NEW_LINE])),
    Buffer.from(doubles.flatMap((code) => [SHIFT_OUT, code >> 8, code & 0xff, SHIFT_IN, NEW_LINE])),
  ]);
  const answer = spawnSync(ICONV, ['-c', '-f', id.toUpperCase(), '-t', 'UTF-8'], {
    input: asked,
    maxBuffer: 1 << 24,
  });
  const lines = answer.stdout?.toString('utf8').split('\n') ?? [];
  if (answer.error || lines.length < singles.length + doubles.length) throw needsIconv(id, answer.error);
  // FF, which mainframes fill fields with, is a control character to iconv: no character of a value.
  const unitOf = (line: string | undefined) =>
    line?.length === 1 && !/[\u0080-\u009f]/.test(line) ? line.charCodeAt(0) : 0;
  const single = new Uint16Array(256);
  const double = new Uint16Array(65536);
  singles.forEach((byte, n) => {
    single[byte] = unitOf(lines[n]);
  });
  doubles.forEach((code, n) => {
    double[code] = unitOf(lines[singles.length + n]);
  });
  return { single, double };
}

function needsIconv(encoding: string, cause: unknown): Failure {
  return new Failure('encoding-needs-iconv', { values: { encoding: encoding.toUpperCase() }, cause });
}
