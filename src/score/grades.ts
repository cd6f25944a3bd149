import { relationBit } from '../audit/relations.js';
import type { Grade } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import type { Comparison } from '../verify/comparison.js';
import { COMPARISONS, codesWhere, LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import type { Chances } from './level-chances.js';
import type { Model } from './model.js';
import { isUnexplained } from './ordinary-explanations.js';

/** Probability of a wrong link from which "either of two" is a doubt: below it one of them holds a record already, say. */
const LEAST_DOUBT = 0.01;
/** Bits that a perfect record of these items could reach, below which nothing can be told either way. */
const LEAST_EVIDENCE = 8;

/**
 * The rule of grades, in order: the first line (a condition on the row that `gradeLinks` makes of a link) decides; where none
 * holds the levels alone do (`gradeOfPattern`, the rest of the rule).
 */
const ruleOf = (threshold: number): readonly (readonly [when: string, grade: Grade])[] => [
  // A certificate serial that no resident has: it was replaced, and leaves the link without a resident to judge.
  ['rid IS NULL AND serial IS NOT NULL', 'U'],
  // A number that no resident has is certainly not the record's.
  ['rid IS NULL', 'C'],
  [`probability >= ${threshold}`, 'C'],
  // A namesake born on the same day agrees with the record level by level: it is one of the two.
  [`fits_either AND probability >= ${LEAST_DOUBT}`, 'U'],
];

/** The grade by the levels of a link (codes in the order of COMPARISONS) alone, where no line of the rule above holds. */
export function gradeOfPattern(codes: readonly number[], chances: Chances): Exclude<Grade, 'C'> {
  // Too little to tell.
  if (ceiling(codes, chances) < LEAST_EVIDENCE) return 'U';
  // Who somebody is is contradicted, and nothing ordinary explains it.
  if (isUnexplained(codes)) return 'U';
  const agrees = codes.every((code, c) => AGREEING_KINDS.has(COMPARISONS[c]!.levels[code]!.kind));
  return agrees ? 'A' : 'B';
}

const AGREEING_KINDS: ReadonlySet<string> = new Set(['equal', 'equivalent', 'missing']);

/** The self-link ceiling: bits of the record if every item that could be compared had agreed as well as it can. */
function ceiling(codes: readonly number[], { m, u }: Chances): number {
  return codes.reduce((bits, code, c) => {
    if (code === 0) return bits;
    const weights = COMPARISONS[c]!.levels.map((level, i) =>
      i > 0 && AGREEING_KINDS.has(level.kind) ? Math.log2(m[c]![i]! / u[c]![i]!) : 0,
    );
    return bits + Math.max(...weights);
  }, 0);
}

/**
 * Makes `verdicts(lid, src, rid, grade, probability)`, one row per link, by the rule. A serial that no resident has leaves
 * the probability of a wrong link where it was before the record was read: the wrong rate of its source.
 */
export async function gradeLinks(
  engine: Engine,
  model: Model,
  sources: readonly string[],
  threshold: number,
): Promise<void> {
  const samePattern = LEVEL_COLUMNS.map((c) => `p.${c} = v.${c}`).join(' AND ');
  const lines = ruleOf(threshold).map(([when, grade]) => `WHEN ${when} THEN '${grade}'`);
  const rates = sources
    .map((source, src) => `WHEN ${src} THEN ${model.sources[source]!.wrongRate}`)
    .join(' ');
  await engine.run(`
    CREATE OR REPLACE TABLE verdicts AS
    SELECT lid, src, rid,
      CASE ${lines.join(' ')} ELSE pattern_grade END AS grade,
      CASE WHEN rid IS NULL AND serial IS NOT NULL THEN CASE src ${rates} END
        WHEN rid IS NULL THEN 1.0 ELSE probability END AS probability
    FROM (
      SELECT l.lid, l.src, l.rid, l.serial, coalesce(s.probability, p.p0) AS probability, p.grade AS pattern_grade,
        l.lid IN (${FITS_EITHER}) AS fits_either
      FROM links l
      LEFT JOIN levels v ON v.lid = l.lid
      LEFT JOIN pattern_odds p ON p.src = l.src AND ${samePattern}
      LEFT JOIN suspect_verdicts s ON s.lid = l.lid
    )`);
}

/** The same level, or one of those that both say that a name sounds so: with furigana a name is no more its bearer's. */
const asWell = (comparison: Comparison) => {
  const heard = codesWhere(comparison, (level) => level.heard).join(', ');
  const same = `v.${comparison.id} = o.${comparison.id}`;
  return heard === ''
    ? same
    : `(${same} OR (v.${comparison.id} IN (${heard}) AND o.${comparison.id} IN (${heard})))`;
};

/** Links whose record fits a namesake of the linked resident, born on the same day, as well. */
export const FITS_EITHER = `
  SELECT o.lid FROM levels o JOIN rival_levels v ON v.lid = o.lid AND ${COMPARISONS.map(asWell).join(' AND ')}
  JOIN rivals n ON n.lid = v.lid AND n.rid = v.rid AND (n.relations & ${relationBit('namesake')}) <> 0
  WHERE o.${LEVEL_COLUMNS[placeOf('birth')]} <> 0`;
