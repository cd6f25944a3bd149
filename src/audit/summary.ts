import type { Bilingual } from '../text/bilingual.js';

export type Grade = 'A' | 'B' | 'C' | 'U';

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
  /** Absent where none is known. */
  readonly name?: string;
  readonly source: string;
  readonly accepted: number;
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly U: number;
  readonly findings: number;
  readonly causes: Readonly<Record<string, number>>;
}

/** One gathering of suspect links. `value` is a terminal, operator, day or method as the source writes it. */
export interface ClusterView {
  readonly item: 'terminal' | 'operator' | 'day' | 'lookup';
  readonly source: string;
  readonly value: string;
  readonly links: number;
  readonly C: number;
}

/** What became of the findings since the runs before: `first`, `new`, `continuing` and `recurring` are all that there are. */
export interface NightOverNight {
  /** Findings of a run that has no earlier one, which are neither new nor old; absent where there was one. */
  readonly first?: number;
  readonly new: number;
  readonly resolved: number;
  readonly continuing: number;
  readonly recurring: number;
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

/** What has been decided of the links in doubt of one source. Each link counts once. */
export interface LinkCounts {
  readonly source: string;
  /** Decided either way, or found to be faulty data. */
  readonly settled: number;
  /** Of these found wrong (紐付け誤り), and how many by each suspected cause. */
  readonly wrong: number;
  readonly causes: Readonly<Record<string, number>>;
}

/** How far the review of an organisation's cases has come. */
export interface ReviewProgress {
  readonly organisation: string;
  readonly closed: number;
  readonly secondNeeded: number;
  readonly onHold: number;
}

/**
 * Decisions in force over this run's findings; `pending` is what no closed case covers. What is confirmed wrong or right are
 * links, once each: a second record or a death that somebody confirmed is no wrong link.
 */
export interface ReviewCounts {
  /** Closed cases and those that wait, by organisation; absent of older results. */
  readonly organisations?: readonly ReviewProgress[];
  /** Cases on which each reviewer has a word in force; absent of older results. */
  readonly reviewers?: readonly { readonly reviewer: string; readonly cases: number }[];
  readonly links: readonly LinkCounts[];
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
