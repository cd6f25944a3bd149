import { createHash } from 'node:crypto';

/** Bytes of a block of SHA-256. */
const BLOCK = 64;

/** SQL for the HMAC-SHA-256 (RFC 2104) of a text under a key, as 64 hex digits; NULL for NULL. */
export function hmacSql(key: Buffer, text: string): string {
  const short = key.length > BLOCK ? createHash('sha256').update(key).digest() : key;
  const padded = Buffer.concat([short, Buffer.alloc(BLOCK - short.length)]);
  const inner = `sha256(${blob(padded, 0x36)} || encode(${text}))`;
  return `sha256(${blob(padded, 0x5c)} || unhex(${inner}))`;
}

function blob(bytes: Buffer, mask: number): string {
  const hex = [...bytes].map((byte) => `\\x${(byte ^ mask).toString(16).padStart(2, '0')}`);
  return `'${hex.join('')}'::BLOB`;
}
