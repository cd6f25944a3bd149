import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { smallFrom } from '../engine/from-register.js';
import { allRows } from '../engine/read.js';
import { COMPARISONS, LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { PATTERN_ODDS } from '../verify/level-tables.js';

/** How many links of a source show a combination of levels (codes in the order of COMPARISONS). */
export interface Pattern {
  readonly codes: readonly number[];
  readonly count: number;
  /** Of these: links that people have settled as wrong, and as right. */
  readonly settled?: { readonly wrong: number; readonly right: number };
}

/** Agreement patterns of a table of compared pairs, by source: a few thousand for any number of links. */
export async function countPatterns(engine: Engine, table: string): Promise<Map<number, Pattern[]>> {
  const pattern = ['l.src', ...LEVEL_COLUMNS.map((c) => `v.${c}`)].join(', ');
  const rows = await smallFrom(
    engine,
    { ...pick(PATTERN_ODDS, 'src', 'levels'), n: 'big' },
    {
      reads: [table, 'links'],
      sql: () => `
        SELECT ${pattern}, count(*) AS n
        FROM ${table} v JOIN links l ON l.lid = v.lid GROUP BY ${pattern} ORDER BY ${pattern}`,
    },
  );
  const patterns = new Map<number, Pattern[]>();
  for (const { src, levels, n } of rows) {
    const list = patterns.get(src) ?? [];
    list.push({ codes: levels, count: n });
    patterns.set(src, list);
  }
  return patterns;
}

/** The patterns of `levels`, with what people have settled of them (`labels`). */
export async function countSettledPatterns(engine: Engine): Promise<Map<number, Pattern[]>> {
  const columns = { ...pick(PATTERN_ODDS, 'src', 'levels'), wrong: 'big', right: 'big' } as const;
  const settled = await allRows(
    engine,
    columns,
    `
    SELECT l.src, ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')},
      count(*) FILTER (b.wrong) AS wrong, count(*) FILTER (NOT b.wrong) AS "right"
    FROM labels b JOIN links l ON l.lid = b.lid JOIN levels v ON v.lid = b.lid GROUP BY ALL ORDER BY ALL`,
  );
  const key = (src: number, codes: readonly number[]) => `${src}/${codes}`;
  const counts = new Map(
    settled.map(({ src, levels, wrong, right }) => [key(src, levels), { wrong, right }]),
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

/** Of the counts of one comparison (by level code): the rows that could be compared, all but the level `missing`. */
export function compared(counts: readonly number[]): number {
  return counts.slice(1).reduce((sum, n) => sum + n, 0);
}
