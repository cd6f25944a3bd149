import type { Level } from '../audit/level.js';
import { type RelationId, relationBit } from '../audit/relations.js';
import type { Grade } from '../audit/summary.js';
import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { VERDICTS } from '../tables/weighed.js';
import type { Comparison } from '../verify/comparison.js';
import { COMPARISONS, codesWhere, LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import type { Chances } from './level-chances.js';
import type { Model } from './model.js';
import { isUnexplained } from './ordinary-explanations.js';
import { mayBeASlip } from './slip-on-a-name.js';

/** Probability of a wrong link from which "either of two" is a doubt: below it one of them holds a record already, say. */
const LEAST_DOUBT = 0.01;
/** Bits that a perfect record of these items could reach, below which nothing can be told either way. */
const LEAST_EVIDENCE = 8;

/**
 * The rule of grades, in order: the first line (a condition on a link) decides; where none holds the levels alone do
 * (`gradeOfPattern`, the rest of the rule). First links without a resident:
 */
const WITHOUT_RESIDENT: readonly (readonly [when: string, grade: Grade])[] = [
  // A certificate serial that no resident has: it was replaced, and leaves the link without a resident to judge.
  ['serial IS NOT NULL', 'U'],
  // A number, or a key of residents, that no resident has is certainly not the record's.
  ['serial IS NULL', 'C'],
];
/** Then all others, on the row that `gradesOfLinked` makes of one. */
const ruleOf = (threshold: number): readonly (readonly [when: string, grade: Grade])[] => [
  [`probability >= ${threshold.toExponential()}`, 'C'],
  // A namesake born on the same day agrees with the record level by level, or somebody of the household is called so: it is one of the two.
  [`fits_either AND probability >= ${LEAST_DOUBT.toExponential()}`, 'U'],
];
const graded = (rule: readonly (readonly [when: string, grade: Grade])[]) =>
  rule.map(([when, grade]) => `WHEN ${when} THEN '${grade}'`).join(' ');

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
  await makeFrom(engine, VERDICTS, {
    reads: ['links', 'levels', 'pattern_odds', 'suspect_verdicts', 'rivals', 'rival_levels'],
    sql: (dialect) => gradesOfLinked(threshold, dialect),
  });
  // Few, and by whether they have a serial: serials stay here.
  const rates = sources
    .map((source, src) => `WHEN ${src} THEN ${model.sources[source]!.wrongRate}`)
    .join(' ');
  await engine.run(`
    INSERT INTO verdicts
    SELECT lid, src, rid, CASE ${graded(WITHOUT_RESIDENT)} END,
      CASE WHEN serial IS NOT NULL THEN CASE src ${rates} END ELSE 1.0 END
    FROM links WHERE rid IS NULL`);
}

function gradesOfLinked(threshold: number, dialect: Dialect): string {
  const samePattern = LEVEL_COLUMNS.map((c) => `p.${c} = v.${c}`).join(' AND ');
  return `
    SELECT lid, src, rid, CASE ${graded(ruleOf(threshold))} ELSE pattern_grade END AS grade, probability
    FROM (
      SELECT l.lid, l.src, l.rid, coalesce(s.probability, p.p0) AS probability, p.grade AS pattern_grade,
        l.lid IN (${fitsEither(dialect)}) AS fits_either
      FROM links l
      LEFT JOIN levels v ON v.lid = l.lid
      LEFT JOIN pattern_odds p ON p.src = l.src AND ${samePattern}
      LEFT JOIN suspect_verdicts s ON s.lid = l.lid
      WHERE l.rid IS NOT NULL
    ) t`;
}

/** The same level, or one of those that both say that a name sounds so: with furigana a name is no more its bearer's. */
const asWell = (comparison: Comparison) => {
  const heard = codesWhere(comparison, (level) => level.heard).join(', ');
  const same = `v.${comparison.id} = o.${comparison.id}`;
  return heard === ''
    ? same
    : `(${same} OR (v.${comparison.id} IN (${heard}) AND o.${comparison.id} IN (${heard})))`;
};

/** Of the household, and called as the record has it, where the linked resident is only called nearly so. */
const isCalledSo = (comparison: Comparison) => {
  const inCodes = (row: string, holds: (level: Level) => unknown) =>
    `${row}.${comparison.id} IN (${codesWhere(comparison, holds).join(', ')})`;
  const agrees = `${inCodes('v', (level) => level.agrees)} AND`;
  switch (comparison.about) {
    case 'family':
      return `${agrees} ${inCodes('o', (level) => level.agrees)}`;
    case 'given':
      return `${agrees} ${inCodes('o', mayBeASlip)}`;
    default:
      return asWell(comparison);
  }
};

/** Links whose record fits a namesake of the linked resident, born on the same day, as well, or somebody of the household better by name. */
export const fitsEither = (dialect: Dialect) => {
  const fits = (how: (comparison: Comparison) => string, relation: RelationId, where: string) => `
  SELECT o.lid FROM levels o JOIN rival_levels v ON v.lid = o.lid AND ${COMPARISONS.map(how).join(' AND ')}
  JOIN rivals n ON n.lid = v.lid AND n.rid = v.rid AND ${dialect.hasBits('n.relations', relationBit(relation))}
  WHERE ${where}`;
  return `${fits(asWell, 'namesake', `o.${LEVEL_COLUMNS[placeOf('birth')]} <> 0`)}
  UNION ALL ${fits(isCalledSo, 'household', 'true')}`;
};
