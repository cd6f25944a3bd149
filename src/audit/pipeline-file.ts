import type { Bilingual, Language } from '../text/bilingual.js';
import type { InputFormat, ReportFormat } from './formats.js';
import type { CanonicalItem, Tie } from './items.js';
import type { ReviewerRule } from './reviewer.js';

/** A pipeline file after validation: defaults filled in, paths still as written (relative to `dir`). */
export interface PipelineFile {
  /** Absolute path of the file and of its folder. */
  readonly path: string;
  readonly dir: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
  readonly name: string;
  /** ISO date, or null for "today". */
  readonly asOf: string | null;
  readonly register: InputSpec;
  /** In the order of the file. */
  readonly links: readonly LinkSpec[];
  readonly review: {
    readonly threshold: number;
    readonly sampleClean: number;
    readonly reviewers: ReviewerRule;
  };
  readonly report: {
    readonly language: Language;
    readonly formats: readonly ReportFormat[];
    readonly splitBy: 'organisation';
    /** A CSV of code and name of organisations. */
    readonly organisations?: string;
  };
  readonly privacy: {
    readonly keyFile: string | null;
    /** `minimum`: what agrees is not shown until somebody asks for it, which is recorded. */
    readonly disclosure?: Disclosure;
    /** By organisation whose bundle is encrypted for whom (age1…). */
    readonly recipients?: Readonly<Record<string, readonly string[]>>;
  };
  /** A frozen model.json to reuse, or null to learn. */
  readonly model: string | null;
  /** The office's own tables of places that changed their names or lots. */
  readonly gazetteer: readonly Gazetteer[];
  /** Where decisions are kept between runs, or null for beside the pipeline file. */
  readonly decisions: string | null;
  /** Folder of the audit log, or null for beside the pipeline file. */
  readonly auditLog: string | null;
  /** The cluster that takes the work of register size; absent where that is done in this process. */
  readonly cluster?: ClusterSpec;
  /** The office's own command, run when a night has ended, or null. */
  readonly onFinish: OnFinish | null;
}

/** A Trino cluster, as the key `engine.trino` names it; paths still as written. */
export interface ClusterSpec {
  readonly url: string;
  readonly user: string;
  readonly passwordFile: string | null;
  readonly tokenFile: string | null;
  /** Certificates (PEM) in place of the system's. */
  readonly caFile: string | null;
  readonly catalog: string;
  /** Begins the names of the schemas in which runs work. */
  readonly schema: string;
  /** Folder that this machine and the cluster both see, and what it is called there. */
  readonly shared: string;
  readonly location: string;
}

/** A table of old and new places. */
export interface Gazetteer {
  readonly file: string;
  /** Prefecture and municipality of places that are written without; '' where none is told. */
  readonly within: string;
}

/** How much of the people of a case reports show; `full` unless told. */
export type Disclosure = 'full' | 'minimum';

export interface OnFinish {
  /** The program and its arguments, each as it is: no shell reads them. */
  readonly command: readonly [string, ...string[]];
  /** How long it may take. */
  readonly seconds: number;
}

/** One configured input: the register or a source of links. */
export interface InputSpec {
  /** `register`, or the source's key under `links`. */
  readonly id: string;
  /** Paths or globs. */
  readonly files: readonly string[];
  readonly format: InputFormat;
  readonly encoding: string;
  /** Fixed width only: field name to [start byte (1-based), length]. */
  readonly layout: Readonly<Record<string, readonly [number, number]>> | null;
  /** Canonical item to where it stands in the file. */
  readonly columns: Readonly<Partial<Record<CanonicalItem, ColumnSpec>>>;
  /** Share of rejected rows from which the run stops; 0.01 unless told. */
  readonly maxRejectShare: number;
  /** How the file departs from its format's custom; absent when it does not. */
  readonly reading?: ReadingOptions;
}

export interface ReadingOptions {
  /** Character between values, instead of the comma or tab of the format. */
  readonly delimiter?: string;
  /** False: no header row; columns are named 1, 2, 3 … */
  readonly header?: boolean;
  /** Rows above the header. */
  readonly skipRows?: number;
  /** Sheet of a workbook, the first that is not hidden unless told; `*` for all that have the columns. */
  readonly sheet?: string;
  /** Fixed width: bytes of a record, when the layout does not reach its end. */
  readonly recordLength?: number;
  /** Fixed width: only records with `is` at [start byte, length] hold data. */
  readonly dataRecords?: { readonly at: readonly [number, number]; readonly is: string };
}

export interface LinkSpec extends InputSpec {
  readonly title: Bilingual;
  /** The item that ties a record to a resident. */
  readonly via: Tie;
  readonly onePerResident: boolean;
  readonly onePerRecord: boolean;
  /** Share of links that lead to no resident from which the run stops; 0.5 unless told. */
  readonly maxUnknownShare: number;
}

export interface ColumnSpec {
  /** Column names of the file; more than one are joined: with `-`, or with a space in names and addresses. */
  readonly from: readonly string[];
  /** Date notation, for date items. */
  readonly format: string | null;
  /** Words that each code of a status stands for, as the office's table of codes has them; absent where none are told. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** Names of the file's columns that some item is read from, each once. */
export function mappedColumns(spec: InputSpec): readonly string[] {
  return [...new Set(Object.values(spec.columns).flatMap((column) => column.from))];
}
