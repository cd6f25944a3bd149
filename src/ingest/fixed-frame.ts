import type { InputSpec } from '../audit/pipeline-file.js';
import { Failure } from '../text/failure.js';
import type { Head } from './byte-source.js';
import { CR, LF } from './delimited/record.js';
import { decodeLoosely } from './encodings/codec.js';
import { codecOf } from './encodings/index.js';
import type { InputFile } from './input-file.js';
import { looksLikeZengin, withoutFileEnd, ZENGIN_KINDS, ZENGIN_LENGTH, ZENGIN_LOOKED_AT } from './zengin.js';

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
  /** Lines may be shorter by the blanks at their end, which some editors take off. */
  readonly blanksCut: boolean;
  /** Bytes of the header record with its line end; 0 without one. */
  readonly header: number;
}

/**
 * Finds the record length: as told, or as the first lines show, or as the layout says; 120 of a Zengin file.
 *
 * @throws {Failure} `fixed-length` (exit code 2) when the file cannot consist of such records.
 */
export function frameOf(head: Head, file: InputFile, spec: InputSpec): Frame {
  const layoutEnd = Math.max(
    ...Object.values(spec.layout ?? {}).map(([start, length]) => start + length - 1),
  );
  const told = spec.reading?.recordLength;
  // EBCDIC has no line feed of its own here, and 0x0A may be part of a packed value.
  const isUnbroken =
    spec.encoding.startsWith('ibm') ||
    [told ?? layoutEnd, ZENGIN_LENGTH].some((step) => endsOnce(head, step));
  const lineEnd = isUnbroken ? null : lineEndOf(head.bytes, (told ?? layoutEnd) * 4 + 2);
  const zengin = zenginFrame(head.bytes, spec, lineEnd, layoutEnd);
  if (zengin && (lineEnd !== null || !head.whole || remainder(head.bytes, ZENGIN_LENGTH) === 0))
    return zengin;
  const length = told ?? (lineEnd === null ? layoutEnd : commonLength(head.bytes, lineEnd));
  const fits =
    length >= layoutEnd && (lineEnd !== null || !head.whole || remainder(head.bytes, length) === 0);
  if (!fits) throw mismatch(file, spec, lineEnd, length, layoutEnd);
  const kind = spec.reading?.dataRecords;
  return {
    length,
    lineEnd,
    kind: kind ? { at: kind.at[0] - 1, size: kind.at[1], data: kind.is, other: null } : null,
    blanksCut: false,
    header: 0,
  };
}

/** The frame of a Zengin file, known by its first records; null where the pipeline file says or uses it otherwise. */
function zenginFrame(
  bytes: Buffer,
  spec: InputSpec,
  lineEnd: Frame['lineEnd'],
  layoutEnd: number,
): Frame | null {
  const told = spec.reading?.recordLength ?? ZENGIN_LENGTH;
  const otherUse = Object.values(spec.layout ?? {}).some(([start, size]) => start === 1 && size > 1);
  if (told !== ZENGIN_LENGTH || layoutEnd > ZENGIN_LENGTH || otherUse || spec.reading?.dataRecords)
    return null;
  const codec = codecOf(spec.encoding);
  const records = lineEnd === null ? stretches(bytes) : firstLines(bytes);
  const [first] = records;
  if (!first || !looksLikeZengin(records, codec)) return null;
  if (lineEnd !== null && commonLength(bytes, lineEnd) > ZENGIN_LENGTH) return null;
  const { header, data, after } = ZENGIN_KINDS;
  const hasHeader = decodeLoosely(codec, first.subarray(0, 1)) === header;
  return {
    length: ZENGIN_LENGTH,
    lineEnd,
    kind: { at: 0, size: 1, data, other: [header, ...after] },
    blanksCut: lineEnd !== null,
    header: !hasHeader ? 0 : lineEnd === null ? ZENGIN_LENGTH : bytes.indexOf(LF) + 1,
  };
}

function stretches(bytes: Buffer): readonly Buffer[] {
  const whole = withoutFileEnd(bytes);
  const count = Math.min(ZENGIN_LOOKED_AT, Math.floor(whole.length / ZENGIN_LENGTH));
  return Array.from({ length: count }, (_, index) =>
    whole.subarray(index * ZENGIN_LENGTH, (index + 1) * ZENGIN_LENGTH),
  );
}

function firstLines(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let from = 0; from < bytes.length && found.length < ZENGIN_LOOKED_AT; ) {
    const feed = bytes.indexOf(LF, from);
    const end = feed < 0 ? bytes.length : feed;
    found.push(bytes.subarray(from, bytes[end - 1] === CR ? end - 1 : end));
    from = end + 1;
  }
  return found;
}

/** Several records without line ends, and one at the very end of the file. */
function endsOnce({ bytes, whole }: Head, step: number): boolean {
  const body = withoutFileEnd(bytes);
  return whole && !body.includes(LF) && body.length > step && body.length % step === 0;
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

// Line ends and end-of-file marks may follow the last record.
function remainder(bytes: Buffer, length: number): number {
  return withoutFileEnd(bytes).length % length;
}

function mismatch(
  file: InputFile,
  spec: InputSpec,
  lineEnd: string | null,
  length: number,
  layoutEnd: number,
): Failure {
  const values = { source: spec.id, path: file.path, bytes: file.bytes, length, layoutEnd };
  return new Failure(lineEnd === null ? 'fixed-length/unbroken' : 'fixed-length/lines', { values });
}
