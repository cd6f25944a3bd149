import { relationBit } from '../audit/relations.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { RIVALS } from '../tables/compared.js';
import { RESIDENTS } from '../tables/people.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { RIVAL_LEVELS } from '../verify/level-tables.js';
import { type Candidate, MOST_CANDIDATES } from './candidates.js';
import { PERSON_TEXTS } from './fingerprint.js';
import { FINDING_KINDS } from './kinds/index.js';
import sharedRecord from './kinds/shared-record.js';

const COLUMNS = {
  ...pick(RIVALS, 'lid', 'rid', 'relations'),
  ...pick(RESIDENTS, 'resident_id'),
  ...pick(RIVAL_LEVELS, 'levels'),
};

/**
 * The other residents of a record that is linked to several, by lid, in the order of their links: a link that is right was compared with
 * nobody else, and yet the question is whose of them all the record is. How the record compares with them their own links tell, where its
 * rows state the same. None was weighed. Of a record on very many the first few: all pairs would be too many.
 */
export async function readSharers(engine: Engine): Promise<Map<number, Candidate[]>> {
  const kind = FINDING_KINDS.indexOf(sharedRecord);
  const isSameText = PERSON_TEXTS.map((text) => `o."${text}" IS NOT DISTINCT FROM l."${text}"`);
  const query = `
    WITH shared AS (
      SELECT lid, group_key, row_number() OVER (PARTITION BY group_key ORDER BY lid) AS place
      FROM finding_hits WHERE kind = ${literal(kind)}
    )
    SELECT h.lid, o.rid, r.resident_id,
      ${relationBit('same-record')} | CASE WHEN me.household_id = r.household_id THEN ${relationBit('household')} ELSE 0 END AS relations,
      ${LEVEL_COLUMNS.map((column) => `v.${column}`).join(', ')}
    FROM shared h
    JOIN shared g ON g.group_key = h.group_key AND g.lid <> h.lid AND g.place <= ${MOST_CANDIDATES + 1}
    JOIN links l ON l.lid = h.lid
    JOIN links o ON o.lid = g.lid AND o.rid <> l.rid AND ${isSameText.join(' AND ')}
    JOIN levels v ON v.lid = o.lid
    JOIN residents r ON r.rid = o.rid
    JOIN residents me ON me.rid = l.rid
    QUALIFY row_number() OVER (PARTITION BY h.lid, o.rid ORDER BY o.lid) = 1
    ORDER BY h.lid, o.lid`;
  const sharers = new Map<number, Candidate[]>();
  for await (const rows of readRows(engine, COLUMNS, query)) {
    for (const { lid, rid, resident_id: residentId, relations, levels } of rows) {
      const own = sharers.get(lid) ?? [];
      sharers.set(lid, [...own, { rid, residentId, probability: 0, relations, codes: levels }]);
    }
  }
  return sharers;
}

/** The candidates of a link with those who share its record and were not weighed; these have their places beside the likeliest. */
export function withSharers(
  weighed: readonly Candidate[],
  sharers: readonly Candidate[] = [],
): readonly Candidate[] {
  const known = new Set(weighed.map(({ rid }) => rid));
  const others = sharers.filter(({ rid }) => !known.has(rid));
  const likeliest = weighed.slice(0, Math.max(1, MOST_CANDIDATES - others.length));
  return [...likeliest, ...others].slice(0, MOST_CANDIDATES);
}
