import type { CanonicalItem } from '../audit/items.js';
import type { PartialDate } from '../normalize/date/wareki.js';

/** Rows of one item with odd characters of each kind, and the filled rows. */
export interface CharacterCounts {
  readonly filled: number;
  readonly unknown: number;
  readonly privateUse: number;
  readonly mojibake: number;
}

/** The distinct dates of one item: its text, what it was read as (null: unreadable) and in how many rows it stands. */
export type DateCounts = readonly {
  readonly text: string;
  readonly date: PartialDate | null;
  readonly count: number;
}[];

/** What the filled values of one item look like. Shares are of the values looked at. */
export interface ValueLook {
  /** Filled values looked at: all of a small input, else of rows drawn by a hash of their place. */
  readonly sampled: number;
  /** Share of valid ones; null where the item has no rule. */
  readonly valid: number | null;
  /** The commonest shapes, never values. */
  readonly shapes: readonly { readonly shape: string; readonly share: number }[];
}

/** How one item of one input is filled, and what its values look like: no values. Kept from run to run. */
export interface ItemProfile extends ValueLook {
  readonly source: string;
  readonly item: CanonicalItem;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** `distinct` is an estimate, up to a fifth off (the same values give the same estimate). */
  readonly estimated: boolean;
  /** One value in all filled rows. */
  readonly constant: boolean;
}

/** Whether every filled value is known to stand in one row alone. */
export function isUnique({ distinct, filled, estimated }: ItemProfile): boolean {
  return !estimated && distinct === filled;
}
