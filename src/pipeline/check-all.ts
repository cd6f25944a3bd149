import type { PipelineFile } from '../audit/pipeline-file.js';
import { countItems, countNotes, type ItemCount } from '../ingest/index.js';
import type { Bilingual } from '../text/bilingual.js';
import { type Plan, planOf } from './plan.js';
import { loadAndPreflight } from './preflight.js';

/** All that `check` finds out of a pipeline and its inputs. */
export interface Checked {
  readonly pipeline: PipelineFile;
  readonly plan: Plan;
  /** What should be known before a run. */
  readonly notes: readonly Bilingual[];
  /** By input: what its first rows hold of each item. */
  readonly items: ReadonlyMap<string, readonly ItemCount[]>;
}

/**
 * Looks at a pipeline file and all of its inputs; writes nothing.
 *
 * @throws {Failure} with exit code 2, with everything that stands in the way.
 */
export async function checkAll(path: string): Promise<Checked> {
  const { pipeline, notes } = await loadAndPreflight(path);
  const items = new Map<string, readonly ItemCount[]>();
  for (const spec of [pipeline.register, ...pipeline.links])
    items.set(spec.id, await countItems(spec, pipeline.dir));
  const counted = [...items].flatMap(([input, counts]) => countNotes(input, counts));
  return { pipeline, plan: await planOf(pipeline, 'reports'), notes: [...notes, ...counted], items };
}
