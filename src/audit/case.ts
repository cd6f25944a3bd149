import type { Bilingual } from '../text/bilingual.js';
import type { Evidence, LevelKind } from './evidence.js';
import type { Grade } from './summary.js';

/** A record, the residents it may belong to and how they compare, before anything is hidden (`result/redact.ts`). */
export interface Weighing {
  readonly record: PersonView;
  readonly linked: PersonView | null;
  readonly candidates: readonly CandidateView[];
  /** Rows of the score picture against the linked resident; first the prior, and they sum to `total`. */
  readonly evidence: readonly Evidence[];
  readonly total: number;
  /** Grade B: the ordinary explanations of what differs, where they are asked for. */
  readonly explanations?: readonly Bilingual[] | undefined;
}

/** How a case stands to the runs before. */
export type CaseStatus = 'first' | 'new' | 'continuing' | 'recurring';

/**
 * Everything that the case page of one finding tells; what it shows of it is a `ShownCase`. What a case lacks may stand there as
 * `undefined`: where all of 100,000 cases have the same names in the same order, what reads them need not be made to fit thirty shapes.
 */
export interface Case extends Weighing {
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
  /** How the related cases belong together with it, in the same order; absent where nobody looked. */
  readonly relatedCases?: readonly RelatedCase[] | undefined;
  /** Columns of the page (B, C1 …) that seem to be one person, registered twice. */
  readonly twins?: readonly (readonly [string, string])[] | undefined;
  /** Columns (B, C1 …) of whom another row, not on the page, seems to be the same person: label and key of that row. */
  readonly doubles?: readonly (readonly [string, string])[] | undefined;
  /** Columns (C1 …) of whom there is another record of the case's own source that nobody doubts. */
  readonly holders?: readonly string[] | undefined;
  /** Columns (C1 …) of whom there are such records, all of which are to be checked themselves. */
  readonly doubtedHolders?: readonly string[] | undefined;
  /** Columns (C1 …) in whose other records another name stands than in the record of the case, and in which form. */
  readonly otherNames?: readonly (readonly [string, 'name' | 'kana'])[] | undefined;
  /** The linked resident has another record of the case's own source that nobody doubts. */
  readonly isHeld?: boolean | undefined;
  /** In which form another record of the linked resident has the name of the record of the case. */
  readonly linkedName?: 'name' | 'kana' | undefined;
  /** Columns (C1 …) in the rows beside of which a record of somebody of their household stands. */
  readonly besideFamily?: readonly string[] | undefined;
  /**
   * How many others live here who are registered with the kana of the record, where a link survives its resident and nothing else tells
   * whose it is; absent where that is not asked.
   */
  readonly bearers?: number | undefined;
  /** The worst case of those that belong together. */
  readonly incident: string;
  /** The conclusion. */
  readonly headline: Bilingual;
  readonly status: CaseStatus;
  /** Where the record stands: file name, 1-based row. */
  readonly origin: { readonly file: string; readonly row: number };
  readonly numberTail: string | null;
  /** When, where and how the record was registered, as the source writes it. */
  readonly registration?: Registration | undefined;
  /** Other records of the linked resident, where the question is which of them is valid. */
  readonly beside?: readonly RecordBeside[] | undefined;
  /** What the kind of finding rests on beside the items compared. */
  readonly facts?: readonly FactRow[] | undefined;
  /** How the linked resident's residence ended, where it has. */
  readonly ended?: Ended | undefined;
  /**
   * What a clerk can look at beside the record: that which tells whose it is, and that which holds the number; null where none does. Of a source tied by
   * the key of residents, what that is called, and where it is looked up.
   */
  readonly originals?:
    | {
        readonly whose: Bilingual;
        readonly number: Bilingual | null;
        readonly key?: { readonly name: Bilingual; readonly in: Bilingual };
      }
    | undefined;
  /** What the source keeps records of, where that is known. */
  readonly service?: Service | null;
  /** Rows of the comparison table that are there in any case, and which comparisons speak in which row. */
  readonly rows: readonly ItemRow[];
  /** Decisions of earlier runs, oldest first; a reopened case shows what it was decided on. */
  readonly history?: readonly PastDecision[];
  /** Where reviewers stand with it; `open` unless told. */
  readonly review?: CaseState;
  /** What a closed case was decided to be. */
  readonly verdict?: DecisionCode | undefined;
  /** A clean link drawn for blind review: score, grade and conclusion stay hidden. */
  readonly blind?: boolean | undefined;
}

