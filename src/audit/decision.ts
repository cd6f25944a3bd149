import type { DecisionCode } from './case.js';
import type { Marks } from './marks.js';

/** What a case may be decided to be, by the keys 1 to 5; null where a key says nothing. */
export type Choices = readonly [
  DecisionCode | null,
  DecisionCode | null,
  DecisionCode | null,
  DecisionCode | null,
  DecisionCode | null,
];

/**
 * Of a case that asks whose record it is. Kinds that ask something else have answers of their own for the keys 1 to 3; whatever
 * the kind, 3 says that nothing is to be put right, 4 that the case waits, 5 that the data cannot be judged.
 */
export const LINK_CHOICES: Choices = ['wrong-candidate', 'wrong-unknown', 'right', 'hold', 'bad-data'];

/**
 * What a decision comes to, whatever the kind: `wrong` a wrong link, `fix` something else that is to be put right, `right`
 * nothing to be put right, `data` faulty data, `hold` not decided yet.
 */
export type Outcome = 'wrong' | 'fix' | 'right' | 'data' | 'hold';

export const OUTCOMES: Readonly<Record<DecisionCode, Outcome>> = {
  'wrong-candidate': 'wrong',
  'wrong-unknown': 'wrong',
  right: 'right',
  'number-right': 'right',
  hold: 'hold',
  'bad-data': 'data',
  'this-valid': 'fix',
  'other-valid': 'fix',
  'both-valid': 'right',
  'to-end': 'fix',
  stays: 'right',
  'one-person': 'fix',
  'two-persons': 'right',
  'to-renew': 'fix',
};

export const DECISION_CODES = Object.keys(OUTCOMES) as readonly DecisionCode[];

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
  /** The key that was typed, which each kind reads in its own way; not kept. */
  readonly key?: number | undefined;
  /** What a table says beside it may be decided; an exported file comes from a page, which offers nothing else. Not kept. */
  readonly offered?: string | undefined;
  /** From a file of before kinds had answers of their own: every case took those of a link; not kept. */
  readonly isFormer?: boolean | undefined;
}

/** A decision as it is kept: the candidate's label has become the resident it stood for in that run. */
export interface KeptDecision
  extends Omit<Decision, 'candidate' | 'named' | 'place' | 'key' | 'offered' | 'isFormer'> {
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
