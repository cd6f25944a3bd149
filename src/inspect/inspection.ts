import type { InputFormat } from '../audit/formats.js';
import type { CanonicalItem } from '../audit/items.js';
import type { ReadingOptions } from '../audit/pipeline-file.js';
import type { SheetUse } from '../ingest/sheets/sheet-use.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import type { Layout } from './fixed-layout.js';
import type { Profile } from './profile.js';

/** What was found out about a file: enough to write its source block, and never one of its values. */
export interface Inspection {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly format: InputFormat;
  readonly encoding: string;
  readonly lineEnd: 'LF' | 'CRLF' | null;
  readonly reading: ReadingOptions;
  readonly layout: Layout | null;
  /** Of a workbook: the sheet the block reads, and others that hold rows. */
  readonly sheets?: SheetUse;
  /** Rows looked at, and those among them that cannot be read. */
  readonly rows: number;
  readonly damaged: number;
  readonly kind: 'register' | 'link';
  readonly via: 'my_number' | 'auth_serial' | 'sign_serial' | null;
  readonly columns: readonly InspectedColumn[];
  readonly mapping: readonly ProposedItem[];
}

export interface InspectedColumn {
  readonly name: string;
  readonly profile: Profile;
}

export interface ProposedItem {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
  readonly format: DateFormat | null;
  /** 0 to 1: name and content agree, only one of them speaks, or they disagree. */
  readonly confidence: number;
}
