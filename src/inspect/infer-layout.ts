import type { InputSpec } from '../audit/pipeline-file.js';
import { type Codec, decodeLoosely } from '../ingest/encodings/codec.js';
import { codecOf } from '../ingest/encodings/index.js';
import { isZenginData, looksLikeZengin, withoutFileEnd, ZENGIN_LENGTH } from '../ingest/zengin.js';
import { Failure } from '../text/failure.js';
import { numberWithin } from './digit-fields.js';
import { guessLayout, ZENGIN } from './fixed-layout.js';

const SAMPLE = 500;
/** Longest record looked for in a file without line ends. */
const LONGEST = 2000;

/**
 * Record length and fields of a fixed-width file.
 *
 * @throws {Failure} `inspect-unknown` (exit code 2) when no record length fits.
 */
export function inferLayout(spec: InputSpec, bytes: Buffer): InputSpec {
  const codec = codecOf(spec.encoding);
  const body = withoutFileEnd(bytes);
  const isWhole = spec.encoding.startsWith('ibm') || !body.includes(0x0a);
  const zengin = zenginRecords(isWhole ? cut(body, ZENGIN_LENGTH) : allLines(body), codec);
  if (zengin !== null) {
    const layout = { ...ZENGIN, ...numberPlace(zengin, codec) };
    return { ...spec, layout, reading: { recordLength: ZENGIN_LENGTH } };
  }
  const records = isWhole ? undelimited(body) : lines(body);
  if (records === null || records.length === 0) throw new Failure('inspect-unknown');
  const length = records[0]!.length;
  const layout = guessLayout(records, codec);
  const covered = Math.max(...Object.values(layout).map(([start, size]) => start + size - 1));
  return { ...spec, layout, ...(covered === length ? {} : { reading: { recordLength: length } }) };
}

/** Data records of a Zengin file, filled up with the blanks that were cut off; null for any other file. */
function zenginRecords(records: readonly Buffer[], codec: Codec): readonly Buffer[] | null {
  if (!looksLikeZengin(records, codec)) return null;
  const data = records.filter((record) => isZenginData(record, codec));
  const others = records.filter((record) => /[^1289]/.test(decodeLoosely(codec, record.subarray(0, 1))));
  if (data.length === 0 || others.length > 0.1 * records.length) return null;
  return data.map((record) => Buffer.concat([record], ZENGIN_LENGTH).fill(0x20, record.length));
}

/** The customer code of a Zengin record may hold a My Number: then a field of its own. */
function numberPlace(
  records: readonly Buffer[],
  codec: Codec,
): { readonly my_number?: readonly [number, number] } {
  const [start, length] = ZENGIN.customer_code!;
  const values = records.map((record) =>
    decodeLoosely(codec, record.subarray(start - 1, start - 1 + length)),
  );
  const place = numberWithin(values, [start, length]);
  return place ? { my_number: place } : {};
}

/** The first lines, without their ends. */
function allLines(bytes: Buffer): Buffer[] {
  const all: Buffer[] = [];
  let from = 0;
  for (let feed = bytes.indexOf(0x0a); feed >= 0 && all.length < SAMPLE; feed = bytes.indexOf(0x0a, from)) {
    all.push(bytes.subarray(from, feed > 0 && bytes[feed - 1] === 0x0d ? feed - 1 : feed));
    from = feed + 1;
  }
  if (all.length < SAMPLE && from < bytes.length) all.push(bytes.subarray(from));
  return all.filter((line) => line.length > 0);
}

function lines(bytes: Buffer): Buffer[] | null {
  const all = allLines(bytes);
  const counts = new Map<number, number>();
  for (const { length } of all) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [length, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count > 0.8 * all.length && length > 0 ? all.filter((line) => line.length === length) : null;
}

/** Records that follow one another: the length at which the bytes repeat their kinds best. */
function undelimited(bytes: Buffer): Buffer[] | null {
  const kinds = Uint8Array.from(bytes.subarray(0, 1 << 16), (byte) =>
    byte >= 0xf0 && byte <= 0xf9
      ? 1
      : byte >= 0x30 && byte <= 0x39
        ? 1
        : byte === 0x20 || byte === 0x40
          ? 2
          : 3,
  );
  const shares: { length: number; share: number }[] = [];
  for (let length = 10; length <= Math.min(LONGEST, kinds.length / 3); length++) {
    if (bytes.length < 1 << 20 && bytes.length % length !== 0) continue;
    let same = 0;
    for (let i = length; i < kinds.length; i++) if (kinds[i] === kinds[i - length]) same += 1;
    shares.push({ length, share: same / (kinds.length - length) });
  }
  // Multiples of the record length fit as well, or a little better by chance: take the shortest good one.
  const most = Math.max(...shares.map(({ share }) => share));
  const best = shares.find(({ share }) => share >= most * 0.93);
  return best && best.share > 0.7 ? cut(bytes, best.length) : null;
}

function cut(bytes: Buffer, length: number): Buffer[] {
  const count = Math.min(SAMPLE, Math.floor(bytes.length / length));
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * length, (index + 1) * length));
}
