import type { Engine } from '../engine/engine.js';
import type { BudgetPoint } from './evaluation.js';
import { LED } from './measures.js';

/** Beyond this many times the wrong links nobody reads on. */
const LONGEST = 3;
const POINTS = 120;

/** Precision and recall of a reader who looks at the likeliest links first; at most 120 points. */
export async function measureBudget(engine: Engine): Promise<readonly BudgetPoint[]> {
  const wrong = await engine.value<number>(`SELECT count(*) FROM judged WHERE ${LED} AND wrong AND shown`);
  if (wrong === 0) return [];
  const longest = Math.max(20, Math.ceil(wrong * LONGEST));
  const step = Math.max(1, Math.ceil(longest / POINTS));
  const rows = await engine.rows<{ reviewed: number; found: number }>(`
    SELECT reviewed, CAST(found AS INTEGER) AS found FROM (
      SELECT row_number() OVER likeliest AS reviewed, sum(CAST(wrong AS INTEGER)) OVER likeliest AS found
      FROM judged WHERE ${LED} AND shown
      WINDOW likeliest AS (ORDER BY probability DESC NULLS LAST, grade = 'C' DESC, n ROWS UNBOUNDED PRECEDING)
    ) WHERE reviewed % ${step} = 0 AND reviewed <= ${longest} ORDER BY reviewed`);
  return rows.map(({ reviewed, found }) => ({
    reviewed,
    found,
    recall: found / wrong,
    precision: found / reviewed,
  }));
}
