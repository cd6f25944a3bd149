import type { InputSpec } from '../audit/pipeline-file.js';
import { decodeLoosely } from '../ingest/encodings/codec.js';
import { codecOf } from '../ingest/encodings/index.js';
import { Failure } from '../text/failure.js';
import { numberWithin } from './digit-fields.js';
import { guessLayout, ZENGIN } from './fixed-layout.js';

const ZENGIN_LENGTH = 120;
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
  const records =
    spec.encoding.startsWith('ibm') || !bytes.includes(0x0a) ? undelimited(bytes) : lines(bytes);
  if (records === null || records.length === 0)
    throw new Failure('inspect-unknown', UNKNOWN, { exitCode: 2 });
  const length = records[0]!.length;
  const types = records
    .slice(0, 2)
    .map((record) => decodeLoosely(codec, record.subarray(0, 1)))
    .join('');
  const zengin = length === ZENGIN_LENGTH && types === '12';
  const data = zengin
    ? records.filter((record) => decodeLoosely(codec, record.subarray(0, 1)) === '2')
    : records;
  const layout = zengin ? { ...ZENGIN, ...numberPlace(data) } : guessLayout(data, codec);
  const covered = Math.max(...Object.values(layout).map(([start, size]) => start + size - 1));
  return { ...spec, layout, ...(covered === length ? {} : { reading: { recordLength: length } }) };
}

/** The customer code of a Zengin record may hold a My Number: then a field of its own. */
function numberPlace(records: readonly Buffer[]): { readonly my_number?: readonly [number, number] } {
  const [start, length] = ZENGIN.customer_code!;
  const values = records.map((record) => record.toString('latin1', start - 1, start - 1 + length));
  const place = numberWithin(values, [start, length]);
  return place ? { my_number: place } : {};
}

function lines(bytes: Buffer): Buffer[] | null {
  const all: Buffer[] = [];
  let from = 0;
  for (let feed = bytes.indexOf(0x0a); feed >= 0 && all.length < SAMPLE; feed = bytes.indexOf(0x0a, from)) {
    all.push(bytes.subarray(from, feed > 0 && bytes[feed - 1] === 0x0d ? feed - 1 : feed));
    from = feed + 1;
  }
  const counts = new Map<number, number>();
  for (const { length } of all) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [length, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count > 0.8 * all.length && length > 0 ? all.filter((line) => line.length === length) : null;
}

/** Records that follow one another: the length at which the bytes repeat their kinds best. */
function undelimited(bytes: Buffer): Buffer[] | null {
  if (bytes.length % ZENGIN_LENGTH === 0 && [0x31, 0xf1].includes(bytes[0]!))
    return cut(bytes, ZENGIN_LENGTH);
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

const UNKNOWN = {
  ja: 'ファイルの形式を判別できません。区切り文字のある表、JSON Lines、長さの揃った固定長のいずれでもありません。',
  en: 'Cannot make out the format: neither a table with delimiters, nor JSON Lines, nor records of one length.',
};
