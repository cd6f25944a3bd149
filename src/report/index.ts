import { mkdir } from 'node:fs/promises';
import type { ReportFormat } from '../audit/formats.js';
import type { AuditResult } from '../audit/result.js';
import { html } from './html/write-html.js';
import { canThread, pagesInThread } from './in-thread.js';
import { writeAll } from './write-all.js';

/** Findings from which on a thread is worth its start, a third of a second. */
const WORTH_A_THREAD = 2000;

/** Writes the reports of a run into its folder; pages of many findings in a thread beside the one that makes the cases. */
export async function writeReports(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  const findings = result.organisations.reduce((sum, view) => sum + view.findings, 0);
  const pages = findings >= WORTH_A_THREAD && canThread() ? pagesInThread() : html;
  await writeAll(result, outDir, formats, pages);
}
