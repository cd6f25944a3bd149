import type { Engine } from '../engine/engine.js';
import { LEVEL_COLUMNS } from '../verify/comparisons.js';

/** A resident to whom the record of a link may belong instead. */
export interface Candidate {
  readonly rid: number;
  readonly residentId: string;
  readonly probability: number;
  readonly relations: number;
  /** Digits in which their number differs from the record's; null where either has none. */
  readonly digitsApart: number | null;
  /** Level codes of the record against this resident. */
  readonly codes: readonly number[];
}

/** Candidates shown per finding, and the least probability with which one is shown at all. */
const SHOWN = 3;
const LEAST_SHOWN = 0.001;

const digits = (row: string) => `lpad(CAST(${row}."number" AS VARCHAR), 12, '0')`;

/** The candidates of every link with a finding, likeliest first. */
export async function readCandidates(engine: Engine): Promise<Map<number, Candidate[]>> {
  const candidates = new Map<number, Candidate[]>();
  const query = `
    SELECT h.lid, h.rid, r.resident_id, h.probability, p.relations,
      CAST(hamming(${digits('l')}, ${digits('r')}) AS INTEGER) AS digits_apart,
      ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')}
    FROM hypotheses h
    JOIN links l ON l.lid = h.lid
    JOIN residents r ON r.rid = h.rid
    JOIN rivals p ON p.lid = h.lid AND p.rid = h.rid
    JOIN rival_levels v ON v.lid = h.lid AND v.rid = h.rid
    WHERE h.place <= ${SHOWN} AND h.probability >= ${LEAST_SHOWN} AND h.lid IN (SELECT lid FROM finding_hits)
    ORDER BY h.lid, h.place`;
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) {
      const [lid, rid, residentId, probability, relations, digitsApart, ...codes] = columns.map(
        (column) => column[i],
      );
      const list = candidates.get(lid as number) ?? [];
      candidates.set(lid as number, [
        ...list,
        {
          rid: rid as number,
          residentId: residentId as string,
          probability: probability as number,
          relations: relations as number,
          digitsApart: digitsApart as number | null,
          codes: codes as number[],
        },
      ]);
    }
  }
  return candidates;
}
