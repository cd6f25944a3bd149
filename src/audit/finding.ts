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
