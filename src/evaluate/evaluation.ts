import type { ReliabilityBin } from '../audit/model-view.js';
import type { Bilingual } from '../text/bilingual.js';

/** How well a run did on a world whose truth is known. Shares are 0 to 1, null where there is nothing to divide by. */
export interface Evaluation {
  readonly run: string;
  readonly truth: string;
  readonly matching: Matching;
  /** The whole, then every source. */
  readonly sources: readonly SourceEvaluation[];
  /** Links whose number or serial no resident has, which `sources` leaves out; `found` of the `wrong` ones are of grade C. */
  readonly ownerless: Readonly<Record<'links' | 'wrong' | 'found', number>>;
  readonly causes: readonly CauseEvaluation[];
  /** True cause to found cause, over wrong links that were found; `sound` is the row of false alarms. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Share of the found wrong links whose cause was named rightly. */
  readonly causeAccuracy: number | null;
  readonly calibration: Calibration;
  readonly budget: readonly BudgetPoint[];
  /** Null where the working data were purged: what the rules found stood there. */
  readonly blocking: BlockingEvaluation | null;
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
  readonly bins: readonly ReliabilityBin[];
  /** The same of each source, in the order of their ids. */
  readonly sources: readonly { readonly source: string; readonly bins: readonly ReliabilityBin[] }[];
  /** Expected calibration error over all links, and over those with a probability of at least 1 %. */
  readonly error: number;
  readonly suspectError: number;
}

/** What a reader finds who looks at the `reviewed` likeliest links. */
export interface BudgetPoint {
  readonly reviewed: number;
  readonly found: number;
  readonly recall: number;
  readonly precision: number;
}

/** Whether the rightful resident of a wrong link was among the rivals that were weighed. */
export interface BlockingEvaluation {
  /** The whole, then every source. */
  readonly sources: readonly BlockingSource[];
  /** In the order in which they are applied. */
  readonly rules: readonly BlockingRuleEvaluation[];
  /** Rightful residents whom no rule found: how many for which reason, and the first of them. */
  readonly missed: {
    readonly total: number;
    readonly causes: Readonly<Record<BlockingMiss['why'], number>>;
    readonly links: readonly BlockingMiss[];
  };
}

/** Over wrong links whose rightful resident is in the register; `suspects` are those for which rivals were searched. */
export interface BlockingSource {
  readonly source: string;
  readonly wrong: number;
  readonly suspects: number;
  readonly found: number;
  readonly recall: number | null;
}

export interface BlockingRuleEvaluation {
  readonly rule: string;
  readonly title: Bilingual;
  /** Rivals that the rule named in the whole run, and those that its cap cut. */
  readonly pairs: number;
  readonly cut: number;
  /** Rightful residents whom no rule found, and this one would have without its cap. */
  readonly ownersCut: number;
  /** By source, `all` first: rightful residents whom the rule found, and those whom only it found. */
  readonly sources: Readonly<Record<string, { readonly found: number; readonly only: number }>>;
}

/** A wrong link whose rightful resident no rule found. */
export interface BlockingMiss {
  readonly source: string;
  readonly record_id: string;
  readonly resident_id: string | null;
  readonly true_resident_id: string;
  readonly cause: string | null;
  readonly grade: string;
  /** The link raised no doubt, so nobody was searched; no rule leads to the resident; or caps cut the resident. */
  readonly why: 'not-suspected' | 'no-rule' | 'cut';
  /** Rules whose cap cut the resident. */
  readonly cut_by: readonly string[];
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
  /** Of the first links of a list; null where the working data were purged. */
  readonly explanation?: LinkExplanation | null;
}

/** What `explain` says of a link, without anybody's items. */
export interface LinkExplanation {
  readonly evidence: readonly {
    readonly item: string;
    readonly title: Bilingual;
    readonly level: string;
    /** Bits; positive for the linked resident. They sum to `total`, the log odds that the link is right, where that is told. */
    readonly weight: number;
    readonly text: Bilingual;
  }[];
  /** Null where an item of a protected person is hidden. */
  readonly total: number | null;
  /** Other residents that were considered, likeliest first, at most five; without a probability where weighing discarded them. */
  readonly candidates: readonly {
    readonly resident_id: string;
    readonly probability: number | null;
    readonly why: readonly Bilingual[];
    readonly levels: readonly Bilingual[];
  }[];
}
