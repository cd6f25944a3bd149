import type { CanonicalItem } from '../audit/items.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import type { InspectedColumn } from './inspection.js';

/** Columns with what their values look like, and the values of the rows looked at, column by column. */
export interface Looked {
  readonly columns: readonly InspectedColumn[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Columns that could hold an item. */
export interface Candidate {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
  readonly confidence: number;
  /** Of a date in several columns. */
  readonly format?: DateFormat | null;
}

/** Below this an item is a guess: told and asked after, and not mapped. */
export const LIKELY = 0.5;

/** Below this nothing is proposed. */
export const LEAST = 0.4;

/** Rows from which it is no chance that a value comes once. */
export const ENOUGH_ROWS = 25;
