import { type IngestReport, ingestInput } from '../../ingest/index.js';
import type { RunContext, StageOutcome } from '../context.js';

/** Reads the register and every source into `raw_*`; rows that cannot be read go to `rejects`. */
export async function ingest({ engine, pipeline, workDir }: RunContext): Promise<StageOutcome<'ingest'>> {
  const reports: IngestReport[] = [];
  for (const spec of [pipeline.register, ...pipeline.links]) {
    reports.push(await ingestInput(engine, spec, { dir: pipeline.dir, workDir }));
  }
  const files = reports.flatMap((report) => report.files);
  return {
    rowsIn: files.reduce((sum, file) => sum + file.rows, 0),
    rowsOut: files.reduce((sum, file) => sum + file.accepted, 0),
    result: reports,
  };
}
