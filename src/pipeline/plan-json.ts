import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Checked } from './check-all.js';
import type { Stage } from './context.js';

/** What `check --json` prints; sizes in bytes. */
export function planJson({ pipeline, plan, notes, items }: Checked, stages: readonly Stage[]) {
  return {
    pipeline: pipeline.name,
    inputs: plan.inputs.map(({ spec, files }) => ({
      source: spec.id,
      format: spec.format,
      encoding: spec.encoding,
      via: (spec as Partial<LinkSpec>).via ?? null,
      files: files.map(({ path, bytes, rows }) => ({ path, bytes, rows })),
      items: items.get(spec.id) ?? [],
    })),
    stages: stages.map(({ name, title }) => ({ name, title })),
    disk: plan.disk,
    memory: plan.memory,
    threads: plan.threads,
    notes,
  };
}
