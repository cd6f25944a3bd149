import { Failure } from '../../text/failure.js';
import { type Codec, utf8 } from './codec.js';
import { doubleByteCodec } from './double-byte.js';
import { ebcdicCodec } from './ebcdic.js';

const CODECS: readonly Codec[] = [
  utf8,
  doubleByteCodec('cp932', 'shift_jis'),
  doubleByteCodec('euc-jp', 'euc-jp'),
  ebcdicCodec('ibm930'),
  ebcdicCodec('ibm939'),
];

/** True when the encoding is turned into UTF-8 block by block before records are looked for. */
export function isUtf16(encoding: string): encoding is 'utf-16le' | 'utf-16be' {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** The codec in which records are decoded; UTF-16 has become UTF-8 by then. */
export function codecOf(encoding: string): Codec {
  const id = isUtf16(encoding) ? 'utf-8' : encoding;
  const codec = CODECS.find((one) => one.id === id);
  if (codec) return codec;
  throw new Failure('encoding-unknown', { values: { encoding } });
}
