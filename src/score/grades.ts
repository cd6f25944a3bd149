import type { Grade } from '../audit/summary.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import { isUnexplained } from './explanations.js';
import type { Chances } from './tables.js';

/** Bits that a perfect record of these items could reach, below which nothing can be told either way. */
const LEAST_EVIDENCE = 8;

/**
 * Grade that the levels alone give a link that is not C (`grade-links.ts` asks it, and knows of serials and namesakes besides): everything agrees (A), a difference with an ordinary explanation (B), too little to tell,
 * or a contradiction that nothing explains (U).
 */
export function gradeOfPattern(codes: readonly number[], { m, u }: Chances): Exclude<Grade, 'C'> {
  if (ceiling(codes, m, u) < LEAST_EVIDENCE) return 'U';
  if (isUnexplained(codes)) return 'U';
  const agrees = codes.every((code, c) => AGREEING_KINDS.has(COMPARISONS[c]!.levels[code]!.kind));
  return agrees ? 'A' : 'B';
}

const AGREEING_KINDS: ReadonlySet<string> = new Set(['equal', 'equivalent', 'missing']);

/** The self-link ceiling: bits of the record if every item that could be compared had agreed as well as it can. */
function ceiling(codes: readonly number[], m: Chances['m'], u: Chances['u']): number {
  return codes.reduce((bits, code, c) => {
    if (code === 0) return bits;
    const weights = COMPARISONS[c]!.levels.map((level, i) =>
      i > 0 && AGREEING_KINDS.has(level.kind) ? Math.log2(m[c]![i]! / u[c]![i]!) : 0,
    );
    return bits + Math.max(...weights);
  }, 0);
}
