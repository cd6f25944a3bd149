import type { ReliabilityBin } from '../decide/reliability.js';
import type { Bilingual } from '../text/bilingual.js';

/**
 * The result of a run, as every report format reads it. Holds no full My Number and no address of a
 * protected person: both are removed before this object is made.
 */
export interface AuditResult {
  readonly run: RunInfo;
  readonly summary: Summary;
  readonly quality: readonly QualityIssue[];
  /** How each item of each input is filled; absent where nobody looked. */
  readonly profile?: readonly ItemProfileView[];
  readonly model: ModelView;
  readonly organisations: readonly OrganisationView[];
  /** What reviewers have decided so far; absent before the first decision. */
  readonly review?: ReviewCounts;
  /** Cases of an organisation in the order of findings.jsonl (worst first), at most 500 at a time. */
  cases(organisation: string): AsyncIterable<readonly Case[]>;
}

export interface RunInfo {
  readonly runId: string;
  readonly pipeline: string;
  readonly version: string;
  readonly asOf: string;
  readonly language: 'ja' | 'en';
  readonly inputs: readonly InputInfo[];
}

export interface InputInfo {
  readonly source: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
}

export type Grade = 'A' | 'B' | 'C' | 'U';

export interface SourceSummary {
  readonly title: Bilingual;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly U: number;
  /** Findings by kind and grade-C links by cause; absent keys are zero. */
  readonly findings: Readonly<Record<string, number>>;
  readonly causes: Readonly<Record<string, number>>;
}

export interface OrganisationSummary {
  readonly organisation: string;
  readonly source: string;
  readonly accepted: number;
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly U: number;
  readonly findings: number;
  readonly causes: Readonly<Record<string, number>>;
}

export interface Summary {
  readonly sources: Readonly<Record<string, SourceSummary>>;
  readonly register: {
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: number;
    /** Findings about the register itself, by kind. */
    readonly findings: Readonly<Record<string, number>>;
  };
  readonly organisations: readonly OrganisationSummary[];
  /** Where grade-C links gather: terminal, operator, day, look-up method; most telling first. */
  readonly clusters: readonly ClusterView[];
  readonly previous_run: NightOverNight;
  /** What is new in the model compared with that of the run before; null where nothing is worth a mention. */
  readonly model_change?: ModelChange | null;
}