/** A related case as the page of another tells of it. */
export interface RelatedCase {
  readonly id: string;
  readonly kind: string;
  readonly how: Bilingual;
  /** Its number is a slip away from this one's, and it seems to be the same person. */
  readonly isSlip?: true;
  /** It is to be settled before this case, or waits for it. */
  readonly order?: 'first' | 'after';
  /** Where it stands in the folder of another organisation; absent where it stands beside. */
  readonly elsewhere?: Elsewhere;
}

/** Another organisation (`-`: none, and the register), and whether the page leads there. */
export interface Elsewhere {
  /** Null where it is not told, since the case concerns a protected person: it would name their town. */
  readonly organisation: string | null;
  readonly isLed: boolean;
  /** Somebody of the related case is protected; gone once shown. */
  readonly isGuarded?: true;
}

/** An item as a row of the comparison table. */
export interface ItemRow {
  readonly item: string;
  /** Comparisons whose levels are said in it; none where the texts are merely shown. */
  readonly judgedBy: readonly string[];
  /** Shown whatever the record states; others only where it states something. */
  readonly always: boolean;
  /** Not shown of protected persons and those beside them. */
  readonly tellsPlace: boolean;
}

/** Another record of the linked resident. */
export interface RecordBeside extends PersonView {
  /** Null once shown, where it would tell whose office the record is of, and so the town of a protected person. */
  readonly recordId: string | null;
  /** It is of another organisation than the case; gone once shown. */
  readonly isElsewhere?: boolean;
  /** Level of each comparison against the linked resident, keyed by comparison. */
  readonly levels: Readonly<Record<string, LevelView>>;
}

/** An item that is shown and not compared: as each of the people and records has it, null where nothing is stated. */
export interface FactRow {
  readonly item: string;
  readonly record: FactText | null;
  readonly beside: readonly (FactText | null)[];
  readonly linked: FactText | null;
  readonly candidates: readonly (FactText | null)[];
  /** What could decide between people whom the compared items do not tell apart: it stands below these. */
  readonly decides?: true;
}

/** As its source writes it, or a sentence of ours. */
export type FactText = string | Bilingual;

/** Death (死亡) or departure (転出) by the register; `on` is the ISO day, null where it is not known. */
export interface Ended {
  readonly how: 'dead' | 'departed';
  readonly on: string | null;
}

/** What ends with death or departure in a way of its own: マイナンバーカード, 健康保険, 口座. */
export type Service = 'card' | 'insurance' | 'account';

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
  /** `sealed` where it is not shown yet: a second person decides for themselves first. */
  readonly decision: DecisionCode | 'withdrawn' | 'sealed';
  readonly candidate: string | null;
  readonly reason: string | null;
  readonly reviewer: string;
  /** ISO time of the decision. */
  readonly at: string;
  readonly current: boolean;
  /** What has changed since, a sentence each; absent where that is not known. */
  readonly changed?: readonly Change[];
}

/** A sentence about something that has changed: which item, comparison or side, null where it cannot be told; gone once shown. */
export interface Change extends Bilingual {
  readonly about?: string | null;
}

/**
 * Where a case stands:
 * `open` nobody has decided; `closed` decided, nothing more to do while the evidence stays;
 * `reopened` decided once, on other evidence; `second-needed` high severity and only one person so far;
 * `disagreement` reviewers say different things (判断不一致); `on-hold` somebody waits for an answer.
 */
export type CaseState = 'open' | 'closed' | 'reopened' | 'second-needed' | 'disagreement' | 'on-hold';

/** What a reviewer can say of a case; which of it, the kind of the case tells (`FindingKind.choices`). */
export type DecisionCode =
  | 'wrong-candidate'
  | 'wrong-unknown'
  | 'right'
  | 'number-right'
  | 'hold'
  | 'bad-data'
  | 'this-valid'
  | 'other-valid'
  | 'both-valid'
  | 'to-end'
  | 'stays'
  | 'one-person'
  | 'two-persons'
  | 'to-renew';

/** Items as they were read, null when missing; keys are canonical items (name, kana, birth_date, …). */
export interface PersonView {
  readonly residentId: string | null;
  readonly items: Readonly<Record<string, string | null>>;
  /** Birth date in ISO form when readable, for display beside the original. */
  readonly birthDate: string | null;
  /** 支援措置対象者, by the flag of the register. */
  readonly protected: boolean;
}

export interface CandidateView extends PersonView {
  /** Null where the resident was searched and discarded before weighing. */
  readonly probability: number | null;
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
