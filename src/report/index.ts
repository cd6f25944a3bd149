import { mkdir } from 'node:fs/promises';
import type { ReportFormat } from '../pipeline/pipeline-file.js';
import { writeCsv } from './csv.js';
import { writeHtml } from './html/write-html.js';
import type { AuditResult } from './result.js';
import { writeXlsx } from './xlsx.js';

/** One writer for each format; a new format is a file and a line here. */
const WRITERS: Readonly<Record<ReportFormat, (result: AuditResult, outDir: string) => Promise<void>>> = {
  html: writeHtml,
  xlsx: writeXlsx,
  csv: writeCsv,
};

/** Writes the reports of a run into its folder, one format after another so that memory stays bounded. */
export async function writeReports(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  for (const format of formats) await WRITERS[format](result, outDir);
}
