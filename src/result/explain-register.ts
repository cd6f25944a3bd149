import type { Weighing } from '../audit/case.js';
import type { Finding } from '../audit/finding.js';
import type { Shown } from '../audit/shown.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { evidenceReader } from '../findings/kept-evidence.js';
import { readResidents } from './people.js';
import { redact } from './redact.js';
import { secretsOf } from './secrets.js';

/** Why two register rows are taken for one person: the row in the place of the record, the other in that of the resident. */
export interface RegisterExplanation extends Weighing {
  readonly findingId: string;
  readonly kind: string;
  readonly residentId: string;
  readonly otherId: string;
  readonly related: readonly string[];
}

/** The findings on the register itself that `target` names: the id of one, or `register:RESIDENT_ID`. Often none. */
export async function explainRegister(engine: Engine, target: string): Promise<Shown<RegisterExplanation>[]> {
  const rows = await engine.rows<{ json: string; evidence: string; rid: number; other: number }>(`
    SELECT f.json, f.evidence, r.rid, f.rid AS other FROM findings f JOIN residents r ON r.resident_id = f.record_id
    WHERE f.lid IS NULL AND (f.finding_id = ${literal(target)} OR 'register:' || f.record_id = ${literal(target)})
    ORDER BY f.rank`);
  if (rows.length === 0) return [];
  const rids = rows.flatMap(({ rid, other }) => [rid, other]);
  const people = await readResidents(engine, `rid IN (${rids.join(', ')})`);
  const secrets = await secretsOf(engine);
  const evidenceOf = await evidenceReader(engine);
  return rows.map(({ json, evidence: kept, rid, other }) => {
    const { finding_id, kind, record_id, resident_id, related } = JSON.parse(json) as Finding;
    const evidence = evidenceOf(kept);
    const explanation: RegisterExplanation = {
      findingId: finding_id,
      kind,
      residentId: record_id,
      otherId: resident_id!,
      record: people.get(rid)!.view,
      linked: people.get(other)!.view,
      candidates: [],
      evidence,
      total: Math.round(evidence.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100,
      related,
    };
    return redact(explanation, secrets);
  });
}
