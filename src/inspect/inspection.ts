import type { InputFormat } from '../audit/formats.js';
import type { CanonicalItem, Tie } from '../audit/items.js';
import type { ReadingOptions } from '../audit/pipeline-file.js';
import type { ItemCount } from '../ingest/preflight/item-counts.js';
import type { SheetUse } from '../ingest/sheets/sheet-use.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import type { Layout } from './fixed-layout.js';
import type { Profile } from './profile.js';

/** What was found out about a file: enough to write its source block, and never one of its values. */
export interface Inspection {
  readonly path: string;
  /** Other files of the same export, read in the same way: parts by month or office. */
  readonly further?: readonly string[];
  readonly bytes: number;
  readonly gzip: boolean;
  readonly format: InputFormat;
  readonly encoding: string;
  readonly lineEnd: 'LF' | 'CRLF' | null;
  readonly reading: ReadingOptions;
  readonly layout: Layout | null;
  /** The description of the records that the layout is from; null where it was guessed from what stands where. */
  readonly layoutFile: string | null;
  /** Of a workbook: the sheet the block reads, and others that hold rows. */
  readonly sheets?: SheetUse;
  /** Rows looked at, and those among them that cannot be read. */
  readonly rows: number;
  readonly damaged: number;
  /** Share of the rows that repeat an earlier one, and of those that repeat an earlier key. */
  readonly repeats: { readonly rows: number; readonly keys: number };
  readonly kind: 'register' | 'link';
  /** Somebody has said what the file is. */
  readonly kindTold?: boolean;
  readonly via: Tie | null;
  readonly columns: readonly InspectedColumn[];
  readonly mapping: readonly ProposedItem[];
  /** The word for the person whose columns are read; '' where the columns without such a word are. */
  readonly person: string;
  /** Columns of other persons, which are left out, by the word for them. */
  readonly others: readonly OtherPerson[];
  /** What the rows looked at hold of each item. */
  readonly items: readonly ItemCount[];
  /** Of each item the shapes of its first rows, `SHOWN_ROWS` at most. */
  readonly preview: readonly Preview[];
  readonly questions: readonly Question[];
}

export interface OtherPerson {
  readonly person: string;
  readonly columns: readonly string[];
}

export interface InspectedColumn {
  readonly name: string;
  /** What a header in two lines says of a column that is known by its place. */
  readonly label?: string;
  readonly profile: Profile;
}

export interface ProposedItem {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
  readonly format: DateFormat | null;
  /** What a person has said of the codes of a status, or the columns beside it say. */
  readonly codes?: Readonly<Record<string, string>>;
  /** The columns from which the codes were learned, where nobody has said them. */
  readonly codesFrom?: readonly string[];
  /** The file beside the export that says what the codes mean, where nobody has said it. */
  readonly codesIn?: string;
  /** 0 to 1: name and content agree, only one of them speaks, or they disagree. */
  readonly confidence: number;
}

/** What a person has to say, since neither names nor values do. */
export interface Question {
  readonly item: CanonicalItem;
  /**
   * `missing`: no column was found; `doubtful`: one was, but its values look otherwise or its name says nothing;
   * `guess`: one was, so unsure that it is not mapped;
   * `era`: which list of era codes the dates follow cannot be seen; `repeated`: the key names several rows; `person`: two
   * persons are as whole, each with a number; `unprotected`: a register that does not say who is protected; `codes`: a status in
   * codes that nobody has said the meaning of.
   */
  readonly kind: 'missing' | 'doubtful' | 'guess' | 'era' | 'repeated' | 'person' | 'unprotected' | 'codes';
  /** The column proposed, or columns not used that it could be. */
  readonly columns: readonly string[];
  /** Of `codes`: those of unknown meaning, the commonest first, and the rows looked at that hold them. */
  readonly codes?: readonly UnknownCode[];
}

export interface UnknownCode {
  readonly code: string;
  readonly rows: number;
}

export interface Preview {
  readonly item: CanonicalItem;
  readonly shapes: readonly string[];
}
