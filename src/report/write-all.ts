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

/** Writes all formats side by side, so that each case is made once. */
export async function writeAll(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
): Promise<void> {
  const writers = [...new Set(formats)].flatMap((format) => WRITERS[format]);
  const shared = sharedCases(result, writers.length);
  await Promise.all(writers.map(({ write }) => write(shared, outDir)));
}
