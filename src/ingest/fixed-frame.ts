import type { InputSpec } from '../audit/pipeline-file.js';
import { Failure } from '../text/failure.js';
import type { Head } from './byte-source.js';
import { CR, LF } from './delimited/record.js';
import { decodeLoosely } from './encodings/codec.js';
import { codecOf } from './encodings/index.js';
import type { InputFile } from './input-file.js';

/** How the records of a fixed-width file are told apart. Lengths in bytes. */
export interface Frame {
  readonly length: number;
  /** Line end after every record, or null when records follow one another. */
  readonly lineEnd: '\n' | '\r\n' | null;
  /** Bytes that say what kind a record is, and the kinds: `data` is read, `other` passed over, the rest damaged. */
  readonly kind: {
    readonly at: number;
    readonly size: number;
    readonly data: string;
    readonly other: readonly string[] | null;
  } | null;
}

/** Bytes of a record of the Zengin transfer format. */
const ZENGIN_LENGTH = 120;

/**
 * Finds the record length: as told, or as the first lines show, or as the layout says.
 *
 * @throws {Failure} `fixed-length` (exit code 2) when the file cannot consist of such records.
 */
export function frameOf(head: Head, file: InputFile, spec: InputSpec): Frame {
  const layoutEnd = Math.max(
    ...Object.values(spec.layout ?? {}).map(([start, length]) => start + length - 1),
  );
  const told = spec.reading?.recordLength;
  // EBCDIC has no line feed of its own here, and 0x0A may be part of a packed value.
  const lineEnd = spec.encoding.startsWith('ibm') ? null : lineEndOf(head.bytes, (told ?? layoutEnd) * 4 + 2);
  const length = told ?? (lineEnd === null ? layoutEnd : commonLength(head.bytes, lineEnd));
  const fits =
    length >= layoutEnd && (lineEnd !== null || !head.whole || remainder(head.bytes, length) === 0);
  if (!fits) throw mismatch(file, spec, lineEnd, length, layoutEnd);
  return { length, lineEnd, kind: kindOf(head.bytes, spec, length, lineEnd) };
}

function lineEndOf(bytes: Buffer, within: number): Frame['lineEnd'] {
  const feed = bytes.subarray(0, Math.max(within, 1024)).indexOf(LF);
  if (feed < 0) return null;
  return feed > 0 && bytes[feed - 1] === CR ? '\r\n' : '\n';
}

function commonLength(bytes: Buffer, lineEnd: string): number {
  const counts = new Map<number, number>();
  let from = 0;
  for (let feed = bytes.indexOf(LF); feed >= 0; feed = bytes.indexOf(LF, from)) {
    const length = feed - from - (lineEnd.length - 1);
    counts.set(length, (counts.get(length) ?? 0) + 1);
    from = feed + 1;
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

// An end-of-file mark may follow the last record.
function remainder(bytes: Buffer, length: number): number {
  const marked = bytes.at(-1) === 0x1a ? 1 : 0;
  return (bytes.length - marked) % length;
}

function kindOf(bytes: Buffer, spec: InputSpec, length: number, lineEnd: string | null): Frame['kind'] {
  const told = spec.reading?.dataRecords;
  if (told) return { at: told.at[0] - 1, size: told.at[1], data: told.is, other: null };
  const step = length + (lineEnd?.length ?? 0);
  const codec = codecOf(spec.encoding);
  const types = [0, step].map((at) => decodeLoosely(codec, bytes.subarray(at, at + 1))).join('');
  const otherUse = Object.values(spec.layout ?? {}).some(([start, size]) => start === 1 && size > 1);
  if (length !== ZENGIN_LENGTH || types !== '12' || otherUse) return null;
  return { at: 0, size: 1, data: '2', other: ['1', '8', '9'] };
}

function mismatch(
  file: InputFile,
  spec: InputSpec,
  lineEnd: string | null,
  length: number,
  layoutEnd: number,
): Failure {
  const text = lineEnd === null ? NO_LINES : LINES;
  const values = { source: spec.id, path: file.path, bytes: file.bytes, length, layoutEnd };
  return new Failure('fixed-length', text, { exitCode: 2, values });
}

const LINES = {
  ja: '{source}: {path} の行は {length} バイトですが、layout は {layoutEnd} バイト目まで使います。',
  en: '{source}: the lines of {path} have {length} bytes, but the layout reaches to byte {layoutEnd}.',
};
const NO_LINES = {
  ja: '{source}: {path}（{bytes} バイト、改行なし）は1件 {length} バイトのレコードに割り切れません（layout は {layoutEnd} バイト目まで）。layout か record_length を確かめてください。',
  en: '{source}: {path} ({bytes} bytes, no line ends) does not divide into records of {length} bytes (the layout reaches to byte {layoutEnd}). Check the layout or record_length.',
};
