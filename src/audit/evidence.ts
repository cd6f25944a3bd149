import type { Bilingual } from '../text/bilingual.js';

/** How a level reads: agreement, equivalent notation, explained difference, contradiction, nothing to compare. */
export type LevelKind = 'equal' | 'equivalent' | 'explained' | 'different' | 'missing';

/**
 * One row of the weighing, the same from scoring to findings.jsonl, page and terminal: a comparison, or what else was
 * weighed (`prior`, `explanation`, `place`, `rivals`), which compares no item and so is of kind `missing`; `different` where
 * rivals fit better, or nothing explains what differs.
 */
export interface Evidence {
  readonly item: string;
  /** Few words, to stand beside a bar. */
  readonly title: Bilingual;
  readonly level: string;
  readonly kind: LevelKind;
  /** Bits, log2: positive speaks for the linked resident. */
  readonly weight: number;
  readonly text: Bilingual;
}

const BESIDE_ITEMS: ReadonlySet<string> = new Set(['prior', 'explanation', 'place', 'rivals']);

/** Whether a row is a comparison, and not what else was weighed. */
export function isComparison({ item }: Evidence): boolean {
  return !BESIDE_ITEMS.has(item);
}

/** Level of an item that was compared, and of which nothing that came of it may be told. */
export const HIDDEN_LEVEL = 'hidden';
export const isHidden = ({ level }: { readonly level: string }) => level === HIDDEN_LEVEL;
