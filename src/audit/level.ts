import type { Bilingual } from '../text/bilingual.js';
import type { LevelKind } from './case.js';

/** One outcome of a comparison. Its code in tables is its place in the comparison's list; 0 is always `missing`. */
export interface Level {
  readonly id: string;
  readonly kind: LevelKind;
  readonly title: Bilingual;
  /** First estimate of P(level | same person), before a run learns its own. */
  readonly m: number;
  /** Where known: how often two other persons reach the level by chance, given that it can be reached at all. */
  readonly u?: number;
}

export interface Comparison {
  readonly id: string;
  readonly title: Bilingual;
  readonly levels: readonly Level[];
}
