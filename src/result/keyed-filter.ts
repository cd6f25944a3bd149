import { createHmac, randomBytes } from 'node:crypto';
import { secret } from '../audit/secret.js';

/** Bytes of a digest that are kept: among a million, 12 digits in 280 million million are taken for one that is there. */
const KEPT = 6;

/**
 * A set of My Numbers that can be asked and not be read: it holds digests under a key that lives as long as it does, so
 * neither a dump of the memory nor whoever prints it has a list of numbers.
 */
export interface KeyedFilter {
  add(number: number): void;
  has(number: number): boolean;
  readonly size: number;
}

export function keyedFilter(): KeyedFilter {
  const key = secret(randomBytes(32));
  const digests = new Set<number>();
  const digest = (number: number) =>
    createHmac('sha256', key.reveal()).update(String(number)).digest().readUIntBE(0, KEPT);
  return {
    add: (number) => digests.add(digest(number)),
    has: (number) => digests.has(digest(number)),
    get size() {
      return digests.size;
    },
  };
}
