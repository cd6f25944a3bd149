import type { Bilingual } from '../text/bilingual.js';

/** One data-quality observation: counts only, never values. */
export interface QualityIssue {
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly source: string;
  readonly item: string | null;
  readonly count: number;
  readonly of: number;
  readonly title: Bilingual;
  readonly advice: Bilingual;
}

/** What must not go unseen: an item that could not be compared, or a register that does not name residents. */
export function alarmsOf(issues: readonly QualityIssue[]): readonly QualityIssue[] {
  return issues.filter(({ severity }) => severity === 'error');
}

/** How one item of one input is filled and what its values look like: counts and shapes, never values. */
export interface ItemProfileView {
  readonly source: string;
  readonly item: string;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** `distinct` is an estimate. */
  readonly estimated: boolean;
  /** Filled values looked at one by one for `valid` and `shapes`. */
  readonly sampled: number;
  /** Share of valid values; null where an item may hold anything. */
  readonly valid: number | null;
  /** The commonest shapes with their shares: 9 a digit, A a letter, 漢 a kanji, 9{12} twelve digits. */
  readonly shapes: readonly { readonly shape: string; readonly share: number }[];
}
