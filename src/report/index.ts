import { mkdir } from 'node:fs/promises';
import type { ReportFormat } from '../audit/formats.js';
import type { AuditResult } from '../audit/result.js';
import { canThread, writerInThread } from './in-thread.js';
import { writeAll, writersOf } from './write-all.js';

/** Findings from which on a thread is worth its start, a third of a second. */
const WORTH_A_THREAD = 2000;

/** What a thread writes, so that it takes as long as this one does, which makes the cases and writes the rest. */
const IN_THREAD: ReadonlySet<ReportFormat> = new Set(['html', 'xlsx']);

/** Writes the reports of a run into its folder; those of many findings in part in a thread beside the one that makes the cases. */
export async function writeReports(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  const findings = result.organisations.reduce((sum, view) => sum + view.findings, 0);
  const inThread = formats.filter((format) => IN_THREAD.has(format));
  const writers =
    findings >= WORTH_A_THREAD && inThread.length > 0 && canThread()
      ? [writerInThread(inThread), ...writersOf(formats.filter((format) => !IN_THREAD.has(format)))]
      : writersOf(formats);
  await writeAll(result, outDir, writers);
}
