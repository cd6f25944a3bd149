import { isUtf8 } from 'node:buffer';
import type { Codec } from './codec.js';
import { codecOf } from './index.js';

/** What the bytes look like; `ascii` when they read the same in every encoding but EBCDIC and UTF-16. */
export type GuessedEncoding =
  | 'ascii'
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'cp932'
  | 'euc-jp'
  | 'ibm930'
  | 'iso-2022-jp'
  | 'utf-32'
  | null;

/** Guesses the encoding of the beginning of a text file; null when nothing fits well. */
export function guessEncoding(bytes: Buffer): GuessedEncoding {
  if (hasUtf32Mark(bytes)) return 'utf-32';
  const wide = guessUtf16(bytes);
  if (wide) return wide;
  if (looksEbcdic(bytes)) return 'ibm930';
  if (switchesSets(bytes)) return 'iso-2022-jp';
  const whole = withoutCutCharacter(bytes);
  if (isUtf8(whole)) return whole.every((byte) => byte < 0x80) ? 'ascii' : 'utf-8';
  const cp932 = tally(codecOf('cp932'), bytes);
  const euc = tally(codecOf('euc-jp'), bytes);
  // Kana rows lead every other character of EUC-JP text; in CP932 the same bytes are rare punctuation.
  if (euc.bad < cp932.bad || (euc.bad <= cp932.bad && kanaRows(bytes) > 0.2))
    return euc.share < 0.05 ? 'euc-jp' : null;
  return cp932.share < 0.05 ? 'cp932' : null;
}

function hasUtf32Mark(bytes: Buffer): boolean {
  const mark = bytes.toString('hex', 0, 4);
  return mark === 'fffe0000' || mark === '0000feff';
}

/** JIS text has seven bits and switches to Japanese by an escape: ESC $ B, ESC $ @, ESC $ ( D; ESC ( I for narrow kana. */
function switchesSets(bytes: Buffer): boolean {
  const found = /\u001b(?:\$[@B]|\$\([DOPQ]|\([IJ])/.test(bytes.toString('latin1', 0, 1 << 16));
  return found && bytes.subarray(0, 1 << 16).every((byte) => byte < 0x80);
}

function guessUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 8192);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i & 1]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < looked / 20) return null;
  if (odd > 10 * even) return 'utf-16le';
  return even > 10 * odd ? 'utf-16be' : null;
}

// EBCDIC digits are F0-F9 and its space is 40; it has neither line feeds nor ASCII digits.
function looksEbcdic(bytes: Buffer): boolean {
  let ebcdic = 0;
  let ascii = 0;
  const looked = Math.min(bytes.length, 8192);
  for (let i = 0; i < looked; i++) {
    const byte = bytes[i]!;
    if (byte === 0x40 || (byte >= 0xf0 && byte <= 0xf9)) ebcdic += 1;
    if (byte === 0x0a || byte === 0x20 || byte === 0x2c || (byte >= 0x30 && byte <= 0x39)) ascii += 1;
  }
  return ebcdic > looked / 5 && ascii < looked / 20;
}

function withoutCutCharacter(bytes: Buffer): Buffer {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      end = bytes.length - back;
      break;
    }
  }
  return isUtf8(bytes) ? bytes : bytes.subarray(0, end);
}

function tally(codec: Codec, bytes: Buffer): { bad: number; share: number } {
  const looked = bytes.subarray(0, 1 << 16);
  const target = Buffer.allocUnsafe(3 * looked.length);
  let bad = 0;
  let characters = 0;
  for (let from = 0; from < looked.length; ) {
    const end = codec.toUtf8(looked, from, looked.length, target, 0);
    if (end >= 0) break;
    bad += 1;
    from = -end;
  }
  for (const byte of looked) if (byte >= 0x80) characters += 1;
  return { bad, share: characters === 0 ? 0 : (2 * bad) / characters };
}

function kanaRows(bytes: Buffer): number {
  let pairs = 0;
  let kana = 0;
  const looked = Math.min(bytes.length, 1 << 16);
  for (let i = 0; i + 1 < looked; i++) {
    const lead = bytes[i]!;
    if (lead < 0xa1 || bytes[i + 1]! < 0xa1) continue;
    pairs += 1;
    if (lead === 0xa4 || lead === 0xa5 || (lead === 0xa1 && bytes[i + 1] === 0xa1)) kana += 1;
    i += 1;
  }
  return pairs === 0 ? 0 : kana / pairs;
}
