import type { Engine } from '../engine/engine.js';
import { COMPARISONS, LEVEL_COLUMNS } from '../verify/comparisons/index.js';

/** How many links of a source show a combination of levels (codes in the order of COMPARISONS). */
export interface Pattern {
  readonly codes: readonly number[];
  readonly count: number;
  /** Of these: links that people have settled as wrong, and as right. */
  readonly settled?: { readonly wrong: number; readonly right: number };
}

/** Agreement patterns of a table of compared pairs, by source: a few thousand for any number of links. */
export async function countPatterns(engine: Engine, table: string): Promise<Map<number, Pattern[]>> {
  const rows = await engine.rows<Record<string, number>>(`
    SELECT l.src AS src, ${LEVEL_COLUMNS.map((c) => `v.${c} AS ${c}`).join(', ')}, count(*) AS n
    FROM ${table} v JOIN links l ON l.lid = v.lid GROUP BY ALL ORDER BY ALL`);
  const patterns = new Map<number, Pattern[]>();
  for (const row of rows) {
    const list = patterns.get(row.src!) ?? [];
    list.push({ codes: codesOf(row), count: row.n! });
    patterns.set(row.src!, list);
  }
  return patterns;
}

/** The patterns of `levels`, with what people have settled of them (`labels`). */
export async function countSettledPatterns(engine: Engine): Promise<Map<number, Pattern[]>> {
  const settled = await engine.rows<Record<string, number>>(`
    SELECT l.src AS src, ${LEVEL_COLUMNS.map((c) => `v.${c} AS ${c}`).join(', ')},
      count(*) FILTER (b.wrong) AS wrong, count(*) FILTER (NOT b.wrong) AS "right"
    FROM labels b JOIN links l ON l.lid = b.lid JOIN levels v ON v.lid = b.lid GROUP BY ALL ORDER BY ALL`);
  const key = (src: number, codes: readonly number[]) => `${src}/${codes}`;
  const counts = new Map(
    settled.map((row) => [key(row.src!, codesOf(row)), { wrong: row.wrong!, right: row.right! }]),
  );
  const patterns = await countPatterns(engine, 'levels');
  for (const [src, list] of patterns) {
    const known = (pattern: Pattern) => counts.get(key(src, pattern.codes));
    patterns.set(
      src,
      list.map((pattern) => ({ ...pattern, ...(known(pattern) ? { settled: known(pattern)! } : {}) })),
    );
  }
  return patterns;
}

function codesOf(row: Readonly<Record<string, number>>): number[] {
  return LEVEL_COLUMNS.map((column) => row[column]!);
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
