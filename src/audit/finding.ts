import type { Bilingual } from '../text/bilingual.js';
import type { Evidence } from './evidence.js';
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
  /** The worst of the findings that belong together, directly or through others; the finding itself where it stands alone. */
  readonly incident: string;
  readonly evidence: readonly FindingEvidence[];
  /** Places of the link at which more links are wrong than chance would bring together, worst first. */
  readonly clusters: readonly FindingCluster[];
  readonly fingerprint: string;
}

/** A finding without what it rests on: who is concerned, and what belongs to it. */
export type FindingHead = Omit<Finding, 'candidates' | 'evidence' | 'clusters'> & {
  readonly candidates: readonly Pick<FindingCandidate, 'resident_id'>[];
};

export interface FindingCandidate {
  readonly resident_id: string;
  readonly probability: number;
  readonly why: readonly ({ readonly id: string } & Bilingual)[];
}

export interface FindingCluster {
  readonly item: ClusterView['item'];
  readonly value: string;
}

/** The row of evidence as findings.jsonl has it: what it says to whom, without how a page draws it. */
export type FindingEvidence = Pick<Evidence, 'item' | 'level' | 'weight' | 'text'>;

export function findingEvidence({ item, level, weight, text }: Evidence): FindingEvidence {
  return { item, level, weight, text };
}
