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

/** Hyphens keep a digest from ever looking like a twelve-digit number. */
export function grouped(hex: string, size: number): string {
  return hex.match(new RegExp(`.{${size}}`, 'g'))!.join('-');
}
