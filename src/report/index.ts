import { mkdir } from 'node:fs/promises';
import type { ReportFormat } from '../audit/formats.js';
import type { AuditResult } from '../audit/result.js';
import { canThread, type ThreadOptions, writerInThread } from './in-thread.js';
import { writeAll, writersOf } from './write-all.js';

/** Findings from which on a thread is worth its start, a third of a second. */
const WORTH_A_THREAD = 2000;

/** Writes the reports of a run into its folder; those of many findings in a thread beside this one, which makes the cases. */
export async function writeReports(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
  { isBounded }: Pick<ThreadOptions, 'isBounded'> = {},
): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  const findings = result.organisations.reduce((sum, view) => sum + view.findings, 0);
  const isWorthIt = findings >= WORTH_A_THREAD && formats.length > 0 && canThread();
  const writers = isWorthIt ? [writerInThread(formats, { isBounded })] : writersOf(formats);
  await writeAll(result, outDir, writers);
}
