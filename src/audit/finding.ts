import { createHash } from 'node:crypto';
import type { Bilingual } from '../text/bilingual.js';
import type { ClusterView, Grade } from './summary.js';

/** One line of findings.jsonl. */
export interface Finding {
  readonly finding_id: string;
  readonly kind: string;
  readonly cause: string | null;
  readonly source: string;
  readonly record_id: string;
  readonly organisation: string | null;
  readonly resident_id: string | null;
  readonly grade: Grade;
  readonly probability: number;
  readonly candidates: readonly FindingCandidate[];
  readonly related: readonly string[];
  readonly evidence: readonly FindingEvidence[];
  /** Places of the link at which more links are wrong than chance would bring together, worst first. */
  readonly clusters: readonly FindingCluster[];
  readonly fingerprint: string;
}

export interface FindingCandidate {
  readonly resident_id: string;
  readonly probability: number;
  readonly why: readonly ({ readonly id: string } & Bilingual)[];
}

export interface FindingCluster {
  readonly item: ClusterView['item'];
  readonly value: string;
}

export interface FindingEvidence {
  readonly item: string;
  readonly level: string;
  /** Bits; positive speaks for the linked resident. */
  readonly weight: number;
  readonly text: Bilingual;
}

/**
 * Kinds that ask one question, whether the record is the linked resident's, and differ in the answer that is likeliest
 * tonight: one case, which a model learned anew must not take for another.
 */
export const WHOSE_RECORD: ReadonlySet<string> = new Set(['wrong-resident', 'swapped-links', 'nobody-fits']);

/** Kinds that say that the link itself is wrong, and so have a cause. */
export const WRONG_KINDS: ReadonlySet<string> = new Set([
  ...WHOSE_RECORD,
  'unknown-number',
  'invalid-number',
]);

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
