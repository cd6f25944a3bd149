import { createHmac } from 'node:crypto';
import { type Secret, secret } from './secret.js';

/**
 * Stands for what must be told apart and not shown: keys of records that hold a My Number, the texts behind a finding.
 * A digest without a key is no such thing: there are so few numbers, dates and addresses that whoever reads it tries them all.
 */
export interface Pseudonyms {
  /** Tells one key from another, and nothing of the key. */
  readonly id: string;
  /** HMAC-SHA-256 of a text, hex; the same text has another for each purpose. */
  of(purpose: string, text: string): string;
  /** A key for one purpose, for where the HMAC is made elsewhere, such as in SQL. */
  keyFor(purpose: string): Secret<Buffer>;
}

export function pseudonymsOf(key: Secret<Buffer>): Pseudonyms {
  const keyFor = (purpose: string) =>
    createHmac('sha256', key.reveal()).update(`totsugo pseudonym: ${purpose}`).digest();
  const keys = new Map<string, Buffer>();
  return {
    id: keyFor('id').toString('hex').slice(0, 16),
    of: (purpose, text) => {
      const own = keys.get(purpose) ?? keyFor(purpose);
      keys.set(purpose, own);
      return createHmac('sha256', own).update(text).digest('hex');
    },
    keyFor: (purpose) => secret(keyFor(purpose)),
  };
}
