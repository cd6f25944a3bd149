import type { Case, DecisionCode, PastDecision } from '../../audit/case.js';
import type { Choices } from '../../audit/decision.js';
import type { LevelKind } from '../../audit/evidence.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { ViewerWords } from '../text/viewer-words.js';
import type { Facet, FacetValue } from './case/facet-names.js';

/**
 * What the data scripts beside a page hold, by kind: `org-0.js` once, `list-<n>.js` and `cases-<n>.js` in shards.
 * The report writes these very types and the viewer reads them; neither has a declaration of its own.
 */
export interface ScriptData {
  readonly org: OrgData;
  readonly list: ListData;
  readonly cases: CaseShard;
}

/** Number of a bilingual text in the script's own table. */
export type TextIndex = number;

/** Texts of a script, each stored once. */
export type Texts = readonly (readonly [ja: string, en: string])[];

/** What the viewer knows of the organisation before it has seen a case, and every word that it says. */
export interface OrgData {
  readonly runId: string;
  /** 基準日, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly organisation: string;
  readonly organisationShown: Bilingual;
  /** Name of the organisation's folder. */
  readonly folder: string;
  /** Cases in all; scripts of the list. */
  readonly total: number;
  readonly lists: number;
  /** For each script of cases the place of its first case in the list. */
  readonly shards: readonly number[];
  readonly facets: Readonly<Record<Facet, readonly CountedValue[]>>;
  /** Of the list over all organisations: which they are. Each case stands in its organisation's folder, by which the facet names it. */
  readonly members?: readonly string[];
  readonly words: ViewerWords;
  readonly decisions: Readonly<Record<DecisionCode, Bilingual>>;
  /** By kind, what a case may be decided to be, by the keys 1 to 5. */
  readonly choices: Readonly<Record<string, Choices>>;
  /** By kind, which of them may be taken on many cases in one act. */
  readonly inBulk: Readonly<Record<string, readonly DecisionCode[]>>;
  readonly reasons: Readonly<Record<string, Bilingual>>;
  readonly states: Readonly<Record<LevelKind, { readonly sign: string; readonly text: Bilingual }>>;
  readonly severities: Readonly<Record<Case['severity'], Bilingual>>;
  readonly shapes: Readonly<Record<Case['severity'], string>>;
  readonly compareTitle: Bilingual;
  readonly notesTitle: Bilingual;
  /** Stretches that agree are hidden until the reviewer asks for them. */
  readonly minimum?: true;
}

/** A value of a facet and how many cases of the organisation have it. */
export interface CountedValue extends FacetValue {
  readonly count: number;
}

export interface ListData {
  readonly texts: Texts;
  readonly rows: readonly ListRow[];
}

/** A row of the list: id, record, name as the record has it, what else it is found by (names, kana, 宛名番号 and last four digits of linked resident and candidates), headline text, row of the first case of its incident, and its value in each facet. */
export type ListRow = readonly [
  id: string,
  record: string,
  name: string,
  found: string,
  headline: TextIndex,
  incident: number,
  ...facets: number[],
];

export interface CaseShard {
  readonly texts: Texts;
  readonly cases: readonly CaseData[];
}

/** One case. Everything is decided by the writer; the viewer only lays it out. */
export interface CaseData {
  readonly id: string;
  readonly fingerprint: string;
  readonly kindId: string;
  readonly kind: TextIndex;
  readonly cause: TextIndex | null;
  readonly source: TextIndex;
  readonly record: string;
  readonly severity: Case['severity'];
  readonly status: Case['status'];
  readonly headline: TextIndex;
  readonly reason: TextIndex;
  readonly next: TextIndex;
  /** What speaks for and against the link, where the kind alone does not tell. */
  readonly advice?: TextIndex;
  readonly origin: readonly [file: string, row: number];
  /** What the source says of the registration: label and text. */
  readonly registered: readonly (readonly [label: TextIndex, text: string])[];
  readonly tail: string | null;
  readonly columns: readonly ColumnData[];
  readonly rows: readonly RowData[];
  /** Absent in blind review. */
  readonly score?: ScoreData;
  readonly notes: readonly TextIndex[];
  readonly related: readonly RelatedData[];
  readonly history: readonly PastDecision[];
  /** Absent while the case is open. */
  readonly review?: TextIndex;
  /** Two rows of the register, not a record and its resident. */
  readonly register?: true;
  readonly blind?: true;
}

/** A case that belongs together with another. */
export interface RelatedData {
  readonly id: string;
  /** How, and of what kind it is. */
  readonly what?: TextIndex;
  /** It is to be settled first. */
  readonly first?: true;
  /** Its folder, where it stands on another page to which this one leads. */
  readonly folder?: string;
  /** Who opens it, where no page leads to it. */
  readonly opened?: TextIndex;
  /** It stands elsewhere, and is a part of a swap as this one is. */
  readonly swapped?: true;
}

/** Heads of the columns A2 …, B, C1, C2 …: the record beside, or the resident and why the resident is shown. */
export interface ColumnData {
  readonly label: string;
  /** Of a record beside; null where it is not shown. */
  readonly record?: string | null;
  readonly resident: string | null;
  readonly why: readonly TextIndex[];
}

/** A row of the score picture; the weight has one decimal. */
export type ScoreRow = readonly [title: TextIndex, text: TextIndex, kind: LevelKind, weight: number];

export interface ScoreData {
  readonly rows: readonly ScoreRow[];
  /** Null where a row is not shown. */
  readonly total: number | null;
  /** Place of the row that stands for all other residents; what is above it concerns A and B alone. */
  readonly others?: number;
}

/** One row of the comparison table: the record's value and one cell for each further column. */
export interface RowData {
  readonly item: string;
  readonly label: TextIndex;
  readonly record: RecordCell;
  readonly cells: readonly CellData[];
  /** Record and linked resident differ in it; such rows stand first. */
  readonly differs?: true;
  /** Shown and not compared: what the kind of finding rests on. */
  readonly fact?: true;
}

/** `ruby` pairs parts of the name with the record's own kana; `original` is the notation of the file. */
export interface RecordCell {
  readonly runs: readonly Run[];
  /** Present where the record states nothing. */
  readonly missing?: true;
  /** An address that could lead to a protected person. */
  readonly hidden?: true;
  /** A sentence of ours in the place of a text of the source. */
  readonly told?: TextIndex;
  readonly ruby?: readonly (readonly [base: string, kana: string])[];
  readonly original?: string;
  /** Of several records of one resident: how it compares with the resident, who is then drawn as they are. */
  readonly state?: LevelKind;
  readonly says?: NonNullable<CellData['says']>;
}

export interface CellData {
  readonly runs: readonly Run[];
  /** Absent of a text that is shown and not compared. */
  readonly state?: LevelKind | 'none' | 'hidden';
  /** What the comparisons say of the item: kind and number of the text. Absent where they say no more than the state. */
  readonly says?: readonly (readonly [kind: LevelKind, text: TextIndex])[];
  readonly told?: TextIndex;
  readonly original?: string;
}

/** A stretch of text in one state, ready to show: 1 equivalent, 2 different. Equal ones are plain strings. */
export type Run = string | readonly [text: string, state: 1 | 2];
