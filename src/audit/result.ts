import type { ModelView } from './model-view.js';
import type { OrganisationNames } from './organisation-name.js';
import type { ItemProfileView, QualityIssue } from './quality.js';
import type { ShownCase } from './shown.js';
import type { ReviewCounts, Summary } from './summary.js';
import type { Unchecked } from './unchecked.js';

/**
 * The result of a run, as every report format reads it. Its cases are shown cases: no full My Number, no place of a
 * protected person and no score of the blind sample is in it for a writer to show; a format is handed those parts of a case
 * that it says it shows (`report/report-writer.ts`).
 */
export interface AuditResult<C = ShownCase> {
  readonly run: RunInfo;
  readonly summary: Summary;
  readonly quality: readonly QualityIssue[];
  /** How each item of each input is filled; absent where nobody looked. */
  readonly profile?: readonly ItemProfileView[];
  readonly model: ModelView;
  readonly organisations: readonly OrganisationView[];
  /** Names of organisations by code; absent where none is known. */
  readonly organisationNames?: OrganisationNames;
  /** What could not be checked, by reason; absent where nobody looked. */
  readonly unchecked?: Unchecked;
  /** Which run this one is compared with, and the last ones; absent where nobody looked. */
  readonly trail?: Trail;
  /** What belongs together; absent where nobody looked. */
  readonly incidents?: Incidents;
  /** When links in doubt were made at the terminals where they gather; absent where nobody looked. */
  readonly timeline?: readonly TerminalDay[];
  /** What reviewers have decided so far; absent before the first decision. */
  readonly review?: ReviewCounts;
  /** Cases of an organisation, worst first but each behind what is to be settled before it, some at a time. */
  cases(organisation: string): AsyncIterable<readonly C[]>;
}

/** Findings that belong together are one incident: a shifted block, a swap, records of one resident. */
export interface Incidents {
  readonly count: number;
  /** Of findings about the register, by kind: how many groups of rows they are. */
  readonly register: Readonly<Record<string, number>>;
  /** The largest of more than one finding. */
  readonly largest: readonly IncidentView[];
}

export interface IncidentView {
  /** Id of its worst finding. */
  readonly incident: string;
  readonly organisation: string;
  readonly source: string;
  readonly kind: string;
  readonly cause: string | null;
  readonly findings: number;
  /** Of these links in doubt, as columns of causes count them. */
  readonly links: number;
}

/** Links made at one terminal on one day, and those of them that are to be checked. */
export interface TerminalDay {
  readonly source: string;
  readonly terminal: string;
  /** ISO. */
  readonly day: string;
  readonly links: number;
  readonly C: number;
}

/** The runs before: the one that changes are told against, and the last ten with this one at their end. */
export interface Trail {
  readonly compared: NightView | null;
  readonly nights: readonly NightView[];
}

export interface NightView {
  readonly runId: string;
  readonly asOf: string;
  readonly findings: number;
}

export interface RunInfo {
  readonly runId: string;
  readonly pipeline: string;
  readonly version: string;
  readonly asOf: string;
  readonly language: 'ja' | 'en';
  /** Name of the file of a frozen model; absent where the run learned its own. */
  readonly frozenModel?: string;
  /** Present where what agrees is hidden until asked for, tables show nobody’s items, and small counts are not printed. */
  readonly disclosure?: 'minimum';
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
  /** Of a workbook: sheets that were read, and others that hold rows. */
  readonly sheets?: {
    readonly read: readonly string[];
    readonly unread: readonly {
      readonly name: string;
      readonly hidden: boolean;
      readonly rows: number;
      readonly fits: boolean;
    }[];
  };
}

export interface OrganisationView {
  /** The organisation's code as the source writes it; `-` for links that carry none. */
  readonly organisation: string;
  readonly findings: number;
}
