import { makeTable } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import type { BLIND_SAMPLE, FINDINGS } from '../tables/found.js';
import type { Collected } from './collect.js';
import type { EvidenceKeeper } from './kept-evidence.js';

/** Writes findings into a table in their order; their evidence as the numbers that `numbersOf` gives to its rows. */
export async function keepFindings(
  engine: Engine,
  table: typeof FINDINGS | typeof BLIND_SAMPLE,
  collected: readonly Collected[],
  numbersOf: EvidenceKeeper['numbersOf'],
): Promise<void> {
  await makeTable(engine, table, rowsOf(collected, numbersOf));
}

function* rowsOf(collected: readonly Collected[], numbersOf: EvidenceKeeper['numbersOf']) {
  for (const [i, { finding, lid, rid, candidates, evidence, marks }] of collected.entries()) {
    const { source, organisation, kind, cause, finding_id, fingerprint, incident } = finding;
    const { record_id, resident_id, grade, probability, related } = finding;
    yield {
      rank: i + 1,
      lid,
      rid,
      source,
      organisation,
      kind,
      cause,
      finding_id,
      fingerprint,
      incident,
      record_id,
      resident_id,
      grade,
      probability,
      related: related.join(' '),
      json: JSON.stringify(finding),
      candidates: JSON.stringify(candidates),
      evidence: numbersOf(evidence),
      marks: JSON.stringify(marks),
    };
  }
}
