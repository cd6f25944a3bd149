import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { RIVALS } from '../tables/compared.js';
import { RESIDENTS } from '../tables/people.js';
import { HYPOTHESES } from '../tables/weighed.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { RIVAL_LEVELS } from '../verify/level-tables.js';

/** A resident to whom the record of a link may belong instead. */
export interface Candidate {
  readonly rid: number;
  readonly residentId: string;
  readonly probability: number;
  readonly relations: number;
  /** Level codes of the record against this resident. */
  readonly codes: readonly number[];
}

/** Candidates shown per finding, and the least probability with which one is shown at all. */
export const MOST_CANDIDATES = 3;
const LEAST_SHOWN = 0.001;

/** Those for whom a page has room: other records of the resident, side by side, take the place of all but the likeliest. */
export function withRoom<T>(candidates: readonly T[], beside: number): readonly T[] {
  return candidates.slice(0, Math.max(1, MOST_CANDIDATES - beside));
}

const COLUMNS = {
  ...pick(HYPOTHESES, 'lid', 'rid', 'probability'),
  ...pick(RESIDENTS, 'resident_id'),
  ...pick(RIVALS, 'relations'),
  ...pick(RIVAL_LEVELS, 'levels'),
};

/** Whether a resident of this probability stands among the candidates of a finding; null where none was weighed. */
export function isShown(probability: number | null): boolean {
  return probability !== null && probability >= LEAST_SHOWN;
}

/** The candidates of every link with a finding, or of these links (a query of their `lid`), likeliest first. */
export async function readCandidates(
  engine: Engine,
  lids = 'SELECT lid FROM finding_hits',
): Promise<Map<number, Candidate[]>> {
  const candidates = new Map<number, Candidate[]>();
  const query = `
    SELECT h.lid, h.rid, r.resident_id, h.probability, p.relations, ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')}
    FROM hypotheses h
    JOIN residents r ON r.rid = h.rid
    JOIN rivals p ON p.lid = h.lid AND p.rid = h.rid
    JOIN rival_levels v ON v.lid = h.lid AND v.rid = h.rid
    WHERE h.rank <= ${MOST_CANDIDATES} AND h.probability >= ${LEAST_SHOWN} AND h.lid IN (${lids})
    ORDER BY h.lid, h.rank`;
  for await (const rows of readRows(engine, COLUMNS, query)) {
    for (const { lid, rid, resident_id, probability, relations, levels } of rows) {
      const list = candidates.get(lid) ?? [];
      candidates.set(lid, [...list, { rid, residentId: resident_id, probability, relations, codes: levels }]);
    }
  }
  return candidates;
}
