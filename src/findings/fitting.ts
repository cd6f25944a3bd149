import { relationBit } from '../audit/relations.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { RIVALS } from '../tables/compared.js';
import { RESIDENTS } from '../tables/people.js';
import type { Aspect } from '../verify/comparison.js';
import { COMPARISONS, codesWhere, placeOf, speaksFor } from '../verify/comparisons/index.js';

/** Residents who fit by name alone are told apart up to here; of more, the name singles out nobody. */
const MOST_BY_NAME = 3;
/** Relations that say no more than that names or items agree, or that hang on how other links were weighed. */
const NOT_TELLING = ['resembles', 'same-name', 'namesake', 'crosswise'] as const;

/**
 * Residents whom the record of a link with a finding fits, by lid, ids in order: given name and date of birth do not
 * contradict, or both names where there is no date. Candidates as the inputs alone have them: no weight, no
 * probability and no cut decides, so that a model learned anew changes nothing here (the fingerprint rests on it).
 */
export async function readFitting(engine: Engine): Promise<Map<number, string[]>> {
  const fitting = new Map<number, string[]>();
  const notTelling = NOT_TELLING.reduce((bits, id) => bits | relationBit(id), 0);
  const query = `
    SELECT lid, resident_id FROM (
      SELECT lid, resident_id, by_date, telling, count(*) FILTER (NOT by_date) OVER (PARTITION BY lid) AS by_name
      FROM (
        SELECT p.lid, r.resident_id, ${agrees('birth')} AS by_date, (p.relations & ~${notTelling}) <> 0 AS telling
        FROM rivals p
        JOIN rival_levels v ON v.lid = p.lid AND v.rid = p.rid
        JOIN residents r ON r.rid = p.rid
        WHERE p.lid IN (SELECT lid FROM finding_hits) AND ${agrees('given')}
          AND (${agrees('birth')} OR (${columnOf('birth')} = 0 AND ${agrees('family')}))
      )
    ) WHERE by_date OR telling OR by_name <= ${MOST_BY_NAME}
    ORDER BY lid, resident_id`;
  const columns = { ...pick(RIVALS, 'lid'), ...pick(RESIDENTS, 'resident_id') };
  for await (const rows of readRows(engine, columns, query)) {
    for (const { lid, resident_id: id } of rows) {
      const ids = fitting.get(lid);
      if (ids) ids.push(id);
      else fitting.set(lid, [id]);
    }
  }
  return fitting;
}

/** Levels that do not speak against one person. */
function agrees(about: Aspect): string {
  return `${columnOf(about)} IN (${codesWhere(COMPARISONS[placeOf(about)]!, speaksFor).join(', ')})`;
}

function columnOf(about: Aspect): string {
  return `v.${COMPARISONS[placeOf(about)]!.id}`;
}
