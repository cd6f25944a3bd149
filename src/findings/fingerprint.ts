import { createHash } from 'node:crypto';
import { OPTIONAL_ITEMS } from '../verify/comparisons/index.js';
import { grouped } from './finding-id.js';

/**
 * Digest of the inputs behind a finding: it changes when, and only when, one of these texts does. What is weighed or
 * inferred (cause, probability, order of candidates) has no place among them: decisions teach the next model, and a
 * case must not reopen because others were decided.
 */
export function fingerprint(texts: readonly (string | null)[]): string {
  return grouped(createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32), 8);
}

type Texts = readonly (string | null)[];

/**
 * The texts of both sides as a fingerprint has them. Those of optional items, the last of either side, come with their
 * names and only where a side states one, so that an item that nobody carries changes no fingerprint.
 */
export function fingerprintTexts(one: Texts, other: Texts): Texts {
  const always = [one, other].flatMap((texts) => texts.slice(0, texts.length - OPTIONAL_ITEMS.length));
  const stated = OPTIONAL_ITEMS.flatMap((item, i) => {
    const [a = null, b = null] = [one, other].map((texts) => texts.at(i - OPTIONAL_ITEMS.length));
    return a === null && b === null ? [] : [item, a, b];
  });
  return [...always, ...stated];
}
