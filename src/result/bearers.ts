import { relationBit } from '../audit/relations.js';
import type { Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { packedRows } from '../engine/read.js';
import type { Candidate } from '../findings/candidates.js';
import { CASE_BEARERS } from '../tables/found.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import { type CaseRange, within } from './case-tables.js';

/** Who else bears the kana of the record of a case: how many live here, and the first of them as candidates whom nobody has weighed. */
export interface Bearers {
  readonly total: number;
  readonly candidates: readonly Candidate[];
}

/** By `seq`, of the cases of which it is asked. */
export async function readBearers(engine: Engine, range: CaseRange): Promise<ReadonlyMap<number, Bearers>> {
  const columns = { ...CASE_BEARERS.columns, resident_id: 'text?' } as const;
  const rows = await packedRows(
    engine,
    columns,
    `FROM (SELECT b.*, r.resident_id FROM case_bearers b LEFT JOIN case_residents r USING (seq, rid)) WHERE ${within(range)} ORDER BY seq, of_household DESC, rid`,
  );
  const bearers = new Map<number, Bearers>();
  for (const row of rows) {
    const known = bearers.get(row.seq)?.candidates ?? [];
    bearers.set(row.seq, { total: row.total, candidates: [...known, ...candidateOf(row)] });
  }
  return bearers;
}

type BearerRow = Row<typeof CASE_BEARERS.columns> & { readonly resident_id: string | null };

function candidateOf({ rid, resident_id: residentId, of_household: isOfHousehold }: BearerRow): Candidate[] {
  if (rid === null || residentId === null) return [];
  const relations = relationBit('resembles') | (isOfHousehold ? relationBit('household') : 0);
  return [{ rid, residentId, probability: 0, relations, codes: SAME_KANA }];
}

/** Both parts of the name agree in kana, and nothing else can be compared. */
const SAME_KANA: readonly number[] = COMPARISONS.map(({ id, levels }) =>
  id === 'family' || id === 'given' ? levels.findIndex((level) => level.id === 'kana') : 0,
);
