import { open } from 'node:fs/promises';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { Failure } from '../../text/failure.js';
import { blocks, type Head, readHead } from '../byte-source.js';
import { LF } from '../delimited/record.js';
import { isUtf16 } from '../encodings/index.js';
import { frameOf } from '../fixed-frame.js';
import { readHeader } from '../header.js';
import type { InputFile } from '../input-file.js';
import type { Sample } from '../reader.js';
import { readerOf } from '../readers/index.js';
import { unpackedSize } from './estimate-rows.js';

/** Places of a file that are looked at behind its beginning, and about how many rows at each. */
const PLACES = 20;
const ROWS_EACH = 100;
/** What is unpacked to look at later rows: beyond it a packed file would have to be read for minutes. */
const MOST_UNPACKED = 64 << 20;
/** Bytes read at a place, however long its rows are. */
const MOST_EACH = 1 << 18;

/**
 * Rows drawn evenly from behind those of the first sample, as the reader of the format reads them; null where the first
 * sample has seen all there is. The same file gives the same rows.
 */
export async function sampleLater(file: InputFile, spec: InputSpec, first: Sample): Promise<Sample | null> {
  const reader = readerOf(spec.format);
  if (reader.later) return reader.later(file, spec);
  const head = await readHead(file, 'utf-8');
  const cut = cutterOf(head, file, spec);
  const seen = first.rows.length + Object.values(first.damaged).reduce((sum, each) => sum + each, 0);
  const from = Math.max(cut.above, Math.ceil(seen * cut.perRow));
  const end = file.gzip ? await endUnpacked(file, head) : file.bytes;
  const length = Math.min(MOST_EACH, Math.ceil(ROWS_EACH * cut.perRow));
  if (from + length >= end) return null;
  const step = (end - from) / PLACES;
  const ranges = Array.from({ length: PLACES }, (_, place): Range => {
    const at = cut.align(from + Math.floor(place * step));
    return { from: at, to: Math.min(end, at + Math.min(length, Math.ceil(step))) };
  });
  const stretches = (await bytesAt(file, ranges)).map(cut.whole);
  const held = Buffer.concat([head.bytes.subarray(0, cut.above), ...stretches]);
  // Stretches may look otherwise than the whole; what the file is has been seen at its beginning.
  const sample = await reader.sample({ ...file, held }, spec).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
  return sample === null || sample.rows.length === 0 ? null : sample;
}

/** How far a packed file is looked at. */
async function endUnpacked(file: InputFile, head: Head): Promise<number> {
  if (head.whole) return head.bytes.length;
  return Math.min(MOST_UNPACKED, (await unpackedSize(file)) ?? MOST_UNPACKED);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** How stretches of a file are cut into whole records. */
interface Cutter {
  /** Bytes above the first record. */
  readonly above: number;
  readonly perRow: number;
  /** Where a stretch may begin, at a place or right behind it. */
  readonly align: (at: number) => number;
  /** The whole records of a stretch. */
  readonly whole: (stretch: Buffer) => Buffer;
}

function cutterOf(head: Head, file: InputFile, spec: InputSpec): Cutter {
  const wide = isUtf16(spec.encoding);
  if (spec.format === 'fixed') {
    const { length, lineEnd, header } = frameOf(head, file, spec);
    if (lineEnd === null)
      return {
        above: header,
        perRow: length,
        align: (at) => header + Math.ceil((at - header) / length) * length,
        whole: (stretch) => stretch.subarray(0, stretch.length - (stretch.length % length)),
      };
  }
  const feeds = lineFeeds(head.bytes, spec.encoding);
  return {
    above: bytesAbove(feeds, linesAbove(head, spec)),
    perRow: Math.max(1, head.bytes.length / Math.max(1, feeds.length)),
    align: (at) => (wide ? at + (at % 2) : at),
    whole: (stretch) => wholeLines(stretch, spec.encoding),
  };
}

/** Physical lines above the first record. */
function linesAbove({ bytes }: Head, spec: InputSpec): number {
  if (spec.format !== 'csv' && spec.format !== 'tsv') return 0;
  const { delimiter, header = true, skipRows = 0 } = spec.reading ?? {};
  const code = (delimiter ?? (spec.format === 'tsv' ? '\t' : ',')).charCodeAt(0);
  if (!isUtf16(spec.encoding))
    return readHeader(bytes, { encoding: spec.encoding, delimiter: code, header, skipRows }).lines;
  return skipRows + (header ? 1 : 0);
}

function bytesAbove(feeds: readonly number[], lines: number): number {
  return lines === 0 ? 0 : (feeds[lines - 1] ?? 0);
}

/** The places behind each line feed. */
function lineFeeds(bytes: Buffer, encoding: string): readonly number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (!isUtf16(encoding)) ends.push(at + 1);
    else if (encoding === 'utf-16le' && at % 2 === 0 && bytes[at + 1] === 0) ends.push(at + 2);
    else if (encoding === 'utf-16be' && at % 2 === 1 && bytes[at - 1] === 0) ends.push(at + 1);
  }
  return ends;
}

/** The lines that begin and end within a stretch. */
function wholeLines(stretch: Buffer, encoding: string): Buffer {
  const ends = lineFeeds(stretch, encoding);
  return ends.length < 2 ? Buffer.alloc(0) : stretch.subarray(ends[0], ends.at(-1));
}

/** The bytes of ranges in their order, unpacked. */
async function bytesAt(file: InputFile, ranges: readonly Range[]): Promise<readonly Buffer[]> {
  if (file.gzip) return bytesUnpacked(file, ranges);
  const handle = await open(file.absolute, 'r');
  try {
    return await Promise.all(
      ranges.map(async ({ from, to }) => {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
        return buffer.subarray(0, bytesRead);
      }),
    );
  } finally {
    await handle.close();
  }
}

async function bytesUnpacked(file: InputFile, ranges: readonly Range[]): Promise<readonly Buffer[]> {
  const parts: Buffer[][] = ranges.map(() => []);
  let at = 0;
  for await (const block of blocks(file)) {
    for (const [place, { from, to }] of ranges.entries()) {
      if (from < at + block.length && to > at)
        parts[place]!.push(block.subarray(Math.max(0, from - at), to - at));
    }
    at += block.length;
    if (at >= (ranges.at(-1)?.to ?? 0)) break;
  }
  return parts.map((each) => Buffer.concat(each));
}
