import { mkdir } from 'node:fs/promises';
import type { ReportFormat } from '../audit/formats.js';
import type { AuditResult } from '../audit/result.js';
import { isWorthAThread, writeInThread } from './in-thread.js';
import { writeAll } from './write-all.js';

/** Writes the reports of a run into its folder; of many findings in a thread beside the one that makes the cases. */
export async function writeReports(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
): Promise<void> {
  await mkdir(outDir, { recursive: true, mode: 0o700 });
  const write = isWorthAThread(result) ? writeInThread : writeAll;
  await write(result, outDir, formats);
}
