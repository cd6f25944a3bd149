/** How well a run did on a world whose truth is known. Shares are 0 to 1, null where there is nothing to divide by. */
export interface Evaluation {
  readonly run: string;
  readonly truth: string;
  readonly matching: Matching;
  /** The whole, then every source. */
  readonly sources: readonly SourceEvaluation[];
  readonly causes: readonly CauseEvaluation[];
  /** True cause to found cause, over wrong links that were found; `sound` is the row of false alarms. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Share of the found wrong links whose cause was named rightly. */
  readonly causeAccuracy: number | null;
  readonly calibration: Calibration;
  readonly budget: readonly BudgetPoint[];
  readonly planted: readonly PlantedKind[];
  /** Null where no truth-residents.csv stands beside truth.csv. */
  readonly duplicates: DuplicateEvaluation | null;
  readonly misses: KeyList;
  readonly falseAlarms: KeyList;
}

export interface Matching {
  /** Links in truth.csv, graded links, and those that stand in both. */
  readonly truth: number;
  readonly graded: number;
  readonly matched: number;
}

/**
 * A link counts as wrong when truth.csv says so and its number leads to a resident. Those no record could show
 * (note `kana-only`: a bank account of a kana namesake) are counted apart, in `unshowable`.
 */
export interface SourceEvaluation {
  /** `all`, or the source. */
  readonly source: string;
  readonly links: number;
  readonly wrong: number;
  readonly unshowable: number;
  readonly found: number;
  readonly falseAlarms: number;
  /** found / wrong, and found / all links of grade C. */
  readonly recall: number | null;
  readonly precision: number | null;
  readonly owner: OwnerAccuracy;
  /** The same where the record tells more than a kana name. */
  readonly ownerTold: OwnerAccuracy;
  readonly sound: Readonly<Record<'A' | 'B' | 'C' | 'U', number>>;
}

/** Over wrong links that were found and whose rightful owner is in the register. */
export interface OwnerAccuracy {
  readonly links: number;
  readonly first: number | null;
  readonly firstThree: number | null;
}

export interface CauseEvaluation {
  readonly source: string;
  readonly cause: string;
  readonly wrong: number;
  readonly found: number;
  readonly recall: number | null;
  readonly ownerFirst: number | null;
  readonly causeRight: number | null;
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error over all links, and over those with a probability of at least 1 %. */
  readonly error: number;
  readonly suspectError: number;
}

interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly links: number;
  readonly meanProbability: number;
  readonly wrongShare: number;
}

/** What a reader finds who looks at the `reviewed` likeliest links. */
export interface BudgetPoint {
  readonly reviewed: number;
  readonly found: number;
  readonly recall: number;
  readonly precision: number;
}

/** Things planted that are findings of another kind, known by truth.csv's note. */
export interface PlantedKind {
  readonly kind: string;
  readonly planted: number;
  readonly found: number;
  readonly recall: number | null;
}

/** Pairs of register rows that are one person. */
export interface DuplicateEvaluation {
  readonly planted: number;
  readonly reported: number;
  readonly found: number;
  readonly recall: number | null;
  readonly precision: number | null;
  /** Pairs of resident ids, smaller first: planted but not reported, and the other way round (at most 100 each). */
  readonly missed: readonly (readonly [string, string])[];
  readonly mistaken: readonly (readonly [string, string])[];
}

export interface KeyList {
  readonly total: number;
  /** The likeliest, or unlikeliest, first; keys only. */
  readonly links: readonly ListedLink[];
}

export interface ListedLink {
  readonly source: string;
  readonly record_id: string;
  readonly resident_id: string;
  readonly true_resident_id: string | null;
  readonly cause: string | null;
  readonly found_cause: string | null;
  readonly grade: string;
  readonly probability: number;
  readonly note: string | null;
}
