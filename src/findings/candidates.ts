import type { Engine } from '../engine/engine.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';

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
const SHOWN = 3;
const LEAST_SHOWN = 0.001;

/** The candidates of every link with a finding, likeliest first. */
export async function readCandidates(engine: Engine): Promise<Map<number, Candidate[]>> {
  const candidates = new Map<number, Candidate[]>();
  const query = `
    SELECT h.lid, h.rid, r.resident_id, h.probability, p.relations, ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')}
    FROM hypotheses h
    JOIN residents r ON r.rid = h.rid
    JOIN rivals p ON p.lid = h.lid AND p.rid = h.rid
    JOIN rival_levels v ON v.lid = h.lid AND v.rid = h.rid
    WHERE h.place <= ${SHOWN} AND h.probability >= ${LEAST_SHOWN} AND h.lid IN (SELECT lid FROM finding_hits)
    ORDER BY h.lid, h.place`;
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) {
      const [lid, rid, residentId, probability, relations, ...codes] = columns.map((column) => column[i]);
      const list = candidates.get(lid as number) ?? [];
      candidates.set(lid as number, [
        ...list,
        {
          rid: rid as number,
          residentId: residentId as string,
          probability: probability as number,
          relations: relations as number,
          codes: codes as number[],
        },
      ]);
    }
  }
  return candidates;
}
