import type { ReportFormat } from '../audit/formats.js';
import type { AuditResult } from '../audit/result.js';
import { actionList, findingsCsv } from './csv.js';
import { html } from './html/write-html.js';
import type { ReportWriter } from './report-writer.js';
import { sharedCases } from './shared-cases.js';
import { findingsXlsx } from './xlsx.js';

/** The writers of each format; a new format is a file and a line here. */
const WRITERS: Readonly<Record<ReportFormat, readonly ReportWriter[]>> = {
  html: [html],
  xlsx: [findingsXlsx],
  csv: [findingsCsv, actionList],
};

export function writersOf(formats: readonly ReportFormat[]): readonly ReportWriter[] {
  return [...new Set(formats)].flatMap((format) => WRITERS[format]);
}

/** Lets all of them write side by side, so that each case is made once. What goes wrong with one ends all, and is thrown. */
export async function writeAll(
  result: AuditResult,
  outDir: string,
  writers: readonly ReportWriter[],
): Promise<void> {
  const failure = new AbortController();
  const shared = sharedCases(result, writers.length, failure.signal);
  const written = writers.map(({ write }) =>
    write(shared, outDir).catch((error) => {
      failure.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(written);
  failure.signal.throwIfAborted();
}
