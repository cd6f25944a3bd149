import type { Engine } from '../engine/engine.js';
import { COMPARISONS, LEVEL_COLUMNS } from '../verify/comparisons.js';

/** How many links of a source show a combination of levels (codes in the order of COMPARISONS). */
export interface Pattern {
  readonly codes: readonly number[];
  readonly count: number;
}

/** Agreement patterns of a table of compared pairs, by source: a few thousand for any number of links. */
export async function countPatterns(engine: Engine, table: string): Promise<Map<number, Pattern[]>> {
  const rows = await engine.rows<Record<string, number>>(`
    SELECT l.src AS src, ${LEVEL_COLUMNS.map((c) => `v.${c} AS ${c}`).join(', ')}, count(*) AS n
    FROM ${table} v JOIN links l ON l.lid = v.lid GROUP BY ALL ORDER BY ALL`);
  const patterns = new Map<number, Pattern[]>();
  for (const row of rows) {
    const list = patterns.get(row.src!) ?? [];
    list.push({ codes: LEVEL_COLUMNS.map((column) => row[column]!), count: row.n! });
    patterns.set(row.src!, list);
  }
  return patterns;
}

/** Number of rows with each level, by comparison and level code. */
export function levelCounts(patterns: readonly Pattern[]): number[][] {
  const counts = COMPARISONS.map(({ levels }) => levels.map(() => 0));
  for (const { codes, count } of patterns) {
    codes.forEach((code, c) => {
      counts[c]![code]! += count;
    });
  }
  return counts;
}
