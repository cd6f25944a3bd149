import { createHash } from 'node:crypto';
import type { ClusterView, Grade } from '../report/result.js';
import type { Bilingual } from '../text/bilingual.js';

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

/** Id that stays the same from night to night: what is found about which link. `repeat` tells equal rows apart. */
export function findingId(
  kind: string,
  source: string,
  recordId: string,
  residentId: string,
  repeat: number,
): string {
  const digest = createHash('sha256').update(JSON.stringify([kind, source, recordId, residentId, repeat]));
  return `F-${grouped(digest.digest('hex').slice(0, 12), 4)}`;
}

/** Digest of the inputs behind a finding: it changes when, and only when, one of these texts does. */
export function fingerprint(texts: readonly (string | null)[]): string {
  return grouped(createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32), 8);
}

/** Hyphens keep a digest from ever looking like a twelve-digit number. */
function grouped(hex: string, size: number): string {
  return hex.match(new RegExp(`.{${size}}`, 'g'))!.join('-');
}
