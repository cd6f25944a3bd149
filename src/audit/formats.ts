/** Formats of inputs, with the endings by which a file is taken for one; what has another ending is taken for CSV. */
export const INPUT_FORMATS = {
  csv: ['csv'],
  tsv: ['tsv', 'tab'],
  fixed: [],
  jsonl: ['jsonl', 'ndjson'],
  parquet: ['parquet'],
  xlsx: ['xlsx', 'xlsm'],
  ods: ['ods'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type InputFormat = keyof typeof INPUT_FORMATS;

/** Formats of reports, with the file to open first; written unless the pipeline file names others: all of them. */
export const REPORT_FORMATS = {
  html: { main: 'index.html' },
  xlsx: { main: 'findings.xlsx' },
  csv: { main: 'findings.csv' },
} as const satisfies Readonly<Record<string, { readonly main: string }>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

/** The names of a table of formats, for a schema. */
export function namesOf<T extends string>(formats: Readonly<Record<T, unknown>>): [T, ...T[]] {
  return Object.keys(formats) as [T, ...T[]];
}