/** How a model differs from that of the run before (`score/model-change.ts` has the thresholds of mention). */
export interface ModelChange {
  /** False where the model before is of another version. */
  readonly comparable: boolean;
  /** Match weights in bits, the largest change first, and how many moved in all. */
  readonly moved: readonly MovedWeight[];
  readonly moved_total: number;
  readonly wrong_rates: readonly {
    readonly source: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly sources_added: readonly string[];
  readonly sources_removed: readonly string[];
}

export interface MovedWeight {
  readonly source: string;
  readonly comparison: string;
  readonly level: string;
  readonly before: number;
  readonly after: number;
}

/** Decisions in force over this run's findings; `pending` is what no closed case covers. */
export interface ReviewCounts {
  readonly confirmedWrong: number;
  readonly confirmedRight: number;
  readonly onHold: number;
  readonly badData: number;
  readonly disagreements: number;
  /** One person has decided a grave case, a second has not. */
  readonly secondNeeded: number;
  readonly reopened: number;
  readonly pending: number;
  /** The blind sample of clean links: the 95 % upper bound of missed wrong links in 10,000. */
  readonly sample?: { readonly reviewed: number; readonly wrong: number; readonly upperPer10000: number };
}

/** One place where suspect links gather. `value` is a terminal, operator, day or method as the source writes it. */
export interface ClusterView {
  readonly item: 'terminal' | 'operator' | 'day' | 'lookup';
  readonly source: string;
  readonly value: string;
  readonly links: number;
  readonly C: number;
}

export interface NightOverNight {
  readonly new: number;
  readonly resolved: number;
  readonly continuing: number;
  readonly recurring: number;
}

export interface OrganisationView {
  /** The organisation's code as the source writes it; `-` for links that carry none. */
  readonly organisation: string;
  readonly findings: number;
}

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

/** The learned parameters as the model page shows them; weights are log2(m/u). */
export interface ModelView {
  readonly sources: Readonly<Record<string, SourceModelView>>;
  /** How many links have a probability of at least `from`, and less than that of the next. */
  readonly distribution?: readonly { readonly from: number; readonly links: number }[];
  /** Probability against what people have settled; absent before the first decision. */
  readonly reliability?: readonly ReliabilityBin[];
}

export interface SourceModelView {
  readonly links: number;
  /** Estimated share of wrong links, and after each round of learning. */
  readonly wrongRate: number;
  readonly convergence?: readonly number[];
  readonly comparisons: readonly {
    readonly comparison: string;
    readonly title: Bilingual;
    readonly levels: readonly {
      readonly level: string;
      readonly title: Bilingual;
      readonly m: number;
      readonly u: number;
      readonly weight: number;
      readonly count: number;
    }[];
  }[];
}

/** Everything the case page of one finding shows. */
export interface Case {
  readonly findingId: string;
  readonly kind: string;
  readonly cause: string | null;
  readonly source: string;
  readonly recordId: string;
  readonly organisation: string | null;
  readonly residentId: string | null;
  readonly grade: Grade;
  readonly probability: number;
  readonly severity: 'high' | 'medium' | 'low';
  readonly fingerprint: string;
  readonly related: readonly string[];
  /** The conclusion and the one-sentence reason. */
  readonly headline: Bilingual;
  readonly reason: Bilingual;
  readonly status: 'new' | 'continuing' | 'recurring';
  /** Where the record stands: file name, 1-based row. */
  readonly origin: { readonly file: string; readonly row: number };
  readonly numberTail: string | null;
  /** When, where and how the record was registered, as the source writes it. */
  readonly registration?: Registration;
  readonly record: PersonView;
  readonly linked: PersonView | null;
  readonly candidates: readonly CandidateView[];
  /** Rows of the score picture against the linked resident; first the prior, and they sum to `total`. */
  readonly evidence: readonly EvidenceView[];
  readonly total: number;
  /** What was normalised, by which rule; original values are in `record` and `linked`. */
  readonly normalisations: readonly Bilingual[];
  /** Decisions of earlier runs, oldest first; a reopened case shows what it was decided on. */
  readonly history?: readonly PastDecision[];
  /** Where reviewers stand with it; `open` unless told. */
  readonly review?: CaseState;
  /** What a closed case was decided to be. */
  readonly verdict?: DecisionCode;
  /** A clean link drawn for blind review: score, grade and conclusion stay hidden. */
  readonly blind?: boolean;
}

/** `day` is the date of `at` by which links are counted; all absent or null where the source does not say. */
export interface Registration {
  readonly at: string | null;
  readonly day: string | null;
  readonly terminal: string | null;
  readonly operator: string | null;
  readonly lookup: string | null;
}

/** A decision taken in before this run. `current` is false when the evidence has changed since. */
export interface PastDecision {
  readonly decision: DecisionCode | 'withdrawn';
  readonly candidate: string | null;
  readonly reason: string | null;
  readonly reviewer: string;
  /** ISO time of the decision. */
  readonly at: string;
  readonly current: boolean;
  /** What has changed since, a sentence each; absent where that is not known. */
  readonly changed?: readonly Bilingual[];
}

/**
 * Where a case stands:
 * `open` nobody has decided; `closed` decided, nothing more to do while the evidence stays;
 * `reopened` decided once, on other evidence; `second-needed` high severity and only one person so far;
 * `disagreement` reviewers say different things (判断不一致); `on-hold` somebody waits for an answer.
 */
export type CaseState = 'open' | 'closed' | 'reopened' | 'second-needed' | 'disagreement' | 'on-hold';

/** What a reviewer can say of a case; keys 1 to 5 of the page, in this order. */
export type DecisionCode = 'wrong-candidate' | 'wrong-unknown' | 'right' | 'hold' | 'bad-data';

/** Items as they were read, null when missing; keys are canonical items (name, kana, birth_date, …). */
export interface PersonView {
  readonly residentId: string | null;
  readonly items: Readonly<Record<string, string | null>>;
  /** Birth date in ISO form when readable, for display beside the original. */
  readonly birthDate: string | null;
  /** 支援措置対象者: the address has been taken out. */
  readonly protected: boolean;
}

export interface CandidateView extends PersonView {
  readonly probability: number;
  /** Why this resident is a candidate: 同一世帯, 同姓同名, … */
  readonly why: readonly Bilingual[];
  /** Level of each comparison against the record, keyed by comparison. */
  readonly levels: Readonly<Record<string, LevelView>>;
}

export interface LevelView {
  readonly level: string;
  readonly kind: LevelKind;
  readonly text: Bilingual;
}

/** How a level reads: agreement, equivalent notation, explained difference, contradiction, nothing to compare. */
export type LevelKind = 'equal' | 'equivalent' | 'explained' | 'different' | 'missing';

export interface EvidenceView {
  /** `prior`, or a comparison. */
  readonly item: string;
  readonly title: Bilingual;
  readonly level: string;
  readonly kind: LevelKind;
  /** Bits, log2: positive for the same person. */
  readonly weight: number;
  readonly text: Bilingual;
}
