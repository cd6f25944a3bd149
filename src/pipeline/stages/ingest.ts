import { stat } from 'node:fs/promises';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { type IngestReport, ingestInput, inputFiles } from '../../ingest/index.js';
import { Failure } from '../../text/failure.js';
import type { RunContext, StageOutcome } from '../context.js';

/** Reads the register and every source into `raw_*`; rows that cannot be read go to `rejects`. */
export async function ingest({ engine, pipeline, workDir }: RunContext): Promise<StageOutcome<'ingest'>> {
  const reports: IngestReport[] = [];
  for (const spec of [pipeline.register, ...pipeline.links]) {
    const before = await stampsOf(spec, pipeline.dir);
    reports.push(await ingestInput(engine, spec, { dir: pipeline.dir, workDir }));
    mustBeUnchanged(spec, before, await stampsOf(spec, pipeline.dir));
  }
  const files = reports.flatMap((report) => report.files);
  return {
    rowsIn: files.reduce((sum, file) => sum + file.rows, 0),
    rowsOut: files.reduce((sum, file) => sum + file.accepted, 0),
    result: reports,
  };
}

/** What tells a file from another of its name and from itself at another time. */
type Stamps = ReadonlyMap<string, string>;

async function stampsOf(spec: InputSpec, dir: string): Promise<Stamps> {
  const stamps = new Map<string, string>();
  for (const { path, absolute } of await inputFiles(spec, dir)) {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(absolute, { bigint: true });
    stamps.set(path, [dev, ino, size, mtimeNs, ctimeNs].join(' '));
  }
  return stamps;
}

/** A file that is replaced, grows or appears while it is read would be judged by other bytes than were hashed. */
function mustBeUnchanged(spec: InputSpec, before: Stamps, after: Stamps): void {
  const path = [...after.keys(), ...before.keys()].find((name) => before.get(name) !== after.get(name));
  if (path === undefined) return;
  throw new Failure('input-changed', { values: { source: spec.id, path } });
}
