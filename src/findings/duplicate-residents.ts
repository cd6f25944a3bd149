import type { Engine } from '../engine/engine.js';
import { canonicalAddress } from '../normalize/address.js';

/** Two register rows that are one person. */
export interface DuplicateResident {
  readonly rid: number;
  readonly residentId: string;
  readonly otherRid: number;
  readonly otherId: string;
  readonly texts: readonly (string | null)[];
}

/**
 * Register rows of one name and one date of birth whose sex does not differ and who live at one address
 * (however written), lived there before, or carry one number. Each pair is given once per row.
 */
export async function duplicateResidents(engine: Engine): Promise<DuplicateResident[]> {
  const pairs = await engine.rows<Record<string, string | number | boolean | null>>(`
    SELECT a.rid, a.resident_id, b.rid AS other_rid, b.resident_id AS other_id,
      a.address, a.previous_address, b.address AS other_address, b.previous_address AS other_previous,
      a.name, a.kana, a.birth_date, b.name AS other_name, b.kana AS other_kana, b.birth_date AS other_birth,
      coalesce(a."number" = b."number", false) AS same_number
    FROM namesakes n JOIN residents a ON a.rid = n.rid JOIN residents b ON b.rid = n.other
    WHERE a.sex_code = 0 OR b.sex_code IN (0, a.sex_code)
    ORDER BY a.rid, b.rid`);
  return pairs.filter(isOnePerson).map((pair) => ({
    rid: pair.rid as number,
    residentId: pair.resident_id as string,
    otherRid: pair.other_rid as number,
    otherId: pair.other_id as string,
    texts: Object.values(pair).map((value) => (typeof value === 'string' ? value : null)),
  }));
}

function isOnePerson(pair: Record<string, unknown>): boolean {
  if (pair.same_number === true) return true;
  const places = (keys: string[]) =>
    keys
      .flatMap((key) => (pair[key] ? [canonicalAddress(pair[key] as string).key] : []))
      .filter((key) => key !== '');
  const here = places(['address', 'previous_address']);
  return places(['other_address', 'other_previous']).some((place) => here.includes(place));
}
