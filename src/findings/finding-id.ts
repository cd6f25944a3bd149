import { createHash } from 'node:crypto';
import { kindsThat } from './kinds/index.js';

const WHOSE_RECORD = kindsThat(({ asksWhoseRecord }) => asksWhoseRecord);

/** What a case is about, whatever its likeliest answer. */
export function questionOf(kind: string): string {
  return WHOSE_RECORD.has(kind) ? 'wrong-resident' : kind;
}

/** Id that stays the same from night to night: what is asked about which link. `repeat` tells equal rows apart. */
export function findingId(
  kind: string,
  source: string,
  recordId: string,
  residentId: string,
  repeat: number,
): string {
  const digest = createHash('sha256').update(
    JSON.stringify([questionOf(kind), source, recordId, residentId, repeat]),
  );
  return `F-${grouped(digest.digest('hex').slice(0, 12), 4)}`;
}

/**
 * Digest of the inputs behind a finding: it changes when, and only when, one of these texts does. What is weighed or
 * inferred (cause, probability, order of candidates) has no place among them: decisions teach the next model, and a
 * case must not reopen because others were decided.
 */
export function fingerprint(texts: readonly (string | null)[]): string {
  return grouped(createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32), 8);
}

/** Hyphens keep a digest from ever looking like a twelve-digit number. */
function grouped(hex: string, size: number): string {
  return hex.match(new RegExp(`.{${size}}`, 'g'))!.join('-');
}
