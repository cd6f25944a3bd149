import type { PersonView } from '../audit/case.js';
import type { Finding, FindingEvidence } from '../audit/finding.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { readResidents } from './people.js';

/** Why two register rows are taken for one person. */
export interface RegisterExplanation {
  readonly findingId: string;
  readonly kind: string;
  readonly residentId: string;
  readonly otherId: string;
  readonly resident: PersonView;
  readonly other: PersonView;
  readonly evidence: readonly FindingEvidence[];
  readonly related: readonly string[];
}

/** The findings on the register itself that `target` names: the id of one, or `register:RESIDENT_ID`. Often none. */
export async function explainRegister(engine: Engine, target: string): Promise<RegisterExplanation[]> {
  const rows = await engine.rows<{ json: string; rid: number; other: number }>(`
    SELECT f.json, r.rid, f.rid AS other
    FROM (SELECT *, json_extract_string(json, '$.record_id') AS resident FROM findings WHERE lid IS NULL) f
    JOIN residents r ON r.resident_id = f.resident
    WHERE f.finding_id = ${literal(target)} OR 'register:' || f.resident = ${literal(target)} ORDER BY f.place`);
  if (rows.length === 0) return [];
  const rids = rows.flatMap(({ rid, other }) => [rid, other]);
  const people = await readResidents(engine, `rid IN (${rids.join(', ')})`);
  return rows.map(({ json, rid, other }) => {
    const { finding_id, kind, record_id, resident_id, evidence, related } = JSON.parse(json) as Finding;
    return {
      findingId: finding_id,
      kind,
      residentId: record_id,
      otherId: resident_id!,
      resident: people.get(rid)!.view,
      other: people.get(other)!.view,
      evidence,
      related,
    };
  });
}
