import type { Finding } from '../audit/finding.js';

type Told = Pick<Finding, 'finding_id' | 'kind' | 'record_id' | 'resident_id' | 'candidates'>;

/** Rows of the register that seem to be one person, by both keys in either order. */
const keyOf = (one: string, other: string) => `${one}\n${other}`;

/**
 * Findings about links whose linked resident and candidates hold two rows of one person, and the findings of those rows: each
 * with the ids of the others. Between the two rows no record can decide; the register must.
 */
export function twinCases(findings: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string>();
  for (const { kind, finding_id, record_id, resident_id } of findings)
    if (kind === 'duplicate-resident') rows.set(keyOf(record_id, resident_id!), finding_id);
  const related = new Map<string, string[]>();
  if (rows.size === 0) return related;
  const add = (to: string, id: string) => related.set(to, [...(related.get(to) ?? []), id]);
  for (const { kind, finding_id, resident_id, candidates } of findings) {
    if (kind === 'duplicate-resident') continue;
    for (const [one, other] of pairsOf([resident_id, ...candidates.map((one) => one.resident_id)])) {
      const [ahead, back] = [rows.get(keyOf(one, other)), rows.get(keyOf(other, one))];
      if (ahead === undefined || back === undefined) continue;
      add(finding_id, ahead);
      add(ahead, finding_id);
      add(back, finding_id);
    }
  }
  return related;
}

function pairsOf(people: readonly (string | null)[]): readonly (readonly [string, string])[] {
  const known = people.filter((id) => id !== null);
  return known.flatMap((one, i) => known.slice(i + 1).map((other) => [one, other] as const));
}
