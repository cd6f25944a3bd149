import type { CanonicalItem } from '../audit/items.js';
import type { Level } from '../audit/level.js';
import type { Dialect } from '../engine/dialect.js';
import type { KeyColumn } from '../prepare/key-column.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Readings } from './reading/reading.js';

/** What a comparison says of a person; of the first five there is one each. */
export type Aspect = 'family' | 'given' | 'birth' | 'sex' | 'home' | 'contact';

/** Everything about one comparison of a record with a resident; the id is the column of `levels` and `rival_levels`. */
export interface Comparison {
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Aspect;
  /** From `missing` (code 0) over agreement to contradiction. */
  readonly levels: readonly Level[];
  /** Items that both sides state: they are shown, marked, and part of the fingerprint. */
  readonly items: readonly CanonicalItem[];
  /** Item of the comparison table in whose row the level is said, and rows that are there whatever a record states. */
  readonly row: CanonicalItem;
  readonly rows: readonly CanonicalItem[];
  /** Shown, marked and learned only where an input carries the item; the others always. */
  readonly optional?: true;
  /** Tells where people live: not said of protected persons. */
  readonly tellsPlace?: true;
  /** Key columns of both sides, beside those that every person has (`dob`, `kw` …). */
  readonly keys?: readonly KeyColumn[];
  /** What sets the level; two comparisons may share it. `part` is the place among the codes it gives. */
  readonly by: Comparer;
  readonly part: number;
  /** How two residents come to have the item in common: a column (SQL) of `residents`, and of which rows. */
  readonly collision: { readonly value: string; readonly where: string };
  /** Keys of `residents` and `links` by which a name is counted, where how common it is counts. */
  readonly frequency?: { readonly written: string; readonly kana: string };
}

/** Stands for "SQL could not settle it". */
export const OPEN = 255;

/** Texts of one side of a pair, in the order of `reads`; null where missing. */
export type Texts = readonly (string | null)[];

/** How a pair is compared: SQL settles what is plain, TypeScript the rest, once per distinct pair. */
export interface Comparer {
  /** Its distinct pairs are the table `pair_<id>`. */
  readonly id: string;
  /** SQL for the code of a plain pair, and OPEN for any other; `l` and `r` are rows of `links` and `residents`. */
  settle(l: string, r: string, dialect: Dialect): string;
  /** Columns that the TypeScript reads on both sides. */
  readonly reads: readonly string[];
  /** Columns that it reads of the resident beside these. */
  readonly residentReads?: readonly string[];
  /** Whichever side is which gives the same level, so a pair and its reverse are one. */
  readonly symmetric?: true;
  /** SQL leaves nothing open; the TypeScript compares rows of the register alone. */
  readonly settlesAll?: true;
  /** Codes of all comparisons that share it. Plain pairs too: two rows of the register are compared by this alone. */
  compare(record: Texts, resident: Texts, readings: Readings): readonly number[];
}
