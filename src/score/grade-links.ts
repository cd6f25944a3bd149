import type { Engine } from '../engine/engine.js';
import { LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import type { Model } from './model.js';

/**
 * Makes `verdicts(lid, src, rid, grade, probability)`, one row per link. A number that no resident has is
 * certainly not the record's; a serial that no resident has leaves the link without a resident to judge (U), and so does
 * a namesake born on the same day who agrees with the record level by level.
 */
export async function gradeLinks(
  engine: Engine,
  model: Model,
  sources: readonly string[],
  threshold: number,
): Promise<void> {
  const samePattern = LEVEL_COLUMNS.map((c) => `p.${c} = v.${c}`).join(' AND ');
  const rates = sources
    .map((source, src) => `WHEN ${src} THEN ${model.sources[source]!.wrongRate}`)
    .join(' ');
  await engine.run(`
    CREATE OR REPLACE TABLE verdicts AS
    SELECT lid, src, rid,
      CASE WHEN rid IS NULL AND serial IS NOT NULL THEN 'U' WHEN rid IS NULL THEN 'C'
        WHEN probability >= ${threshold} THEN 'C' WHEN either AND probability >= ${LEAST_DOUBT} THEN 'U' ELSE pattern_grade END AS grade,
      CASE WHEN rid IS NULL AND serial IS NOT NULL THEN CASE src ${rates} END
        WHEN rid IS NULL THEN 1.0 ELSE probability END AS probability
    FROM (
      SELECT l.lid, l.src, l.rid, l.serial, coalesce(s.probability, p.p0) AS probability, p.grade AS pattern_grade,
        l.lid IN (${INDISTINGUISHABLE}) AS either
      FROM links l
      LEFT JOIN levels v ON v.lid = l.lid
      LEFT JOIN pattern_odds p ON p.src = l.src AND ${samePattern}
      LEFT JOIN suspect_verdicts s ON s.lid = l.lid
    )`);
}

/** Probability of a wrong link from which "either of two" is a doubt: below it one of them holds a record already, say. */
const LEAST_DOUBT = 0.01;

/** Links whose record fits a namesake of the linked resident, born on the same day, exactly as well. */
const INDISTINGUISHABLE = `
  SELECT o.lid FROM levels o JOIN rival_levels v ON ${['lid', ...LEVEL_COLUMNS].map((c) => `v.${c} = o.${c}`).join(' AND ')}
  JOIN namesakes n ON n.rid = o.rid AND n.other = v.rid WHERE o.${LEVEL_COLUMNS[placeOf('birth')]} <> 0`;
