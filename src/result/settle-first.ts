import { literal } from '../engine/sql.js';
import duplicateLink from '../findings/kinds/duplicate-link.js';
import duplicateResident from '../findings/kinds/duplicate-resident.js';
import { kindOf, kindsThat } from '../findings/kinds/index.js';
import sharedRecord from '../findings/kinds/shared-record.js';
import type { Told } from './how-related.js';

/**
 * Whether a related case has to be settled before one can be: whether two rows of the register are one person, before any record
 * between them; whose a record is, before which record of its resident is valid and whether its link may stay.
 */
export function waitsFor(own: Told, other: Told): boolean {
  if (other.kind === duplicateResident.id) return own.kind !== duplicateResident.id;
  if (own.kind === duplicateResident.id) return false;
  if (kindOf(own.kind).isWrongLink || !kindOf(other.kind).isWrongLink) return false;
  if (own.lid === other.lid) return true;
  if (own.source !== other.source) return false;
  if (own.kind === duplicateLink.id) return own.rid !== null && own.rid === other.rid;
  return own.kind === sharedRecord.id && own.recordId === other.recordId;
}

const WRONG = [...kindsThat(({ isWrongLink }) => isWrongLink)].map(literal).join(', ');

/** Of findings of a wrong link that share a key and an organisation the last: of one number many records may have one. */
const lastBy = (key: string) => `
  (SELECT ${key}, organisation, max(rank) AS after FROM findings WHERE kind IN (${WRONG}) GROUP BY ALL)`;
const ofOne = 'f.organisation IS NOT DISTINCT FROM d.organisation';

/**
 * By `rank` of a finding that of the last one of its organisation for which it waits, as `waitsFor` says: a list that puts the worst first
 * puts it behind that one. Joined by link, resident and record, each of which is a key.
 */
export const WAITS = `
  SELECT rank, max(after) AS after FROM (
    SELECT d.rank, f.after FROM findings d JOIN ${lastBy('lid')} f ON f.lid = d.lid AND ${ofOne}
    WHERE d.kind NOT IN (${WRONG})
    UNION ALL SELECT d.rank, f.after FROM findings d
    JOIN ${lastBy('source, rid')} f ON f.source = d.source AND f.rid = d.rid AND ${ofOne}
    WHERE d.kind = ${literal(duplicateLink.id)}
    UNION ALL SELECT d.rank, f.after FROM findings d
    JOIN ${lastBy('source, record_id')} f ON f.source = d.source AND f.record_id = d.record_id AND ${ofOne}
    WHERE d.kind = ${literal(sharedRecord.id)}
  ) GROUP BY rank`;
