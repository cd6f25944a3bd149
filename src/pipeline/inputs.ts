import type { IngestReport } from '../ingest/index.js';
import type { InputInfo } from '../report/result.js';

/** Every file that was read, in the order of the pipeline file. */
export function inputsOf(reports: readonly IngestReport[]): InputInfo[] {
  return reports.flatMap(({ source, files }) => files.map((file) => ({ source, ...file })));
}
