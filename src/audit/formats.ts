interface InputFormatFacts {
  /** Endings by which a file is taken for one; what has another ending is taken for CSV. */
  readonly endings: readonly string[];
  /** Made of characters, which have an encoding and lines; others are containers that say themselves what they hold. */
  readonly textual: boolean;
}

/** Formats of inputs; `ingest/readers/` reads them. */
export const INPUT_FORMATS = {
  csv: { endings: ['csv'], textual: true },
  tsv: { endings: ['tsv', 'tab'], textual: true },
  fixed: { endings: [], textual: true },
  jsonl: { endings: ['jsonl', 'ndjson'], textual: true },
  parquet: { endings: ['parquet'], textual: false },
  xlsx: { endings: ['xlsx', 'xlsm'], textual: false },
  ods: { endings: ['ods'], textual: false },
} as const satisfies Readonly<Record<string, InputFormatFacts>>;

export type InputFormat = keyof typeof INPUT_FORMATS;

/** Formats of reports, with the file to open first; written unless the pipeline file names others: all of them. */
export const REPORT_FORMATS = {
  html: { main: 'index.html' },
  xlsx: { main: 'findings.xlsx' },
  csv: { main: 'findings.csv' },
} as const satisfies Readonly<Record<string, { readonly main: string }>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

export function isTextual(format: InputFormat): boolean {
  return INPUT_FORMATS[format].textual;
}

/** The names of a table of formats, for a schema. */
export function namesOf<T extends string>(formats: Readonly<Record<T, unknown>>): [T, ...T[]] {
  return Object.keys(formats) as [T, ...T[]];
}
