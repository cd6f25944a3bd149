import type { Codec } from './encodings/codec.js';
import { decodeLoosely } from './encodings/codec.js';

/** Bytes of a record of the Zengin transfer format (全国銀行協会: 総合振込, 給与振込, 口座振替 and others). */
export const ZENGIN_LENGTH = 120;

/** What the first byte of a record says: header, data, trailer, end. */
export const ZENGIN_KINDS = { header: '1', data: '2', after: ['8', '9'] } as const;

/** Kind, bank, its name, branch, its name, clearing house or blanks, kind of account, account. */
const DATA = /^2\d{4}.{15}\d{3}.{15}.{4}\d\d{7}/su;
/** Kind, kind of transfer, code, … */
const HEADER = /^1\d{2}[01 ]/;
const END = /^9$/;
/** Records to know a file by. */
export const ZENGIN_LOOKED_AT = 32;

/** Whether a record reads as data: digits stand where bank, branch and account have theirs. */
export function isZenginData(record: Uint8Array, codec: Codec): boolean {
  return DATA.test(decodeLoosely(codec, record));
}

/**
 * Whether the first records of a file are those of a Zengin file: a header and what may follow it, or data alone. A damaged record
 * behind the header hides no file: one later record that reads as data, or the end, is enough.
 */
export function looksLikeZengin(records: readonly Uint8Array[], codec: Codec): boolean {
  const [first, second, ...later] = records.slice(0, ZENGIN_LOOKED_AT);
  if (!first || first.length > ZENGIN_LENGTH) return false;
  if (isZenginData(first, codec)) return true;
  const kinds = [first, second ?? first].map((record) => decodeLoosely(codec, record.subarray(0, 1)));
  const isWhole = first.length === ZENGIN_LENGTH && second?.length === ZENGIN_LENGTH;
  if (isWhole && kinds.join('') === ZENGIN_KINDS.header + ZENGIN_KINDS.data) return true;
  if (!HEADER.test(decodeLoosely(codec, first)) || !second) return false;
  const isAfter = (ZENGIN_KINDS.after as readonly string[]).includes(kinds[1]!);
  const isSure = (record: Uint8Array) =>
    isZenginData(record, codec) || END.test(decodeLoosely(codec, record).trimEnd());
  return isAfter || [second, ...later].some(isSure);
}

/** The file without line ends and end-of-file marks after its last record. */
export function withoutFileEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && FILE_END.includes(bytes[end - 1]!)) end -= 1;
  return bytes.subarray(0, end);
}

const FILE_END = [0x0d, 0x0a, 0x1a];
