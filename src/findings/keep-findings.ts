import { makeTable } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import type { BLIND_SAMPLE, FINDINGS } from '../tables/found.js';
import type { Collected } from './collect.js';
import { evidenceLines } from './kept-evidence.js';

/** Writes findings into a table in their order. */
export async function keepFindings(
  engine: Engine,
  table: typeof FINDINGS | typeof BLIND_SAMPLE,
  collected: readonly Collected[],
): Promise<void> {
  await makeTable(engine, table, rowsOf(collected));
}

function* rowsOf(collected: readonly Collected[]) {
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
      evidence: evidenceLines(evidence),
      marks: JSON.stringify(marks),
    };
  }
}
