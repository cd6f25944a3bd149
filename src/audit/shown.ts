import type { Bilingual } from '../text/bilingual.js';
import type { Case, LevelView } from './case.js';

declare const SHOWN: unique symbol;

/**
 * What may leave the program: numbers are masked, and nothing tells where a protected person lives. Only
 * `result/redact.ts` makes one, and whatever writes or prints takes nothing else.
 */
export type Shown<T> = (T extends { readonly total: number } ? ShownSum<T> : T) & {
  readonly [SHOWN]: true;
  /** Somebody of it is protected (支援措置対象者), or lives where one does: no address of anybody is shown. */
  readonly isProtected: boolean;
};

/** Null where an item that was compared is hidden: with the other rows the sum would tell what came of it. */
type ShownSum<T> = Omit<T, 'total'> & { readonly total: number | null };

/** What a format may show of a case, by name. */
export type CasePart = Extract<keyof ShownCase, string>;

/** A shown case of which a format is handed these parts and no other. */
export type ShownParts<K extends CasePart> = Pick<ShownCase, K> & { readonly [SHOWN]: true };

/** A case as every format shows it. Of the blind sample nothing is left that the program made of it. */
export type ShownCase = Shown<
  Omit<Case, 'grade' | 'probability' | 'severity'> & {
    /** Null in blind review, where `cause` is, too, and `candidates` and `evidence` are empty. */
    readonly grade: Case['grade'] | null;
    readonly probability: number | null;
    readonly severity: Case['severity'] | null;
    /** What the comparisons of record and linked resident say, in blind review too. */
    readonly levels: Readonly<Record<string, LevelView>>;
    /** One breath of reason, told of what is shown. */
    readonly reason: Bilingual;
    /** What the reviewer does next. */
    readonly next: Bilingual;
    /** Where the kind has no rule of its own for all sources: what speaks for and against the link. */
    readonly advice?: Bilingual | undefined;
    /** The record alone cannot decide between residents; absent of the blind sample. */
    readonly isTied?: true | undefined;
    /** What was normalised, by which rule; original values are in `record` and `linked`. */
    readonly normalisations: readonly Bilingual[];
  }
>;
