import type { Case } from '../audit/case.js';
import type { FindingHead } from '../audit/finding.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import duplicateResident from '../findings/kinds/duplicate-resident.js';
import { FINDINGS } from '../tables/found.js';

/** The keys of both rows of each finding of duplicate residents, by its id. */
export type DuplicateRows = ReadonlyMap<string, readonly [string, string]>;

export async function duplicateRows(engine: Engine): Promise<DuplicateRows> {
  const rows = await allRows(
    engine,
    { ...pick(FINDINGS, 'finding_id'), one: 'text', other: 'text' },
    `SELECT finding_id, record_id AS one, resident_id AS other FROM findings WHERE kind = ${literal(duplicateResident.id)}`,
  );
  return new Map(rows.map(({ finding_id, one, other }) => [finding_id, [one, other]]));
}

/** Which columns of the page of a link are rows of one person, by the findings to which the case is related. */
export function twinsOf(finding: FindingHead, rows: DuplicateRows): NonNullable<Case['twins']> {
  if (finding.source === 'register') return [];
  const labels = new Map<string | null, string>([
    ...finding.candidates.map((one, index) => [one.resident_id, `C${index + 1}`] as const),
    [finding.resident_id, 'B'],
  ]);
  return finding.related.flatMap((id) => {
    const pair = (rows.get(id) ?? []).flatMap((key) => labels.get(key) ?? []).sort();
    return pair.length === 2 ? [[pair[0]!, pair[1]!] as const] : [];
  });
}

/** A column of whom a row that is not on the page seems to be the same person: that row, and the finding that says so. */
export interface Double {
  readonly label: string;
  readonly other: string;
  readonly finding: string;
}

/** The first candidate alone is asked after: what the record fits is the question, and who else is on the page is a twin. */
export function doublesOf(finding: FindingHead, rows: DuplicateRows): readonly Double[] {
  const [first] = finding.candidates;
  if (first === undefined || finding.source === 'register' || rows.size === 0) return [];
  const shown = new Set([finding.resident_id, ...finding.candidates.map((one) => one.resident_id)]);
  return (rowsBeside(rows).get(first.resident_id) ?? [])
    .filter(({ other }) => !shown.has(other))
    .slice(0, 1)
    .map((double) => ({ label: 'C1', ...double }));
}

const known = new WeakMap<DuplicateRows, ReadonlyMap<string, readonly Omit<Double, 'label'>[]>>();

/** By the key of a row, the others that seem to be the same person; made once for the findings of a run. */
function rowsBeside(rows: DuplicateRows) {
  const before = known.get(rows);
  if (before) return before;
  const beside = new Map<string, Omit<Double, 'label'>[]>();
  for (const [finding, [one, other]] of rows)
    beside.set(one, [...(beside.get(one) ?? []), { other, finding }]);
  known.set(rows, beside);
  return beside;
}
