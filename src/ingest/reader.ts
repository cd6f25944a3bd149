import type { InputFormat } from '../audit/formats.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import type { Bilingual } from '../text/bilingual.js';
import type { InputFile } from './input-file.js';
import type { Reject, Rejects } from './rejects.js';
import type { SheetUse } from './sheets/sheet-use.js';

/**
 * One input format. A reader scans a file once in bounded memory, rejects the records it cannot read (`rejects.ts`), and
 * says how the engine reads the sound ones. It never interprets a value.
 */
export interface Reader {
  readonly id: InputFormat;
  readonly title: Bilingual;
  /** Column names and first records; reads about a megabyte and writes nothing. Throws `Failure` (exit code 2). */
  sample(file: InputFile, spec: InputSpec): Promise<Sample>;
  /** Rows drawn evenly from behind those of `sample`, null where there are none; text is read at any place without (`later-rows.ts`). */
  later?(file: InputFile, spec: InputSpec): Promise<Sample | null>;
  read(file: InputFile, spec: InputSpec, context: ReadContext): Promise<Reading>;
  /** Shows the raw bytes of the given rows of a file read before, to reject them after all. */
  divert(
    file: InputFile,
    spec: InputSpec,
    rows: ReadonlyMap<number, Pick<Reject, 'code' | 'column'>>,
    context: Pick<ReadContext, 'rejects' | 'workDir'>,
  ): Promise<void>;
}

export interface Sample {
  readonly columns: readonly string[];
  /** Values of sound records, in the order of `columns`. */
  readonly rows: readonly (readonly string[])[];
  /** Damaged records met on the way, by code. */
  readonly damaged: Readonly<Record<string, number>>;
  /** Of a workbook: which sheets are read. */
  readonly sheets?: SheetUse;
}

export interface ReadContext {
  readonly workDir: string;
  /** Opens the rejects of this file, given what the file of its rejected rows starts with. */
  rejects(header: Uint8Array): Rejects;
  /** Write a temporary file even when the engine could read the original. */
  readonly alwaysStage: boolean;
}

/** What reading gave: how many records, and the SQL that gives the sound ones. */
export interface Reading {
  /** SHA-256 of the file as it is on disk, hex. */
  readonly sha256: string;
  /** Records, damaged ones counted. */
  readonly rows: number;
  readonly rejected: number;
  /** Of a workbook: which sheets were read. */
  readonly sheets?: SheetUse;
  /** A relation in SQL with the accepted rows in file order. */
  readonly from: string;
  /** SQL of a column's text, by its name in the file. */
  column(name: string): string;
  /** SQL of the row number, or null when rows count 1, 2, 3 … in order. */
  readonly row: string | null;
  /** Temporary file to delete after loading. */
  readonly temporary: string | null;
}
