import type { DecisionCode } from './case.js';
import type { Marks } from './marks.js';

export const DECISION_CODES: readonly DecisionCode[] = [
  'wrong-candidate',
  'wrong-unknown',
  'right',
  'hold',
  'bad-data',
];

/** One decision as a file of reviewers says it, before it is held against the run. */
export interface Decision {
  readonly case: string;
  readonly fingerprint: string;
  /** `withdrawn` takes the reviewer's earlier decision on the case back. */
  readonly decision: DecisionCode | 'withdrawn';
  /** Label of the candidate on the case page, C1 to C3. */
  readonly candidate: string | null;
  /** The resident whom the file itself names beside the label; an exported file names none. */
  readonly named?: string | undefined;
  /** A reason code of the page, never free text. */
  readonly reason: string | null;
  readonly reviewer: string;
  /** ISO time. */
  readonly at: string;
  /** Where it stands in the file, for messages; not kept. */
  readonly place?: string | undefined;
}

/** A decision as it is kept: the candidate's label has become the resident it stood for in that run. */
export interface KeptDecision extends Omit<Decision, 'candidate' | 'named' | 'place'> {
  readonly resident: string | null;
  readonly runId: string;
  /** What the case was about; decisions kept by earlier versions do not tell. */
  readonly link?: DecidedLink | undefined;
  /** What the case rested on, so that a later night can say what has changed; not told by earlier versions. */
  readonly marks?: Marks | undefined;
}

/** The link of a case: by these keys a later run finds it again, before it has found anything wrong with it. */
export interface DecidedLink {
  readonly kind: string;
  readonly source: string;
  readonly record_id: string;
  readonly resident_id: string | null;
}
