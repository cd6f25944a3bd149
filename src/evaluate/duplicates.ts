import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '../engine/engine.js';
import { enginePath } from '../engine/engine-path.js';
import type { DuplicateEvaluation } from './evaluation.js';
import { TRUTH_DIALECT } from './load.js';
import { share } from './measures.js';

const MOST = 100;

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly planted: boolean;
  readonly reported: boolean;
}

/** Where it stands which residents were entered twice. */
export function plantedPath(truthPath: string): string {
  return join(dirname(truthPath), 'truth-residents.csv');
}

/** How well residents entered twice were found; what was planted stands beside truth.csv. */
export async function measureDuplicates(
  engine: Engine,
  truthPath: string,
): Promise<DuplicateEvaluation | null> {
  const path = plantedPath(truthPath);
  if (!existsSync(path)) return null;
  const pairs = await engine.rows<Pair>(`
    WITH told AS (
      SELECT DISTINCT least(resident_id, other_resident_id) AS a, greatest(resident_id, other_resident_id) AS b, true AS planted
      FROM read_csv(${enginePath(path)}, hive_partitioning = false, ${TRUTH_DIALECT})
    ), said AS (
      SELECT DISTINCT least(record_id, resident_id) AS a, greatest(record_id, resident_id) AS b, true AS reported
      FROM found WHERE kind = 'duplicate-resident'
    )
    SELECT a, b, coalesce(planted, false) AS planted, coalesce(reported, false) AS reported
    FROM told FULL JOIN said USING (a, b) ORDER BY a, b`);
  const planted = pairs.filter((pair) => pair.planted);
  const reported = pairs.filter((pair) => pair.reported);
  const found = planted.filter((pair) => pair.reported).length;
  const keys = (list: readonly Pair[]) => list.slice(0, MOST).map(({ a, b }) => [a, b] as const);
  return {
    planted: planted.length,
    reported: reported.length,
    found,
    recall: share(found, planted.length),
    precision: share(found, reported.length),
    missed: keys(planted.filter((pair) => !pair.reported)),
    mistaken: keys(reported.filter((pair) => !pair.planted)),
  };
}
